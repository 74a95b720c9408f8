"""Every occurrence of some words, to be tagged at once."""
