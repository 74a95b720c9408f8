"""What can be done about one point: buttons at the foot of its card, and the reason for letting it go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.desk.checks.table import remedies, sentence
from annotator.model.points import OpenPoint
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.pill import Pill, Run, width_of
from annotator.window.plain import as_tip
from annotator.window.points.model import quoted
from annotator.window.reason_field import ReasonField
from annotator.words import say

_GAP = 5  # pixels


def button_rows(point: OpenPoint, font: QFont, room: int) -> int:
    """How many rows the buttons of a point's card need where they have so much room, in pixels."""
    rows, used = 1, 0
    for words in _all_words(point):
        width = min(width_of(words, font), room)
        if used and used + width > room:
            rows, used = rows + 1, 0
        used += width + _GAP
    return rows


class PointActions(QWidget):
    """The buttons of one card.

    Signals: `wanted` (a remedy), `let_go` (a reason), `taken_back`, `left` when the reason was not given.
    """

    wanted = Signal(str)
    let_go = Signal(str)
    taken_back = Signal()
    left = Signal()

    def __init__(self, point: OpenPoint, parent: QWidget) -> None:
        super().__init__(parent)
        self.point = point
        self.buttons: list[Pill] = []
        self._reason: ReasonField | None = None
        self._build()

    @property
    def asking(self) -> bool:
        """Whether the reason is being asked for."""
        return self._reason is not None and not self._reason.isHidden()

    def set_current(self, current: bool) -> None:
        """Whether Tab reaches the buttons: those of the current card only."""
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)

    def ask_reason(self) -> None:
        """Puts the field for the reason in the buttons' place."""
        if self.point.waived:
            return
        if self._reason is None:
            self._build_reason()
        assert self._reason is not None
        self._strip.hide()
        self._reason.show()
        self._reason.setFocus()

    def _build(self) -> None:
        self._strip = QWidget()
        self._flow = FlowLayout(_GAP)
        self._strip.setLayout(self._flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.addWidget(self._strip)
        if not self.point.waived:
            for kind in remedies(self.point):
                self._add(say(f"remedy.{kind}")).clicked.connect(lambda _=False, k=kind: self.wanted.emit(k))
            self._add(say("points.let_go"), quiet=True).clicked.connect(self.ask_reason)
        elif self.point.waived_by_me:
            self._add(say("points.take_back")).clicked.connect(self.taken_back)

    def _add(self, words: str, *, quiet: bool = False) -> Pill:
        button = Pill([Run(words, quiet=quiet)])
        about = " ".join((sentence(self.point), quoted(self.point))).strip()
        button.setAccessibleName(say("points.remedy_for", remedy=words, sentence=about))
        button.setToolTip(as_tip(words))
        self.buttons.append(button)
        self._flow.addWidget(button)
        return button

    def _build_reason(self) -> None:
        field = self._reason = ReasonField()
        field.setAccessibleName(say("points.reason"))
        field.setPlaceholderText(
            say("points.reason_hint" if self.point.claim is not None else "points.reason_article")
        )
        field.given.connect(self._give)
        field.closed.connect(self._leave)
        column = self.layout()
        assert column is not None
        column.addWidget(field)
        column.setAlignment(field, Qt.AlignmentFlag.AlignTop)

    def _give(self, reason: str) -> None:
        self._put_back()
        self.let_go.emit(reason)

    def _leave(self) -> None:
        if self.asking:
            self._put_back()
            self.left.emit()

    def _put_back(self) -> None:
        assert self._reason is not None
        self._reason.hide()
        self._strip.show()


def _all_words(point: OpenPoint) -> list[str]:
    """What stands on the buttons of a point's card."""
    if point.waived:
        return [say("points.take_back")] if point.waived_by_me else []
    return [*(say(f"remedy.{kind}") for kind in remedies(point)), say("points.let_go")]
