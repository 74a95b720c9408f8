"""The pieces of Rich Text Format, each found in time that grows with its length.

Format: Rich Text Format Specification, version 1.9.1, "RTF Syntax".
"""

import re
from collections.abc import Iterator
from enum import IntEnum

#: The most pieces that are looked at: a few seconds of work.
TOKENS_LIMIT = 400_000

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|((?:\\'[0-9a-fA-F]{2})+)|\\(.)|([{}])|([^\\{}]+)|\\", re.DOTALL
)
_WORD, _NUMBER, _BRACES = 1, 2, 5

#: What decides where a group ends: braces, and binary data in which anything may stand.
_BRACE = re.compile(rb"\\[\\{}]|([{}])|\\bin(\d{1,10}) ?")


class UnsafeRtfError(Exception):
    """More control words and groups than any document has."""


class Kind(IntEnum):
    """What a piece is."""

    OPEN = 1
    CLOSE = 2
    WORD = 3
    SYMBOL = 4
    TEXT = 5


#: One piece: what it is, the name of a control word, a control symbol's sign or bytes of text, and a number.
Token = tuple[Kind, bytes, int | None]

_OPEN: Token = (Kind.OPEN, b"", None)
_CLOSE: Token = (Kind.CLOSE, b"", None)
_STAR: Token = (Kind.SYMBOL, b"*", None)


class Tokens:
    """The pieces of one document in order, without control words that are not in `heeded`.

    A word behind a star is always given: it says what the group is. Raises UnsafeRtfError for too many.
    """

    def __init__(self, data: bytes, heeded: frozenset[bytes]) -> None:
        if data.count(b"{") + data.count(b"}") + data.count(b"\\") - data.count(b"\\'") > TOKENS_LIMIT:
            raise UnsafeRtfError
        self._data = data
        self._heeded = heeded
        self._at = 0
        self._left = TOKENS_LIMIT

    def __iter__(self) -> Iterator[Token]:
        token = _CLOSE
        while match := _TOKEN.match(self._data, self._at):
            self._at = match.end()
            self._count()
            kind = match.lastindex
            if kind == _BRACES:
                token = _OPEN if match[_BRACES] == b"{" else _CLOSE
            elif kind in (_WORD, _NUMBER):
                word, number = match.group(_WORD, _NUMBER)
                if word == b"bin":
                    self._at += max(0, int(number or 0))
                    continue
                if word not in self._heeded and token is not _STAR:
                    continue
                token = (Kind.WORD, word, None if number is None else int(number))
            else:
                token = _other(match)
            yield token

    def pass_over(self) -> bytes:
        """Go on at the end of the group that is open, and give what was passed over."""
        start, depth = self._at, 1
        while depth and (match := _BRACE.search(self._data, self._at)):
            self._count()
            self._at = match.end() + int(match[2] or 0)
            depth += {b"{": 1, b"}": -1}.get(match[1], 0)
        if depth:
            self._at = len(self._data)
        else:
            self._at -= 1  # the closing brace is a piece of its own
        return self._data[start : self._at]

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise UnsafeRtfError


def _other(match: re.Match[bytes]) -> Token:
    """Text, as it stands or in hexadecimal, or a control symbol."""
    _, _, hexes, sign, _, text = match.groups()
    if text is not None:
        return Kind.TEXT, text.translate(None, b"\r\n"), None
    if hexes is not None:
        return Kind.TEXT, bytes.fromhex(hexes.replace(b"\\'", b"").decode("ascii")), None
    return _STAR if sign == b"*" else (Kind.SYMBOL, sign or b"", None)
