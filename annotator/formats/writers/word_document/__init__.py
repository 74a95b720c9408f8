"""A Word document: the article with a margin comment on the very words of each claim, and lists after it."""

from collections.abc import Iterable

from annotator.formats.kinds import Format, Group
from annotator.formats.readers import word
from annotator.model.features import Feature
from annotator.model.views import ArticleExport


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """The document in one piece, for it is a zip file."""
    from annotator.formats.writers.word_document.document import document

    yield document(articles)


FORMAT = Format(
    "word",
    (".docx",),
    Group.PEOPLE,
    read=word.read,
    write=write,
    knows=word.knows,
    limit=word.LIMIT,
    tells=frozenset(Feature),
)
