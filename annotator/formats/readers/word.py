"""Word documents (.docx): the paragraphs, with tracked changes taken as accepted.

Tables of several columns, text boxes, comments and notes are left out, and said. The package format is
ISO/IEC 29500-2.
"""

from xml.parsers.expat import ExpatError

from annotator.formats.kinds import MEGABYTE, Block, Content
from annotator.formats.readers import details
from annotator.formats.readers.left_out import told
from annotator.formats.readers.word_xml import NotWordXmlError, WordText, target
from annotator.formats.readers.zips import SafeZip, parts_of
from annotator.formats.xml import BrokenXmlError, UnsafeXmlError, parse
from annotator.model.errors import BadInput

LIMIT = 64 * MEGABYTE

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_WORD = "WordDocument".encode("utf-16-le")
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

#: What Word puts before the title of a document that it took over from a file.
_TAKEN_OVER = "Microsoft Word - "


def knows(data: bytes) -> bool:
    """Whether the bytes are a Word document; one in the old format is known too, so that it can be said."""
    if data.startswith(_OLE):
        return _OLE_WORD in data or _OLE_ENCRYPTED in data
    return any(part.startswith("word/") for part in parts_of(data))


def read(data: bytes, name: str, _encoding: str | None = None) -> Content:
    """The paragraphs of a Word document, its title and author.

    Raises BadInput for what is no Word document, for one that is damaged or locked with a password, and for
    one that is made to fill the memory.
    """
    _refuse_what_is_no_package(data, name)
    package = SafeZip(data, name)
    document = WordText()
    try:
        relationships = package.read("_rels/.rels") or b""
        document.parse(_main_xml(package, relationships, name))
        properties = package.read(target(relationships, "core-properties"))
    except UnsafeXmlError:
        raise BadInput("file.unsafe", name=name) from None
    except NotWordXmlError:
        raise BadInput("article.not_word", name=name) from None
    except (ExpatError, LookupError, ValueError) as error:  # the latter two for encodings expat does not know
        raise BadInput("file.damaged", name=name) from error
    title, byline = _title_and_author(properties or b"")
    return Content(
        blocks=tuple(Block(paragraph.strip()) for paragraph in document.paragraphs if paragraph.strip()),
        notes=told(document.counts),
        title=title,
        byline=byline,
    )


def _refuse_what_is_no_package(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        key = "file.locked" if _OLE_ENCRYPTED in data else "article.word_old"
        raise BadInput(key, name=name)
    if not data.startswith(b"PK"):
        raise BadInput("article.not_word", name=name)


def _main_xml(package: SafeZip, relationships: bytes, name: str) -> bytes:
    part = target(relationships, "officeDocument") if relationships else ""
    xml = package.read(part)
    if xml is None:
        raise BadInput("article.not_word", name=name)
    return xml


def _title_and_author(properties: bytes) -> tuple[str, str]:
    """What the properties say; an article can be read without them, so damage there costs only them."""
    try:
        found = details.texts(parse(properties))
    except (BrokenXmlError, UnsafeXmlError):
        return "", ""
    title = details.title(found).removeprefix(_TAKEN_OVER)
    return title, details.people(found.get("creator", []))
