"""The paragraphs of a piece of HTML, as a clipboard holds it; nothing is loaded, nothing is shown as HTML.

Format: the HTML Living Standard, section 13.2.5, as far as words need it. The standard library's parser takes
minutes over a few kilobytes of unclosed tags; this scanner looks at each character a fixed number of times.
"""

import re
from collections.abc import Iterator
from html import unescape

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption")
    + ("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav")
    + ("ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)

#: Elements without words for a reader, by what ends them.
_SILENT = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "title", "template", "noscript")
}

_TAG = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_TAG_END_OR_QUOTE = re.compile(r">|=\s*([\"'])")

#: What HTML folds into one space; no-break spaces are kept.
FOLDED = re.compile("[ \t\n\f\r]+")

#: A start tag ("p"), an end tag ("/p") or words ("").
_Token = tuple[str, str]


def paragraphs(html: str) -> str:
    """The words of `html`: blank lines between blocks, newlines for `<br>`, "" where there are none."""
    collector = _Collector()
    for tag, words in _tokens(html):
        collector.take(tag, words)
    collector.end_block()
    return "\n\n".join(collector.blocks)


class _Collector:
    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._lines: list[list[str]] = [[]]
        self._preformatted = False

    def take(self, tag: str, words: str) -> None:
        name = tag.removeprefix("/")
        if not tag:
            self._add(words)
        elif tag == "br":
            self._lines.append([])
        elif name in _BLOCKS:
            self.end_block()
        if name == "pre":
            self._preformatted = tag == "pre"

    def _add(self, words: str) -> None:
        first, *others = words.split("\n") if self._preformatted else [words]
        self._lines[-1].append(first)
        self._lines.extend([line] for line in others)

    def end_block(self) -> None:
        """Close the paragraph at hand, if any words stand in it."""
        lines = (FOLDED.sub(" ", "".join(line)).strip(" ") for line in self._lines)
        if block := "\n".join(lines).strip("\n"):
            self.blocks.append(block)
        self._lines = [[]]


def _tokens(html: str) -> Iterator[_Token]:
    """Tags and words in order; what is opened and never closed swallows the rest, as in a browser."""
    place = 0
    while place < len(html):
        if html[place] != "<":
            end = _or_end(html.find("<", place), html)
            yield "", unescape(html[place:end])
        elif tag := _TAG.match(html, place):
            name = tag[1].lower()
            end = _after_tag(html, tag.end())
            yield ("/" if html[place + 1] == "/" else "") + name, ""
            if name in _SILENT and html[place + 1] != "/" and html[end - 2] != "/":
                closing = _SILENT[name].search(html, end)
                end = closing.start() if closing else len(html)
        elif html.startswith(("<!", "<?", "</"), place):
            closing_mark = "-->" if html.startswith("<!--", place) else ">"
            end = _or_end(html.find(closing_mark, place), html, len(closing_mark))
        else:
            end = place + 1
            yield "", "<"
        place = end


def _after_tag(html: str, place: int) -> int:
    """Where the tag ends that `place` is in; a `>` in a quoted value does not end it."""
    while found := _TAG_END_OR_QUOTE.search(html, place):
        if not found[1]:
            return found.end()
        place = _or_end(html.find(found[1], found.end()), html)
    return len(html)


def _or_end(found: int, html: str, length: int = 0) -> int:
    """The place behind what `str.find` found, the end where it found nothing."""
    return len(html) if found < 0 else found + length
