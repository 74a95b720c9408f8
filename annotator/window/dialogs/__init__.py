"""Dialogs, and the cards that float over the page: they ask and tell, and do nothing themselves."""
