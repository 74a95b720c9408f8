"""The rules that find what is open in an article: pure, one function each, registered in one table."""
