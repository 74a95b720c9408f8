"""Word documents (.docx): the paragraphs, with tracked changes taken as accepted.

Tables, text boxes and notes are left out, and said. The package format is ISO/IEC 29500-2.
"""

from xml.parsers.expat import ExpatError

from annotator.formats.kinds import MEGABYTE, Content, Format, Group
from annotator.formats.readers.word_xml import NotWordXmlError, UnsafeXmlError, WordText, main_part
from annotator.formats.readers.zips import SafeZip
from annotator.model.drafts import Note
from annotator.model.errors import BadInput

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

#: Elements of the main part by the sentence that tells of them.
_TOLD: tuple[tuple[str, frozenset[str]], ...] = (
    ("article.tables_left_out", frozenset({"tbl"})),
    ("article.boxes_left_out", frozenset({"txbxContent"})),
    ("article.notes_left_out", frozenset({"footnoteReference", "endnoteReference"})),
    ("article.changes_accepted", frozenset({"ins", "del", "moveFrom"})),
)


def read(data: bytes, name: str, _encoding: str | None = None) -> Content:
    """The paragraphs of a Word document, a blank line between them.

    Raises BadInput for what is no Word document, for one that is damaged or locked with a password, and for
    one that is made to fill the memory.
    """
    _refuse_what_is_no_package(data, name)
    document = WordText()
    try:
        document.parse(_main_xml(SafeZip(data, name), name))
    except UnsafeXmlError:
        raise BadInput("article.word_unsafe", name=name) from None
    except NotWordXmlError:
        raise BadInput("article.not_word", name=name) from None
    except ExpatError as error:
        raise BadInput("article.word_damaged", name=name) from error
    paragraphs = (paragraph.strip() for paragraph in document.paragraphs)
    return Content("\n\n".join(filter(None, paragraphs)), notes=_notes(document))


def _refuse_what_is_no_package(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        key = "article.word_encrypted" if _OLE_ENCRYPTED in data else "article.word_old"
        raise BadInput(key, name=name)
    if not data.startswith(b"PK"):
        raise BadInput("article.not_word", name=name)


def _main_xml(package: SafeZip, name: str) -> bytes:
    relationships = package.read("_rels/.rels")
    part = main_part(relationships) if relationships else ""
    xml = package.read(part)
    if xml is None:
        raise BadInput("article.not_word", name=name)
    return xml


def _notes(document: WordText) -> tuple[Note, ...]:
    counts = ((key, sum(document.counts[element] for element in elements)) for key, elements in _TOLD)
    return tuple((key, {"count": count}) for key, count in counts if count)


FORMAT = Format("word", (".docx",), Group.ARTICLES, read=read, limit=64 * MEGABYTE)
