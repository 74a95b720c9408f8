"""Backups: copies of a library in a folder beside it, made, counted out, compared and put back."""
