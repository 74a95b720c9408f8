"""Web archives (.mhtml, .mht): the page in them, read as any page; pictures and frames are left alone.

Format: RFC 2557 (MHTML), a mail whose parts are the page and what it shows.
"""

import re
from dataclasses import replace

from annotator.formats.kinds import MEGABYTE, Content, Format, Group
from annotator.formats.readers.html import read_page
from annotator.formats.readers.mime import Part, mail
from annotator.formats.readers.web_details import web_address
from annotator.model.errors import BadInput

_PAGES = frozenset({"text/html", "application/xhtml+xml"})

#: An archive has its page in the first part or one below; more levels of parts are not searched.
_SEARCHED = 10

_HEADERS = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_HEADERS_LIMIT = 65_536
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_VERSION = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)


def is_archive(data: bytes) -> bool:
    """Whether a file begins with the headers of a web archive."""
    found = _HEADERS.match(data.lstrip(), 0, _HEADERS_LIMIT)
    return bool(found and _RELATED.search(found[0]) and _VERSION.search(found[0]))


def read(data: bytes, name: str, encoding: str | None = None) -> Content:
    """The article of the page in an archive, with what its headers know of it.

    Raises BadInput for what is no archive, for a damaged one, and for all that `html.read` refuses.
    """
    whole = mail(data.lstrip())
    if not whole.header("MIME-Version"):
        raise BadInput("web.no_archive", name=name)
    page = _page(whole)
    body = page.decoded() if page is not None else b""
    if page is None or b"<" not in body:  # where it cannot be decoded it comes as it is
        raise BadInput("web.archive_damaged", name=name)
    charset = page.ask(lambda headers: headers.get_content_charset())
    content = read_page(body, name, encoding, _address(page) or _address(whole), charset)
    return replace(content, title=content.title or whole.header("Subject"))


def _page(whole: Part) -> Part | None:
    """The part that holds the page: the one named as the start, else the first page there is."""
    start = whole.ask(lambda headers: headers.get_param("start"))
    waiting, searched = [whole], 0
    while waiting and searched < _SEARCHED:
        part = waiting.pop()
        if part.kind in _PAGES:
            return part
        if inner := part.parts():
            searched += 1
            waiting += reversed(inner)
            waiting.sort(key=lambda one: bool(start) and one.header("Content-ID") == start)
    return None


def _address(part: Part) -> str:
    return web_address(part.header("Content-Location") or part.header("Snapshot-Content-Location"))


FORMAT = Format("mhtml", (".mhtml", ".mht"), Group.ARTICLES, read=read, knows=is_archive, limit=64 * MEGABYTE)
