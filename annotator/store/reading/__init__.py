"""Queries: frozen rows ready to show, read from an open library."""
