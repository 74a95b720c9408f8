"""Where two texts differ, word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from annotator.model.spans import Span
from annotator.text.terms import LETTER

if TYPE_CHECKING:
    from re import Pattern

#: A changed stretch with more words, spaces and signs than this is not looked into: it differs as a whole.
MOST = 40_000
_LONG = 1_000

#: A paragraph with the empty lines after it: they tell no two places apart.
_PARAGRAPH = r"[^\n]*\n+|[^\n]+"
#: A word, white space, or any other sign as a reader sees it.
_WORD = rf"[{LETTER}\u200c\u200d]+|(?:\s(?![\p{{M}}\u200d]))+|\X"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one text and what stands for it in the other, in code points; either may be empty."""

    one: Span
    other: Span
    differs: bool


@dataclass(frozen=True, slots=True)
class Differences:
    """Two texts cut into passages: those of either side join to its text, none of them empty on both.

    Passages that differ and passages that do not take turns. `rough` where a stretch was too long to be
    compared word by word.
    """

    passages: tuple[Passage, ...]
    rough: bool = False

    @property
    def differing(self) -> tuple[Passage, ...]:
        """The passages that differ, in text order."""
        return tuple(passage for passage in self.passages if passage.differs)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A text cut into pieces; piece n is `pieces[n]` and reaches from `edges[n]` to `edges[n + 1]`."""

    pieces: Sequence[str]
    edges: Sequence[int]

    def span(self, first: int, end: int) -> Span:
        return Span(self.edges[first], self.edges[end])


def differences(one: str, other: str, most: int = MOST) -> Differences:
    """Compares two texts by paragraphs, and by words where paragraphs differ.

    A changed stretch of more than `most` words, spaces and signs in either text differs as a whole.
    """
    found: list[Passage] = []
    rough = False
    for passage in _by_pieces(_cut(one, _PARAGRAPH), _cut(other, _PARAGRAPH)):
        if not passage.differs or not passage.one or not passage.other:
            found.append(passage)
            continue
        sides = _cut(one, _WORD, passage.one), _cut(other, _WORD, passage.other)
        if max(len(side.pieces) for side in sides) > most:
            rough = True
            found.append(passage)
        else:
            found += _by_pieces(*sides)
    return Differences(tuple(_in_turns(one, found)), rough)


def _cut(text: str, pattern: str, within: Span | None = None) -> _Cut:
    span = within or Span(0, len(text))
    pieces = _compiled(pattern).findall(text, span.start, span.end)
    return _Cut(pieces, list(accumulate(map(len, pieces), initial=span.start)))


def _by_pieces(one: _Cut, other: _Cut) -> Iterator[Passage]:
    # In long stretches, what stands in every hundredth place or more often is no landmark (`autojunk`): it is
    # found next to one, for trying each of those places takes too long.
    long = len(other.pieces) > _LONG
    matcher = SequenceMatcher(None, one.pieces, other.pieces, autojunk=long)
    for kind, first, end, other_first, other_end in matcher.get_opcodes():
        yield Passage(one.span(first, end), other.span(other_first, other_end), kind != "equal")


def _in_turns(one: str, passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages with neighbours of a kind made one.

    A mere space or comma between two that differ counts as part of them.
    """
    told = [
        Passage(passage.one, passage.other, passage.differs or _links(one, passages, place))
        for place, passage in enumerate(passages)
    ]
    edges = [at for at, (before, after) in enumerate(pairwise(told), 1) if before.differs != after.differs]
    for first, end in pairwise([0, *edges, len(told)] if told else []):
        whole = told[first:end]
        yield Passage(
            Span(whole[0].one.start, whole[-1].one.end),
            Span(whole[0].other.start, whole[-1].other.end),
            whole[0].differs,
        )


def _links(one: str, passages: Sequence[Passage], place: int) -> bool:
    """Whether a passage stands between two that differ and is only a space or comma."""
    if not 0 < place < len(passages) - 1:
        return False
    around = passages[place - 1].differs and passages[place + 1].differs
    words = passages[place].one.cut(one)
    return around and "\n" not in words and words.strip() in ("", ",")


@cache
def _compiled(pattern: str) -> "Pattern[str]":
    import regex  # type: ignore[import-untyped]  # it comes without types

    compiled: Pattern[str] = regex.compile(pattern, regex.V1)
    return compiled
