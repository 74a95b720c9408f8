"""Review files on their way out: written aside, told, or stopped with nothing half written."""

import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.deliveries import Sending as What
from annotator.desk.deliveries import read_review
from annotator.desk.packets import Packet
from annotator.desk.queries.review_state import assignments
from annotator.desk.settings import Settings
from annotator.model.enums import Tag
from annotator.model.rows import Claim
from annotator.window.dialogs.progress_card import PATIENCE
from annotator.window.flow.sending import Sending
from annotator.window.sending.dialog import SendDialog
from annotator.window.session import Session
from tests.desk.colleagues import DRAFT, MONEY


@pytest.fixture
def article(qtbot: QtBot, session: Session) -> str:
    made: list[str] = []
    session.run(ImportArticle(DRAFT), lambda changes: made.extend(changes.made))
    qtbot.waitUntil(lambda: session.idle)
    session.run(TagClaim(made[0], MONEY, Tag.FACT))
    qtbot.waitUntil(lambda: session.idle)
    return made[0]


@pytest.fixture
def sending(qtbot: QtBot, session, article, page, bar, card, tmp_path: Path) -> Sending:
    reading = SimpleNamespace(article=article)
    return Sending(session, reading, page, bar, card, Settings(tmp_path / "settings.json"))


def test_a_file_is_written_and_told_with_its_folder(qtbot, session, sending, article, bar, tmp_path) -> None:
    file = tmp_path / "First.redpencil.json"
    sending.send(file, What((article,), message="Please look."))
    qtbot.waitUntil(lambda: session.idle)
    assert bar.words == "First.redpencil.json is written and holds 1 claim. Send it to your colleague."
    assert bar._action.text() == "Open folder"
    found = read_review(file)
    assert found.message == "Please look."
    assert sum(isinstance(one.row, Claim) for one in found.rows) == 1
    assert sending._settings.get("export_folder") == str(tmp_path)


def test_the_dialog_begins_with_the_open_article(
    qtbot, session, sending, article, page, bar, tmp_path
) -> None:
    sending.ask()
    qtbot.waitUntil(lambda: bool(page.findChildren(SendDialog)))
    (dialog,) = page.findChildren(SendDialog)
    assert dialog.sending.articles == (article,)
    assert not dialog.people.isVisible()  # I am alone here
    dialog.place.field.setText(str(tmp_path / "mine"))
    dialog.go_on.click()
    qtbot.waitUntil(lambda: session.idle)
    assert (tmp_path / "mine.redpencil.json").is_file()
    assert "mine.redpencil.json" in bar.words


def test_a_packet_gives_the_articles_and_writes_the_file(
    qtbot, session, sending, article, bar, tmp_path
) -> None:
    file = tmp_path / "Packet.redpencil.json"
    sending.send_packet(file, Packet((article,), ("Cora", "Dan"), "Only facts."))
    qtbot.waitUntil(lambda: session.idle)
    assert bar.words == "Packet.redpencil.json is written. Send it to Cora, Dan."
    given: list[str] = []
    session.ask(lambda desk: [line.name for line in assignments(desk)], given.extend)
    qtbot.waitUntil(lambda: session.idle)
    assert sorted(given) == ["Cora", "Dan"]
    assert not any(isinstance(one.row, Claim) for one in read_review(file).rows)


@pytest.mark.parametrize("place", ["nowhere/a.redpencil.json", "folder"])
def test_a_place_that_takes_no_file_is_told(
    qtbot, session, sending, article, bar, card, tmp_path, place
) -> None:
    (tmp_path / "folder").mkdir()
    sending.send(tmp_path / place, What((article,)))
    qtbot.waitUntil(lambda: session.idle)
    qtbot.wait(PATIENCE + 100)
    assert place.split("/")[0] in bar.words
    assert not card.isVisible()
    assert not session.has_unsaved


def test_a_packet_nobody_is_named_for_is_told_once(qtbot, session, sending, article, bar, tmp_path) -> None:
    file = tmp_path / "Packet.redpencil.json"
    sending.send_packet(file, Packet((article,), (" ",)))
    qtbot.waitUntil(lambda: session.idle)
    assert bar.words
    assert "written" not in bar.words
    assert not file.exists()


def test_a_long_one_shows_and_can_be_stopped(qtbot, session, sending, article, bar, card, tmp_path) -> None:
    file = tmp_path / "First.redpencil.json"
    file.write_text("before", encoding="utf-8")
    go = threading.Event()
    session.ask(lambda _: go.wait(20))  # the library is busy with something else
    sending.send(file, What((article,)))
    qtbot.waitUntil(card.isVisible, timeout=PATIENCE + 2_000)
    card._cancel.click()
    go.set()
    qtbot.waitUntil(lambda: session.idle)
    assert "Stopped" in bar.words
    assert not card.isVisible()
    assert file.read_text(encoding="utf-8") == "before"
