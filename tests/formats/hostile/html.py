"""Web pages and archives that are made to hang, to burst, to reach out, or that are something else."""

import base64
import gzip
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

from tests.formats import bait

PROSE = (
    b"<p>The ferry was two hours late on Monday, the harbour master said, and nobody told the passengers.</p>"
)
PAGE = b"<!doctype html><html><body><article>" + PROSE * 3 + b"%s</article></body></html>"

Made = tuple[str, bytes]


def _page(inside: bytes) -> Callable[[], Made]:
    return lambda: ("page.html", PAGE.replace(b"%s", inside))


def _large(piece: bytes, count: int, around: tuple[bytes, bytes] = (b"", b"")) -> Callable[[], Made]:
    """A page with one piece over and over, made when it is asked for."""
    return lambda: ("page.html", PAGE.replace(b"%s", around[0] + piece * count + around[1]))


def _raw(name: str, data: bytes) -> Callable[[], Made]:
    return lambda: (name, data)


def _reaching(markup: bytes, name: str = "page.html") -> Made:
    """A page that refers to the bait: FILE and URL stand for its path and its address."""
    page = markup if markup.startswith((b"<?xml", b"<!DOCTYPE")) else PAGE.replace(b"%s", markup)
    return name, page.replace(b"FILE", bait.file().encode()).replace(b"URL", bait.url().encode())


def _zipped() -> Made:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("index.html", b"<p>" + b" " * 1_000_000)
    return "page.html", buffer.getvalue()


def _archive(parts: bytes, boundary: bytes = b"xx", headers: bytes = b"") -> Made:
    start = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="'
    return "page.mhtml", start + boundary + b'"\r\n' + headers + b"\r\n" + parts


def _part(body: bytes, headers: bytes = b"", kind: bytes = b"text/html") -> bytes:
    return b"--xx\r\nContent-Type: " + kind + b"\r\n" + headers + b"\r\n" + body + b"\r\n"


def _nested_archive() -> Made:
    inner = PROSE
    for number in range(300):
        mark = b"b%d" % number
        inner = b'--%s\r\nContent-Type: multipart/related; boundary="b%d"\r\n\r\n%s' % (
            mark,
            number - 1,
            inner,
        )
    return _archive(inner, b"b299")


def _own_boundary() -> Made:
    return _archive(_part(b"", kind=b'multipart/related; boundary="xx"') * 500)


def _packed_twice() -> Made:
    body = base64.encodebytes(base64.encodebytes(PROSE * 5_000))
    return _archive(_part(body, b"Content-Transfer-Encoding: base64\r\n") + b"--xx--")


def _utf16() -> Made:
    return "page.html", PAGE.replace(b"%s", PROSE * 20_000).decode().encode("utf-16-le")


def _declared(charset: bytes, body: bytes = b"\xe9\x80\xff" * 2_000) -> Callable[[], Made]:
    return _page(b'<meta charset="' + charset + b'">' + body)


