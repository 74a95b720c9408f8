"""Coming to one version: what differs, what waits for a word, what is settled, and who is done."""
