"""What the export dialog asks, and what it answers with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from annotator.desk.transfer import ALL, FINAL, MINE, formats_out
from annotator.model.views import PersonView
from annotator.window.dialogs.export_dialog import ExportDialog, Offer

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


def test_mine_a_colleagues_everybodys_or_the_final_version(qtbot):
    ben = PersonView("r-2", "Ben", "#2F7F86")
    whose = opened(qtbot, Offer("a1", "T", 3, (), 5, (ben,))).whose
    offered = [(whose.itemText(place), whose.itemData(place)) for place in range(whose.count())]
    assert offered == [
        ("Mine", MINE),
        ("Only Ben’s", "r-2"),
        ("Everybody’s", ALL),
        ("The final version", FINAL),
    ]


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


def test_enter_exports_to_the_file_that_is_proposed(dialog, qtbot, home):
    button(dialog, "JSON").click()
    with qtbot.waitSignal(dialog.export_wanted) as wanted:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    path, choice, name = wanted.args
    assert path == home / "Harbour ferry.json"
    assert choice == dialog.choice
    assert name == "json"
    assert not dialog.isVisible()


def test_the_whole_library_is_not_named_after_the_article(dialog):
    button(dialog, "The whole library").click()
    assert dialog.place.path.name == "claims.csv"


def test_a_refused_place_leaves_the_dialog_open(dialog, qtbot):
    dialog.place.field.clear()
    with qtbot.assertNotEmitted(dialog.export_wanted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.place.trouble.words


def test_it_fits_a_small_screen_with_its_warning(dialog, qtbot):
    dialog.confidential.setChecked(True)
    dialog.grab()
    assert dialog.sizeHint().height() <= 560  # of the 600 of a small screen


def test_mnemonics_do_not_clash(dialog):
    texts = [one.text() for one in dialog.findChildren(QAbstractButton) if "&" in one.text()] + ["&Whose"]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(letters) == len(set(letters)) >= 7
