"""The tags' letters in the margin: where they stand and which claims they stand for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from annotator.model.views import ClaimLine
from annotator.window.article.claims import PageClaims
from annotator.window.article.geometry import Line
from annotator.window.article.typesetting import Measures

#: How many letters find room beside a line; of more, the last place counts those that do not.
PLACES = 3
#: A letter's height and width, in pixels of the 100 % margin.
_SIZE = 20


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in the margin, or the chip that stands for several; the rectangle is the document's.

    `leftward` says that it stands to the right of its line, which is read from there.
    """

    rect: QRectF
    claims: tuple[ClaimLine, ...]
    leftward: bool

    @property
    def is_chip(self) -> bool:
        """Whether it counts claims instead of naming one's tag."""
        return len(self.claims) > 1

    @property
    def label(self) -> str:
        """What is written in it: A, D, F or the likes of +2."""
        return f"+{len(self.claims)}" if self.is_chip else self.claims[0].tag.letter


def letters(
    lines: Sequence[Line],
    claims: PageClaims,
    picked: str | None,
    measures: Measures,
    shown: Callable[[str], bool] | None = None,
) -> list[Letter]:
    """The letters beside some lines, each at its claim's first line, on the side where the line begins.

    Where `shown` is given, it says by its id whether a claim's letter is drawn.
    """
    found: list[Letter] = []
    for line in lines:
        if line.start == line.end:
            continue
        beginning = [
            each
            for each in claims.within(line.start, line.end)
            if each.span.start >= line.start and (shown is None or shown(each.id))
        ]
        groups = _shared_out(beginning, picked)
        for place, group in enumerate(groups):
            found.append(Letter(_place(line, place, len(groups), measures), tuple(group), line.leftward))
    return found


def row_top(line: Line, measures: Measures) -> float:
    """The top of the letters beside a line."""
    middle = line.baseline + (measures.below - measures.above) / 2 * line.scale
    return round(middle - measures.beside(_SIZE) / 2)


def _shared_out(claims: list[ClaimLine], picked: str | None) -> list[list[ClaimLine]]:
    """One claim for each place, those without a place together in the last; the picked one has one."""
    if len(claims) <= PLACES:
        return [[claim] for claim in claims]
    shown = PLACES - 1
    for claim in claims[shown:]:
        if claim.id == picked:
            rest = [other for other in claims if other is not claim]
            claims = [*rest[: shown - 1], claim, *rest[shown - 1 :]]
    return [*([claim] for claim in claims[:shown]), claims[shown:]]


def _place(line: Line, place: int, places: int, measures: Measures) -> QRectF:
    """In reading order, the last one nearest to the text."""
    size = measures.beside(_SIZE)
    step = size + measures.beside(4)
    gap = measures.beside(16)
    if line.leftward:
        left = line.left + line.width + gap + (places - 1 - place) * step
    else:
        left = line.left - gap - size - (places - 1 - place) * step
    return QRectF(round(left), row_top(line, measures), size, size)
