"""OpenDocument texts (.odt, and .fodt in one piece): the paragraphs, with tracked changes taken as accepted.

Format: ISO/IEC 26300-1 (OpenDocument 1.2), chapters 3 to 6. Tables of several columns, frames, comments,
notes and indexes are left out, and all but the indexes said.
"""

from annotator.formats.kinds import MEGABYTE, Block, Content, Format, Group
from annotator.formats.readers import details
from annotator.formats.readers.left_out import told
from annotator.formats.readers.odt_xml import OdtText
from annotator.formats.readers.zips import SafeZip, parts_of
from annotator.formats.xml import Element, document, local
from annotator.model.errors import BadInput

LIMIT = 64 * MEGABYTE

#: The most elements that are read: some seconds of work, and many times what a book has.
_ELEMENTS_LIMIT = 250_000

_TYPE = b"application/vnd.oasis.opendocument.text"
_NAMESPACE = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_BEGINNING = 4_096


def knows(data: bytes) -> bool:
    """Whether the bytes are an OpenDocument text, packed or flat."""
    if data.startswith(b"PK"):
        return {"content.xml", "mimetype"} <= parts_of(data) and _TYPE in data[:_BEGINNING]
    return _NAMESPACE in data[:_BEGINNING] and _TYPE in data[: 2 * _BEGINNING]


def read(data: bytes, name: str, _encoding: str | None = None) -> Content:
    """The paragraphs of an OpenDocument text, its title and author.

    Raises BadInput for what is no such text, for one that is damaged or locked with a password, and for one
    that is made to fill the memory.
    """
    content, meta = _packed(data, name) if data.startswith(b"PK") else _flat(data, name)
    body = next((part for part in content if local(part.tag) == "body"), ())
    text = next((part for part in body if local(part.tag) == "text"), None)
    if text is None:
        raise BadInput("article.not_odt", name=name)
    if sum(1 for _ in text.iter()) > _ELEMENTS_LIMIT:
        raise BadInput("file.unsafe", name=name)
    found = OdtText()
    found.take(text)
    known = details.texts(meta) if meta is not None else {}
    return Content(
        blocks=tuple(Block(paragraph) for paragraph in found.paragraphs),
        notes=told(found.counts),
        title=details.title(known),
        byline=details.people(known.get("initial-creator", known.get("creator", []))),
    )


def _packed(data: bytes, name: str) -> tuple[Element, Element | None]:
    package = SafeZip(data, name)
    manifest = package.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest or "encrypted-package" in package.names:
        raise BadInput("file.locked", name=name)
    content = package.read("content.xml")
    if content is None:
        raise BadInput("article.not_odt", name=name)
    meta = package.read("meta.xml")
    return document(content, name), document(meta, name) if meta else None


def _flat(data: bytes, name: str) -> tuple[Element, Element | None]:
    if _NAMESPACE not in data[:_BEGINNING]:
        raise BadInput("article.not_odt", name=name)
    root = document(data, name)
    return root, next((part for part in root if local(part.tag) == "meta"), None)


FORMAT = Format("odt", (".odt", ".fodt"), Group.ARTICLES, read=read, knows=knows, limit=LIMIT)
