"""The line at the foot of the window: saved when, how many claims, who I am, how large."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QToolButton, QWidget

from annotator.model.rows import Reviewer
from annotator.window.dates import local_time
from annotator.window.plain import plain_label
from annotator.words import say

_DOT = 9  # pixels


class Dot(QWidget):
    """A reviewer's colour as a dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor()
        self.setFixedSize(_DOT + 4, _DOT + 4)

    def set_colour(self, colour: str) -> None:
        """Takes a colour as `#rrggbb`."""
        self._colour = QColor(colour)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(QRectF(2, 2, _DOT, _DOT))


class Status(QStatusBar):
    """What a person glances at; `me_wanted` and `zoom_wanted` when its buttons are used."""

    me_wanted = Signal()
    zoom_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()

    def show_saved(self, at: str) -> None:
        """Says when the last change was on the disk; `at` is ISO 8601 in UTC, empty if there was none."""
        self._say(self._saved, say("window.saved_at", time=local_time(at, seconds=True)) if at else "")

    def show_saving(self) -> None:
        """Says that a change is on its way to the disk."""
        self._say(self._saved, say("window.saving"))

    def show_unsaved(self) -> None:
        """Says that the disk did not take a change."""
        self._say(self._saved, say("window.not_saved"), alarm=True)

    def show_claims(self, claims: int | None, without_source: int = 0) -> None:
        """Counts the claims, and the allegations that must get a source; nothing where no article is open."""
        self._claims.setVisible(claims is not None)
        self._claims.setText(say("window.claim_count", count=claims or 0))
        words = say("window.allegations_without_source", count=without_source)
        self._say(self._open, words, alarm=True)
        self._open.setVisible(bool(without_source))

    def show_me(self, me: Reviewer) -> None:
        """Shows whose hand marks."""
        self._dot.set_colour(me.colour)
        self._me.setText(me.name)
        self._me.setAccessibleName(say("window.me", name=me.name))

    def show_zoom(self, percent: int) -> None:
        """Shows the size of the type in percent."""
        self._zoom.setText(say("window.zoom", percent=percent))
        self._zoom.setAccessibleName(say("window.type_size", percent=percent))

    def _build(self) -> None:
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self._saved, self._claims, self._open = (plain_label(kind="quiet") for _ in range(3))
        self._dot, self._me, self._zoom = Dot(), QToolButton(), QToolButton()
        for button, signal in ((self._me, self.me_wanted), (self._zoom, self.zoom_wanted)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
        for label in (self._saved, self._claims, self._open):
            label.setContentsMargins(6, 5, 12, 5)
            self.addWidget(label)
        who = QWidget()
        row = QHBoxLayout(who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._dot)
        row.addWidget(self._me)
        self.addPermanentWidget(who)
        self.addPermanentWidget(self._zoom)
        for label in (self._saved, self._claims, self._open):
            label.hide()

    @staticmethod
    def _say(label: QLabel, words: str, *, alarm: bool = False) -> None:
        label.setText(words)
        label.show()
        kind = "alarm" if alarm else "quiet"
        if label.property("kind") != kind:
            label.setProperty("kind", kind)
            label.style().polish(label)
