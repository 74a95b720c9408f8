"""Correcting what is known about an article."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QToolButton

from annotator.desk.commands.articles import ArticleDetails
from annotator.model.remarks import RemarkView
from annotator.model.views import AppearanceView, ArticlePage
from annotator.window.dialogs.details_dialog import DetailsDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

IMPORTED = "2026-11-20T10:00:00.000Z"
FIRST = AppearanceView("1", "Courier", "Ada", "https://example.org", "2025-03-14", "f.txt", "utf-8", IMPORTED)


def opened(qtbot, *appearances, remarks=()):
    page = ArticlePage("a", "A title", "r", "x", (), False, appearances, (), remarks=remarks)
    dialog = DetailsDialog(page)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def words(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def press_ok(qtbot, dialog):
    ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)


def test_corrections_are_given_away(qtbot):
    dialog = opened(qtbot, FIRST)
    title = dialog.findChildren(QLineEdit)[0]
    title.selectAll()
    qtbot.keyClicks(title, "Better")
    with qtbot.waitSignal(dialog.details_given) as given:
        press_ok(qtbot, dialog)
    assert given.args == [ArticleDetails("Better", "Courier", "Ada", "https://example.org", "2025-03-14")]
    assert not dialog.isVisible()


def test_enter_takes_over_and_escape_does_not(qtbot):
    dialog = opened(qtbot, FIRST)
    with qtbot.waitSignal(dialog.details_given):
        qtbot.keyClick(dialog.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    dialog = opened(qtbot, FIRST)
    with qtbot.assertNotEmitted(dialog.details_given):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_without_a_title_it_stays_open_and_says_why(qtbot):
    dialog = opened(qtbot, FIRST)
    dialog.findChildren(QLineEdit)[0].clear()
    with qtbot.assertNotEmitted(dialog.details_given):
        press_ok(qtbot, dialog)
    assert dialog.isVisible()
    assert "needs a title" in words(dialog)


def test_where_it_came_from_and_where_else_it_stood(qtbot):
    other = AppearanceView("2", "Post", "", "", "2025-03-15", "", "", IMPORTED)
    pasted = AppearanceView("3", "", "", "", "", "", "", IMPORTED)
    said = words(opened(qtbot, FIRST, other, pasted))
    assert "Came in from f.txt on 20 November 2026, read as utf-8." in said
    assert "Courier · Ada" not in said  # the first one stands in the fields
    assert "Post · 15 March 2025\nPasted on 20 November 2026." in said


def test_what_was_read_and_is_no_file_was_fetched_from_its_address(qtbot):
    fetched = AppearanceView("1", "", "", "https://news.example/a?b", "", "", "utf-8", IMPORTED)
    assert "Fetched from news.example on 20 November 2026." in words(opened(qtbot, fetched))
    pasted = AppearanceView("1", "", "", "https://news.example/a?b", "", "", "", IMPORTED)
    assert "Pasted on 20 November 2026." in words(opened(qtbot, pasted))
    assert "Pasted" in words(opened(qtbot, AppearanceView("1", "", "", "not one", "", "", "utf-8", IMPORTED)))


def test_an_article_without_appearances_has_a_title_only(qtbot):
    dialog = opened(qtbot)
    assert dialog.form.details() == ArticleDetails("A title")
    assert "Came in" not in words(dialog)


def test_remarks_stand_there_and_my_own_can_be_taken_away_at_once(qtbot):
    mine = RemarkView("m1", "label Person", "brat", "Ada Møller", mine=True)
    dialog = opened(qtbot, FIRST, remarks=(mine, RemarkView("m2", "<b>reviewed</b>", "doccano")))
    assert "“Ada Møller”: label Person" in words(dialog)
    assert "<b>reviewed</b>" in words(dialog)  # letter by letter
    (cross,) = [one for one in dialog.findChildren(QToolButton) if one.text() == "×"]
    assert "label Person" in cross.accessibleName()
    with qtbot.waitSignal(dialog.remark_removed) as removed:
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert removed.args == ["m1"]
    assert not cross.isVisible()
    assert dialog.isVisible()


def test_without_remarks_nothing_is_said_of_them(qtbot):
    assert "Remarks from imported files" not in words(opened(qtbot, FIRST))
