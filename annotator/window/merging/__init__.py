"""Taking in what colleagues sent: a summary first, then one step for each file."""
