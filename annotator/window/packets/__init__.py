"""Who has which article to tag, and who is done."""
