"""PDF files that are made to hang, to burst, to reach out, or that are something else."""

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from tests.formats import bait
from tests.formats.pdf_files import CATALOG, FONT, PAGE, PAGES, WORDS, document, packed, simple, stream

Made = tuple[str, bytes]

REAL = Path(__file__).parents[2] / "corpus" / "pdf" / "02-two-columns-running-heads.pdf"


def _pdf(data: bytes) -> Callable[[], Made]:
    return lambda: ("page.pdf", data)


def _late(make: Callable[[], bytes]) -> Callable[[], Made]:
    return lambda: ("page.pdf", make())


def _real() -> bytes:
    return REAL.read_bytes()


def _cut(share: float) -> Callable[[], Made]:
    return _late(lambda: _real()[: int(len(_real()) * share)])


def _torn() -> bytes:
    """Every seventh kilobyte of a real file is noise."""
    data = bytearray(_real())
    for place in range(512, len(data) - 64, 7_000):
        data[place : place + 64] = bytes((place * 31 + n * 17) % 256 for n in range(64))
    return bytes(data)


def _without_table() -> bytes:
    data = simple()
    return data[: data.rindex(b"xref\n0 ")] + b"startxref\n99999999\n%%EOF\n"


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return document([CATALOG, pages, *[page] * count])


