"""Importing shows that it takes long, can be stopped, and says what came of it: in a word, or in a report."""

import json
import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from annotator.desk.queries.articles import article_lines
from annotator.model.errors import Cancelled
from annotator.window.dialogs.progress_card import PATIENCE
from annotator.window.flow.batch import Batch
from annotator.window.flow.importing import Importing
from annotator.window.flow.reporting import HANDFUL
from annotator.window.hands import wait_until
from annotator.window.importing.address import AddressDialog
from annotator.window.importing.outcomes import Outcome
from annotator.window.importing.preview import ImportPreview
from annotator.window.importing.report import ReportWindow
from annotator.window.receiving.dialog import ReceiveDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no size hints

#: How long a busy machine may take to start the first reader, in milliseconds.
LONG = 20_000

GUESS = ("Кто заплатил за ремонт? Бухгалтер обвиняет компанию. " * 4).encode("cp1251")
CLAIMS = {"text": "Ferry\n\nAnn says it leaks.", "label": [[7, 24, "ALLEG"]]}


@pytest.fixture
def importing(qtbot: QtBot, session, page, bar, card) -> Importing:
    made = Importing(session, page, bar, card)
    made.setParent(page)
    return made


def written(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


def texts(folder: Path, count: int) -> list[Path]:
    return [written(folder, f"{n}.txt", f"Article {n}\n\nBody.".encode()) for n in range(count)]


def take(qtbot: QtBot, importing: Importing, *files: Path) -> None:
    importing.take_files(list(files))
    wait_until(lambda: not importing.busy and importing._session.idle)


def shown(page, kind):
    return [one for one in page.findChildren(kind) if one.isVisible()]


def titles(qtbot: QtBot, session) -> list[str]:
    found: list[str] = []
    session.ask(article_lines, lambda lines: found.extend(line.title for line in lines))
    wait_until(lambda: session.idle)
    return sorted(found)


def test_long_reading_shows_after_half_a_second_and_can_be_stopped(
    qtbot: QtBot, importing, session, bar, card, tmp_path: Path, monkeypatch
) -> None:
    ended = threading.Event()

    def slow(places, tell, stopped):
        tell(11, 340, "Budget.pdf")
        for _ in range(800):  # eight seconds at most
            if stopped():
                ended.set()
                break
            ended.wait(0.01)
        raise Cancelled

    monkeypatch.setattr(Batch.__init__, "__defaults__", (slow,))
    opened: list[str] = []
    importing.opened.connect(opened.append)
    importing.take_files(texts(tmp_path, 1))
    wait_until(lambda: "Budget" in card._label.text())
    assert card._label.text() == "12 of 340 · Budget.pdf"
    assert importing.busy
    assert not card.isVisible()
    qtbot.waitUntil(card.isVisible, timeout=PATIENCE + 2_000)
    card._cancel.click()
    assert not importing.busy
    assert not card.isVisible()
    assert bar.words == "Stopped. Nothing was imported."
    assert ended.wait(2)
    qtbot.wait(30)
    assert opened == []
    assert session.idle


def test_after_a_stop_the_next_files_come_in(qtbot: QtBot, importing, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Good\n\nBody.", encoding="utf-8")
    importing.take_files([tmp_path / "a.txt"])
    importing.stop()
    with qtbot.waitSignal(importing.opened, timeout=LONG):
        importing.take_files([tmp_path / "b.txt"])
    assert not importing.busy


def test_a_handful_of_certain_files_is_told_in_a_notice_and_more_in_a_report(
    qtbot: QtBot, importing, page, bar, tmp_path: Path
) -> None:
    take(qtbot, importing, *texts(tmp_path, HANDFUL))
    assert bar.words == f"Imported {HANDFUL} articles."
    assert shown(page, ReportWindow) == []
    take(qtbot, importing, *texts(tmp_path, HANDFUL + 1))
    (report,) = shown(page, ReportWindow)
    assert [line.outcome for line in report.lines] == [Outcome.THERE] * HANDFUL + [Outcome.NEW]


def test_a_folder_is_always_reported_and_an_empty_one_told(
    qtbot: QtBot, importing, page, bar, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    written(tmp_path / "pictures", "a.png", b"\x89PNG")
    take(qtbot, importing, tmp_path / "empty")
    assert bar.words == "In empty there is nothing that can be imported."
    take(qtbot, importing, tmp_path / "pictures")
    assert "pictures" in bar.words
    assert "1 file of another kind" in bar.words
    texts(tmp_path / "two", 2)
    take(qtbot, importing, tmp_path / "two")
    (report,) = shown(page, ReportWindow)
    assert len(report.lines) == 2


def test_one_file_that_cannot_be_read_is_told(qtbot: QtBot, importing, page, bar, tmp_path) -> None:
    take(qtbot, importing, written(tmp_path, "empty.txt", b""))
    assert "empty.txt" in bar.words
    assert shown(page, ReportWindow) == []


def test_one_guess_is_shown_and_comes_in_when_it_was_looked_at(
    qtbot: QtBot, importing, session, page, tmp_path
) -> None:
    take(qtbot, importing, written(tmp_path, "old.txt", GUESS))
    (preview,) = shown(page, ImportPreview)
    assert titles(qtbot, session) == []
    with qtbot.waitSignal(importing.opened, timeout=LONG):
        preview.accept()
    assert len(titles(qtbot, session)) == 1


def test_what_waits_in_a_report_comes_in_once_it_was_looked_at(
    qtbot: QtBot, importing, session, page, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    written(folder, "old.txt", GUESS)
    written(folder, "claims.doccano.jsonl", json.dumps(CLAIMS).encode())
    written(folder, "good.txt", b"Good\n\nBody.")
    take(qtbot, importing, folder)
    (report,) = shown(page, ReportWindow)
    waits = [line.name for line in report.lines if line.outcome is Outcome.WAITS]
    assert waits == ["old.txt", "claims.doccano.jsonl"]
    report.look.click()
    (preview,) = shown(page, ImportPreview)
    preview.accept()
    wait_until(lambda: bool(shown(page, ReceiveDialog)))
    wait_until(lambda: session.idle)
    assert report.lines[0].outcome is Outcome.NEW
    (dialog,) = shown(page, ReceiveDialog)
    with qtbot.waitSignal(importing.opened, timeout=LONG):
        dialog.take_in.click()
    wait_until(lambda: report.lines[1].outcome is Outcome.NEW)
    assert report.look.isHidden()
    assert [line.outcome for line in report.lines] == [Outcome.NEW] * 3
    assert "Ferry" in titles(qtbot, session)


def test_leaving_the_preview_leaves_what_waits(qtbot: QtBot, importing, session, page, tmp_path) -> None:
    guess = written(tmp_path, "old.txt", GUESS)
    claims = written(tmp_path, "c.doccano.jsonl", json.dumps(CLAIMS).encode())
    take(qtbot, importing, guess, claims, *texts(tmp_path, 1))
    (report,) = shown(page, ReportWindow)
    report.look.click()
    (preview,) = shown(page, ImportPreview)
    preview.reject()
    wait_until(lambda: session.idle)
    assert shown(page, ReceiveDialog) == []
    assert report.ticked == [0, 1]
    assert titles(qtbot, session) == ["Article 0"]


def test_one_file_of_claims_is_asked_about(qtbot: QtBot, importing, session, page, bar, tmp_path) -> None:
    take(qtbot, importing, written(tmp_path, "c.doccano.jsonl", json.dumps(CLAIMS).encode()))
    wait_until(lambda: bool(shown(page, ReceiveDialog)))
    (dialog,) = shown(page, ReceiveDialog)
    with qtbot.waitSignal(importing.opened, timeout=LONG):
        dialog.take_in.click()
    assert bar.words == "From c.doccano.jsonl: 1 claim"
    assert shown(page, ReceiveDialog) == []
    assert titles(qtbot, session) == ["Ferry"]


@pytest.mark.parametrize("way", ["paste", "drop", "menu"])
def test_an_address_is_asked_about_and_never_fetched_by_itself(
    qtbot: QtBot, importing, page, monkeypatch, way: str
) -> None:
    fetched: list[str] = []
    monkeypatch.setattr("annotator.desk.fetching.fetch", lambda url, *_: fetched.append(url))
    address = "https://example.org/ferry"
    QGuiApplication.clipboard().setText(f" {address}\n")
    if way == "drop":
        data = QMimeData()
        data.setUrls([QUrl(address), QUrl("https://example.org/bees")])
        importing.take_drop(data)
    elif way == "paste":
        importing.paste()
    else:
        importing.ask_address()
    (dialog,) = shown(page, AddressDialog)
    assert dialog.field.text() == address
    assert fetched == []
    dialog.reject()


def test_a_text_with_an_address_in_it_is_a_text(qtbot: QtBot, importing, page) -> None:
    importing.take_paste("See https://example.org/ferry", "")
    assert shown(page, AddressDialog) == []
    (preview,) = shown(page, ImportPreview)
    preview.reject()


def test_files_and_links_named_together_are_both_taken(qtbot: QtBot, importing, page, bar, tmp_path) -> None:
    (file,) = texts(tmp_path, 1)
    with qtbot.waitSignal(importing.opened, timeout=LONG):
        importing.take_places([str(file), "https://example.org/a", "HTTP://example.org/b"])
    (dialog,) = shown(page, AddressDialog)
    assert dialog.field.text() == "https://example.org/a"
    dialog.reject()


def test_what_is_dropped_and_is_no_place_is_text(qtbot: QtBot, importing, page) -> None:
    data = QMimeData()
    data.setUrls([QUrl("mailto:ann@example.org"), QUrl("data:image/png;base64," + "A" * 5_000)])
    data.setText("The pier\n\nIt leaks.")
    importing.take_drop(data)
    assert not importing.busy
    (preview,) = shown(page, ImportPreview)
    preview.reject()
