"""Documents that Qt lays out on pages."""
