"""Documents as large as they may be, made of what is slowest to read."""

import zipfile
from collections.abc import Callable, Iterator

from annotator.formats import asking
from annotator.formats.incoming import never
from annotator.formats.readers.rtf_tokens import TOKENS_LIMIT
from annotator.formats.readers.word_xml import TAGS_LIMIT
from tests.formats.hostile import docx, epub, odt
from tests.formats.hostile_cases import MEMORY, SECONDS, Cost
from tests.formats.hostile_packages import zipped
from tests.torture.bars import chooser, share

_ROOM = 1_000


def _packed(parts: dict[str, bytes], part: str, before: bytes, piece: bytes, tags: int) -> bytes:
    xml = parts[part].replace(before, piece * ((tags - _ROOM) // piece.count(b"<")) + before, 1)
    return zipped({**parts, part: xml}, zipfile.ZIP_STORED)


def _word(piece: bytes) -> Callable[[], tuple[str, bytes]]:
    return lambda: ("a.docx", _packed(docx.PARTS, docx.MAIN, b"<w:p>", piece, TAGS_LIMIT))


def _odt(piece: bytes) -> Callable[[], tuple[str, bytes]]:
    return lambda: ("a.odt", _packed(odt.PARTS, odt.MAIN, b"<text:p>", piece, 490_000))


def _book(piece: bytes) -> Callable[[], tuple[str, bytes]]:
    return lambda: ("a.epub", _packed(epub.PARTS, epub.CHAPTER, b"<p>", piece, 200_000))


def _rtf(piece: bytes) -> Callable[[], tuple[str, bytes]]:
    tokens = piece.count(b"\\") + piece.count(b"{") + piece.count(b"}") + piece.count(b"x")
    return lambda: ("a.rtf", b"{\\rtf1 " + piece * ((TOKENS_LIMIT - _ROOM) // tokens) + b"}")


_MAIL = b"From: a@x.example\nSubject: Ferry\nDate: Mon, 2 Mar 2026 09:00:00 +0000\n"

DOCUMENTS: dict[str, Callable[[], tuple[str, bytes]]] = {
    "docx: empty paragraphs": _word(b"<w:p/>"),
    "docx: one letter each": _word(b"<w:p><w:r><w:t>x</w:t></w:r></w:p>"),
    "docx: rows": _word(b"<w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl>"),
    "odt: one letter each": _odt(b"<text:p>x</text:p>"),
    "odt: elements": _odt(b"<text:p/>"),
    "epub: one letter each": _book(b"<p>x</p>"),
    "epub: lines": _book(b"x<br/>"),
    "rtf: one letter each": _rtf(b"x\\par "),
    "rtf: groups": _rtf(b"{}"),
    "rtf: fonts": _rtf(b"\\f1 x"),
    "rtf: numbers": _rtf(b"\\u8220?x"),
    "rtf: hexadecimal": lambda: ("a.rtf", b"{\\rtf1 " + b"\\'e9 " * (TOKENS_LIMIT // 2) + b"}"),
    "rtf: binary data": _rtf(b"\\bin1 x"),
    "eml: lines": lambda: ("a.eml", _MAIL + b"\n" + b"x\n\n" * 120_000),
    "eml: a page": lambda: ("a.eml", _MAIL + b"Content-Type: text/html\n\n" + b"<p>x" * 190_000),
    "eml: attached": lambda: (
        "a.eml",
        _MAIL
        + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n--b\nContent-Type: image/png\n\n"
        + (b"A" * 76 + b"\n") * 700_000,
    ),
    "srt: cues": lambda: ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\nx.\n\n" * 60_000),
}


def costs_of_large(amount: float, seed: int) -> Iterator[Cost]:
    """What a share of them costs the real child."""
    for case in chooser(seed, "large").sample(sorted(DOCUMENTS), share(len(DOCUMENTS), amount, 0)):
        name, data = DOCUMENTS[case]()
        values = {"name": name, "encoding": None, "form": "", "beside": []}
        report, _ = asking.exchange("article", values, (data,), never)
        complaints = []
        if report.outcome not in (asking.Outcome.FOUND, asking.Outcome.REFUSED):
            complaints.append(f"the reader broke: {report.outcome} {report.error}")
        if report.seconds >= SECONDS:
            complaints.append(f"it took {report.seconds:.1f} s")
        if report.peak >= MEMORY:
            complaints.append(f"it took {report.peak / 1e6:.0f} MB")
        told = report.key or report.error
        yield Cost(case, report.outcome.value, report.seconds, report.peak, told, tuple(complaints))
