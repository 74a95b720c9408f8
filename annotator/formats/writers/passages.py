"""An article's text in paragraphs, each in pieces between which claims begin and end."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.model.spans import Span

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_LINE_END = re.compile(r"\n+")

#: Code points of the longest paragraph; browsers take minutes for one of a megabyte.
LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the same claims cover, which are given by their numbers from 1.

    `over` are those claims, the first to begin first and of those the longest; `begin` are claims that begin
    right before the words, `end` those that end right after them.
    """

    words: str
    over: tuple[int, ...]
    begin: tuple[int, ...]
    end: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the text; its words are those of its pieces."""

    pieces: tuple[Piece, ...]

    @property
    def words(self) -> str:
        """The paragraph as it stands in the text."""
        return "".join(piece.words for piece in self.pieces)

    @property
    def begun(self) -> tuple[int, ...]:
        """The numbers of the claims that begin in it, in order of their places."""
        return tuple(number for piece in self.pieces for number in piece.begin)


def passages(text: str, spans: Sequence[Span]) -> Iterator[Passage]:
    """The paragraphs of a text with the claims at `spans`, of which the first has the number 1.

    Each claim begins once and ends once, a claim without a word too. What stands between paragraphs belongs
    to none of them; a claim that begins there begins with the next one, or at the end of the last. A
    paragraph of more than `LONGEST` code points comes in parts.
    """
    blocks = _blocks(text)
    sweep = _Sweep(text, spans)
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        yield Passage(tuple(sweep.pieces(block, following)))


def without_title(found: Iterable[Passage], title: str) -> Iterator[Passage]:
    """The paragraphs after a first one that only says the title again, where no claim stands on it."""
    for n, passage in enumerate(found):
        again = n == 0 and passage.words.strip() == title and not any(piece.over for piece in passage.pieces)
        if not again:
            yield passage


def _blocks(text: str) -> list[Span]:
    """Paragraphs as blank lines part them; where there is no blank line, each line is one."""
    parting = _BLANK_LINES if _BLANK_LINES.search(text.strip()) else _LINE_END
    starts, ends = [0], []
    for between in parting.finditer(text):
        ends.append(between.start())
        starts.append(between.end())
    found = [Span(start, end) for start, end in zip(starts, (*ends, len(text)), strict=True)]
    said = [block for block in found if block.cut(text).strip()] or [Span(0, len(text))]
    return [part for block in said for part in _parts(text, block)]


def _parts(text: str, block: Span) -> Iterator[Span]:
    """A paragraph as it is, or in parts that end with a sentence, at least with a word, if it is too long."""
    start = block.start
    while block.end - start > LONGEST:
        limit = start + LONGEST
        end = text.rfind(". ", start, limit) + 1 or text.rfind(" ", start + 1, limit)
        end = end if end > start else limit
        yield Span(start, end)
        start = end + (text[end] == " ")
    yield Span(start, block.end)


class _Sweep:
    """Goes through the text once, and knows which claims are open."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text, self._spans = text, spans
        numbers = range(1, len(spans) + 1)
        self._waiting = sorted(numbers, key=self._rank, reverse=True)
        self._open: list[int] = []

    def pieces(self, block: Span, following: Span | None) -> Iterator[Piece]:
        """The pieces of one paragraph; `following` is the next one."""
        begin: dict[int, list[int]] = defaultdict(list)
        end: dict[int, list[int]] = defaultdict(list)
        coming = list(self._newcomers(block, following))
        for number in coming:
            begin[_within(block, self._span(number).start)].append(number)
        for number in (*self._open, *coming):
            if following is None or self._span(number).end <= following.start:
                end[_within(block, self._span(number).end)].append(number)
        cuts = sorted({block.start, block.end, *begin, *end})
        for start, stop in zip(cuts, (*cuts[1:], block.end), strict=True):
            begun = begin.get(start, [])
            at_once = [number for number in begun if number in end.get(start, ())]
            if at_once or (start == stop and (begun or len(cuts) == 1)):
                yield self._piece("", begun, at_once)
                begun = []
            if start < stop:
                yield self._piece(Span(start, stop).cut(self._text), begun, end.get(stop, []))

    def _piece(self, words: str, begin: list[int], ending: list[int]) -> Piece:
        self._open += begin
        over = tuple(self._open)
        end = tuple(number for number in over if number in ending)
        self._open = [number for number in self._open if number not in end]
        return Piece(words, over, tuple(begin), end)

    def _newcomers(self, block: Span, following: Span | None) -> Iterator[int]:
        while self._waiting:
            span = self._span(self._waiting[-1])
            if following is not None and span.start >= block.end:
                return
            yield self._waiting.pop()

    def _span(self, number: int) -> Span:
        return self._spans[number - 1]

    def _rank(self, number: int) -> tuple[int, int, int]:
        span = self._span(number)
        return span.start, -span.end, number


def _within(block: Span, position: int) -> int:
    return max(block.start, min(position, block.end))
