"""Electronic books (.epub): their chapters in reading order, without cover and contents.

Format: EPUB 3.3, and EPUB 2.0.1 (Open Packaging Format, Open Container Format).
"""

import posixpath
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from annotator.formats.encoding import decode
from annotator.formats.kinds import MEGABYTE, Block, Content, Format, Group
from annotator.formats.readers import details
from annotator.formats.readers.html_body import paragraphs
from annotator.formats.readers.left_out import FOOTNOTES, MISSING, PARTS, told
from annotator.formats.readers.zips import SafeZip, parts_of
from annotator.formats.xml import BrokenXmlError, Element, UnsafeXmlError, document, local, parse
from annotator.model.errors import BadInput

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LIMIT = 64 * MEGABYTE

#: The most tags of all chapters together that are read: a few seconds of work.
_TAGS_LIMIT = 1_000_000

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"

#: Kinds of pages that are no text of the book (EPUB 3 Structural Semantics; the guide of EPUB 2).
_NO_CHAPTERS = {"cover", "toc", "landmarks", "page-list", "loi", "lot"}

#: How many tags were read stands with the counts, but is not told.
_TAGS = "tags"

_NOTES_COUNTED = {"footnote", "endnote", "rearnote"}
_NOTES = _NOTES_COUNTED | {"noteref", "footnotes", "endnotes", "rearnotes"}

_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_CHAPTER_TYPES = {"application/xhtml+xml", "text/html"}


def knows(data: bytes) -> bool:
    """Whether the bytes are a zip file with the container of an EPUB."""
    return _CONTAINER in parts_of(data)


def read(data: bytes, name: str, _encoding: str | None = None) -> Content:
    """The paragraphs of all chapters, headings among them, and what the book says of itself.

    A person should look, since title pages and the like are chapters too. Raises BadInput for what is no
    EPUB, for one that is damaged or unsafe, and for one that its publisher has locked.
    """
    if not data.startswith(b"PK"):
        raise BadInput("article.not_epub", name=name)
    book = _opened(SafeZip(data, name), name)
    counts: Counter[str] = Counter()
    blocks = tuple(Block(paragraph) for paragraph in book.paragraphs(counts))
    known = details.texts(book.opf)
    language = known.get("language", [""])[0]
    return Content(
        blocks=blocks,
        guessed=True,
        notes=told(counts),
        title=details.title(known),
        byline=details.people(known.get("creator", [])),
        publisher=known.get("publisher", [""])[0],
        published=next(filter(None, map(details.day, known.get("date", []))), ""),
        language="" if language == "und" else language,
        url=next((source for source in known.get("source", []) if details.is_web(source)), ""),
    )


@dataclass(frozen=True, slots=True)
class _Book:
    """An EPUB whose package document `opf` was found in `folder`; `locked` are parts that are encrypted."""

    package: SafeZip
    name: str
    opf: Element
    folder: str
    locked: frozenset[str] = field(default_factory=frozenset)

    def paragraphs(self, counts: Counter[str]) -> list[str]:
        """The paragraphs of the chapters in the order of the spine, each chapter once."""
        items = {part.get("id"): part for part in self._parts("item")}
        left_out = self._no_chapters()
        named = [items.get(part.get("idref")) for part in self._parts("itemref")]
        pages = [item for item in named if item is not None and item.get("media-type") in _CHAPTER_TYPES]
        counts[MISSING] += len(named) - len(pages)
        found: list[str] = []
        for path in dict.fromkeys(map(self._path, pages)):
            if path in left_out:
                counts[PARTS] += 1
            else:
                found += self._chapter(path, counts)
        return found

    def _chapter(self, path: str, counts: Counter[str]) -> list[str]:
        if path in self.locked:
            raise BadInput("article.epub_protected", name=self.name)
        page = self.package.read(path)
        if page is None:
            counts[MISSING] += 1
            return []
        html = decode(page, name=self.name).text
        counts[_TAGS] += html.count("<")
        if counts[_TAGS] > _TAGS_LIMIT:
            raise BadInput("file.unsafe", name=self.name)
        return paragraphs(html, lambda tree: _drop_notes(tree, counts))

    def _no_chapters(self) -> set[str]:
        """The paths of contents, cover and the like."""
        contents = {self._path(item) for item in self._parts("item") if _words(item, "properties") & {"nav"}}
        guide = {self._path(part) for part in self._parts("reference") if _words(part, "type") & _NO_CHAPTERS}
        return contents | guide | self._landmarks(contents)

    def _landmarks(self, contents: set[str]) -> set[str]:
        """What the page of contents itself names as cover and the like."""
        found = set()
        for path in contents:
            try:
                page = parse(self.package.read(path) or b"")
            except (BrokenXmlError, UnsafeXmlError):
                continue
            for link in page.iter("{*}a"):
                if _words(link, _EPUB_TYPE) & _NO_CHAPTERS:
                    found.add(_joined(posixpath.dirname(path), link.get("href", "")))
        return found

    def _parts(self, name: str) -> list[Element]:
        return [part for part in self.opf.iter() if local(part.tag) == name]

    def _path(self, item: Element) -> str:
        return _joined(self.folder, item.get("href", ""))


def _opened(package: SafeZip, name: str) -> _Book:
    container = package.read(_CONTAINER)
    if container is None:
        raise BadInput("article.not_epub", name=name)
    paths = (part.get("full-path") for part in document(container, name).iter("{*}rootfile"))
    path = next(filter(None, paths), "")
    opf = package.read(path)
    if opf is None:
        raise BadInput("file.damaged", name=name)
    encryption = package.read(_ENCRYPTION)
    locked = _locked(document(encryption, name)) if encryption else frozenset()
    return _Book(package, name, document(opf, name), posixpath.dirname(path), locked)


def _locked(encryption: Element) -> frozenset[str]:
    """The parts that are encrypted; fonts often are, and matter to nobody here."""
    return frozenset(unquote(part.get("URI", "")) for part in encryption.iter("{*}CipherReference"))


def _drop_notes(tree: "HtmlElement", counts: Counter[str]) -> None:
    """Take footnotes and the numbers that call them out of a chapter."""
    for element in [element for element in tree.iter() if _words(element, "epub:type") & _NOTES]:
        counts[FOOTNOTES] += not _NOTES_COUNTED.isdisjoint(_words(element, "epub:type"))
        element.drop_tree()


def _words(part: Element, attribute: str) -> set[str]:
    return set(part.get(attribute, "").split())


def _joined(folder: str, reference: str) -> str:
    """The path of a part that is named relative to a folder of the package."""
    return posixpath.normpath(posixpath.join(folder, unquote(reference.partition("#")[0])))


FORMAT = Format("epub", (".epub",), Group.ARTICLES, read=read, knows=knows, limit=LIMIT)
