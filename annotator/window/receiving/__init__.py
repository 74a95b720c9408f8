"""Claims that were marked in other tools: what they mean here, whose they are, and what would come in."""
