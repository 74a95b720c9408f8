"""Review files on their way in: read aside, shown, taken in, each as a step that can be taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.packets import Packet
from annotator.desk.queries.articles import article_page
from annotator.host.machine import user_name
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.window.flow.merging import Merging
from annotator.window.merging.dialog import MergeDialog
from annotator.window.merging.taking import FilesTaken
from annotator.window.session import Session
from annotator.window.texts.window import TextsWindow
from annotator.window.theme import load_theme
from tests.desk.colleagues import DRAFT, LIE, MONEY, TEXT, sent

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def merging(qtbot: QtBot, session: Session, page, bar, card) -> Merging:
    return Merging(session, page, bar, card, lambda: load_theme("light"))


@pytest.fixture
def opened(qtbot: QtBot, session: Session, merging: Merging, page):
    """Reads files and answers with the dialog."""

    def read(*files: Path) -> MergeDialog:
        merging.take_files(list(files))
        qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in page.findChildren(MergeDialog)))
        return next(dialog for dialog in page.findChildren(MergeDialog) if dialog.isVisible())

    return read


def taken_in(qtbot: QtBot, session: Session, merging: Merging) -> None:
    qtbot.waitUntil(lambda: not merging.busy and session.idle)


def claims(qtbot: QtBot, session: Session, article: str) -> list[str]:
    found: list[list[str]] = []
    session.ask(
        lambda desk: [claim.quote for claim in article_page(desk, article).claims],
        found.append,
        lambda _: found.append([]),
    )
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_nothing_is_written_before_the_person_says_so(qtbot, session, merging, opened, tmp_path) -> None:
    changed: list[object] = []
    session.changed.connect(changed.append)
    dialog = opened(sent(tmp_path, "Ben", (MONEY, Tag.ALLEGATION), message="Here it is."))
    assert dialog.files.item(0).data(SPOKEN) == "Ben, 1 new claim"
    dialog.reject()
    assert changed == []
    assert not merging.busy


def test_a_file_comes_in_is_told_and_can_be_taken_back(
    qtbot, session, merging, opened, bar, tmp_path
) -> None:
    shown: list[tuple[str, bool]] = []
    order: list[str] = []
    merging.taken.connect(lambda article, seen: shown.append((article, seen)))
    merging.beginning.connect(lambda: order.append("beginning"))  # for a backup of what is there before
    session.changed.connect(lambda _: order.append("changed"))
    opened(sent(tmp_path, "Ben", (MONEY, Tag.ALLEGATION), (LIE, Tag.DENIAL))).take_in.click()
    taken_in(qtbot, session, merging)
    assert bar.words == "Taken in from Ben: 2 new claims."
    assert order == ["beginning", "changed"]
    ((article, seen),) = shown
    assert seen
    assert len(claims(qtbot, session, article)) == 2
    bar._action.click()
    qtbot.waitUntil(lambda: session.idle)
    assert claims(qtbot, session, article) == []


def test_undo_is_offered_only_while_nothing_else_was_done(
    qtbot, session, merging, opened, bar, tmp_path
) -> None:
    opened(sent(tmp_path, "Ben", (MONEY, Tag.ALLEGATION))).take_in.click()
    taken_in(qtbot, session, merging)
    assert bar.words
    session.run(ImportArticle(Draft("Something else.", "Else")))
    qtbot.waitUntil(lambda: session.idle)
    assert bar.words == ""


def test_ten_files_come_in_at_once_and_those_that_cannot_are_told(
    qtbot, session, merging, opened, bar, tmp_path
) -> None:
    files = [sent(tmp_path, f"Coder {n}", (MONEY, Tag.ALLEGATION)) for n in range(3)]
    (tmp_path / "bad.redpencil.json").write_text(files[0].read_text(encoding="utf-8")[:-40], encoding="utf-8")
    dialog = opened(*files, tmp_path / "bad.redpencil.json")
    assert dialog.files.count() == 3
    assert "bad.redpencil.json" in dialog.refused.text()
    steps: list[str] = []
    session.changed.connect(lambda changes: steps.append(changes.label))
    dialog.take_in.click()
    taken_in(qtbot, session, merging)
    assert steps == ["step.merge"] * 3
    assert bar.words == "Taken in 3 files."
    bar._action.click()
    qtbot.waitUntil(lambda: session.idle)
    assert len(steps) == 6


def test_files_that_cannot_be_read_alone_are_told_without_a_dialog(
    qtbot, session, merging, bar, page, tmp_path
) -> None:
    bad = tmp_path / "bad.redpencil.json"
    bad.write_text("{", encoding="utf-8")
    merging.take_files([bad, tmp_path / "gone.redpencil.json"])
    qtbot.waitUntil(lambda: not merging.busy)
    assert "bad.redpencil.json" in bar.words
    assert "gone.redpencil.json" in bar.words
    assert page.findChildren(QDialog) == []


def test_a_file_taken_in_twice_changes_nothing(qtbot, session, merging, opened, bar, tmp_path) -> None:
    file = sent(tmp_path, "Ben", (MONEY, Tag.ALLEGATION))
    opened(file).take_in.click()
    taken_in(qtbot, session, merging)
    again = opened(file)
    assert not again.take_in.isVisible()


def test_somebody_of_my_name_whom_i_own_to_be_is_me(qtbot, session, merging, opened, tmp_path) -> None:
    dialog = opened(sent(tmp_path, user_name(), (MONEY, Tag.ALLEGATION)))
    (tick,) = dialog.views[0].questions.same.values()
    tick.click()
    qtbot.waitUntil(lambda: session.idle)
    article = dialog.chosen[0][0].summary.arrivals[0].article
    dialog.take_in.click()
    taken_in(qtbot, session, merging)
    mine: list[bool] = []
    session.ask(lambda desk: [claim.mine for claim in article_page(desk, article).claims], mine.extend)
    qtbot.waitUntil(lambda: session.idle)
    assert mine == [True]


def test_a_packet_shows_the_article_and_hides_what_colleagues_did(
    qtbot, session, merging, opened, tmp_path
) -> None:
    packet = sent(tmp_path, "Ben", first=lambda desk, article: desk.run(Packet((article,), ("Cora",)).assign))
    shown: list[bool] = []
    merging.taken.connect(lambda _, seen: shown.append(seen))
    dialog = opened(packet)
    assert not dialog.views[0].arrivals.cards[0].arrival.hidden
    (cora,) = [name for name in dialog.views[0].questions.who._buttons if name]
    dialog.views[0].questions.who.button(cora).click()
    qtbot.waitUntil(lambda: dialog.views[0].arrivals.cards[0].arrival.hidden)  # looked at anew
    dialog.take_in.click()
    taken_in(qtbot, session, merging)
    assert shown == [False]
    later = opened(sent(tmp_path, "Dan", (MONEY, Tag.ALLEGATION)))
    assert later.views[0].arrivals.cards[0].arrival.hidden
    assert "1 new claim" not in later.files.item(0).data(SPOKEN)


def test_another_text_of_the_same_title_is_compared(qtbot, session, merging, opened, tmp_path) -> None:
    session.run(ImportArticle(Draft(TEXT.replace("witness", "neighbour"), DRAFT.title)))
    qtbot.waitUntil(lambda: session.idle)
    dialog = opened(sent(tmp_path, "Ben", (MONEY, Tag.ALLEGATION)))
    (card,) = dialog.views[0].arrivals.cards
    assert card.arrival.like
    card.compare_wanted.emit()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(TextsWindow)))
    (window,) = dialog.findChildren(TextsWindow)
    qtbot.waitUntil(lambda: window.found is not None)
    assert window.told.text() == "“neighbour” became “witness”"
    window.close()


def test_reading_can_be_stopped(qtbot, session, merging, card, page, tmp_path) -> None:
    merging.take_files([sent(tmp_path, "Ben", (MONEY, Tag.ALLEGATION))])
    assert merging.busy
    card.cancelled.emit()
    assert not merging.busy
    qtbot.wait(300)
    assert page.findChildren(QDialog) == []


def test_taking_in_can_be_stopped_and_leaves_nothing_half(
    qtbot, session, merging, opened, bar, card, tmp_path, monkeypatch
) -> None:
    files = [sent(tmp_path, name, (MONEY, Tag.ALLEGATION)) for name in ("Ben", "Cora")]
    dialog = opened(*files)
    tell = FilesTaken._tell

    def stop_first(taking: FilesTaken, done: int, total: int) -> None:
        taking.stop()
        tell(taking, done, total)

    monkeypatch.setattr(FilesTaken, "_tell", stop_first)
    dialog.take_in.click()
    taken_in(qtbot, session, merging)
    assert bar.words == "Stopped. 0 files were taken in."
    article = dialog.chosen[0][0].summary.arrivals[0].article
    assert claims(qtbot, session, article) == []


def test_enter_takes_in_and_escape_does_not(qtbot, session, merging, opened, bar, tmp_path) -> None:
    file = sent(tmp_path, "Ben", (MONEY, Tag.ALLEGATION))
    QTest.keyClick(opened(file), Qt.Key.Key_Escape)
    QTest.keyClick(opened(file), Qt.Key.Key_Return)
    taken_in(qtbot, session, merging)
    assert bar.words.startswith("Taken in from Ben")
