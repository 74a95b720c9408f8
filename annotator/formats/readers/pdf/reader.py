"""From the bytes of a PDF file to its paragraphs."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.formats.kinds import MEGABYTE, TEXT_LIMIT, Block, Content
from annotator.formats.readers.pdf.columns import regions
from annotator.formats.readers.pdf.dropcaps import with_drop_caps
from annotator.formats.readers.pdf.footnotes import footnotes
from annotator.formats.readers.pdf.furniture import without_furniture
from annotator.formats.readers.pdf.hyphens import Words
from annotator.formats.readers.pdf.lines import Line, Page, body_size, in_one, rows, runs_leftward
from annotator.formats.readers.pdf.pages import page_of
from annotator.formats.readers.pdf.paragraphs import Column, Paragraph, Setting
from annotator.model.drafts import Note
from annotator.model.errors import BadInput

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

#: A file with more pages is no article, and to open each would take too long.
PAGES_LIMIT = 2_000
#: The head of a file may have other bytes before it.
_HEAD = 1_024
#: Type so much larger than the body's is that of a title, which is no longer than this.
_TITLE_SIZE, _TITLE_LIMIT = 1.3, 200
#: A shorter title may stand anywhere by chance.
_SHORT = 5
#: What programs write where nobody gave a title or a name.
_NO_TITLE = re.compile(r"untitled.*|microsoft word.*|.*\.\w{2,5}|document\d*|.*://.*", re.IGNORECASE)
_NO_NAME = re.compile(r"|user|admin(istrator)?|unknown|anonymous|root|.*@.*|owner", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a file says of itself."""

    title: str = ""
    author: str = ""
    language: str = ""


def knows(data: bytes) -> bool:
    """Whether bytes are a PDF file's."""
    return b"%PDF-" in data[:_HEAD]


def read(data: bytes, name: str, _encoding: str | None = None) -> Content:
    """The paragraphs of a PDF file, guessed from where its letters stand.

    Raises BadInput for what is no PDF file, for one that is damaged, locked with a password or has too many
    pages, and for one whose pages are pictures without letters.
    """
    if not knows(data):
        raise BadInput("pdf.not_one", name=name)
    with _opened(data, name) as document:
        pages = _pages(document, name)
        told = _told(document)
    if not any(page.lines for page in pages):
        raise BadInput("pdf.picture" if any(page.picture for page in pages) else "pdf.no_words", name=name)
    return _content(pages, told)


@contextmanager
def _opened(data: bytes, name: str) -> "Iterator[PdfDocument]":
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        locked = error.err_code in {FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY}
        raise BadInput("pdf.locked" if locked else "pdf.damaged", name=name) from error
    try:
        if len(document) > PAGES_LIMIT:
            raise BadInput("pdf.too_many_pages", name=name, limit=PAGES_LIMIT)
        yield document
    finally:
        document.close()


def _pages(document: "PdfDocument", name: str) -> list[Page]:
    """All pages that can be loaded; raises BadInput where none can, or where they hold too many letters."""
    from pypdfium2 import PdfiumError

    pages: list[Page] = []
    letters = 0
    for number in range(len(document)):
        try:
            page = page_of(document, number)
        except PdfiumError:
            continue
        pages.append(page)
        letters += sum(len(line.text) for line in page.lines)
        if letters > TEXT_LIMIT:
            raise BadInput("article.too_long", name=name, limit=TEXT_LIMIT // MEGABYTE)
    if not pages:
        raise BadInput("pdf.damaged", name=name)
    return pages


def _told(document: "PdfDocument") -> _Told:
    title, author = (" ".join(document.get_metadata_value(key).split()) for key in ("Title", "Author"))
    return _Told("" if _NO_TITLE.fullmatch(title) else title, "" if _NO_NAME.fullmatch(author) else author)


def _content(pages: Sequence[Page], told: _Told) -> Content:
    without_letters = sum(1 for page in pages if page.picture)
    bare, heads = without_furniture(pages)
    if any(page.lines for page in bare):
        pages = bare
    else:
        heads = 0  # pages that are all alike have no running heads
    lines = [line for page in pages for line in page.lines]
    body, leftward = body_size(lines), runs_leftward(lines)
    words = Words(line.text for line in lines)
    columns: list[Column] = []
    notes = 0
    for page in pages:
        in_order = _columns(page, body, words, leftward=leftward)
        left_out = footnotes([line for column in in_order for line in column], body)
        notes += len(left_out)
        aside = {id(line) for note in left_out for line in note}
        kept = ([line for line in column if id(line) not in aside] for column in in_order)
        columns += [Column(page.label, column) for column in kept if column]
    paragraphs = Setting(columns, body).paragraphs()
    blocks = tuple(paragraph.block(words, marks=not notes) for paragraph in paragraphs)
    return Content(
        blocks=blocks,
        guessed=True,
        title=_title(paragraphs, blocks, told.title, body),
        byline=told.author,
        notes=_notes(heads, notes, without_letters, sum(line.unsure for line in lines)),
    )


def _columns(page: Page, body: float, words: Words, *, leftward: bool) -> list[list[Line]]:
    """The lines of a page in reading order, column by column."""
    found = []
    for region in regions(page.lines, body, leftward=leftward):
        lines = [in_one(row, leftward=leftward) for row in rows(with_drop_caps(region, body, words))]
        found.append([_mirrored(line) for line in lines] if leftward else lines)
    return found


def _mirrored(line: Line) -> Line:
    """A line as it would stand if it ran from left to right."""
    return replace(line, left=-line.right, right=-line.left)


def _title(paragraphs: Sequence[Paragraph], blocks: Sequence[Block], told: str, body: float) -> str:
    """The title that the file gives if it stands on the first page, else the largest heading there."""
    first = [
        (paragraph.lines[0].size, block.text)
        for paragraph, block in zip(paragraphs, blocks, strict=True)
        if block.page == blocks[0].page
    ]
    if len(told) > _SHORT and any(_folded(told) in _folded(text) for _, text in first):
        return told
    size, heading = max(first, key=lambda each: each[0])
    return heading if size > _TITLE_SIZE * body and len(heading) <= _TITLE_LIMIT else told


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _notes(heads: int, notes: int, without_letters: int, unsure: int) -> tuple[Note, ...]:
    told = (
        ("pdf.heads_left_out", heads),
        ("pdf.footnotes_left_out", notes),
        ("pdf.pages_without_letters", without_letters),
        ("pdf.order_unsure", unsure),
    )
    return tuple((key, {"count": count}) for key, count in told if count)
