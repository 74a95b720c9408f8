"""What people marked along an article, a lane for each, and where they differ: to see and to go to."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.model.comparing import Comparison, Difference, Marked
from annotator.window.painted_words import isolated, resized
from annotator.window.plain import show_tip
from annotator.window.theme import Theme
from annotator.words import say

_LANE = 14  # pixels, like all below
_APART = 5
_MARKS = 16
_NAMES = 96
_SIDE = 4
_LEAST = 2.0
_NEAR = 5.0
_SIGN = 4.0
_ROUND = 2.5

#: Quotes longer than this many code points are cut short when they are told.
_LONGEST = 80


class Ribbon(QWidget):
    """Signal: `claim_wanted` with a claim's id.

    The arrow keys go from difference to difference, Enter and a click to the words in the article.
    """

    claim_wanted = Signal(str)
    moved = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text, self._names = "", dict[str, str]()
        self._comparison = Comparison((), ())
        self._differing: list[int] = []
        self._at = -1
        self._build()

    @property
    def told(self) -> str:
        """What is said of the place that the keys are at; empty where there is none."""
        return self._told(self._at) if 0 <= self._at < len(self._comparison.groups) else ""

    def set_comparison(self, comparison: Comparison, text: str, names: Mapping[str, str]) -> None:
        """Shows other claims on a text; `names` are those of the people by id."""
        self._comparison, self._text, self._names = comparison, text, dict(names)
        groups = comparison.groups
        self._differing = [n for n, group in enumerate(groups) if group.kind is not Difference.SAME]
        self._at = -1
        self.updateGeometry()
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self.update()

    def step(self, by: int) -> None:
        """Goes to the next difference, or the one before."""
        ahead = [n for n in self._differing if (n - self._at) * by > 0]
        if ahead:
            self._at = ahead[0] if by > 0 else ahead[-1]
            self._tell()

    def go(self) -> None:
        """Wants the place that the keys are at shown in the article."""
        if 0 <= self._at < len(self._comparison.groups):
            self.claim_wanted.emit(self._comparison.groups[self._at].claims[0].id)

    def group_at(self, place: QPointF) -> int | None:
        """Which group is nearest to a place, if any is near."""
        found = [
            (max(left - place.x(), place.x() - right, 0.0), right - left, n)
            for n, group in enumerate(self._comparison.groups)
            for left, right in (self._reach(group.span.start, group.span.end),)
        ]
        nearest = min(found, default=None)
        return nearest[2] if nearest and nearest[0] <= _NEAR else None

    def sizeHint(self) -> QSize:
        lanes = max(1, len(self._comparison.people))
        return QSize(400, _MARKS + lanes * (_LANE + _APART) + _APART)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        onward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            onward, back = back, onward
        key = event.key()
        if key in (onward, back):
            self.step(1 if key == onward else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._differing:
            self._at = self._differing[0 if key == Qt.Key.Key_Home else -1]
            self._tell()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        group = self.group_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and group is not None:
            self._at = group
            self._tell()
            self.go()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            group = self.group_at(QPointF(event.pos()))
            show_tip(event.globalPos(), "" if group is None else self._told(group), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_place(painter)
            for lane, person in enumerate(self._comparison.people):
                self._paint_lane(painter, lane, person)
            self._paint_groups(painter)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QColor(self._theme.ink))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _build(self) -> None:
        self.setAccessibleName(say("agreement.ribbon"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.told or say("agreement.ribbon_hint", count=len(self._differing)))
        self.moved.emit()
        self.update()

    def _told(self, n: int) -> str:
        """What a group is: which difference, how, what words, and who gave which tag."""
        group = self._comparison.groups[n]
        words = " ".join(group.span.cut(self._text).split())
        quote = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
        whose = ", ".join(
            say(
                "agreement.whose",
                name=isolated(self._names[one.author]),
                tag=say(f"named.tag.{one.tag.value}"),
            )
            for one in group.claims
        )
        if group.kind is Difference.SAME:
            return say("agreement.at_same", quote=quote, whose=whose)
        only = ", ".join(isolated(self._names[claim.author]) for claim in group.claims)
        return say(
            "agreement.at_difference",
            place=self._differing.index(n) + 1,
            count=len(self._differing),
            kind=say(f"difference.{group.kind.value}", names=only),
            quote=quote,
            whose=whose,
        )

    def _reach(self, start: int, end: int) -> tuple[float, float]:
        """Where a place of the text begins and ends, in pixels from the left."""
        room = self.width() - _NAMES - 2 * _SIDE
        scale = room / max(1, len(self._text))
        left, wide = start * scale, max(_LEAST, (end - start) * scale)
        if self.isRightToLeft():
            return _SIDE + room - left - wide, _SIDE + room - left
        return _NAMES + _SIDE + left, _NAMES + _SIDE + left + wide

    def _top(self, lane: int) -> float:
        return _MARKS + lane * (_LANE + _APART) + _APART / 2

    def _paint_place(self, painter: QPainter) -> None:
        if 0 <= self._at < len(self._comparison.groups):
            span = self._comparison.groups[self._at].span
            left, right = self._reach(span.start, span.end)
            painter.fillRect(
                QRectF(left - 3, 0, right - left + 6, self.height()), QColor(self._theme.selection)
            )

    def _paint_lane(self, painter: QPainter, lane: int, person: str) -> None:
        mirrored, top = self.isRightToLeft(), self._top(lane)
        left, right = self._reach(0, len(self._text))
        painter.setPen(QColor(self._theme.line))
        painter.drawLine(QPointF(left, top + _LANE / 2), QPointF(right, top + _LANE / 2))
        font = resized(self.font(), 0.9)
        names = QRectF(self.width() - _NAMES if mirrored else _SIDE, top, _NAMES - _SIDE, _LANE)
        name = QFontMetrics(font).elidedText(
            self._names[person], Qt.TextElideMode.ElideRight, int(names.width()) - 6
        )
        painter.setFont(font)
        painter.setPen(QColor(self._theme.secondary))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(names, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_groups(self, painter: QPainter) -> None:
        """All claims and signs, those that would lie on the same pixels once: there may be thousands."""
        lanes = {person: self._top(lane) for lane, person in enumerate(self._comparison.people)}
        painted: set[tuple[object, ...]] = set()
        signs: dict[int, bool] = {}  # where they point in pixels, and whether the keys are there
        for n, group in enumerate(self._comparison.groups):
            differs = group.kind is not Difference.SAME
            for claim in group.claims:
                left, right = self._reach(claim.span.start, claim.span.end)
                block = QRectF(left, lanes[claim.author], right - left, _LANE)
                key = (claim.author, int(left), int(right), claim.tag, differs)
                if key not in painted:
                    painted.add(key)
                    self._paint_claim(painter, claim, block, differs)
            if differs:
                place = int(sum(self._reach(group.span.start, group.span.end)) / 2)
                signs[place] = signs.get(place, False) or n == self._at
        for place, here in signs.items():
            self._paint_sign(painter, place, here)

    def _paint_claim(self, painter: QPainter, claim: Marked, block: QRectF, differs: bool) -> None:
        """Full where people differ, pale in an outline where all are at one; wide ones bear their letter."""
        colours = self._theme.tags[claim.tag]
        painter.setPen(Qt.PenStyle.NoPen if differs else QColor(colours.mark))
        painter.setBrush(QColor(colours.mark) if differs else self._theme.tinted(claim.tag))
        painter.drawRoundedRect(block if differs else block.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        if block.width() >= _LANE:
            painter.setFont(resized(self.font(), 0.8))
            painter.setPen(QColor(colours.letter if differs else self._theme.ink))
            painter.drawText(block, Qt.AlignmentFlag.AlignCenter, claim.tag.letter)

    def _paint_sign(self, painter: QPainter, x: int, here: bool) -> None:
        """A small arrow over the lanes; filled at the place the keys are at."""
        tip = _MARKS - 3.0
        arrow = [
            QPointF(x - _SIGN, tip - 1.6 * _SIGN),
            QPointF(x + _SIGN, tip - 1.6 * _SIGN),
            QPointF(x, tip),
        ]
        painter.setPen(QColor(self._theme.ink))
        painter.setBrush(QColor(self._theme.ink if here else self._theme.panel))
        painter.drawPolygon(QPolygonF(arrow))
