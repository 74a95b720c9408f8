"""What is open in the article: the panel, its cards, and the meter of how far it is."""
