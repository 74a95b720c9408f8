"""Plain text: the words as they are, in whatever encoding."""

from annotator.formats.encoding import decode
from annotator.formats.kinds import Content, Format, Group
from annotator.model.drafts import Note


def read(data: bytes, name: str, encoding: str | None = None) -> Content:
    """The words of a text file; raises BadInput for binary data and an encoding that does not fit."""
    decoded = decode(data, encoding, name=name)
    notes: tuple[Note, ...] = ()
    if decoded.damaged:
        notes = (("article.damaged_encoding", {"count": decoded.damaged, "encoding": decoded.encoding}),)
    return Content(decoded.text, decoded.encoding, decoded.sure, decoded.candidates, notes)


FORMAT = Format("text", (".txt", ".text"), Group.ARTICLES, read=read)
