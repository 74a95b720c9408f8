"""Red Pencil: mark, source and keep the claims of an article."""

__version__ = "0.1.0"
