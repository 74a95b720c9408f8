"""The links between denials and allegations, and the curves that show them in the margin."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from annotator.model.views import ClaimLine
from annotator.window.article.claims import PageClaims
from annotator.window.article.geometry import Line
from annotator.window.article.letters import Letter
from annotator.window.article.typesetting import Measures


class PageLinks:
    """Which claims answer which, by id: asked from either end."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._ends: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for denial, allegation in dict.fromkeys(pairs):
            self._ends[denial].append((denial, allegation))
            self._ends[allegation].append((denial, allegation))

    def of(self, claim: str | None) -> Sequence[tuple[str, str]]:
        """The links (denial, allegation) of a claim."""
        return self._ends.get(claim, ()) if claim is not None else ()


@dataclass(frozen=True, slots=True)
class Sight:
    """What of the page is in sight: its lines, its letters, and its edges in pixels of the document."""

    lines: Sequence[Line]
    letters: Sequence[Letter]
    area: QRectF


@dataclass(frozen=True, slots=True)
class Curve:
    """A link as it is drawn: a line, and the tips of its arrows with the point each comes from."""

    path: QPainterPath
    arrows: tuple[tuple[QPointF, QPointF], ...]


@dataclass(frozen=True, slots=True)
class _End:
    """Where a link ends: beside a letter, or (`beyond`) at the edge of what is in sight."""

    place: QPointF
    beyond: bool


def curves(
    links: PageLinks, picked: str | None, claims: PageClaims, sight: Sight, measures: Measures
) -> Iterator[Curve]:
    """The curves of the picked claim's links, side by side in the margin where its letter stands.

    They run beside the letters, never over words. Of claims that are out of sight only the direction shows.
    """
    pairs = links.of(picked)
    if not pairs or not sight.lines:
        return
    leftward = _side(claims.get(picked), sight.lines)
    ends = []
    for denial, allegation in pairs:
        start = _end(claims.get(denial), sight, measures, leftward=leftward)
        end = _end(claims.get(allegation), sight, measures, leftward=leftward)
        if start is not None and end is not None and not (start.beyond and end.beyond):
            ends.append((start, end))
    # The longer one bows farther, so that they lie in each other.
    ends.sort(key=lambda pair: abs(pair[0].place.y() - pair[1].place.y()))
    for lane, (start, end) in enumerate(ends):
        yield _curve(start, end, _lane(start, end, sight, (lane, len(ends)), measures, leftward=leftward))


def linked(links: PageLinks, picked: str | None) -> set[str]:
    """The claims at the other ends of the picked claim's links."""
    return {claim for pair in links.of(picked) for claim in pair if claim != picked}


def _side(claim: ClaimLine | None, lines: Sequence[Line]) -> bool:
    """Whether the picked claim's letter stands on the right; out of sight, those of what is in sight."""
    at = claim.span.start if claim is not None else -1
    return next((line.leftward for line in lines if line.start <= at < line.end), lines[0].leftward)


def _end(claim: ClaimLine | None, sight: Sight, measures: Measures, *, leftward: bool) -> _End | None:
    if claim is None:
        return None
    letter = next((each for each in sight.letters if any(one.id == claim.id for one in each.claims)), None)
    if letter is not None and sight.area.top() <= letter.rect.center().y() <= sight.area.bottom():
        return _End(
            QPointF(_outside(letter, sight, leftward=leftward), letter.rect.center().y()), beyond=False
        )
    above = claim.span.start < sight.lines[len(sight.lines) // 2].start
    edge = sight.area.top() + 4 if above else sight.area.bottom() - 4
    return _End(QPointF(_beside(sight.lines[0], measures, leftward=leftward), edge), beyond=True)


def _beside(line: Line, measures: Measures, *, leftward: bool) -> float:
    """The outer side of a single letter beside the column."""
    reach = measures.beside(42)
    return line.left + line.width + reach if leftward else line.left - reach


def _outside(letter: Letter, sight: Sight, *, leftward: bool) -> float:
    """The outer side of the row of letters that one stands in."""
    row = [each.rect for each in sight.letters if each.rect.center().y() == letter.rect.center().y()]
    if leftward:
        return max(rect.right() for rect in row) + 6
    return min(rect.left() for rect in row) - 6


def _lane(
    start: _End, end: _End, sight: Sight, lane: tuple[int, int], measures: Measures, *, leftward: bool
) -> float:
    """How far out a curve bows, the so-manieth of so many: side by side, but within the sheet."""
    number, count = lane
    xs = (start.place.x(), end.place.x())
    inner = max(xs) if leftward else min(xs)
    room = max(abs((sight.area.right() if leftward else sight.area.left()) - inner) - 3, 0)
    first = min(measures.beside(16), room * 0.6)
    step = min(measures.beside(7), (room - first) / max(count - 1, 1))
    bow = first + number * step
    return inner + bow if leftward else inner - bow


def _curve(start: _End, end: _End, x: float) -> Curve:
    """From the denial to the allegation; an end that is out of sight lies straight on the edge."""
    begun = QPointF(x, start.place.y()) if start.beyond else start.place
    tip = QPointF(x, end.place.y()) if end.beyond else end.place
    if begun.y() == tip.y():
        # Two letters of one row: a small loop beside it.
        begun, tip = begun - QPointF(0, 5), tip + QPointF(0, 5)
    bend = QPointF(0, (tip.y() - begun.y()) * 0.15)
    leaves, arrives = QPointF(x, begun.y()) + bend, QPointF(x, tip.y()) - bend
    path = QPainterPath(begun)
    path.cubicTo(leaves, arrives, tip)
    return Curve(path, ((tip, arrives), (begun, leaves)) if start.beyond else ((tip, arrives),))
