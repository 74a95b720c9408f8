"""Starting: which library, which article, what happens to the window that was open."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.samples import samples
from annotator.desk.settings import Settings
from annotator.window.app import Starter
from annotator.window.frame.main_window import MainWindow
from annotator.window.hands import wait_until
from tests.window.at_work import answer_box, disk_with


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def starter(qtbot: QtBot, settings: Settings) -> Iterator[Starter]:
    made = Starter(settings)
    yield made
    if made.window is not None:
        made.window.close()
    made.close()
    QApplication.processEvents()


def main_windows() -> set[QWidget]:
    """Those that can be seen, also of other tests."""
    return {one for one in QApplication.topLevelWidgets() if one.isVisible() and one.inherits("QMainWindow")}


def opened(starter: Starter, path: Path, *files: Path, sample: bool = False):
    before = starter.window
    starter.open(path, files, sample=sample)
    wait_until(lambda: starter.window is not before)
    wait_until(lambda: starter.window.session.idle and not starter.window.importing.busy)
    return starter.window


def test_a_sample_comes_only_into_a_library_without_articles(starter: Starter, tmp_path: Path) -> None:
    first = samples()[0].title
    window = opened(starter, tmp_path / "a.sqlite", sample=True)
    assert window.reading.page.title == first
    file = tmp_path / "own.txt"
    file.write_text("Own\n\nBody.", encoding="utf-8")
    window = opened(starter, tmp_path / "b.sqlite", file, sample=True)
    wait_until(lambda: window.reading.page is not None)
    assert window.reading.page.title == "Own"
    window.close()
    starter.window = None
    window = opened(starter, tmp_path / "b.sqlite", sample=True)
    assert [line.title for line in window.exporting.known] == ["Own"]


def test_files_named_at_the_start_come_in_and_the_last_is_shown(starter: Starter, tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.txt" for n in (1, 2)]
    for n, file in enumerate(files, 1):
        file.write_text(f"Article {n}\n\nBody.", encoding="utf-8")
    window = opened(starter, tmp_path / "a.sqlite", *files)
    wait_until(lambda: window.reading.page is not None and window.session.idle)
    assert window.reading.page.title == "Article 2"


def test_the_article_opened_last_is_opened_again(starter: Starter, tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.txt" for n in (1, 2)]
    for n, file in enumerate(files, 1):
        file.write_text(f"Article {n}\n\nBody.", encoding="utf-8")
    window = opened(starter, tmp_path / "a.sqlite", *files)
    wait_until(lambda: len(window.exporting.known) == 2)
    first = next(line.id for line in window.exporting.known if line.title == "Article 1")
    window.reading.open(first)
    wait_until(lambda: window.reading.article == first)
    window.close()
    starter.window = None
    assert opened(starter, tmp_path / "a.sqlite").reading.article == first


def test_a_refused_library_leaves_the_open_one_as_it_is(starter: Starter, tmp_path: Path) -> None:
    window = opened(starter, tmp_path / "a.sqlite")
    (tmp_path / "bad.sqlite").write_text("Dear diary", encoding="utf-8")
    said = answer_box("Close")
    gave_up: list[bool] = []
    starter.gave_up.connect(lambda: gave_up.append(True))
    starter.open(tmp_path / "bad.sqlite")
    wait_until(lambda: bool(said))
    QApplication.processEvents()
    assert "not a Red Pencil library" in said[0]
    assert starter.window is window
    assert window.isVisible()
    assert gave_up == []
    window.importing.add_sample(samples()[0].file)
    wait_until(lambda: window.reading.page is not None)


LOOK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from annotator.window import app
from annotator.window.starting import starter

def look():
    shown = [type(window).__name__ for window in QApplication.topLevelWidgets() if window.isVisible()]
    print(*shown)
    QApplication.activeModalWidget().reject()

class Watched(app.Starter):
    def open(self, *known, **more):
        QTimer.singleShot(starter.PATIENCE + 800, look)
        super().open(*known, **more)

app.Starter = Watched
sys.exit(app.show((), sys.argv[1]))
"""


def test_no_empty_window_comes_up_beside_the_refusal(tmp_path: Path) -> None:
    """As a program of its own: only there does the closed window wait behind the dialog."""
    ended = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path)],  # a folder
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert (ended.stdout.split(), ended.returncode) == (["QMessageBox"], 1), ended.stderr


