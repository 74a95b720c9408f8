"""The article's page: the text as it is read, marked and pointed at."""
