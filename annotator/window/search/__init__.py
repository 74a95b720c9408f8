"""Searching the library: what was found, in place of the list of articles, and the filters."""
