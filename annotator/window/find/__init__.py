"""Finding words in the article: the bar below the page."""
