"""The pages about the reading, the language and the colours; each choice is told at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from annotator.window.preferences.appearance import AppearancePage
from annotator.window.preferences.reading import ReadingPage
from annotator.window.theme import THEMES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def reading(qtbot):
    return shown(qtbot, ReadingPage(100, 66, ""))


def test_a_language_is_told_and_when_it_will_be_spoken(qtbot):
    page = shown(qtbot, AppearancePage("dark", "de"))
    assert page.language.language.currentText() == "Deutsch"
    page.language.language.setFocus()
    with qtbot.waitSignal(page.language_chosen) as chosen:
        qtbot.keyClick(page.language.language, Qt.Key.Key_Down)
    assert chosen.args == ["es"]
    assert "next time" in page.language._later.text()
    assert page.language._later.isVisible()


def test_size_and_width_by_keys(reading, qtbot):
    reading.zoom.setFocus()
    with qtbot.waitSignal(reading.zoom_chosen) as size:
        qtbot.keyClick(reading.zoom, Qt.Key.Key_Down)
    assert size.args == [110]
    reading.columns.setFocus()
    with qtbot.waitSignal(reading.columns_chosen) as columns:
        qtbot.keyClick(reading.columns, Qt.Key.Key_Right)
    assert columns.args == [67]
    assert reading._characters.text() == "67 characters"
    qtbot.keyClick(reading.columns, Qt.Key.Key_End)
    assert reading.columns.value() == 100


def test_a_zoom_made_elsewhere_is_shown_and_not_told_again(reading, qtbot):
    with qtbot.assertNotEmitted(reading.zoom_chosen):
        reading.show_zoom(130)
    assert reading.zoom.currentText() == "130 %"
    sizes = [reading.zoom.itemData(row) for row in range(reading.zoom.count())]
    assert sizes == sorted(sizes)


def test_our_own_face_comes_first_then_the_systems(reading, qtbot):
    assert reading.face.currentData() == ""
    assert reading.face.itemData(1)
    assert reading.face.itemData(2)
    own = reading._sample.font().family()
    reading.face.setFocus()
    with qtbot.waitSignal(reading.face_chosen) as face:
        qtbot.keyClick(reading.face, Qt.Key.Key_Down)
    assert face.args == [reading.face.itemData(1)]
    assert reading._sample.font().family() == face.args[0] != own


def test_a_face_that_is_gone_counts_as_ours(qtbot):
    assert shown(qtbot, ReadingPage(100, 66, "Nobody's Grotesk")).face.currentData() == ""


@pytest.mark.parametrize("chosen", ["system", *THEMES, "purple"])
def test_appearance_begins_with_what_holds(qtbot, chosen):
    page = shown(qtbot, AppearancePage(chosen, "system"))
    picked = [one.objectName() for one in page.findChildren(QRadioButton) if one.isChecked()]
    assert picked == [chosen if chosen in THEMES else "system"]
    assert len(page.findChildren(QRadioButton)) == len(THEMES) + 1


def test_a_theme_by_keys(qtbot):
    page = shown(qtbot, AppearancePage("light", "system"))
    pick = next(one for one in page.findChildren(QRadioButton) if one.isChecked())
    page.activateWindow()
    pick.setFocus()
    qtbot.waitUntil(pick.hasFocus)
    with qtbot.waitSignal(page.theme_chosen) as theme:
        qtbot.keyClick(pick, Qt.Key.Key_Down)
    assert theme.args == ["dark"]
