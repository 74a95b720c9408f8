"""Files on their way in: in order, wholly or not at all, and never for ever."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.desk.queries.articles import article_lines
from annotator.desk.transfer import read_file
from annotator.window.flow.batch import Batch, Report
from annotator.window.session import Session


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"{n}.txt" for n in range(3)]
    for n, file in enumerate(made):
        file.write_text(f"Article {n}\n\nBody.", encoding="utf-8")
    return made


class Reader:
    """Reads files; stops before one of them until it is let go."""

    def __init__(self, at: int) -> None:
        self.at, self.read = at, 0
        self.reached, self.go = threading.Event(), threading.Event()

    def __call__(self, path: Path):
        if self.read == self.at:
            self.reached.set()
            self.go.wait(10)
        self.read += 1
        return read_file(path)


def titles(qtbot: QtBot, session: Session) -> list[str]:
    found: list[str] = []
    session.ask(article_lines, lambda lines: found.extend(line.title for line in lines))
    qtbot.waitUntil(lambda: session.idle)
    return sorted(found)


def test_articles_come_in_in_order_and_are_counted(qtbot: QtBot, session: Session, files) -> None:
    owner, seen = QObject(), []
    batch = Batch(session, owner, read_file)
    batch.add(files)
    batch.advanced.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(batch.finished) as finished:
        batch.start()
    report: Report = finished.args[0]
    assert (len(report.came), report.problems, report.stopped) == (3, [], False)
    assert seen == [(0, 3), (1, 3), (2, 3)]
    assert titles(qtbot, session) == ["Article 0", "Article 1", "Article 2"]


def test_cancelling_in_the_middle_keeps_what_came_and_takes_nothing_more(
    qtbot: QtBot, session: Session, files
) -> None:
    owner, reader, reports = QObject(), Reader(at=1), []
    batch = Batch(session, owner, reader)
    batch.add(files)
    batch.finished.connect(reports.append)
    batch.start()
    qtbot.waitUntil(reader.reached.is_set)
    batch.stop()
    assert [(report.stopped, len(report.came)) for report in reports] == [(True, 1)]
    reader.go.set()
    qtbot.waitUntil(lambda: reader.read == 2)
    qtbot.wait(50)
    assert titles(qtbot, session) == ["Article 0"]
    assert len(reports) == 1


def test_files_added_while_it_runs_come_in_too(qtbot: QtBot, session: Session, files) -> None:
    owner, reader = QObject(), Reader(at=0)
    batch = Batch(session, owner, reader)
    batch.add(files[:1])
    batch.start()
    qtbot.waitUntil(reader.reached.is_set)
    batch.add(files[1:])
    with qtbot.waitSignal(batch.finished) as finished:
        reader.go.set()
    assert len(finished.args[0].came) == 3


def test_a_guess_waits_and_is_dropped_by_a_stop(
    qtbot: QtBot, session: Session, tmp_path: Path, files
) -> None:
    guessed = tmp_path / "old.txt"
    guessed.write_bytes(("Кто заплатил за ремонт? Бухгалтер обвиняет компанию. " * 4).encode("cp1251"))
    for at, stops, unsure in ((9, False, [guessed]), (1, True, [])):
        owner, reader, reports = QObject(), Reader(at), []
        batch = Batch(session, owner, reader)
        batch.add([guessed, files[0]])
        batch.finished.connect(reports.append)
        batch.start()
        if stops:
            qtbot.waitUntil(reader.reached.is_set)
            batch.stop()
            reader.go.set()
        qtbot.waitUntil(lambda reports=reports: bool(reports))
        assert [path for path, _ in reports[0].unsure] == unsure


def test_a_mistake_in_reading_one_file_is_told_and_the_others_come_in(
    qtbot: QtBot, session: Session, files
) -> None:
    def read(path: Path):
        return 1 // 0 if path == files[1] else read_file(path)

    owner = QObject()
    batch = Batch(session, owner, read)
    batch.add(files)
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(batch.finished) as finished:
        batch.start()
    report: Report = finished.args[0]
    assert len(report.came) == 2
    assert "ZeroDivisionError" in report.problems[0]
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
