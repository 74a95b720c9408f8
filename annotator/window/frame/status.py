"""The line at the foot of the window: saved when, how many claims, who I am, how large."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QToolButton, QWidget

from annotator.model.rows import Reviewer
from annotator.window.dot import Dot
from annotator.window.margins import margins
from annotator.window.plain import plain_label
from annotator.window.points.meter import ProgressMeter
from annotator.window.theme import Theme
from annotator.words import say
from annotator.words.dates import local_time

if TYPE_CHECKING:
    from annotator.model.points import Progress


class Status(QStatusBar):
    """What a person glances at; `me_wanted`, `zoom_wanted` and `points_wanted` when its buttons are used."""

    me_wanted = Signal()
    points_wanted = Signal()
    zoom_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(theme)

    def show_saved(self, at: str) -> None:
        """Says when the last change was on the disk; `at` is ISO 8601 in UTC, empty if there was none."""
        self._say(self._saved, say("window.saved_at", time=local_time(at, seconds=True)) if at else "")

    def show_saving(self) -> None:
        """Says that a change is on its way to the disk."""
        self._say(self._saved, say("window.saving"))

    def show_unsaved(self) -> None:
        """Says that the disk did not take a change."""
        self._say(self._saved, say("window.not_saved"), alarm=True)

    def show_claims(self, claims: int | None) -> None:
        """Counts the claims; nothing where no article is open."""
        self._claims.setVisible(claims is not None)
        self._claims.setText(say("window.claim_count", count=claims or 0))

    def show_progress(self, progress: "Progress | None") -> None:
        """Says what must be settled and how far the article is; nothing where none is open."""
        must = progress.must if progress else 0
        self._open.setText(say("window.open_count", count=must))
        self._open.setVisible(bool(must))
        self._meter.set_progress(progress)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._meter.set_theme(theme)

    def show_me(self, me: Reviewer) -> None:
        """Shows whose hand marks."""
        self._dot.set_colour(me.colour)
        self._me.setText(me.name)
        self._me.setAccessibleName(say("window.me", name=me.name))
        QTimer.singleShot(0, self._me, self._me.updateGeometry)  # a layout under way has its old width

    def place_for(self, size: QSize) -> QPoint:
        """Where on the screen something of that size stands just above the name of who marks."""
        corner = self._me.mapToGlobal(QPoint(0, 0))
        left = corner.x() if not self.isRightToLeft() else corner.x() + self._me.width() - size.width()
        return QPoint(left, corner.y() - size.height())

    def show_zoom(self, percent: int) -> None:
        """Shows the size of the type in percent."""
        self._zoom.setText(say("window.zoom", percent=percent))
        self._zoom.setAccessibleName(say("window.type_size", percent=percent))

    def _build(self, theme: Theme) -> None:
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self._saved, self._claims = (plain_label(kind="quiet") for _ in range(2))
        self._dot, self._meter = Dot(), ProgressMeter(theme)
        self._me, self._zoom, self._open = QToolButton(), QToolButton(), QToolButton()
        self._open.setProperty("kind", "alarm")
        signals = (
            (self._me, self.me_wanted),
            (self._zoom, self.zoom_wanted),
            (self._open, self.points_wanted),
        )
        for button, signal in signals:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
        for label in (self._saved, self._claims):
            label.setContentsMargins(*margins(6, 5, 12, 5))
        for widget in (self._saved, self._claims, self._open, self._meter):
            self.addWidget(widget)
        who = QWidget()
        row = QHBoxLayout(who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._dot)
        row.addWidget(self._me)
        self.addPermanentWidget(who)
        self.addPermanentWidget(self._zoom)
        for widget in (self._saved, self._claims, self._open, self._meter):
            widget.hide()

    @staticmethod
    def _say(label: QLabel, words: str, *, alarm: bool = False) -> None:
        label.setText(words)
        label.show()
        kind = "alarm" if alarm else "quiet"
        if label.property("kind") != kind:
            label.setProperty("kind", kind)
            label.style().polish(label)
