"""The history: days, times, who, and what was undone."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from annotator.model.steps import StepLine
from annotator.window.history_panel import HistoryPanel

SPOKEN = Qt.ItemDataRole.AccessibleTextRole

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def panel(qtbot):
    made = HistoryPanel()
    qtbot.addWidget(made)
    made.resize(340, 400)
    made.show()
    return made


def step(number, at, kind="do", undone=False, reviewer="Ada", label="step.tag"):
    return StepLine(str(number), kind, label, {"tag": "denial", "name": "B"}, reviewer, at, undone)


def rows(panel, role=SPOKEN):
    model = panel.list.model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def at(day, hour):
    """A moment of a local day, as a step keeps it."""
    local = datetime.datetime(2026, 3, day, hour, 30).astimezone()
    return local.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def test_steps_stand_under_their_days(panel):
    panel.set_lines([step(3, at(2, 14)), step(2, at(2, 9), reviewer="Grace"), step(1, at(1, 23))])
    assert len(rows(panel)) == 5
    assert "2 March 2026" in rows(panel)[0]
    assert rows(panel)[1:3] == ["14:30, Tag as denial, Ada", "09:30, Tag as denial, Grace"]
    assert "1 March 2026" in rows(panel)[3]
    assert rows(panel)[4] == "23:30, Tag as denial, Ada"


def test_what_was_undone_says_so(panel):
    panel.set_lines([step(2, at(2, 14), kind="undo"), step(1, at(2, 13), undone=True)])
    assert rows(panel)[1] == "14:30, Undone: Tag as denial, Ada"
    assert rows(panel)[2] == "13:30, Tag as denial, Ada · undone"


def test_what_was_undone_is_struck_through(panel, monkeypatch):
    struck = []
    kept = QFont.setStrikeOut

    def seen(font, on):
        struck.append(on)
        kept(font, on)

    monkeypatch.setattr(QFont, "setStrikeOut", seen)
    panel.set_lines([step(2, at(2, 14)), step(1, at(2, 13), undone=True)])
    panel.grab()
    assert set(struck) == {False, True}


def test_keys_go_from_step_to_step(panel, qtbot):
    panel.set_lines([step(2, at(2, 14)), step(1, at(1, 13))])
    panel.list.setCurrentIndex(panel.list.model().index(1, 0))
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert spoken_now(panel).endswith("1 March 2026")  # the heading is heard, not chosen
    assert panel.list.selectedIndexes() == []
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert spoken_now(panel) == "13:30, Tag as denial, Ada"
    assert len(panel.list.selectedIndexes()) == 1


def spoken_now(panel):
    return panel.list.currentIndex().data(SPOKEN)


def test_an_empty_history_says_what_will_stand_there(panel):
    assert not panel.list.isVisible()
    panel.set_lines([step(1, at(1, 13))])
    assert panel.list.isVisible()
    panel.set_lines([])
    assert not panel.list.isVisible()


def test_the_same_steps_again_move_nothing(panel):
    lines = tuple(step(number, at(1, 13)) for number in range(60))
    panel.set_lines(lines)
    panel.list.setCurrentIndex(panel.list.model().index(40, 0))
    panel.set_lines(tuple(step(number, at(1, 13)) for number in range(60)))
    assert panel.list.currentIndex().row() == 40


def test_the_list_has_a_name(panel):
    assert panel.list.accessibleName() == "What was done"
