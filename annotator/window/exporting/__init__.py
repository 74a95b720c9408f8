"""Claims out: what, as what, how much of it, and where to."""
