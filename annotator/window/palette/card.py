"""The palette: a field over the window in which every action is found by its words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from annotator.window.palette.matching import PaletteEntry, Provider, matching
from annotator.window.palette.rows import ENTRY, PaletteRow, PaletteRows, spoken
from annotator.window.plain import plain_label
from annotator.words import say

_WIDTH, _TOP, _MARGIN = 560, 64, 16  # pixels
_ROWS = 10

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS,
    Qt.Key.Key_PageUp: -_ROWS,
}
#: The focus goes for a moment only, to a menu of the field or to another program.
_AWAY_FOR_A_MOMENT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Palette(QFrame):
    """Offers entries for what is typed. Enter takes one, Escape none; both give the focus back before.

    Signal: `chosen` with the name of the entry that is about to run.
    """

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: Sequence[PaletteEntry] = ()
        self._recent: Sequence[str] = ()
        self._more: Provider = lambda _: ()
        self._before: QWidget | None = None
        self._build()
        self.hide()

    def offer(
        self, entries: Sequence[PaletteEntry], recent: Sequence[str] = (), more: Provider | None = None
    ) -> None:
        """Opens with these entries; `recent` are names, the newest first, `more` adds what is typed for."""
        self._entries, self._recent = entries, recent
        self._more = more or (lambda _: ())
        self._before = QApplication.focusWidget()
        self.field.clear()
        self._show_matches("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give_up(self) -> None:
        """Closes and puts the focus back to where it was."""
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():  # chips and dialogs go meanwhile
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            self._leave(event.reason())
        return False

    def _build(self) -> None:
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setAccessibleName(say("palette.field"))
        self.field.setPlaceholderText(say("palette.hint"))
        self.field.textChanged.connect(self._show_matches)
        self.field.installEventFilter(self)
        self._build_list()
        self._none = plain_label(say("palette.none"), "quiet")
        self._none.setContentsMargins(8, 4, 8, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for part in (self.field, self.list, self._none):
            column.addWidget(part)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)
        self._window.installEventFilter(self)

    def _build_list(self) -> None:
        self._rows = PaletteRows()
        self.list = QListView()
        self.list.setModel(self._rows)
        self.list.setItemDelegate(PaletteRow(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self._take(index.data(ENTRY)))

    def _show_matches(self, typed: str) -> None:
        found = [*matching(typed, self._entries, self._recent), *self._more(typed)]
        self._rows.set_entries(found)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        self.list.setAccessibleName(say("palette.list", count=len(found)))
        self._place()
        self._choose(0)
        if not found:
            self._announce(say("palette.none"))

    def _choose(self, row: int) -> None:
        """Goes to a row, the nearest where there are fewer; a screen reader says it."""
        count = self._rows.rowCount()
        if count:
            index = self._rows.index(min(max(row, 0), count - 1), 0)
            self.list.setCurrentIndex(index)
            self._announce(spoken(index.data(ENTRY)))

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _STEPS:
            self._choose(self.list.currentIndex().row() + _STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.currentIndex().isValid():
                self._take(self.list.currentIndex().data(ENTRY))
        elif key == Qt.Key.Key_Escape:
            self.give_up()
        return key in (*_STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab)

    def _leave(self, reason: Qt.FocusReason) -> None:
        if reason not in _AWAY_FOR_A_MOMENT:
            self.hide()

    def _take(self, entry: PaletteEntry) -> None:
        self.give_up()
        self.chosen.emit(entry.name)
        entry.run()

    def _place(self) -> None:
        """In the middle of the window's upper part, as high as there are rows and room."""
        window = self._window
        rows = min(self._rows.rowCount(), _ROWS)
        self.list.setFixedHeight(max(1, rows) * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth())
        width = min(_WIDTH, window.width() - 2 * _MARGIN)
        top = min(_TOP, window.height() // 8)
        height = min(self.sizeHint().height(), window.height() - top - _MARGIN)
        self.setGeometry((window.width() - width) // 2, top, width, height)
