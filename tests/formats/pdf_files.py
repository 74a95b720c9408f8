"""PDF files written by hand, as plain as they can be."""

import zlib
from collections.abc import Sequence

WORDS = b"BT /F1 12 Tf 72 700 Td (The ferry was two hours late on Monday.) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    b" /Resources << /Font << /F1 5 0 R >> >> >>"
)
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


def stream(data: bytes, about: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), about, data)


def packed(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [" + b"/FlateDecode " * times + b"]")


def document(objects: Sequence[bytes], trailer: bytes = b"", head: bytes = b"%PDF-1.7\n") -> bytes:
    """A file of these objects, numbered from 1, the first the catalogue."""
    out, places = bytearray(head), []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)


def simple(
    words: bytes = WORDS, *more: bytes, catalog: bytes = CATALOG, pages: bytes = PAGES, page: bytes = PAGE,
    font: bytes = FONT, contents: bytes | None = None, trailer: bytes = b"",
) -> bytes:  # fmt: skip
    contents = stream(words) if contents is None else contents
    return document([catalog, pages, page, contents, font, *more], trailer)


def page(*lines: tuple[float, float, float, str]) -> bytes:
    """A file of one page in Helvetica, from lines by (size, x, y from the foot, words)."""
    return pages([lines])


def pages(each: Sequence[Sequence[tuple[float, float, float, str]]]) -> bytes:
    """A file of pages as `page` makes them."""
    first = 4
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(each)))
    objects = [CATALOG, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(each)), FONT]
    for number, lines in enumerate(each):
        about = b"/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        contents = first + 2 * number + 1
        objects.append(b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R >>" % (about, contents))
        objects.append(stream(b"\n".join(_typed(line) for line in lines)))
    return document(objects)


def _typed(line: tuple[float, float, float, str]) -> bytes:
    size, x, y, words = line
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("latin-1")
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, x, y, escaped)
