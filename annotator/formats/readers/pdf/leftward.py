"""Lines of print that hold words from right to left, put into the order in which they are read.

A PDF file tells where letters stand. What stands there is what the Unicode Bidirectional Algorithm (Unicode
Standard Annex #9) made of the words, so its rules are gone through backwards. Two orders can look alike:
then the likelier is taken, and said to be unsure.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, pairwise
from typing import NamedTuple

from annotator.formats.readers.pdf.brackets import turned

_LAM = "\u0644"
_ALEFS = frozenset("\u0627\u0622\u0623\u0625\u0671")
_FORMS = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")
#: Doubling, madda and hamza are typed before the letter's vowel, all else in the canonical order.
_FIRST_MARKS = "\u0651\u0653\u0654\u0655"
#: A gap is a space from so many sizes of type on; where the file has a space, too, a smaller one is.
_GAP, _GAP_WITH_SPACE = 0.15, 0.06
#: Marks belong to one of so many letters at either side.
_NEAR = 3
_LEFTWARD = frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})


class Glyph(NamedTuple):
    """A letter as it stands on the page: where its pen was put down, its edges, its place in the file."""

    letter: str
    origin: float
    left: float
    right: float
    place: int
    raised: bool = False

    @property
    def middle(self) -> float:
        """Halfway between its edges."""
        return (self.left + self.right) / 2

    @property
    def start(self) -> float:
        """Where the room begins that its type takes."""
        return min(self.left, self.origin)


class Cell(NamedTuple):
    """A letter with its marks, or a space, and its class in the Unicode Character Database."""

    text: str
    kind: str
    raised: bool = False


SPACE = Cell(" ", "WS")


class Reading(NamedTuple):
    """Words in the order in which they are read; not `sure` where another order would look the same."""

    cells: tuple[Cell, ...]
    sure: bool

    @property
    def text(self) -> str:
        """The words, with signs round what is set raised."""
        pieces = turned([f"\x0e{cell.text}\x0f" if cell.raised else cell.text for cell in self.cells])
        return "".join(pieces).replace("\x0f\x0e", "")


def cells(glyphs: Sequence[Glyph], size: float) -> list[Cell]:
    """The letters of a line from left to right, each with its marks, spaces where there are gaps."""
    letters = _in_order([glyph for glyph in glyphs if not _is_mark(glyph) and not glyph.letter.isspace()])
    if not letters:
        return []
    blanks = sorted(glyph.middle for glyph in glyphs if glyph.letter.isspace() and glyph.right > glyph.left)
    marks = _by_letter([glyph for glyph in glyphs if _is_mark(glyph)], letters)
    found = [_cell(letters[0], marks.get(letters[0], ()))]
    reach = letters[0].right
    for before, letter in pairwise(letters):
        apart = abs(letter.place - before.place) == 2
        # A letter that is one drawing with its mark shares its room with it.
        reach = max(
            reach, *(mark.right for mark in marks.get(before, ()) if _are_one(mark, before)), before.right
        )
        gap = letter.start - reach
        if gap > (_GAP_WITH_SPACE if apart else _GAP) * size or _any_between(blanks, before, letter):
            found.append(SPACE)
        found.append(_cell(letter, marks.get(letter, ())))
    return found


def logical(line: Sequence[Cell], *, leftward: bool, arabic: bool) -> Reading:
    """The cells of a line, given from left to right, as they are read.

    `leftward` where its paragraph runs to the left, `arabic` where that is one in Arabic letters.
    """
    if leftward:
        return _from_right(line, "AL" if arabic else "R")
    found: list[Cell] = []
    sure, end = True, 0
    for first, last in _stretches(line, _LEFTWARD, frozenset({"L"})):
        while first > end and line[first - 1].kind in {*_NUMBERS, "ES", "CS"}:
            first -= 1
        run = _from_right(line[first:last], "L")
        found += (*line[end:first], *run.cells)
        sure, end = sure and run.sure, last
    return Reading((*found, *line[end:]), sure)


def _in_order(letters: Sequence[Glyph]) -> list[Glyph]:
    """From left to right; of a ligature of lam and alef the lam stands at the right."""
    found = sorted(letters, key=lambda glyph: (round(glyph.origin, 2), glyph.middle, -glyph.place))
    for number, (left, right) in enumerate(pairwise(found)):
        if left.letter == _LAM and right.letter in _ALEFS and _are_one(left, right):
            found[number : number + 2] = right, left
    return found


def _is_mark(glyph: Glyph) -> bool:
    return unicodedata.bidirectional(_unfolded(glyph.letter)[:1] or " ") == "NSM"


def _unfolded(letter: str) -> str:
    """The letters that a form of Arabic or Hebrew type stands for."""
    return unicodedata.normalize("NFKC", letter).strip() if _FORMS.match(letter) else letter


def _by_letter(marks: Sequence[Glyph], letters: Sequence[Glyph]) -> dict[Glyph, list[Glyph]]:
    """The marks of each letter: those drawn with it, set over it or after it, or nearest to it."""
    found: dict[Glyph, list[Glyph]] = {}
    origins = [letter.origin for letter in letters]
    for mark in sorted(marks, key=_rank):
        places = (bisect_left(origins, place) for place in (mark.origin, mark.middle))
        near = chain.from_iterable(letters[max(place - _NEAR, 0) : place + _NEAR] for place in places)
        found.setdefault(min(near, key=partial(_distance, mark)), []).append(mark)
    return found


def _rank(mark: Glyph) -> tuple[bool, int, int]:
    letter = _unfolded(mark.letter)
    return letter not in _FIRST_MARKS, unicodedata.combining(letter[:1]), mark.place


def _distance(mark: Glyph, letter: Glyph) -> tuple[bool, int, bool, float]:
    outside = max(letter.left - mark.middle, mark.middle - letter.right, 0.0)
    after = mark.place == letter.place + 1
    return not _are_one(mark, letter), int(outside), not after, abs(mark.middle - letter.middle)


def _are_one(one: Glyph, other: Glyph) -> bool:
    """Whether two letters are parts of one drawing, which was put down once."""
    return abs(one.origin - other.origin) < 0.01


def _cell(glyph: Glyph, marks: Sequence[Glyph]) -> Cell:
    text = _unfolded(glyph.letter)
    with_marks = text + "".join(_unfolded(mark.letter) for mark in marks)
    return Cell(with_marks, unicodedata.bidirectional(text[:1] or " "), glyph.raised)


def _any_between(blanks: Sequence[float], before: Glyph, letter: Glyph) -> bool:
    return bisect_right(blanks, before.middle) < bisect_left(blanks, letter.middle)


def _stretches(
    line: Sequence[Cell], inside: frozenset[str], outside: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """From the first to past the last cell of some kinds, where none of other kinds stands between."""
    first = last = -1
    for number, cell in enumerate(line):
        if cell.kind in inside:
            first, last = (number if first < 0 else first), number
        elif cell.kind in outside and first >= 0:
            yield first, last + 1
            first = -1
    if first >= 0:
        yield first, last + 1


def _from_right(line: Sequence[Cell], before: str) -> Reading:
    """A line whose paragraph runs to the left: read from the right, but for numbers and foreign words.

    `before` is the class of the letters that are read before it.
    """
    kept, sure = _foreign(line)
    kept |= _numbers(line, kept, before)
    found: list[Cell] = []
    end = len(line)
    while end:
        first = kept.get(end, end - 1)
        found += line[first:end]
        end = first
    return Reading(tuple(found), sure)


def _foreign(line: Sequence[Cell]) -> tuple[dict[int, int], bool]:
    """Where words from left to right end and begin, their numbers with them, and if that is sure."""
    found: dict[int, int] = {}
    sure = True
    for first, last in _stretches(line, frozenset({"L"}), _LEFTWARD):
        while first and line[first - 1].kind == "EN":
            first -= 1
        end = _number_end(line, last, "L")
        if end == last and last + 1 < len(line) and line[last].kind in {"WS", "ES"}:
            end = _number_end(line, last + 1, "L")
            if end == last + 1:
                end = last
            else:
                sure = sure and line[last].kind != "WS"
        found[_closed(line, first, end)] = first
    return found, sure


def _closed(line: Sequence[Cell], first: int, end: int) -> int:
    """The end of foreign words with the bracket that closes one opened among them."""
    within = "".join(cell.text for cell in line[first:end])
    open_ = any(within.count(one) != within.count(other) for one, other in ("()", "[]", "{}"))
    return end + 1 if open_ and end < len(line) and line[end].text in ")]}([{" else end


def _numbers(line: Sequence[Cell], kept: dict[int, int], before: str) -> dict[int, int]:
    """Where numbers outside of foreign words end and begin."""
    found: dict[int, int] = {}
    taken = {number for end, first in kept.items() for number in range(first, end)}
    contexts = _contexts(line, before)
    number = 0
    while number < len(line):
        end = number if number in taken else _number_end(line, number, contexts[number])
        if end > number:
            found[end] = number
        number = max(end, number + 1)
    return found


def _contexts(line: Sequence[Cell], before: str) -> list[str]:
    """For each cell the class of the letter that is read before it."""
    found = []
    for cell in reversed(line):
        before = cell.kind if cell.kind in _LEFTWARD else before
        found.append(before)
    return found[::-1]


def _number_end(line: Sequence[Cell], first: int, context: str) -> int:
    """Past the number that begins at a cell, `first` where none does (UAX #9, rules W2 and W4 to W5).

    After an Arabic letter only commas, points, colons and slashes hold digits together, else hyphens,
    signs of currency and percent do, too.
    """
    arabic = context == "AL" or any(cell.kind == "AN" for cell in line[first : first + 1])
    joins = {"CS"} if arabic else {"CS", "ES"}
    signs = frozenset() if arabic else frozenset({"ET"})
    digits = end = _past(line, first, signs)
    while (after := _past(line, end, _NUMBERS)) > end:
        end = after
        if end + 1 < len(line) and line[end].kind in joins and line[end + 1].kind in _NUMBERS:
            end += 1
    return first if end == digits else _past(line, end, signs)


def _past(line: Sequence[Cell], number: int, kinds: frozenset[str]) -> int:
    while number < len(line) and line[number].kind in kinds:
        number += 1
    return number
