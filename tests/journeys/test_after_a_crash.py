"""A program that crashed says so at its next start; one that made a mistake says so at once, and goes on."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.queries.claims import claim_lines
from annotator.window.aside import ask_aside
from annotator.window.dialogs.crash_dialog import CrashDialog, tell_of_crash
from annotator.window.hands import wait_until
from annotator.window.mishaps import Mishaps
from tests.journeys.person import Person

K = Qt.Key
TOP = Path(__file__).parents[2]
TEXT = "Hypatia\n\nThe mayor denied selling the list. Hypatia sails in June, its operator said.\n"

RUN = """
import faulthandler, sys
sys.modules["pandas"] = None  # sqlite-utils would load it where it is there, which takes a second
from PySide6.QtCore import QTimer
from annotator.window import app
from annotator.window.hands import drag, press, span_of
from PySide6.QtCore import Qt

made = app.Starter
class Starter(made):
    def __init__(self, *args):
        super().__init__(*args)
        QTimer.singleShot(0, self.work)

    def work(self):
        window = self.window
        if window is None or window.reading.page is None or not window.session.idle:
            QTimer.singleShot(20, self.work)
        elif not window.reading.lines:
            drag(window.view, span_of(window.reading.page.text, "denied selling the list"))
            press(window.view, Qt.Key.Key_D)
            QTimer.singleShot(20, self.work)
        else:
            QTimer.singleShot(0, self.err)
            QTimer.singleShot(50, lambda: fall(window.reading.page.text))

    def err(self):
        raise ValueError(self.window.reading.page.text)

def fall(text):
    faulthandler._sigsegv()

app.Starter = Starter
app.show([sys.argv[1]], sys.argv[2])
"""


def crash(tmp_path: Path) -> Path:
    """A real window on a library, which marked a claim, made a mistake and fell; the library."""
    file, library = tmp_path / "Hypatia.txt", tmp_path / "library of Hypatia.sqlite"
    file.write_text(TEXT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    subprocess.run(
        [sys.executable, "-c", RUN, file, library],
        cwd=tmp_path,
        env=environment,
        check=False,
        timeout=60,
        capture_output=True,
    )
    return library


def shown() -> list[CrashDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog)]


def test_after_a_crash_the_next_start_says_so_and_has_a_report_without_words_of_the_article(
    tmp_path: Path, person: Person
) -> None:
    library = crash(tmp_path)
    tell_of_crash(person.window)
    wait_until(lambda: bool(shown()))
    (dialog,) = shown()
    report = dialog.report.toPlainText()
    assert "Fatal Python error: Segmentation fault" in report
    assert "in fall" in report
    assert "ValueError" in report
    assert "Hypatia" not in report
    assert "mayor" not in report
    assert str(tmp_path) not in report
    assert not dialog.isModal()
    QGuiApplication.clipboard().clear()
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy report").click()
    assert QGuiApplication.clipboard().text() == report
    dialog.reject()
    # And what it said is true: the claim is there.
    with Desk(library) as desk:
        (article,) = article_lines(desk)
        assert [claim.quote for claim in claim_lines(desk, article.id)] == ["denied selling the list"]


@pytest.fixture
def mishaps(starter):
    """The watch over the window, as the program has it."""
    before = sys.excepthook
    watching = Mishaps()
    watching.happened.connect(starter.tell, Qt.ConnectionType.QueuedConnection)
    watching.install()
    yield watching
    watching.remove()
    assert sys.excepthook is before


class Painted(QWidget):
    def paintEvent(self, event) -> None:
        [][1]


class Filter(QObject):
    """Fails at each Down that goes by."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == K.Key_Down:
            [][1]
        return False


def paint(person: Person) -> None:
    widget = Painted(person.window.view.viewport())
    widget.resize(20, 20)
    widget.show()


def filter_keys(person: Person) -> None:
    watching = Filter(person.window)
    person.window.view.installEventFilter(watching)
    down = QKeyEvent(QEvent.Type.KeyPress, K.Key_Down, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.postEvent(person.window.view, down)  # as it comes from a keyboard


MISTAKES: dict[str, Callable[[Person], object]] = {
    "painting": paint,
    "event filter": filter_keys,
    "timer": lambda person: QTimer.singleShot(0, lambda: [][1]),
    "thread": lambda person: threading.Thread(target=lambda: [][1]).start(),
    "pool": lambda person: ask_aside(person.window, lambda: [][1], print),
    "writer": lambda person: person.window.session.ask(lambda desk: [][1], refused=lambda error: None),
}


def test_after_a_mistake_the_window_goes_on(reader, mishaps) -> None:
    person = reader(TEXT)
    words = iter(("mayor", "denied", "selling", "list", "Hypatia sails", "operator"))
    for where, err in MISTAKES.items():
        err(person)
        wait_until(lambda: "IndexError" in person.window.messages.words)
        person.window.messages.solved()
        word = next(words)
        assert person.mark(word, K.Key_D).quote == word, where
        person.settle()
        assert not person.window.session.has_unsaved, where
    told = mishaps._log.text.splitlines()
    after = [told[at + 1] for at, line in enumerate(told) if line.startswith("Mistake ")]
    assert len(after) == len(MISTAKES)
    assert all("in " in line for line in after)
