"""Files on their way in: all read before the first comes in, then all by one step, or nothing."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from annotator.desk.queries.articles import article_lines
from annotator.desk.reading_files import gather
from annotator.model.changes import LIBRARY
from annotator.model.errors import Cancelled
from annotator.window.flow.batch import Batch, Report
from annotator.window.hands import wait_until
from annotator.window.session import Session

#: How long a busy machine may take to start the first reader, in milliseconds.
LONG = 20_000


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"{n}.txt" for n in range(3)]
    for n, file in enumerate(made):
        file.write_text(f"Article {n}\n\nBody.", encoding="utf-8")
    return made


class Waiting:
    """Reads as `gather` does, once it is let go; hears of being stopped."""

    def __init__(self) -> None:
        self.reached, self.go = threading.Event(), threading.Event()
        self.read: list[list[Path]] = []

    def __call__(self, places, tell, stopped):
        self.read.append(places)
        self.reached.set()
        for _ in range(400):  # eight seconds at most
            if stopped():
                raise Cancelled
            if self.go.wait(0.02):
                break
        return gather(places, tell, stopped)


def titles(qtbot: QtBot, session: Session) -> list[str]:
    found: list[str] = []
    session.ask(article_lines, lambda lines: found.extend(line.title for line in lines))
    wait_until(lambda: session.idle)
    return sorted(found)


def run(qtbot: QtBot, session: Session, places: list[Path]) -> Report:
    owner = QObject()
    batch = Batch(session, owner)
    batch.add(places)
    with qtbot.waitSignal(batch.finished, timeout=LONG) as finished:
        batch.start()
    return finished.args[0]


def test_articles_come_in_in_order_and_are_one_step(qtbot: QtBot, session: Session, files) -> None:
    owner, seen = QObject(), []
    batch = Batch(session, owner)
    batch.add(files)
    batch.advanced.connect(lambda *told: seen.append(told))
    with qtbot.waitSignal(batch.finished, timeout=LONG) as finished:
        batch.start()
    report: Report = finished.args[0]
    assert [draft.title for _, draft in report.sure] == ["Article 0", "Article 1", "Article 2"]
    assert len(report.made) == 3
    assert (report.problem, report.stopped, report.here) == ("", False, frozenset())
    assert seen[:4] == [(0, 3, "0.txt"), (1, 3, "1.txt"), (2, 3, "2.txt"), (3, 3, "")]
    assert titles(qtbot, session) == ["Article 0", "Article 1", "Article 2"]
    session.undo(LIBRARY)
    assert titles(qtbot, session) == []


def test_stopping_while_it_reads_ends_it_at_once_and_nothing_comes_in(
    qtbot: QtBot, session: Session, files
) -> None:
    owner, reader, reports = QObject(), Waiting(), []
    batch = Batch(session, owner, reader)
    batch.add(files)
    batch.finished.connect(reports.append)
    batch.start()
    wait_until(reader.reached.is_set)
    batch.stop()
    assert [report.stopped for report in reports] == [True]
    qtbot.wait(60)  # the reading ends by itself, and nobody hears of it
    assert len(reports) == 1
    assert titles(qtbot, session) == []


def test_stopping_while_articles_are_taken_in_takes_all_of_them_out_again(
    qtbot: QtBot, session: Session, files
) -> None:
    held, go = threading.Event(), threading.Event()

    def hold(_desk) -> None:
        held.set()
        go.wait(10)

    owner, reports = QObject(), []
    batch = Batch(session, owner)
    batch.add(files)
    batch.finished.connect(reports.append)
    session.ask(hold)  # the writer is busy until everything was read
    batch.start()
    wait_until(lambda: batch._aside is None)
    batch.stop()
    assert reports == []  # whether it came in is not known yet
    go.set()
    wait_until(lambda: bool(reports))
    assert reports[0].stopped
    assert titles(qtbot, session) == []


def test_stopping_in_the_middle_of_taking_in_takes_the_first_ones_out_again(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    for n in range(25):  # the writer looks up after the twentieth
        (tmp_path / f"{n}.txt").write_text(f"Article {n}\n\nBody.", encoding="utf-8")
    owner, reports = QObject(), []
    batch = Batch(session, owner)
    batch.add([tmp_path])
    batch.finished.connect(reports.append)

    def stop(done: int, _total: int, name: str) -> None:
        if (done, name) == (0, ""):
            batch.stop()

    batch.advanced.connect(stop, Qt.ConnectionType.DirectConnection)
    batch.start()
    wait_until(lambda: bool(reports))
    assert reports[0].stopped
    assert titles(qtbot, session) == []


def test_files_added_while_it_reads_come_in_by_the_same_step(qtbot: QtBot, session: Session, files) -> None:
    owner, reader = QObject(), Waiting()
    batch = Batch(session, owner, reader)
    batch.add(files[:1])
    batch.start()
    wait_until(reader.reached.is_set)
    batch.add(files[1:])
    with qtbot.waitSignal(batch.finished, timeout=LONG) as finished:
        reader.go.set()
    assert reader.read == [files[:1], files[1:]]
    assert len(finished.args[0].made) == 3
    session.undo(LIBRARY)
    assert titles(qtbot, session) == []


def test_a_guess_waits_and_what_was_there_is_known(qtbot: QtBot, session: Session, tmp_path, files) -> None:
    guessed = tmp_path / "old.txt"
    guessed.write_bytes(("Кто заплатил за ремонт? Бухгалтер обвиняет компанию. " * 4).encode("cp1251"))
    first = run(qtbot, session, files[:1])
    report = run(qtbot, session, [guessed, *files[:2], tmp_path / "gone.txt"])
    assert [place for place, _ in report.unsure] == [str(guessed)]
    assert report.here == set(first.made)
    assert [problem.place for problem in report.read.problems] == [str(tmp_path / "gone.txt")]
    assert titles(qtbot, session) == ["Article 0", "Article 1"]


def test_a_mistake_in_reading_is_told_and_raised(qtbot: QtBot, session: Session, files) -> None:
    owner = QObject()
    batch = Batch(session, owner, lambda *_: 1 // 0)
    batch.add(files)
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(batch.finished, timeout=LONG) as finished:
        batch.start()
    assert "ZeroDivisionError" in finished.args[0].problem
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