def _deep_pages(depth: int) -> bytes:
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 3) for number in range(depth)]
    return document(
        [CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", *nodes, PAGE, stream(WORDS), FONT]
    )


def _action(markup: bytes) -> Callable[[], Made]:
    """A file that wants something done when it is opened; FILE and URL stand for the bait."""

    def make() -> Made:
        action = markup.replace(b"FILE", bait.file().encode()).replace(b"URL", bait.url().encode())
        return "page.pdf", simple(catalog=CATALOG[:-2] + action + b" >>")

    return make


def _foreign_contents() -> Made:
    about = b"/F << /Type /Filespec /F (%s) >>" % bait.file().encode()
    return "page.pdf", simple(contents=stream(b"", about))


def _encrypted() -> bytes:
    about = b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    return simple(WORDS, about, trailer=b"/Encrypt 6 0 R /ID [<00> <00>]")


def _zipped() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("a.txt", "words")
    return buffer.getvalue()


def _object_stream(first: int) -> bytes:
    """A stream of objects that says it extends itself."""
    about = b"/Type /ObjStm /N 1 /First %d /Extends 6 0 R" % first
    return simple(WORDS, stream(b"7 0 << /A 7 0 R >>", about))


def _letters(count: int, step: bytes = b"(a) Tj 0.1 0 Td\n") -> bytes:
    return simple(contents=packed(b"BT /F1 1 Tf 10 800 Td\n" + step * count + b"ET"))


def _form(words: bytes) -> bytes:
    """A page that draws an object which draws itself."""
    form = stream(
        words, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    page = PAGE.replace(b"/Font <<", b"/XObject << /X 6 0 R >> /Font <<")
    return simple(WORDS + b" /X Do", form, page=page)


CASES: dict[str, Callable[[], Made]] = {
    "nothing": _pdf(b""),
    "head only": _pdf(b"%PDF-1.7\n"),
    "head and end": _pdf(b"%PDF-1.4\n%%EOF"),
    "wrong head": _late(lambda: b"GIF89a" + simple()[8:]),
    "noise behind a head": _pdf(b"%PDF-1.7\n" + bytes(range(256)) * 2_000),
    "a zip": _late(_zipped),
    "a web page": _pdf(b"<!doctype html><p>Not a PDF file</p>"),
    "NUL": _pdf(b"%PDF-1.7" + b"\0" * 3_000_000),
    "cut after the first tenth": _cut(0.1),
    "cut in half": _cut(0.5),
    "cut before the end": _cut(0.98),
    "torn": _late(_torn),
    "no table": _late(_without_table),
    "table that points to itself": _late(
        lambda: simple(trailer=b"/Prev 9").replace(b"/Prev 9", b"/Prev 380")
    ),
    "tables in a ring": _late(
        lambda: simple() + b"xref\n0 0\ntrailer << /Prev 0 /Root 1 0 R >>\nstartxref\n560\n%%EOF"
    ),
    "pages that hold themselves": _late(
        lambda: simple(pages=b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>")
    ),
    "pages in a ring": _late(
        lambda: simple(WORDS, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>", pages=PAGES.replace(b"3", b"6"))
    ),
    "a thousand million pages claimed": _late(
        lambda: simple(pages=b"<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>")
    ),
    "fewer than no pages": _late(lambda: simple(pages=b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>")),
    "the same page 2,000 times": _late(
        lambda: simple(pages=b"<< /Type /Pages /Kids [" + b"3 0 R " * 2_000 + b"] /Count 2000 >>")
    ),
    "ten thousand empty pages": _late(lambda: _many_pages(10_000)),
    "two thousand empty pages": _late(lambda: _many_pages(2_000)),
    "pages 3,000 deep": _late(lambda: _deep_pages(3_000)),
    "bomb": _late(lambda: simple(contents=packed(b" " * 60_000_000))),
    "bomb in a bomb": _late(lambda: simple(contents=packed(b"\0" * 100_000_000, 2))),
    "filter named a thousand times": _late(
        lambda: simple(contents=stream(zlib.compress(WORDS), b"/Filter [" + b"/FlateDecode " * 1_000 + b"]"))
    ),
    "a million letters": _late(lambda: _letters(1_000_000)),
    "half a million lines": _late(lambda: _letters(500_000, b"(a) Tj 0 -0.001 Td\n")),
    "letters all over": _late(lambda: _letters(60_000, b"(word and ) Tj 37 -91 Td\n")),
    "arrays 100,000 deep": _late(
        lambda: simple(catalog=CATALOG[:-2] + b"/A " + b"[" * 100_000 + b"]" * 100_000 + b">>")
    ),
    "operands 100,000 deep": _late(lambda: simple(b"[" * 100_000 + b"]" * 100_000 + WORDS)),
    "a length of its own": _late(
        lambda: simple(contents=b"<< /Length 4 0 R >>\nstream\n" + WORDS + b"\nendstream")
    ),
    "a length without end": _late(
        lambda: simple(contents=b"<< /Length 99999999999 >>\nstream\n" + WORDS + b"\nendstream")
    ),
    "an object that is itself": _late(lambda: simple(catalog=b"1 0 R")),
    "a stream of objects that extends itself": _late(lambda: _object_stream(5)),
    "a stream of objects that begins nowhere": _late(lambda: _object_stream(1 << 30)),
    "a picture that draws itself": _late(lambda: _form(b"/X Do /X Do /X Do")),
    "saved 200,000 times": _late(lambda: simple(b"q " * 200_000 + WORDS)),
    "huge type": _late(lambda: simple(WORDS.replace(b"12 Tf", b"1e38 Tf"))),
    "type of no size": _late(lambda: simple(WORDS.replace(b"12 Tf", b"0 Tf"))),
    "far away": _late(lambda: simple(WORDS.replace(b"72 700 Td", b"1e30 -1e30 Td") + WORDS)),
    "a page as wide as the world": _late(lambda: simple(page=PAGE.replace(b"595 842", b"1e30 1e30"))),
    "a page of no size": _late(lambda: simple(page=PAGE.replace(b"595 842", b"0 0"))),
    "a page inside out": _late(lambda: simple(page=PAGE.replace(b"0 0 595 842", b"595 842 nan inf"))),
    "signs of control": _late(lambda: simple(WORDS.replace(b"ferry", b"\\016fer\\017ry\\002\\033[2J"))),
    "script on opening": _action(b"/OpenAction << /S /JavaScript /JS (app.launchURL\\('URL'\\);) >>"),
    "address on opening": _action(b"/OpenAction << /S /URI /URI (URL) >>"),
    "program on opening": _action(b"/OpenAction << /S /Launch /F (FILE) >>"),
    "other file on opening": _action(b"/OpenAction << /S /GoToR /F (FILE) /D [0 /Fit] >>"),
    "form that is sent": _action(
        b"/AcroForm << /XFA (URL) /Fields [] >> /AA << /WC << /S /SubmitForm /F (URL) >> >>"
    ),
    "file within": _action(
        b"/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (FILE) >>] >> >>"
    ),
    "contents in another file": _foreign_contents,
    "locked": _late(_encrypted),
    "locked with itself": _late(lambda: simple(trailer=b"/Encrypt 1 0 R /ID [<00> <00>]")),
    "a font that is its own child": _late(
        lambda: simple(
            font=b"<< /Type /Font /Subtype /Type0 /BaseFont /X /DescendantFonts [5 0 R] /Encoding /H >>"
        )
    ),
    "a font's table of letters that bursts": _late(
        lambda: simple(
            WORDS,
            packed(b"begincmap\n" + b"1 beginbfrange <0000> <FFFF> <0041> endbfrange\n" * 50_000),
            font=FONT[:-2] + b" /ToUnicode 6 0 R >>",
        )
    ),
}

#: pdfium follows such a picture until its stack is full.
CONTAINED = {"a picture that draws itself"}
