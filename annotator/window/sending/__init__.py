"""Sending articles with work on them, or to be worked on, to colleagues."""
