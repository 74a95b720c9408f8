"""Somebody in front of the window: sees what is shown and uses mouse and keyboard."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from annotator.desk.queries.claims import claim_view
from annotator.model.views import ClaimLine, ClaimView
from annotator.window.app import Starter
from annotator.window.hands import click, drag, press, span_of, type_words, wait_until
from tests.desk.content import content

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def leave(starter: Starter) -> None:
    """Closes the window for good, and lets go of begun words: it would ask about them, and wait for ever."""
    asked = QTimer()
    asked.timeout.connect(_close_anyway)
    asked.start(10)
    if starter.window is not None:
        starter.window.close()
    asked.stop()
    starter.close()
    QApplication.processEvents()


def _close_anyway() -> None:
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        role = QMessageBox.ButtonRole.DestructiveRole
        next(one for one in box.buttons() if box.buttonRole(one) == role).click()


class Person:
    """Does one thing at a time and waits until the window has taken it in."""

    def __init__(self, starter: Starter, library: Path) -> None:
        self.starter = starter
        self.library = library
        starter.open(library)
        wait_until(lambda: starter.window is not None)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    @property
    def window(self):
        assert self.starter.window is not None
        return self.starter.window

    @property
    def view(self):
        return self.window.view

    @property
    def text(self) -> str:
        return self.window.reading.page.text

    @property
    def claims(self) -> list[ClaimLine]:
        """What is marked, in text order."""
        return sorted(self.window.reading.lines, key=lambda line: (line.span.start, -line.span.end))

    @property
    def picked(self) -> ClaimLine | None:
        return self.window.reading.line(self.window.reading.picked or "")

    def settle(self) -> None:
        wait_until(lambda: self.window.session.idle)
        QApplication.processEvents()
        wait_until(lambda: self.window.session.idle)

    def drag(self, words: str, occurrence: int = 1, modifiers=NONE) -> None:
        drag(self.view, span_of(self.text, words, occurrence), modifiers)
        self.settle()

    def press(self, key: Qt.Key, modifiers=NONE, widget: QWidget | None = None) -> None:
        (widget or self.view).setFocus()
        self.settle()
        press(widget or self.view, key, modifiers)
        self.settle()

    def mark(self, words: str, key: Qt.Key, occurrence: int = 1) -> ClaimLine:
        """Drags over words and presses a tag's key."""
        self.drag(words, occurrence)
        self.press(key)
        assert self.picked is not None
        return self.picked

    def click(self, words: str, occurrence: int = 1) -> None:
        """Clicks the middle of some words; not a double click with the click before."""
        span = span_of(self.text, words, occurrence)
        QTest.qWait(QApplication.doubleClickInterval() + 20)
        click(self.view, (span.start + span.end) // 2)
        self.settle()

    def say_by(self, name: str) -> None:
        """S, a name, Enter, and back to the article."""
        self.press(Qt.Key.Key_S)
        field = self.window.editor.said_by.field
        type_words(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        self.settle()

    def menu(self, name: str) -> None:
        """Chooses from a menu."""
        action = self.window.actions_[name]
        assert action.isEnabled(), name
        action.trigger()
        self.settle()

    def shortcut(self, keys: str) -> None:
        """Presses a key combination of the window."""
        combination = QKeySequence(keys)[0]
        focus = QApplication.focusWidget() or self.window
        QTest.keyClick(focus, combination.key(), combination.keyboardModifiers())
        self.settle()

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, CTRL)

    def redo(self) -> None:
        self.press(Qt.Key.Key_Z, CTRL | SHIFT)

    def whole(self, claim: str) -> ClaimView:
        """A claim as the library has it."""
        found: list[ClaimView] = []
        self.window.session.ask(lambda desk: claim_view(desk, claim), found.append)
        self.settle()
        return found[0]

    def content(self) -> dict[str, object]:
        """Everything the library says, without when it was written."""
        found: list[dict[str, object]] = []
        self.window.session.ask(lambda desk: content(desk.library), found.append)
        self.settle()
        return found[0]
