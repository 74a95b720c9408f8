"""The one form in which a text is kept, hashed and counted."""

import re

#: What no text keeps: NUL, at which many programs end it, and lone surrogates, which no encoding has.
UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")

_NEWLINES = re.compile("\r\n|[\r\u2028\u2029]")
_BYTE_ORDER_MARKS = "\ufeff\ufffe"


def canonical(raw: str) -> str:
    r"""The text as it is kept: newlines are `\n`; leading byte order marks, NUL and surrogates are gone.

    Everything else stays as it was typed: no-break spaces, direction marks, zero-width characters,
    decomposed accents. U+FDD0 and U+FDD1 stay too, though Qt shows them as line ends: both are one
    UTF-16 unit before and after, so positions hold as long as nobody reads the text back from a widget.
    """
    # What cannot be kept goes first: behind it a byte order mark or the second half of a CRLF may stand.
    return _NEWLINES.sub("\n", kept(raw).lstrip(_BYTE_ORDER_MARKS))


def kept(words: str) -> str:
    """The words without what cannot be kept; the very same where there is nothing of it."""
    return UNKEEPABLE.sub("", words)


def is_canonical(text: str) -> bool:
    """Whether the text is already in the form in which it would be kept."""
    return canonical(text) == text
