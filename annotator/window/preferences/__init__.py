"""The person's own settings, page by page."""
