"""A session with somebody at it who waits for each answer, and who answers message boxes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from annotator.desk.desk import Desk
from annotator.desk.work import Command
from annotator.model.changes import Changes
from annotator.window.session import Session


class AtWork:
    """Each call waits until the library has answered, and everything asked in between."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot, self.session = qtbot, session

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.session.idle)
        self.qtbot.wait(1)  # what was asked while answers came in
        self.qtbot.waitUntil(lambda: self.session.idle)

    def ask(self, job: Callable[[Desk], Any]) -> Any:
        answers: list[Any] = []
        self.session.ask(job, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def run(self, command: Command) -> Changes:
        answers: list[Changes] = []
        self.session.run(command, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))
        self.wait()
        return answers[0]


def disk_with(pages: int) -> Callable[[Desk], object]:
    """A disk with room for so many pages, by SQLite's own limit: with 1 it is full as it stands.

    A question to the desk, not a change: those are kept while the disk is full.
    """
    return lambda desk: desk.library.query(f"PRAGMA max_page_count = {pages}")


def answer_box(choose: str) -> list[str]:
    """Answers the next message box with a button; notes what it said."""
    said: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, look)
            return
        said.append(f"{box.text()} {box.informativeText()}")
        next(button for button in box.buttons() if choose in button.text().replace("&", "")).click()

    QTimer.singleShot(20, look)
    return said
