"""From which side words are read."""

import unicodedata


def begins_right(words: str) -> bool:
    """Whether the first letter with a direction is of a script written from right to left."""
    directions = (unicodedata.bidirectional(character) for character in words)
    return next((found != "L" for found in directions if found in {"L", "R", "AL"}), False)
