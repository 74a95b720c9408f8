"""Below the call sheet: undo and redo, and handing it out as text or on paper."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from annotator.desk.queries.call_sheet import call_sheet_to_hand_out
from annotator.desk.queries.history import Turns, turns
from annotator.formats.writers.call_sheet import markdown, outline
from annotator.model.call_sheet import CallEntry, CallSheet
from annotator.model.errors import RedPencilError
from annotator.window.clipboard import new_mime_data
from annotator.window.session import Session
from annotator.window.sources.late import while_there
from annotator.window.ticks import Tick
from annotator.window.turns import show_turns
from annotator.words import say, say_all

#: Does something with sheets, of which some speak of several articles.
Out = Callable[[tuple[CallEntry, ...], bool], None]


class Foot(QWidget):
    """Signals: `undoing` before a step is taken back or done again, `closed`.

    Confidential names leave the window only where the tick is set, which holds for one time.
    """

    undoing = Signal()
    closed = Signal()

    def __init__(
        self,
        session: Session,
        scope: Callable[[], str | None],
        entry: Callable[[], CallEntry | None],
        tell: Callable[[str], None],
    ) -> None:
        """`scope` gives the article that is spoken of, None for all; `entry` the sheet in sight."""
        super().__init__()
        self._session, self._scope, self._entry, self._tell = session, scope, entry, tell
        self._turning = ""
        self._build()

    @property
    def names(self) -> Tick:
        """Whether confidential names go along, this time."""
        return self._names

    def know(self, sheet: CallSheet, turning: str) -> None:
        """Knows what is shown, and in which article (or `LIBRARY`) undo works."""
        self._names.setVisible(sheet.confidential)
        for button in (self._copy, self._print):
            button.setEnabled(bool(sheet.entries))
        if turning != self._turning:
            self._turning = turning
            self.refresh()

    def refresh(self) -> None:
        """Asks what undo and redo would do."""
        scope = self._turning
        if scope:
            self._session.ask(
                lambda desk: turns(desk, scope), while_there(self, self._show_turns), lambda _: None
            )

    def turn(self, way: str) -> None:
        """Takes the newest step back ("undo") or does it again ("redo")."""
        self.undoing.emit()
        act = self._session.undo if way == "undo" else self._session.redo
        act(self._turning, while_there(self, self._tell_error))

    def copy(self, *, everyone: bool) -> None:
        """Puts the sheet in sight, or all, on the clipboard as Markdown."""
        without = self._names.isVisibleTo(self) and not self._names.isChecked()
        self._hand_out(partial(self._put_on_clipboard, without), everyone=everyone)

    def print_out(self, *, everyone: bool) -> None:
        """Shows the sheet in sight, or all, as it would be printed."""
        self._hand_out(self._preview, everyone=everyone)

    def _build(self) -> None:
        self._undo, self._redo = _button("register.undo"), _button("register.redo")
        self._copy, self._print = _button("call_sheet.copy"), _button("call_sheet.print")
        self._names = Tick(say("call_sheet.with_names"))
        self._names.hide()
        close = _button("call_sheet.close")
        self._undo.clicked.connect(lambda: self.turn("undo"))
        self._redo.clicked.connect(lambda: self.turn("redo"))
        self._copy.clicked.connect(lambda: self._offer(self._copy, self.copy))
        self._print.clicked.connect(lambda: self._offer(self._print, self.print_out))
        close.clicked.connect(self.closed)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 12)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addStretch(1)
        row.addWidget(self._names)
        for button in (self._copy, self._print, close):
            row.addWidget(button)
        self._build_keys()

    def _build_keys(self) -> None:
        around = Qt.ShortcutContext.WindowShortcut
        QShortcut(QKeySequence("Ctrl+Z"), self, lambda: self.turn("undo"), context=around)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self, lambda: self.turn("redo"), context=around)
        QShortcut(QKeySequence("Ctrl+P"), self, self._print.click, context=around)

    def _offer(self, button: QPushButton, act: Callable[..., None]) -> None:
        """Lets the person choose how much goes out."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("call_sheet.this_source"), lambda: act(everyone=False))
        menu.addAction(say("call_sheet.all_sources"), lambda: act(everyone=True))
        above = QPoint(0, menu.sizeHint().height())
        menu.popup(button.mapToGlobal(button.rect().topLeft() - above))

    def _hand_out(self, out: Out, *, everyone: bool) -> None:
        """Has the sheets read as they may leave, and hands them on."""
        self.undoing.emit()
        article, only = self._scope(), None if everyone else self._entry()
        confidential = self._names.isChecked()
        self._names.setChecked(False)
        self._session.ask(
            lambda desk: call_sheet_to_hand_out(desk, article, confidential=confidential, only=only),
            while_there(self, lambda sheet: self._out(out, sheet, several=article is None)),
            while_there(self, self._tell_error),
        )

    def _out(self, out: Out, sheet: CallSheet, *, several: bool) -> None:
        if sheet.entries:
            out(sheet.entries, several)
        else:
            self._tell(say("call_sheet.nothing_left"))

    def _put_on_clipboard(self, without: bool, entries: tuple[CallEntry, ...], several: bool) -> None:
        data = new_mime_data()
        data.setText(markdown(entries, several=several))
        QGuiApplication.clipboard().setMimeData(data)
        self._tell(say("call_sheet.copied_without" if without else "call_sheet.copied"))

    def _preview(self, entries: tuple[CallEntry, ...], several: bool) -> None:
        from annotator.window.call_sheet.printing import preview

        preview([outline(entry, several=several) for entry in entries], self.window())

    def _show_turns(self, found: Turns) -> None:
        show_turns(self._undo, self._redo, found)

    def _tell_error(self, error: RedPencilError) -> None:
        self._tell(say_all(error.key, error.values))


def _button(key: str) -> QPushButton:
    button = QPushButton(say(key))
    button.setAutoDefault(False)
    return button
