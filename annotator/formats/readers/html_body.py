"""All paragraphs of a page that has no menus: a chapter of a book, the body of a mail."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.formats.readers import html_fragment
from annotator.formats.readers.html_page import parsed
from annotator.formats.readers.html_pieces import pieces

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def paragraphs(html: str, prepare: Callable[["HtmlElement"], None] | None = None) -> list[str]:
    """The paragraphs in order, none blank; `prepare` may take elements out of the tree first.

    A page too deep or too large for a tree is read by what its tags say alone.
    """
    tree = parsed(html)
    if tree is None:
        found = html_fragment.paragraphs(html).split("\n\n")
    else:
        if prepare is not None:
            prepare(tree)
        found = [piece.words for piece in pieces(tree)]
    return [words for paragraph in found if (words := paragraph.strip())]
