"""Plain text: the words as they are, in whatever encoding."""

from annotator.formats.encoding import Decoded, decode
from annotator.formats.kinds import Content, Format, Group
from annotator.model.drafts import Note


def read(data: bytes, name: str, encoding: str | None = None) -> Content:
    """The words of a text file; raises BadInput for binary data and an encoding that does not fit."""
    decoded = decode(data, encoding, name=name)
    return Content(decoded.text, decoded.encoding, decoded.sure, decoded.candidates, damage(decoded))


def damage(decoded: Decoded) -> tuple[Note, ...]:
    """What to say of bytes that are not in the encoding of the rest; nothing where there are none."""
    if not decoded.damaged:
        return ()
    return (("article.damaged_encoding", {"count": decoded.damaged, "encoding": decoded.encoding}),)


FORMAT = Format("text", (".txt", ".text"), Group.ARTICLES, read=read)
