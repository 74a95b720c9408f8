"""Web pages as saved by a browser (.html, .htm, .xhtml): the article, without menus and what surrounds it."""

import re
from collections.abc import Iterable
from html import unescape

from annotator.formats.encoding import Decoded
from annotator.formats.kinds import MEGABYTE, Block, Content
from annotator.formats.readers import plain
from annotator.formats.readers.html_fragment import paragraphs
from annotator.formats.readers.html_page import parsed, source
from annotator.formats.readers.html_pieces import Piece, pieces
from annotator.formats.readers.main_text import article, leads_home
from annotator.formats.readers.web_details import details
from annotator.model.drafts import Note

#: Bytes of a page with the pictures laid into it; they are left out before it is read.
LIMIT = 64 * MEGABYTE

_MARKUP = re.compile(r"</?(?:p|div|br|h[1-6])\b[^<>]*>", re.IGNORECASE)

#: A page that leaves out fewer words has no menus worth a word.
_FEW_WORDS = 10


def read(data: bytes, name: str, encoding: str | None = None) -> Content:
    """The article of a web page; raises BadInput for what is no page and an encoding that does not fit."""
    return read_page(data, name, encoding)


def read_page(data: bytes, name: str, encoding: str | None, address: str = "", charset: str = "") -> Content:
    """The same for a page that came with its address and with the name of its encoding; raises BadInput."""
    page = source(data, name, encoding, charset)
    if "<" not in page.text:
        return plain.read(data, name, page.encoding)
    tree = parsed(page.text)
    if tree is None:
        return _content(page, tuple(paragraphs(page.text).split("\n\n")), url=address)
    standing = pieces(tree)
    shown = _headline(standing)
    known = details(tree, page.text, shown, address)
    taken = article(tree, standing, len(page.text), known.byline)
    blocks = tuple(piece.words for piece in taken) or _for_programs(known.body)
    blocks = blocks or tuple(piece.words for piece in standing)
    notes = _notes(standing, blocks, known.partial)
    return _content(
        page,
        blocks,
        notes,
        title=known.title,
        byline=known.byline,
        publisher=known.publisher,
        url=known.url,
        published=known.published,
        language=known.language,
    )


def _content(page: Decoded, blocks: tuple[str, ...], notes: tuple[Note, ...] = (), **known: str) -> Content:
    return Content(
        encoding=page.encoding,
        sure=page.sure,
        candidates=page.candidates,
        notes=(*plain.damage(page), *notes),
        blocks=tuple(Block(words) for words in blocks),
        guessed=True,
        **known,
    )


def _for_programs(body: str) -> tuple[str, ...]:
    """The paragraphs of an article as JSON-LD holds it: as markup, or as text with line ends."""
    if _MARKUP.search(body):
        return tuple(paragraphs(body).split("\n\n"))
    return tuple(filter(None, (" ".join(line.split()) for line in unescape(body).split("\n"))))


def _headline(standing: list[Piece]) -> str:
    """The one heading of the first level, "" where there are none or several."""
    found = [piece.words for piece in standing if piece.element.tag == "h1" and not leads_home(piece)]
    return found[0] if len(found) == 1 else ""


def _notes(standing: list[Piece], blocks: tuple[str, ...], partial: bool) -> tuple[Note, ...]:
    left_out = _count(piece.words for piece in standing) - _count(blocks)
    notes: list[Note] = []
    if left_out > _FEW_WORDS:
        notes.append(("web.left_out", {"count": left_out}))
    if partial:
        notes.append(("web.partial", {}))
    return tuple(notes)


def _count(paragraphs: Iterable[str]) -> int:
    return sum(len(words.split()) for words in paragraphs)
