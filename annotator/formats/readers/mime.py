"""The parts of a mail, cut at their boundaries, each decoded when it is wanted.

Format: RFC 5322 (headers), RFC 2045 to 2047 and 2231 (MIME). The standard library parses the headers; its
parser of whole mails takes seconds over one large attachment, and for ever over parts in parts.
"""

import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_string
from email.message import EmailMessage
from email.policy import EmailPolicy
from itertools import islice, pairwise
from typing import Any

#: More parts than any mail has.
PARTS_LIMIT = 250

_HEADERS_LIMIT = 262_144
_INNER_HEADERS_LIMIT = 16_384
_VALUE_LIMIT = 4_000

#: How often what looks like a boundary may stand in a body.
_HITS_LIMIT = 100_000

_LINE_END = re.compile(rb"\r?\n")
_BLANK_LINE = re.compile(rb"\r?\n[ \t]*(?:\r?\n|\Z)")
_BOUNDARY_END = re.compile(rb"(--)?[ \t]*(?:\r?\n|\Z)")


class _ShortValues(EmailPolicy):
    """Values of headers are parsed when asked for, in quadratic time: their beginning will do."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:_VALUE_LIMIT])


@dataclass(frozen=True, slots=True)
class Part:
    """A mail or one part of it: its headers, and where in the bytes of the mail its body stands."""

    headers: EmailMessage
    data: bytes
    start: int
    end: int

    def ask(self, question: Callable[[EmailMessage], object]) -> str:
        """What the headers answer, in one line; "" for nothing."""
        try:
            return " ".join(str(question(self.headers) or "").split())
        except Exception:  # noqa: BLE001 (malformed headers raise nearly anything in the standard library)
            return ""

    def header(self, name: str) -> str:
        """The value of a header, decoded."""
        return self.ask(lambda headers: headers.get(name))

    @property
    def kind(self) -> str:
        """The media type, "text/plain" where none is named."""
        return self.ask(EmailMessage.get_content_type) or "text/plain"

    @property
    def file(self) -> str:
        """The name under which it would be saved, "" where it has none."""
        return self.ask(EmailMessage.get_filename)

    def decoded(self) -> bytes:
        """The body without its transfer encoding; as it is where that is broken."""
        body = self.data[self.start : self.end]
        way = self.header("Content-Transfer-Encoding").lower()
        try:
            if way == "quoted-printable":
                return binascii.a2b_qp(body)
            return binascii.a2b_base64(body) if way == "base64" else body
        except binascii.Error:
            return body

    def inner(self) -> "Part":
        """The mail that this part is, where it is one."""
        return _part(self.data, self.start, self.end, _INNER_HEADERS_LIMIT)

    def parts(self) -> list["Part"]:
        """The parts in it, PARTS_LIMIT at the most; none where it is not made of parts."""
        boundary = self.ask(EmailMessage.get_boundary)
        if not boundary or not self.kind.startswith("multipart/"):
            return []
        edges = list(self._edges(b"--" + boundary.encode("utf-8", "replace")))
        return [
            _part(self.data, start, end, _INNER_HEADERS_LIMIT)
            for (_, start), (end, _) in islice(pairwise(edges), PARTS_LIMIT)
        ]

    def _edges(self, line: bytes) -> Iterator[tuple[int, int]]:
        """Where each boundary begins and ends; one that is never closed ends with the body."""
        at = self.start
        for _ in range(_HITS_LIMIT):
            at = self.data.find(line, at, self.end)
            if at < 0:
                break
            rest = _BOUNDARY_END.match(self.data, at + len(line), self.end)
            if rest and (at == self.start or self.data[at - 1 : at] == b"\n"):
                yield at, rest.end()
                if rest[1]:
                    return
            at += len(line)
        yield self.end, self.end


def mail(data: bytes) -> Part:
    """The whole of a mail."""
    return _part(data, 0, len(data), _HEADERS_LIMIT)


def _part(data: bytes, start: int, end: int, limit: int) -> Part:
    """Headers and body; a part that begins with a blank line has no headers."""
    blank = _LINE_END.match(data, start, end) or _BLANK_LINE.search(data, start, min(end, start + limit))
    stop = blank.start() if blank else min(end, start + limit)
    return Part(_headers(data[start:stop]), data, blank.end() if blank else end, end)


def _headers(data: bytes) -> EmailMessage:
    try:
        head = data.decode("utf-8")
    except UnicodeDecodeError:
        head = data.decode("cp1252", "replace")
    message = message_from_string(head + "\n\n", policy=_ShortValues())
    assert isinstance(message, EmailMessage)
    return message
