"""A saved web page taken apart: its tree, with what nobody reads made small before.

Format: the HTML Living Standard as libxml2 reads it. Nothing is loaded and no script runs.
"""

import codecs
import re
from typing import TYPE_CHECKING

from annotator.formats.encoding import OFFERED, Decoded, decode, offered
from annotator.formats.kinds import MEGABYTE, TEXT_LIMIT
from annotator.model.errors import BadInput

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: A page of more tags is read by the scanner, which builds no tree: a tree of them would fill the memory.
TREE_LIMIT = 200_000

#: No page has as many tags; the scanner would take many seconds for them.
_TAG_LIMIT = 600_000

#: Files whose first bytes say that they are something else, whatever their names say.
_OTHERS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x1f\x8b")

#: Looks like ASCII to whoever is not told.
_SHIFTING = "iso2022_jp"

#: Pictures and fonts laid into the page itself; a page of ten megabytes has nine of them.
_LAID_IN = re.compile(rb"data:[\w.+/-]{3,80}(?:;[\w=.-]{1,40}){0,4},[^\"'<>()\s]{200,}")

#: Where a page names its own encoding; the standard looks at 1,024 bytes, saved pages have it further down.
_META = re.compile(rb"<meta\s[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_META_WITHIN = 32_768

#: What pages name besides the encodings offered. Of Python's others some are no encodings of text, and one
#: (punycode) takes hours for a page.
_NAMED_TOO = frozenset(
    ("iso8859-2", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-10", "iso8859-13")
    + ("iso8859-14", "iso8859-16", "koi8-u", "cp866", "cp874", "cp1257", "cp1258", "mac-roman", "iso2022_jp")
)

#: Its doctype or first element, behind what may stand before it: a mark, a declaration, comments.
_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*){0,3}"
    rb"<(?:!doctype\s+html|html)\b",
    re.IGNORECASE,
)
_BEGINS_WITHIN = 8_192

_LONG_TAG = re.compile("<[a-zA-Z][^<>]{1000,}")
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')|/")
_COMPARISONS = 500_000_000

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def is_page(data: bytes) -> bool:
    """Whether a file begins as a page of HTML or XHTML does."""
    return bool(_BEGINNING.match(data[:_BEGINS_WITHIN].replace(b"\0", b"")))


def source(data: bytes, name: str, encoding: str | None, charset: str = "") -> Decoded:
    """The page's own words as they were written, with what is laid in left out.

    The encoding is the forced one, else UTF-8 or UTF-16 where the bytes are that, else what came with the
    page (`charset`) or what the page says, else a guess. Raises BadInput for what is no page, too long, made
    to keep a reader busy, or not in the forced encoding.
    """
    if data.lstrip()[:8].startswith(_OTHERS):
        raise BadInput("web.no_page", name=name)
    data = _LAID_IN.sub(b"", data)
    if len(data) > TEXT_LIMIT:
        raise BadInput("web.too_long", name=name, limit=TEXT_LIMIT // MEGABYTE)
    if data.count(b"<") > _TAG_LIMIT:
        raise BadInput("web.unsafe", name=name)
    if encoding is None:
        meta = _META.search(data[:_META_WITHIN])
        for said in (charset, meta[1].decode("ascii") if meta else ""):
            if (named := named_encoding(said, data)) is not None:
                return decode(data, named, name=name)
    return decode(data, encoding, name=name)


def named_encoding(said: str, data: bytes) -> str | None:
    """The encoding that a page or its sender names, None unless its bytes can be in it and need it."""
    try:
        codec = codecs.lookup(said).name
        named = offered(said) or (codec if codec in _NAMED_TOO else None)
        if named is None or (_is_unicode(data) and codec != _SHIFTING):
            return None
        data.decode(OFFERED.get(named, named))
    except (LookupError, UnicodeError, ValueError):
        return None
    return named


def parsed(html: str) -> "HtmlElement | None":
    """The tree of a page; None where there is none to build, or where it would be too large or too deep."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if html.count("<") > TREE_LIMIT or _is_costly(html):
        return None
    plain = _CONTROLS.sub("", html).encode()
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = document_fromstring(plain, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return None if _gave_up(parser) else tree


def _is_unicode(data: bytes) -> bool:
    """Whether a mark or the bytes themselves say that they are Unicode."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_costly(html: str) -> bool:
    """Whether tags have so many attributes that the parser, which compares each with each, takes long."""
    bare = (_VALUE.sub(" ", tag[0]) for tag in _LONG_TAG.finditer(html))
    return sum(len(tag.split()) ** 2 for tag in bare) > _COMPARISONS


def _gave_up(parser: "HtmlElement") -> bool:
    """Whether the parser stopped in the middle of the page, as it does where elements nest too deep."""
    return any(entry.level_name == "FATAL" for entry in parser.error_log)
