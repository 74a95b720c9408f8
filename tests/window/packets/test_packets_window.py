"""The grid of who is done with what fills as files come back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.deliveries import read_review
from annotator.desk.merging import TakeIn
from annotator.desk.packets import Packet, send_packet
from annotator.model.deliveries import Delivery, MergeOptions
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.review_views import AssignmentLine
from annotator.model.rows import Reviewer
from annotator.window.packets.cell import PacketCell
from annotator.window.packets.model import CELL, PacketsModel, State
from annotator.window.packets.window import PacketsWindow
from annotator.window.session import Session
from annotator.window.theme import load_theme
from tests.desk.colleagues import DRAFT, MONEY, sent
from tests.window import access
from tests.window.fitting import misfits

THEME = load_theme("light")


def line(article: str, person: str, *, blind=False, done=False, returned=False, claims=0) -> AssignmentLine:
    return AssignmentLine(
        "x", article, f"Title {article}", person, person.upper(), blind, done, returned, claims
    )


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> PacketsWindow:
    made = PacketsWindow(session, THEME)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: session.idle)
    return made


@pytest.fixture
def given(qtbot: QtBot, session: Session, window: PacketsWindow) -> str:
    """An article that was given to Cora and Dan; its id."""
    made: list[str] = []
    session.run(ImportArticle(DRAFT), lambda changes: made.extend(changes.made))
    qtbot.waitUntil(lambda: bool(made))
    session.run(Packet((made[0],), ("Dan", "Cora")).assign)
    qtbot.waitUntil(lambda: session.idle and window.grid.model().rowCount() == 1)
    return made[0]


def cells(window: PacketsWindow) -> list[list[str]]:
    model = window.grid.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_signs_and_words_say_how_far_somebody_is():
    model = PacketsModel()
    model.set_lines(
        [
            line("a", "me", done=True, claims=4),
            line("a", "b", done=True, returned=True, claims=12),
            line("a", "c", returned=True, claims=1),
            line("b", "c"),
        ],
        "me",
    )
    shown = [[str(model.index(row, column).data() or "") for column in range(4)] for row in range(2)]
    assert shown == [
        ["Title a", "done · 12 claims", "working · 1 claim", "done · 4 claims"],
        ["Title b", "", "not back yet", ""],
    ]
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(4)]
    assert heads == ["Article", "B", "C", "ME"]
    spoken = model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Title b, C: not back yet"
    assert model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Title b, B: not given"


def test_what_colleagues_did_is_hidden_while_i_am_blind():
    model = PacketsModel()
    mine = line("a", "me", blind=True, returned=True, claims=3)
    theirs = line("a", "b", blind=True, done=True, returned=True, claims=0)
    model.set_lines([mine, theirs, line("a", "c", blind=True)], "me")
    states = {cell.person: cell.state for cell in model.cells}
    assert states == {"me": State.WORKING, "b": State.HIDDEN, "c": State.AWAY}
    model.set_lines([line("a", "me", blind=True, done=True), theirs], "me")
    assert {cell.person: cell.state for cell in model.cells}["b"] is State.DONE


def test_without_packets_it_says_what_one_is(window):
    assert window._nothing.isVisible()
    assert not window.grid.isVisible()
    assert not window.back.isEnabled()
    asked = []
    window.packet_wanted.connect(lambda: asked.append(True))
    window.new.click()
    assert asked == [True]


def test_it_fills_as_files_come_back(qtbot, session, window, given, tmp_path):
    assert cells(window) == [["First", "not back yet", "not back yet"]]
    assert window.far.text() == "0 of 2 done"
    session.ask(lambda desk: send_packet(desk, tmp_path / "p.redpencil.json", Packet((given,), ("Cora",))))
    qtbot.waitUntil(lambda: session.idle)
    packet = read_review(tmp_path / "p.redpencil.json")
    back = sent(
        tmp_path,
        "Cora",
        (MONEY, Tag.ALLEGATION),
        first=lambda desk, _: desk.run(TakeIn(packet, _as_named(packet, "Cora"))),
    )
    session.run(TakeIn(read_review(back)))
    qtbot.waitUntil(lambda: session.idle)
    assert cells(window) == [["First", "working · 1 claim", "not back yet"]]


def _as_named(delivery: Delivery, name: str) -> MergeOptions:
    people = [one.row for one in delivery.rows if isinstance(one.row, Reviewer)]
    return MergeOptions(same_person=tuple(row.id for row in people if row.name == name))


def test_click_and_enter_open_the_article(qtbot, window, given):
    opened = []
    window.article_wanted.connect(opened.append)
    place = window.grid.visualRect(window.grid.model().index(0, 2)).center()
    QTest.mouseClick(window.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [given]
    QTest.keyClick(window.grid, Qt.Key.Key_Return)
    assert opened == [given, given]


def test_what_was_given_can_be_taken_back_and_undone(qtbot, session, window, given):
    window.grid.setCurrentIndex(window.grid.model().index(0, 1))
    window.grid.setFocus()
    QTest.keyClick(window.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: session.idle)
    assert cells(window) == [["First", "not back yet"]]
    session.undo("library")
    qtbot.waitUntil(lambda: session.idle)
    assert cells(window) == [["First", "not back yet", "not back yet"]]


def test_nothing_is_taken_back_where_nothing_was_given(qtbot, session, window, given):
    window.grid.setCurrentIndex(window.grid.model().index(0, 0))
    assert not window.back.isEnabled()
    window._take_back()
    assert session.idle


def test_a_change_keeps_the_cell_one_is_at(qtbot, session, window, given):
    window.grid.setCurrentIndex(window.grid.model().index(0, 2))
    session.run(ImportArticle(Draft("Something else.", "Else")))
    qtbot.waitUntil(lambda: session.idle)
    assert window.grid.currentIndex().column() == 2


def test_every_state_has_a_sign_of_its_own(qtbot, window, given):
    """Told apart without colour: the signs differ in shape."""
    pictures = []
    for state in State:
        image = QImage(16, 16, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        PacketCell(replace(THEME, secondary=THEME.ink))._paint_sign(painter, state, QRectF(1, 1, 14, 14))
        painter.end()
        pictures.append(image)
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[:n])
    assert window.grid.model().index(0, 1).data(CELL).state is State.AWAY


def test_every_control_has_a_name_of_its_own_and_room(qtbot, window, given):
    qtbot.wait(10)
    found = access.controls(window)
    assert access.nameless(found) == []
    assert access.namesakes(found) == []
    assert misfits(window) == []
    window.grid.setFocus()
    assert access.unreached(window, access.walk(window)) == []
