"""What the export dialog asks, and what it answers with."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from annotator.desk.transfer import ALL, MINE, formats_out
from annotator.window.dialogs.export_dialog import ExportDialog, Offer, file_name

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OFFER = Offer("a1", "Harbour ferry", 14, ("c1", "c2"), 27)


@pytest.fixture
def dialog(qtbot):
    return opened(qtbot, OFFER)


def opened(qtbot, offer):
    made = ExportDialog(offer, formats_out())
    qtbot.addWidget(made)
    made.show()
    return made


def button(dialog, words):
    return next(
        one for one in dialog.findChildren(QAbstractButton) if one.text().replace("&", "").startswith(words)
    )


def tick(qtbot, dialog, words):
    qtbot.mouseClick(
        button(dialog, words), Qt.MouseButton.LeftButton, pos=button(dialog, words).rect().center() / 4
    )


def test_it_begins_with_my_claims_of_this_article_as_a_spreadsheet(dialog):
    choice = dialog.choice
    assert (choice.articles, choice.claims, choice.whose) == (("a1",), None, MINE)
    assert dialog.format.name == "csv"
    assert not choice.disclosure.confidential
    assert not choice.disclosure.private_notes


def test_other_choices(dialog, qtbot):
    button(dialog, "The 2 picked claims").click()
    assert dialog.choice.articles == ("a1",)
    assert dialog.choice.claims == ("c1", "c2")
    button(dialog, "The whole library, 27 articles").click()
    assert dialog.choice.articles is None
    assert dialog.choice.claims is None
    button(dialog, "Markdown").click()
    assert dialog.format.name == "markdown"
    dialog.whose.setFocus()
    qtbot.keyClick(dialog.whose, Qt.Key.Key_Down)
    assert dialog.choice.whose == ALL


def test_what_may_leave_is_ticked_each_time_and_warned_of(dialog, qtbot):
    assert not dialog._warning.isVisible()
    qtbot.keyClick(dialog.confidential, Qt.Key.Key_Space)
    assert dialog.choice.disclosure.confidential
    assert not dialog.choice.disclosure.private_notes
    assert dialog._warning.isVisible()
    qtbot.keyClick(dialog.confidential, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.private_notes, Qt.Key.Key_Space)
    assert not dialog.choice.disclosure.confidential
    assert dialog.choice.disclosure.private_notes
    assert dialog._warning.isVisible()
    assert not opened(qtbot, OFFER).choice.disclosure.private_notes


@pytest.mark.parametrize(
    ("offer", "there"),
    [
        (Offer("a1", "T", 3, (), 5), ["This article, 3 claims", "The whole library, 5 articles"]),
        (Offer("", "", 0, (), 5), ["The whole library, 5 articles"]),
        (
            Offer("a1", "T", 1, ("c",), 1),
            ["The picked claim", "This article, 1 claim", "The whole library, 1 article"],
        ),
    ],
)
def test_only_what_there_is_can_be_chosen(qtbot, offer, there):
    dialog = opened(qtbot, offer)
    assert [one.text().replace("&", "") for one in dialog._scope_group.buttons()] == there


def test_with_nothing_to_export_one_cannot_go_on(qtbot):
    assert not opened(qtbot, Offer()).go_on.isEnabled()


def test_the_place_is_asked_for_and_the_choice_given_away(dialog, qtbot, tmp_path, home):
    (home / "Documents").mkdir()
    button(dialog, "JSON").click()
    asking = asked(dialog, qtbot)
    assert asking.directory().path() == str(home / "Documents")
    assert asking.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert Path(asking.selectedFiles()[0]).name == "Harbour ferry.json"
    assert not asking.testOption(QFileDialog.Option.DontConfirmOverwrite)
    asking.setDirectory(str(tmp_path))
    asking.selectFile("mine")
    with qtbot.waitSignal(dialog.export_wanted) as wanted:
        asking.accept()
    path, choice, name = wanted.args
    assert path == tmp_path / "mine.json"  # the ending was added before it was asked about replacing
    assert choice == dialog.choice
    assert name == "json"
    assert not dialog.isVisible()


def test_who_gives_up_at_the_place_is_back_in_the_dialog(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.export_wanted):
        asked(dialog, qtbot).reject()
    assert dialog.isVisible()


def asked(dialog, qtbot):
    """The dialog for a place, after the button that opens it was clicked."""
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    return dialog.findChild(QFileDialog)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ferry: who paid?", "Ferry who paid.csv"),
        ("../../etc/passwd", "etc passwd.csv"),
        ("", "claims.csv"),
        ("???", "claims.csv"),
        ("نفي رسمي", "نفي رسمي.csv"),
        ("x" * 200, "x" * 60 + ".csv"),
        ("a\nb\x00c", "a b c.csv"),
    ],
)
def test_names_of_files(title, name):
    assert file_name(title, ".csv") == name


def test_it_fits_a_small_screen_with_its_warning(dialog, qtbot):
    dialog.confidential.setChecked(True)
    dialog.grab()
    assert dialog.sizeHint().height() <= 560


def test_mnemonics_do_not_clash(dialog):
    texts = [one.text() for one in dialog.findChildren(QAbstractButton) if "&" in one.text()] + ["&Whose"]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(letters) == len(set(letters)) >= 7
