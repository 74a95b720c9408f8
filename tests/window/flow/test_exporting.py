"""Exporting says what came of it: written, refused, or stopped with nothing half written."""

import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.settings import Settings
from annotator.desk.transfer import Choice
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.window.dialogs.progress_card import PATIENCE
from annotator.window.flow.exporting import Exporting


@pytest.fixture
def exporting(qtbot: QtBot, session, page, bar, card, tmp_path: Path) -> Exporting:
    made: list[str] = []
    session.run(ImportArticle(Draft("One two", "One")), lambda changes: made.extend(changes.made))
    qtbot.waitUntil(lambda: session.idle)
    session.run(TagClaim(made[0], Span(0, 3), Tag.FACT))
    qtbot.waitUntil(lambda: session.idle)
    reading = SimpleNamespace(page=None, lines=(), article="")  # no article is open
    return Exporting(session, reading, page, bar, card, tuple, Settings(tmp_path / "settings.json"))


def test_a_file_is_written_and_told(qtbot: QtBot, session, exporting, bar, tmp_path: Path) -> None:
    exporting.write(tmp_path / "a.csv", Choice(), "csv")
    qtbot.waitUntil(lambda: session.idle)
    assert "Exported 1 claim to a.csv" in bar.words
    assert "One" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


def test_what_a_file_cannot_hold_is_told_with_it(
    qtbot: QtBot, session, exporting, bar, tmp_path: Path
) -> None:
    exporting.write(tmp_path / "a.conll", Choice(), "conll")
    qtbot.waitUntil(lambda: session.idle)
    assert "Exported 1 claim to a.conll" in bar.words
    bar._action.click()
    lines = bar.words.split("\n")
    assert any("who marked 1 claim" in line for line in lines)
    assert not any("links" in line for line in lines)  # there are none to lose


def test_the_format_is_proposed_next_time(qtbot: QtBot, session, exporting, tmp_path: Path) -> None:
    exporting.write(tmp_path / "a.md", Choice(), "markdown")
    qtbot.waitUntil(lambda: session.idle)
    kept = Settings(tmp_path / "settings.json")
    assert (kept.get("export_format"), kept.get("export_folder")) == ("markdown", str(tmp_path))


@pytest.mark.parametrize(("place", "word"), [("nowhere/a.csv", "nowhere"), ("folder", "is a folder")])
def test_a_place_that_takes_no_file_is_told_and_nothing_counts_as_unsaved(
    qtbot: QtBot, session, exporting, bar, card, tmp_path: Path, place: str, word: str
) -> None:
    (tmp_path / "folder").mkdir()
    unsaved: list[object] = []
    session.unsaved.connect(unsaved.append)
    exporting.write(tmp_path / place, Choice(), "csv")
    qtbot.waitUntil(lambda: session.idle)
    qtbot.wait(PATIENCE + 100)
    assert word in bar.words
    assert not card.isVisible()
    assert unsaved == []
    assert not session.has_unsaved


def test_a_long_export_shows_and_can_be_stopped(
    qtbot: QtBot, session, exporting, bar, card, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("mine", encoding="utf-8")
    go = threading.Event()
    session.ask(lambda _: go.wait(20))  # the library is busy with something else
    exporting.write(tmp_path / "a.csv", Choice(), "csv")
    qtbot.waitUntil(card.isVisible, timeout=PATIENCE + 2_000)
    card._cancel.click()
    go.set()
    qtbot.waitUntil(lambda: session.idle)
    assert "Stopped" in bar.words
    assert not card.isVisible()
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "mine"
    assert [file.name for file in tmp_path.glob("*.csv*")] == ["a.csv"]
    exporting.write(tmp_path / "a.csv", Choice(), "csv")  # the stop was that export's alone
    qtbot.waitUntil(lambda: session.idle)
    assert "Exported 1 claim" in bar.words


def test_copying_from_an_article_without_claims_says_so(exporting, bar) -> None:
    exporting.copy()
    assert "no claims" in bar.words
