"""The window of agreement: figures in words, who gave which tags, and where people differ."""
