"""Full-text search: an index of words beside the tables, written in the transaction of each change."""
