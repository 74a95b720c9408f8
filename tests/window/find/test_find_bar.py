"""The bar says what it shows to everybody: names, counts, keys."""

import pytest
from PySide6.QtCore import QEvent, QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.window.find.bar import FindBar
from annotator.window.theme import load_theme

K, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    made = FindBar(load_theme("light"))
    qtbot.addWidget(made)
    made.resize(800, 60)
    made.show()
    return made


def test_every_part_has_a_name_of_its_own(bar):
    parts = [part for part in bar.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    names = [part.accessibleName() for part in parts]
    assert "Find in article" in names
    assert all(names)
    assert len(set(names)) == len(parts) == 8


def test_the_count(bar):
    bar.show_place(2, 1200, "the ferry is late")
    assert bar.count == "2 of 1,200"
    bar.show_place(None, 1)
    assert bar.count == "1 hit"
    bar.show_place(None, 0)
    assert bar.count == ""
    bar.field.setText("x")
    bar.show_place(None, 0)
    assert bar.count == "No hits"
    assert not any(tag.isEnabled() for tag in bar.tags)


def test_what_is_put_in_is_not_told_as_typed(bar, qtbot):
    with qtbot.assertNotEmitted(bar.words_changed):
        bar.ask("ferry")
    with qtbot.waitSignal(bar.words_changed):
        QTest.keyClicks(bar.field, "f")
    assert bar.field.text() == "f"  # what was there is typed over


@pytest.mark.parametrize(
    ("key", "modifiers", "text"),
    [
        (K.Key_1, CTRL, ""),
        (K.Key_Exclam, CTRL | SHIFT, ""),
        (K.Key_1, CTRL | Qt.KeyboardModifier.KeypadModifier, ""),
    ],
)
def test_a_key_for_a_tag_is_the_fields_before_it_is_the_windows(bar, key, modifiers, text, qtbot):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
    event.ignore()
    QApplication.sendEvent(bar.field, event)
    assert event.isAccepted()
    with qtbot.waitSignal(bar.tag_wanted):
        QTest.keyClick(bar.field, key, modifiers)
    assert bar.field.text() == ""


def test_digits_alone_are_typed(bar, qtbot):
    with qtbot.assertNotEmitted(bar.tag_wanted):
        QTest.keyClicks(bar.field, "123")
    assert bar.field.text() == "123"


def test_escape_closes_from_everywhere(bar, qtbot):
    for part in (bar.field, bar.whole_words, bar.tags[0]):
        part.setFocus()
        with qtbot.waitSignal(bar.closed):
            QTest.keyClick(part, K.Key_Escape)


def test_on_a_narrow_page_it_takes_two_rows_and_nothing_is_cut(bar):
    one = bar.heightForWidth(800)
    bar.resize(800, one)
    QApplication.processEvents()
    middles = [part.mapTo(bar, part.rect().center()).y() for part in (bar.field, bar.whole_words, *bar.tags)]
    assert max(middles) - min(middles) <= 1
    two = bar.heightForWidth(460)
    assert two > one
    bar.resize(460, two)
    QApplication.processEvents()
    for part in (bar.field, bar.whole_words, *bar.tags):
        place = part.mapTo(bar, part.rect().bottomRight())
        assert bar.rect().contains(place)
        assert part.width() >= part.sizeHint().width() or part is bar.field


def test_keys_are_written_as_people_of_this_system_write_them(qtbot: QtBot, qapp: QApplication) -> None:
    german = QTranslator()
    assert german.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(german)
    made = FindBar(load_theme("light"))
    qtbot.addWidget(made)
    qapp.removeTranslator(german)
    assert [run.words for tag in made.tags for run in tag._runs if run.cap] == ["Strg+1", "Strg+2", "Strg+3"]