CASES: dict[str, Callable[[], Made]] = {
    # Nesting
    "divs 20,000 deep": _large(b"<div>", 20_000),
    "divs 254 deep": _large(b"<div>", 250, (b"", PROSE * 20 + b"</div>" * 250)),
    "tables 3,000 deep": _large(b"<table><tr><td>", 3_000),
    "tables in tables at the parser's depth": _large(b"<table><tr><td>x", 60, (b"", PROSE * 2_000)),
    "tables in tables that end with their text": _large(
        b"<table><tr><td>", 80, (b"", PROSE * 80_000 + b"</table>" * 80)
    ),
    "asides in asides": _large(b"<aside>", 240, (b"<main>", PROSE * 60_000)),
    "a million unclosed bold": _large(b"<b>", 1_000_000),
    "misnested formatting": _large(b"<b><i><p></b></i>", 30_000),
    "lists in lists": _large(b"<ul><li>a", 5_000),
    # Numbers
    "unclosed paragraphs by the 100,000": _large(b"<p>a", 100_000),
    "four million tags": _large(b"<p>", 4_000_000),
    "list items with links": _large(b'<li><a href="/x">word word</a></li>', 60_000),
    "line breaks by the 100,000": _large(b"a<br>", 100_000),
    "empty spans": _large(b"<span></span>", 70_000),
    "rows of a table": _large(b"<tr><td>1<td>2", 15_000, (b"<table>", b"</table>")),
    "200,000 characters that open a tag": _large(b"<", 200_000),
    "100,000 comments": _large(b"<!-->", 100_000),
    # One giant thing
    "an attribute of twelve megabytes": _large(b"x", 12_000_000, (b'<p title="', b'">word</p>')),
    "an attribute that never ends": _large(b"x", 5_000_000, (b'<p title="', b"")),
    "100,000 attributes": lambda: (
        "page.html",
        PAGE.replace(
            b"%s", b"<p " + b" ".join(b"a%d=''" % number for number in range(100_000)) + b">word</p>"
        ),
    ),
    "5,000 attributes in each of 100 tags": lambda: (
        "page.html",
        PAGE.replace(
            b"%s", (b"<p " + b"/".join(b"a%d" % number for number in range(5_000)) + b">word</p>") * 100
        ),
    ),
    "a word of twelve megabytes": _large(b"x", 12_000_000, (b"<p>", b"</p>")),
    "spaces by the million": _large(b" \n", 5_000_000, (b"<p>a", b"b</p>")),
    "a comment that never ends": _large(b"- ", 2_000_000, (b"<!--", b"")),
    "a script that never ends": _large(b"if(a<b){} ", 500_000, (b"<script>", b"")),
    "a title that never ends": _large(b"word ", 500_000, (b"<title>", b"")),
    "a data address of twenty megabytes": _large(
        b"A", 20_000_000, (b'<img src="data:image/png;base64,', b'">')
    ),
    "data addresses by the 100,000": _large(b"data:", 2_000_000),
    # Entities and declarations
    "entities of entities": _raw(
        "page.xhtml",
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">'
        b'<!ENTITY c "&b;&b;&b;&b;&b;">]><html><body><p>&c;&c;&c;</p>' + PROSE + b"</body></html>",
    ),
    "an entity from outside": lambda: _reaching(
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://FILE">'
        b'<!ENTITY % y SYSTEM "URL">%y;]>'
        b"<html><body><p>&x;</p>" + PROSE + b"</body></html>",
        "page.xhtml",
    ),
    "a doctype from outside": lambda: _reaching(b'<!DOCTYPE html SYSTEM "URL"><body>' + PROSE * 3),
    "numeric entities": _large(b"&#x1F600;&#0;&#xD800;&#x110000;&#99999999999;", 20_000, (b"<p>", b"</p>")),
    "an ampersand without end": _large(b"&amp", 500_000, (b"<p>", b"</p>")),
    # Reaching out
    "what would be loaded": lambda: _reaching(
        b'<base href="file:///"><link rel=stylesheet href="FILE"><img src="file://FILE" srcset="URL 2x">'
        b'<script src="URL"></script><iframe src="file://FILE"></iframe><frame src="URL">'
        b'<object data="file://FILE"></object><embed src="URL"><video src="FILE" poster="URL"></video>'
        b'<p style="background:url(URL)">word</p><style>@import "URL";</style>'
    ),
    "sent on at once": lambda: _reaching(b'<meta http-equiv="refresh" content="0;url=URL"><p>word</p>'),
    "an included page": lambda: _reaching(
        b'<x:include xmlns:x="http://www.w3.org/2001/XInclude" parse="text" href="FILE"/>'
        b'<?xml-stylesheet href="URL"?>'
    ),
    "addresses that are none": _page(
        b'<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="http://[">'
        b'<a href="http://[::1">x</a><img src="http://a:99999999/">'
    ),
    "a drawing with a script": lambda: _reaching(
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script><foreignObject>'
        + PROSE
        + b'</foreignObject><image href="URL"/><use href="file://FILE#x"/></svg>'
    ),
    # Encodings
    "zero bytes": _page(b"\0".join([b"<p>one word</p>"] * 3_000)),
    "nothing but zero bytes": _raw("page.html", bytes(100_000)),
    "named as punycode": _declared(b"punycode"),
    "named as unicode_escape": _declared(b"unicode_escape"),
    "named as zip": _declared(b"zlib_codec"),
    "named as utf-7": _declared(b"utf-7", b"+ADw-script+AD4-"),
    "named as utf-16": _declared(b"utf-16"),
    "named as shift_jis wrongly": _declared(b"shift_jis"),
    "utf-16 without a mark": _utf16,
    "every byte there is": _raw("page.html", b"<p>" + bytes(range(256)) * 500),
    "lone surrogates": _page(b"<p>\xed\xa0\x80\xed\xb0\x80 " * 500),
    # JSON-LD
    "brackets 100,000 deep for programs": _large(
        b"[", 100_000, (b'<script type="application/ld+json">', b"</script>")
    ),
    "a graph of 100,000 nodes": _large(
        b'{"@type":"NewsArticle","name":1},',
        50_000,
        (b'<script type="application/ld+json">{"@graph":[', b"{}]}</script>"),
    ),
    "details of the wrong kind": _page(
        b'<script type="application/ld+json">{"@type":["NewsArticle",7,null],"headline":["a"],"author":'
        b'[[1],{"name":{"x":1}},null,"\\ud800"],"publisher":7,"datePublished":{"a":1},"url":[],'
        b'"mainEntityOfPage":{"@id":5},"inLanguage":{"name":"English"}}</script>'
    ),
    # Mislabelled and cut off
    "a zip file": _zipped,
    "a PDF": _raw("page.html", b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>"),
    "a packed page": _raw("page.html", gzip.compress(PAGE)),
    "a picture": _raw("page.html", b"\x89PNG\r\n\x1a\n" + zlib.compress(bytes(100_000), 0)),
    "one bracket": _raw("page.html", b"<"),
    "only a comment": _raw("page.html", b"<!-- nothing -->"),
    "only a head": _raw("page.html", b"<html><head><title>a</title></head></html>"),
    "cut off in a tag": _raw("page.html", PAGE[:-40] + b"<p class="),
    # Archives
    "archives in archives": _nested_archive,
    "an archive in its own boundary": _own_boundary,
    "an archive of 200,000 parts": lambda: _archive(b"--xx\r\nA: b\r\n\r\n" * 200_000),
    "an archive without an end": lambda: _archive(_part(PROSE)),
    "an archive without a page": lambda: _archive(_part(b"R0lGOD", kind=b"image/gif")),
    "an archive with an empty boundary": lambda: _archive(_part(PROSE), boundary=b""),
    "an archive with a boundary of one sign": lambda: _archive(b"-" * 5_000_000, boundary=b"-"),
    "an archive of headers only": _raw("page.mhtml", b"MIME-Version: 1.0\r\n" + b"X: y\r\n" * 500_000),
    "an archive with a giant header": lambda: _archive(
        _part(PROSE), headers=b"X: " + b"y" * 5_000_000 + b"\r\n"
    ),
    "an archive with a thousand folds": lambda: _archive(
        _part(PROSE), headers=b"Subject: a\r\n" + b" =?utf-8?q?=?=\r\n" * 3_000
    ),
    "an archive with broken base64": lambda: _archive(
        _part(b"\xff$$$!" * 1_000 + b"A", b"Content-Transfer-Encoding: base64\r\n")
    ),
    "an archive packed twice": _packed_twice,
    "an archive of soft line ends": lambda: _archive(
        _part(b"=\r\n" * 1_000_000 + PROSE, b"Content-Transfer-Encoding: quoted-printable\r\n")
    ),
    "an archive named as punycode": lambda: _archive(
        _part(b"\xe9" * 100_000, b'Content-Type: text/html; charset="punycode"\r\n')
    ),
    "an archive from a file": lambda: _archive(
        _part(PROSE * 3, f"Content-Location: file://{bait.file()}\r\n".encode())
    ),
    "an archive that is a page": _raw("page.mhtml", PAGE),
    "an archive that is a zip": lambda: ("page.mhtml", _zipped()[1]),
}
