"""How a text is known: by what it says, on every machine alike."""

import hashlib

_ID_DIGITS = 32


def fingerprint(text: str) -> str:
    """The SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits; the text is canonical."""
    return hashlib.sha256(text.encode()).hexdigest()


def article_id(text: str) -> str:
    """The id of the article whose first text this is: the first 32 digits of its fingerprint."""
    return fingerprint(text)[:_ID_DIGITS]
