"""The strip that asks, once in a library, under which name somebody marks; it covers nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from annotator.model.rows import Reviewer
from annotator.window.claims.flow import FlowLayout
from annotator.window.margins import margins
from annotator.window.plain import as_tip, plain_label
from annotator.window.theme import Theme
from annotator.window.who.colour_dots import ColourDots
from annotator.words import say

_FIELD = 170  # pixels, like all below
_LEAST_FIELD = 90
_APART = 12
_SIDES = (14, 8)


class FirstTime(QFrame):
    """A name, a colour and a button. Signals: `named` (name, colour), `dismissed` by Escape or the cross."""

    named = Signal(str, str)
    dismissed = Signal()

    def __init__(self, me: Reviewer, theme: Theme) -> None:
        super().__init__()
        self._build(me, theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.colours.set_theme(theme)

    def show_problem(self, words: str) -> None:
        """Says why that name cannot be had; nothing where it can."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self.name.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to one line as long as can be: without the colour's word, the colours, the words before."""
        room = event.size().width() - self._close.sizeHint().width() - sum(_SIDES) - _APART
        beside = self.button.sizeHint().width() + _APART
        self.name.setFixedWidth(max(_LEAST_FIELD, min(_FIELD, room - beside)))
        needed = self.name.width() + beside
        for part, wide in self._wide.items():
            needed += wide + _APART
            part.setVisible(needed <= room)
        self.colours.set_brief(needed + self._word > room)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, me: Reviewer, theme: Theme) -> None:
        self.setAccessibleName(say("who.first_time"))
        self.setProperty("kind", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        before, after = _SIDES
        row.setContentsMargins(*margins(before, 8, after, 8))
        row.addWidget(self._build_parts(me, theme), 1)
        row.addWidget(self._build_close(me), 0, Qt.AlignmentFlag.AlignTop)

    def _build_parts(self, me: Reviewer, theme: Theme) -> QWidget:
        """Side by side, or in rows where the page is narrow."""
        self.name = QLineEdit(me.name)
        self.name.setAccessibleName(say("who.name"))
        self.name.setCursorPosition(0)
        self.name.returnPressed.connect(self._answer)
        self.colours = ColourDots(me.colour, theme)
        self.button = QPushButton(say("who.that_is_me"))
        self.button.clicked.connect(self._answer)
        before = plain_label(say("who.you_mark_as"))
        self._measure(before)
        self._problem = plain_label(kind="alarm", wraps=True)
        self._problem.hide()
        parts = QWidget()
        flow = FlowLayout(_APART)
        parts.setLayout(flow)
        for part in (
            before,
            self.name,
            self.colours,
            self.button,
            self._problem,
        ):
            part.setMinimumHeight(self.name.sizeHint().height())  # so that they stand on one line
            flow.addWidget(part)
        return parts

    def _measure(self, before: QLabel) -> None:
        """How wide the parts are that may be left out, and the colour's word."""
        whole = self.colours.sizeHint().width()
        self.colours.set_brief(True)
        brief = self.colours.sizeHint().width()
        before.ensurePolished()
        self._wide: dict[QWidget, int] = {before: before.sizeHint().width(), self.colours: brief}
        self._word = whole - brief

    def _build_close(self, me: Reviewer) -> QToolButton:
        self._close = close = QToolButton()
        close.setText("×")
        close.setAccessibleName(say("who.stay", name=me.name))
        close.setToolTip(as_tip(say("who.stay", name=me.name)))
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.clicked.connect(self.dismissed)
        return close

    def _answer(self) -> None:
        if self.name.text().strip():
            self.named.emit(self.name.text().strip(), self.colours.colour)
        else:
            self.show_problem(say("who.needs_name"))
