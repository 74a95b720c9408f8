"""The paragraphs of a web page's tree, each with what helps to tell an article's from a menu's.

Format: the HTML Living Standard, section 15.3, for what stands in lines of its own and what is not shown.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.formats.readers.html_fragment import FOLDED

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl")
    + ("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6")
    + ("header", "hgroup", "hr", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary")
    + ("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)
_UNSHOWN = frozenset(
    ("audio", "button", "canvas", "dialog", "embed", "head", "iframe", "input", "math", "noscript", "object")
    + ("option", "script", "select", "style", "svg", "template", "textarea", "title", "video")
)
_FOR_SCREEN_READERS = frozenset({"sr-only", "visually-hidden", "screen-reader-text"})
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none", re.IGNORECASE)

#: Never hidden as a whole, whatever a page says before its scripts have run.
_WHOLE = frozenset({"html", "body", "main", "article"})

#: A cell with more characters is no figure or label but a part of a page that is laid out by a table.
_CELL_LIMIT = 300


@dataclass(slots=True)
class Piece:
    """One paragraph: its words, the element that holds it, and how many of its characters lead elsewhere.

    `first` is the element at which its first words stand, `in_tail` whether they stand behind it.
    """

    words: str
    element: "HtmlElement"
    linked: int
    first: "HtmlElement"
    in_tail: bool

    @property
    def share_linked(self) -> float:
        """The share of its characters that stand in links to other pages."""
        return self.linked / len(self.words)


def pieces(tree: "HtmlElement") -> list[Piece]:
    """The paragraphs of a page in the order in which they stand; a row of a table of figures is one."""
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start", "end"))
    walker = _Walker()
    for event, element in walk:
        if event == "end":
            walker.end(element)
        elif element.tag in _UNSHOWN or _is_hidden(element):
            walk.skip_subtree()
        else:
            walker.start(element)
    return walker.found


class _Walker:
    def __init__(self) -> None:
        self.found: list[Piece] = []
        self._holders: list[HtmlElement] = []
        self._words: list[str] = []
        self._first: tuple[HtmlElement, bool] | None = None
        self._linked = 0
        self._line_is_empty = False
        self._link: HtmlElement | None = None
        self._table: HtmlElement | None = None

    def start(self, element: "HtmlElement") -> None:
        tag = element.tag
        if tag == "br":
            self._break_line()
        elif tag == "a" and not (element.get("href") or "#").startswith("#"):
            self._link = element
        elif tag in ("td", "th") and self._table is not None:
            self._words.append("\t" if self._first else "")
        elif tag in _BLOCKS and self._parts(tag):
            self._close()
            self._holders.append(element)
            if tag == "table" and self._table is None and _is_of_figures(element):
                self._table = element
        self._add(element.text, element, in_tail=False)

    def end(self, element: "HtmlElement") -> None:
        if element is self._link:
            self._link = None
        if self._holders and element is self._holders[-1]:
            self._close()
            self._holders.pop()
            if element is self._table:
                self._table = None
        self._add(element.tail, element, in_tail=True)

    def _parts(self, tag: str) -> bool:
        """Whether the element begins a paragraph; inside a table of figures only rows do."""
        if self._table is None or tag in ("tr", "caption"):
            return True
        self._words.append(" " if self._first else "")
        return False

    def _break_line(self) -> None:
        """A line's end; the second in a row parts paragraphs, as pages without `<p>` do it."""
        if self._line_is_empty:
            self._close()
        self._words.append("\n")
        self._line_is_empty = True

    def _add(self, words: str | None, element: "HtmlElement", *, in_tail: bool) -> None:
        if not words:
            return
        if not self._is_preformatted():
            words = FOLDED.sub(" ", words)
        if not words.strip():
            self._words.append(" ")
            return
        self._first = self._first or (element, in_tail)
        self._line_is_empty = False
        self._words.append(words)
        self._linked += len(words) if self._link is not None else 0

    def _is_preformatted(self) -> bool:
        return bool(self._holders) and self._holders[-1].tag == "pre"

    def _close(self) -> None:
        """Keep the paragraph at hand, if any words stand in it."""
        if self._first and self._holders:
            lines = "".join(self._words).split("\n")
            words = "\n".join(_SPACES.sub(_widest, line).strip() for line in lines).strip("\n")
            element, in_tail = self._first
            self.found.append(Piece(words, self._holders[-1], self._linked, element, in_tail))
        self._words, self._first, self._linked, self._line_is_empty = [], None, 0, False


#: Spaces that met where elements did; a tab between cells stays one.
_SPACES = re.compile("[ \t]{2,}")


def _widest(spaces: re.Match[str]) -> str:
    return "\t" if "\t" in spaces[0] else " "


def _is_hidden(element: "HtmlElement") -> bool:
    if element.tag in _WHOLE:
        return False
    if "hidden" in element.attrib or _NOT_DISPLAYED.search(element.get("style") or ""):
        return True
    return not _FOR_SCREEN_READERS.isdisjoint((element.get("class") or "").split())


def _is_of_figures(table: "HtmlElement") -> bool:
    """Whether a table holds figures in rows and columns, rather than parts of the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    if any(len(cell.text_content()) > _CELL_LIMIT for cell in table.iterdescendants("td", "th")):
        return False
    return any(len(row.findall("td")) + len(row.findall("th")) > 1 for row in table.iter("tr"))
