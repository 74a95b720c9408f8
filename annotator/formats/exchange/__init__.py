"""Formats in which claims go to other tools and come back."""
