"""The left panel: the articles of the library and the search for them."""
