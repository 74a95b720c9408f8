"""The notes beside an article's text as HTML: what each says at once, and what when it is opened.

There may be ten thousand of them, so they are put together here and not by the template.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from annotator.formats.writers.characters import printable
from annotator.formats.writers.outline import ArticleOutline, ClaimOutline, Fact
from annotator.formats.writers.phrases import addresses_apart
from annotator.formats.writers.web_page.marks import Note
from annotator.words import say

if TYPE_CHECKING:
    from markupsafe import Markup

#: What a note says before it is opened.
_SHORT = frozenset(
    {"export.said_by", "export.answers", "export.answers_nothing", "export.answered_by", "export.status"}
)
#: Facts in which a number in brackets is that of a source.
_NAMING = frozenset({"export.said_by", "export.evidence"})
_SOURCE = re.compile(r" \[(\d+)\]")


def words_and_links(words: str) -> "Markup":
    """Escaped words with web addresses as links, for the template."""
    from markupsafe import Markup

    return Markup(_words(words))  # noqa: S704 (escaped below)


class Notes:
    """The notes of one article; `prefix` as in `marks`, `level` that of their headings."""

    def __init__(self, told: ArticleOutline, prefix: str, level: int) -> None:
        self._told, self._prefix, self._level = told, prefix, level
        self._labels: dict[str, str] = {}
        self._to_words, self._more = escape(say("page.to_words")), escape(say("page.more"))

    def note(self, note: Note) -> str:
        """One note: the claim's heading, its words (for paper), and what is known about it."""
        claim = self._told.claims[note.number - 1]
        letter, to = claim.tag.letter, f"{self._prefix}n{claim.number}"
        classes = f"note {letter.lower()} k{note.key}" if note.key else f"note {letter.lower()}"
        rest = [fact for fact in claim.facts if fact.key not in _SHORT]
        return (
            f'<li class="{classes}" id="{to}">\n<h{self._level}>{self._heading(claim, letter)}'
            + (f' <a class="more" href="#{to}">{self._more}</a>' if rest else "")
            + f"</h{self._level}>\n"
            + f'<blockquote dir="auto">{_escaped(claim.quote)}</blockquote>\n'
            + self._facts(fact for fact in claim.facts if fact.key in _SHORT)
            + (f'<div class="rest">{self._facts(rest)}</div></li>\n' if rest else "</li>\n")
        )

    def _heading(self, claim: ClaimOutline, letter: str) -> str:
        square = f'<b class="letter {letter.lower()}">{letter}{claim.number}</b>'
        to = f'href="#{self._prefix}c{claim.number}" title="{self._to_words}"'
        return f"<a {to}>{square} {_escaped(claim.heading)}</a>"

    def _facts(self, facts: Iterable[Fact]) -> str:
        told = "".join(f"<div><dt>{self._label(fact)}</dt>{self._values(fact)}</div>" for fact in facts)
        return f"<dl>{told}</dl>\n" if told else ""

    def _label(self, fact: Fact) -> str:
        if fact.key not in self._labels:
            self._labels[fact.key] = _escaped(fact.label)
        return self._labels[fact.key]

    def _values(self, fact: Fact) -> str:
        if fact.claims:
            values: Iterable[str] = map(self._linked, fact.values, fact.claims)
        else:
            values = map(self._with_sources if fact.key in _NAMING else _words, fact.values)
        return "".join(f'<dd dir="auto">{value}</dd>' for value in values)

    def _linked(self, words: str, number: int) -> str:
        return f'<a href="#{self._prefix}c{number}">{_escaped(words)}</a>' if number else _escaped(words)

    def _with_sources(self, words: str) -> str:
        """The words with the numbers of sources as links to them."""
        return "".join(
            self._source(int(piece)) if n % 2 else _words(piece)
            for n, piece in enumerate(_SOURCE.split(words))
        )

    def _source(self, number: int) -> str:
        if not 0 < number <= len(self._told.sources):  # somebody's own words
            return f" [{number}]"
        return f'&nbsp;<a href="#{self._prefix}s{number}">[{number}]</a>'


def _words(words: str) -> str:
    # What is opened from here learns nothing of the page.
    return "".join(
        f'<a href="{_escaped(piece)}" rel="noreferrer">{_escaped(piece)}</a>'
        if is_address
        else _escaped(piece)
        for piece, is_address in addresses_apart(words)
    )


def _escaped(words: str) -> str:
    return escape(printable(words))