RINGS = """
import gc, sys, threading, weakref
from PySide6.QtCore import QTimer
from annotator.window.app import make_application

class Ring: pass
found_by = []
def allocate():
    ring = Ring(); ring.self = ring
    weakref.finalize(ring, lambda: found_by.append(threading.current_thread().name))
    del ring
    kept.extend([] for _ in range(20 * gc.get_threshold()[0]))

kept = []
app = make_application()
other = threading.Thread(target=allocate)
other.start()
other.join()
QTimer.singleShot(50, app.quit)
app.exec()
print(found_by == ["MainThread"], found_by)
"""


def test_rings_of_python_are_found_on_the_windows_thread_alone() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", RINGS], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout.startswith("True"), ended.stdout


def test_nobody_is_left_waiting_where_no_library_opens(starter: Starter, tmp_path: Path) -> None:
    said = answer_box("Close")
    gave_up: list[bool] = []
    starter.gave_up.connect(lambda: gave_up.append(True))
    starter.open(tmp_path)  # a folder
    wait_until(lambda: bool(gave_up))
    assert "folder" in said[0]
    assert starter.window is None


def test_a_library_that_waits_for_the_disk_is_not_left_for_another(starter: Starter, tmp_path: Path) -> None:
    window = opened(starter, tmp_path / "a.sqlite")
    window.session.ask(disk_with(1))
    window.importing.add_sample(samples()[0].file)
    wait_until(lambda: window.session.has_unsaved)
    in_sight = main_windows()
    said = answer_box("Keep open")
    starter.open(tmp_path / "b.sqlite")
    wait_until(lambda: bool(said))
    QApplication.processEvents()
    assert starter.window is window
    assert window.isVisible()
    assert main_windows() <= in_sight
    window.session.ask(disk_with(1_000_000))
    window.session.try_again()
    wait_until(lambda: window.reading.page is not None)
    with Desk(tmp_path / "b.sqlite") as other:  # it was let go
        assert article_lines(other) == ()


def test_what_was_typed_last_is_asked_about_when_the_disk_does_not_take_it(
    starter: Starter, tmp_path: Path
) -> None:
    window = opened(starter, tmp_path / "a.sqlite", sample=True)
    window.reading.pick(window.reading.lines[0].id)
    wait_until(lambda: window.session.idle and window.editor.claim is not None)
    window.session.ask(disk_with(1))
    wait_until(lambda: window.session.idle)
    window.editor.notes.note.setPlainText("long " * 20_000)
    said = answer_box("Keep open")
    window.close()
    assert "could not be saved" in said[0]
    assert window.isVisible()
    window.session.ask(disk_with(1_000_000))
    window.session.try_again()
    wait_until(lambda: window.session.idle)


def test_a_window_closed_before_its_library_is_open_is_closed(starter: Starter, tmp_path: Path) -> None:
    of_others = set(QApplication.topLevelWidgets())
    starter.open(tmp_path / "a.sqlite")
    made = set(QApplication.topLevelWidgets()) - of_others
    window = next(one for one in made if isinstance(one, MainWindow))
    window.show()  # as it does where the library takes long to open
    assert window.close()
    assert not window.isVisible()
    starter.window = None
    with Desk(tmp_path / "a.sqlite") as desk:  # its lock is free
        assert article_lines(desk) == ()


def test_files_that_are_still_read_when_the_window_closes_stay_out(starter: Starter, tmp_path: Path) -> None:
    window = opened(starter, tmp_path / "a.sqlite")
    for n in range(20):
        (tmp_path / f"{n}.txt").write_text(f"Article {n}\n\nBody.", encoding="utf-8")
    window.importing.take_files([tmp_path / f"{n}.txt" for n in range(20)])
    window.close()
    starter.window = None
    assert not window.importing.busy
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    with Desk(tmp_path / "a.sqlite") as desk:
        assert len(article_lines(desk)) < 20


def test_a_mistake_is_told_once_while_it_stands_there(starter: Starter, tmp_path: Path) -> None:
    starter.tell("Something went wrong.")  # before any window: nothing to tell it in
    window = opened(starter, tmp_path / "a.sqlite")
    starter.tell("Something went wrong.")
    assert window.messages.words == "Something went wrong."
    shown = window.messages._shown
    starter.tell("Something went wrong.")
    assert window.messages._shown is shown


def test_the_library_is_closed_with_the_window(starter: Starter, tmp_path: Path) -> None:
    window = opened(starter, tmp_path / "a.sqlite", sample=True)
    window.close()
    starter.window = None
    assert (tmp_path / "a.sqlite.lock").read_bytes() == b""
    assert not (tmp_path / "a.sqlite-journal").exists()
    with sqlite3.connect(tmp_path / "a.sqlite") as library:
        assert library.execute("SELECT count(*) FROM articles").fetchone() == (1,)
    library.close()
