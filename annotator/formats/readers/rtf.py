"""Rich Text Format (.rtf): the paragraphs, with tracked changes taken as accepted.

Format: Rich Text Format Specification, version 1.9.1. Tables of several columns, text boxes, comments and
notes are left out, and said.
"""

from annotator.formats.kinds import MEGABYTE, Block, Content, Format, Group
from annotator.formats.readers import details
from annotator.formats.readers.left_out import told
from annotator.formats.readers.rtf_text import RtfText
from annotator.formats.readers.rtf_tokens import UnsafeRtfError
from annotator.model.drafts import Note
from annotator.model.errors import BadInput

LIMIT = 64 * MEGABYTE

_BEGINNING = b"{\\rtf"
_BEFORE = b"\xef\xbb\xbf \r\n\t"


def knows(data: bytes) -> bool:
    """Whether the bytes begin as Rich Text Format does."""
    return data[:64].lstrip(_BEFORE).startswith(_BEGINNING)


def read(data: bytes, name: str, _encoding: str | None = None) -> Content:
    """The paragraphs of a document in Rich Text Format, its title and author.

    Raises BadInput for what is no such document and for one that is made to take for ever.
    """
    if not knows(data):
        raise BadInput("article.not_rtf", name=name)
    found = RtfText()
    try:
        is_whole = found.take(data[data.index(_BEGINNING) :])
    except UnsafeRtfError:
        raise BadInput("file.unsafe", name=name) from None
    cut: tuple[Note, ...] = () if is_whole else (("article.cut_short", {}),)
    return Content(
        blocks=tuple(Block(paragraph) for paragraph in found.paragraphs),
        notes=cut + told(found.counts),
        title=details.title({"title": [found.details.get("title", "")]}),
        byline=details.people([found.details.get("author", "")]),
    )


FORMAT = Format("rtf", (".rtf",), Group.ARTICLES, read=read, knows=knows, limit=LIMIT)
