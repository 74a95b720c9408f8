"""Electronic books that are made to hang, to burst, to reach out, or that are something else."""

from collections.abc import Callable

from tests.formats import bait
from tests.formats.hostile_packages import xml_cases, zip_cases, zipped

_FILE = "a.epub"
CHAPTER = "OEBPS/a.xhtml"
_OPF = "OEBPS/content.opf"
_CONTAINER = "META-INF/container.xml"
PARTS = {
    "mimetype": b"application/epub+zip",
    _CONTAINER: b'<?xml version="1.0"?><container><rootfile full-path="OEBPS/content.opf"/></container>',
    _OPF: (
        b'<?xml version="1.0"?><package><metadata><title>Ferry</title></metadata><manifest>'
        b'<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        b'<spine><itemref idref="a"/></spine></package>'
    ),
    CHAPTER: b"<html><body><p>The ferry was late.</p></body></html>",
}

Make = Callable[[], tuple[str, bytes]]


def _with(part: str, old: bytes, new: bytes) -> Make:
    assert old in PARTS[part]
    return lambda: (_FILE, zipped({**PARTS, part: PARTS[part].replace(old, new)}, 0))


def _chapter(piece: bytes) -> Make:
    return _with(CHAPTER, b"<p>", piece + b"<p>")


def _xml(part: str, root: str, name: str) -> dict[str, Make]:
    return {f"{name}, {case}": make for case, make in xml_cases(_FILE, PARTS, part, root).items()}


CASES: dict[str, Make] = {
    **zip_cases(_FILE, PARTS, _OPF),
    **_xml(_OPF, "package", "package"),
    **_xml(CHAPTER, "html", "chapter"),
    "a chapter many times": _with(_OPF, b'<itemref idref="a"/>', b'<itemref idref="a"/>' * 100_000),
    "many chapters that are one file": _with(
        _OPF,
        b"</manifest><spine>",
        b"".join(b'<item id="i%d" href="a.xhtml" media-type="text/html"/>' % n for n in range(20_000))
        + b"</manifest><spine>"
        + b"".join(b'<itemref idref="i%d"/>' % n for n in range(20_000)),
    ),
    "a chapter that is nowhere": _with(_OPF, b'href="a.xhtml"', b'href="b.xhtml"'),
    "a chapter above the book": _with(_OPF, b'href="a.xhtml"', b'href="../../../../etc/passwd"'),
    "a chapter that is the bait file": lambda: _with(
        _OPF, b'href="a.xhtml"', f'href="file://{bait.file()}"'.encode()
    )(),
    "a chapter that is an address": lambda: _with(_OPF, b'href="a.xhtml"', f'href="{bait.url()}"'.encode())(),
    "a path that is broken": _with(_OPF, b'href="a.xhtml"', b'href="%ff%00%2e%2e/%zz#x"'),
    "a package that is nowhere": _with(_CONTAINER, b"content.opf", b"other.opf"),
    "a package that is the container": _with(_CONTAINER, b"OEBPS/content.opf", b"META-INF/container.xml"),
    "no package": _with(_CONTAINER, b"full-path", b"half-path"),
    "elements never closed": _chapter(b"<div><b><i>" * 10_000),
    "tags by the million": _chapter(b"<br/>" * 1_200_000),
    "signs of tags alone": _chapter(b"<" * 90_000),
    "quotes never closed": _chapter(b'<a b="' * 20_000),
    "notes never closed": _chapter(b'<aside epub:type="footnote">' * 50_000),
    "notes in notes": _chapter(b'<a epub:type="noteref">' * 20_000 + b"</a>" * 20_000),
    "an attribute of megabytes": _chapter(b'<p class="' + b"x" * 5_000_000 + b'">'),
    "a picture that is the bait": lambda: _chapter(f'<img src="file://{bait.file()}"/>'.encode())(),
    "locked": lambda: (
        _FILE,
        zipped(
            {**PARTS, "META-INF/encryption.xml": b'<e><CipherReference URI="OEBPS/a.xhtml"/></e>'},
        ),
    ),
    "a chapter of noise": _with(CHAPTER, b"<p>", bytes(range(256)) * 400),
    "contents that are chapters of themselves": _with(
        _OPF, b'href="a.xhtml"', b'properties="nav" href="content.opf"'
    ),
}
