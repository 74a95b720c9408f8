"""A web page of annotated articles: the text to read, the notes beside it, everything in one file.

Nothing on it is a script and nothing is loaded from anywhere; a policy in its head forbids both. Links,
hovering and the choice of tags are HTML and CSS (Selectors Level 4: `:has()`, `:target`).
"""

from collections.abc import Iterable

from annotator.formats.kinds import Format, Group
from annotator.formats.readers import html
from annotator.formats.readers.html_page import is_page
from annotator.model.features import Feature
from annotator.model.views import ArticleExport


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """The page piece by piece: its head, each article, its end."""
    from annotator.formats.writers.web_page.page import pieces

    return (piece.encode() for piece in pieces(articles))


FORMAT = Format(
    "html",
    (".html", ".htm", ".xhtml"),
    Group.PEOPLE,
    read=html.read,
    write=write,
    tells=frozenset(Feature),
    knows=is_page,
    limit=html.LIMIT,
)
