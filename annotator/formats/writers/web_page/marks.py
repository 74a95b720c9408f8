"""An article's paragraphs as HTML: marks round the words of claims, nested where claims nest or overlap."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from annotator.formats.writers.characters import printable
from annotator.formats.writers.passages import Passage, Piece
from annotator.model.enums import Tag
from annotator.words import say

#: So many claims of a paragraph light up together with their notes; the stylesheet has a rule for each.
KEYS = 40

#: So many lines fit below the words.
LEVELS = 4


@dataclass(frozen=True, slots=True)
class Note:
    """The note of a claim: `key` is what it has in common with the mark in its paragraph, 0 for nothing."""

    number: int
    key: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as escaped HTML, and the notes that stand beside it."""

    html: str
    notes: tuple[Note, ...]


class Marks:
    """Marks paragraph after paragraph; `prefix` sets the anchors of one article apart from those of others.

    A claim's anchor is `c` and its number, its note's `n` and its number.
    """

    def __init__(self, tags: Sequence[Tag], prefix: str) -> None:
        self._tags, self._prefix = tags, prefix
        self._names = {tag: say(f"tag.{tag.value}") for tag in Tag}
        self._levels: dict[int, int] = {}
        self._stack: list[int] = []
        self._keys: dict[int, int] = {}
        self._begun: set[int] = set()

    def paragraph(self, passage: Passage) -> Paragraph:
        """The next paragraph."""
        begun = passage.begun
        self._keys = {number: key for key, number in enumerate(begun[:KEYS], start=1)}
        html = "".join(self._piece(piece) for piece in passage.pieces) + self._nested(())
        return Paragraph(html, tuple(Note(number, self._keys.get(number, 0)) for number in begun))

    def _piece(self, piece: Piece) -> str:
        for number in piece.begin:
            self._levels[number] = self._free_level()
        html = self._nested(piece.over) + self._words(piece)
        for number in piece.end:
            del self._levels[number]
        return html

    def _nested(self, over: tuple[int, ...]) -> str:
        """Closes and opens marks until just those of the claims `over` the next words are open."""
        common = 0
        while common < min(len(over), len(self._stack)) and over[common] == self._stack[common]:
            common += 1
        closed = "</mark>" * (len(self._stack) - common)
        self._stack = list(over)
        return closed + "".join(map(self._mark, over[common:]))

    def _mark(self, number: int) -> str:
        tag = self._tags[number - 1]
        classes = f"{tag.letter.lower()} l{self._levels[number] % LEVELS}"
        if key := self._keys.get(number):
            classes += f" k{key}"
        if number in self._begun:  # goes on after another mark was closed, or in another paragraph
            return f'<mark class="{classes}">'
        self._begun.add(number)
        name = say("document.numbered_tag", tag=self._names[tag], number=number)
        label = f'<a class="no" href="#{self._prefix}n{number}" aria-label="{escape(name)}"'
        opening = f'<mark class="{classes}" id="{self._prefix}c{number}">'
        return f'{opening}{label} data-no="{tag.letter}{number}"></a>'

    def _words(self, piece: Piece) -> str:
        words = escape(printable(piece.words), quote=False)
        if not piece.over or not words:
            return words
        # The innermost claim's note; the others are reached by their labels.
        return f'<a class="w" href="#{self._prefix}n{piece.over[-1]}" tabindex="-1">{words}</a>'

    def _free_level(self) -> int:
        taken = set(self._levels.values())
        return next(level for level in range(len(taken) + 1) if level not in taken)
