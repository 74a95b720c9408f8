"""What the export dialog asks, and what it answers with."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from annotator.desk.transfer import ALL, FINAL, MINE, formats_out
from annotator.model.views import PersonView
from annotator.window.exporting.dialog import ExportDialog, Offer
from annotator.words import say

LOSSES = (("losses.links", {"count": 2}), ("losses.evidence", {"count": 3}), ("losses.dates", {"count": 1}))
OFFER = Offer("a1", "Harbour ferry", 14, ("c1", "c2"), 27)


@pytest.fixture
def dialog(qtbot):
    return opened(qtbot, OFFER)


def opened(qtbot, offer, usual="word"):
    made = ExportDialog(offer, formats_out(), usual=usual)
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


def test_it_begins_with_my_claims_of_this_article_as_a_word_document(dialog):
    choice = dialog.choice
    assert (choice.articles, choice.claims, choice.whose) == (("a1",), None, MINE)
    assert dialog.format.name == "word"
    assert not choice.disclosure.confidential
    assert not choice.disclosure.private_notes


def test_other_choices(dialog, qtbot):
    button(dialog, "The 2 picked claims").click()
    assert dialog.choice.articles == ("a1",)
    assert dialog.choice.claims == ("c1", "c2")
    button(dialog, "The whole library, 27 articles").click()
    assert dialog.choice.articles is None
    assert dialog.choice.claims is None
    qtbot.keyClicks(dialog.formats, "Mark")
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
    dialog.formats.choose("json")
    with qtbot.waitSignal(dialog.export_wanted) as wanted:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    path, choice, name = wanted.args
    assert path == home / "Harbour ferry.json"
    assert choice == dialog.choice
    assert name == "json"
    assert not dialog.isVisible()


def test_the_whole_library_is_not_named_after_the_article(dialog):
    button(dialog, "The whole library").click()
    assert dialog.place.path.name == "claims.docx"


def test_a_refused_place_leaves_the_dialog_open(dialog, qtbot):
    dialog.place.field.clear()
    with qtbot.assertNotEmitted(dialog.export_wanted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.place.trouble.words


def test_it_fits_a_small_screen_with_its_warning(dialog, qtbot):
    dialog.confidential.setChecked(True)
    dialog.formats.choose("claimreview")
    dialog.tell_losses(dialog.choice, "claimreview", LOSSES * 3)
    dialog.grab()
    assert max(dialog.height(), dialog.minimumSizeHint().height()) <= 560  # of the 600 of a small screen


def test_mnemonics_do_not_clash(dialog):
    texts = [one.text() for one in dialog.findChildren(QAbstractButton) if "&" in one.text()] + ["&Whose"]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(letters) == len(set(letters)) >= 7


def test_the_format_chosen_last_is_chosen_and_an_unknown_one_passed_over(qtbot):
    assert opened(qtbot, OFFER, "brat").format.name == "brat"
    assert opened(qtbot, OFFER, "of a package that is gone").format.name == "word"


def test_every_format_stands_under_a_heading_that_cannot_be_chosen(dialog, qtbot):
    model = dialog.formats.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    headings = [row.data() for row in rows if not row.flags() & Qt.ItemFlag.ItemIsSelectable]
    assert headings == ["For people", "For programs", "References"]
    assert rows[0].data() == headings[0]
    assert len(rows) == len(headings) + len(formats_out())
    before_references = dialog.formats.formats.index(dialog.formats.format)
    for _ in range(len(rows)):
        qtbot.keyClick(dialog.formats, Qt.Key.Key_Down)
        assert dialog.format is not None
    assert dialog.formats.formats.index(dialog.format) == len(formats_out()) - 1 > before_references


def test_every_format_of_ours_says_what_it_is_good_for(dialog):
    for form in formats_out():
        dialog.formats.choose(form.name)
        assert dialog.about.name.text() == form.called
        assert dialog.about.use.text()


def test_what_would_be_left_out_is_asked_and_told_of_that_choice_only(dialog, qtbot):
    with qtbot.waitSignal(dialog.losses_wanted) as wanted:
        dialog.formats.choose("conll")
    choice, name = wanted.args
    assert (choice, name) == (dialog.choice, "conll")
    dialog.tell_losses(choice, name, LOSSES)
    assert dialog.about.left_out.text().count("\n") == len(LOSSES) - 1
    assert "2 links" in dialog.about.words
    dialog.formats.choose("json")
    dialog.tell_losses(choice, name, LOSSES)  # too late
    assert "2 links" not in dialog.about.words
    dialog.tell_losses(dialog.choice, "json", ())
    assert "Nothing of these claims is left out." in dialog.about.words


def test_a_long_list_of_losses_can_be_scrolled_through(dialog, qtbot):
    height, lines = dialog.height(), dialog.about.left_out
    dialog.tell_losses(dialog.choice, "word", LOSSES * 8)
    qtbot.waitUntil(lambda: dialog.about.verticalScrollBar().maximum() > 0)
    assert dialog.height() == height
    assert lines.height() >= lines.heightForWidth(lines.width())


def test_of_a_whole_library_it_is_said_what_the_format_cannot_hold_at_all(dialog, qtbot):
    button(dialog, "The whole library").click()
    with qtbot.assertNotEmitted(dialog.losses_wanted, wait=200):
        dialog.formats.choose("csv")
    assert (
        dialog.about.left_out.text() == f"Cannot hold: {', '.join(say(key) for key in dialog.format.lacks)}."
    )


def test_a_format_without_its_package_cannot_be_exported(qtbot):
    lame = replace(next(one for one in formats_out() if one.name == "inception"), there=False)
    made = ExportDialog(OFFER, (lame,))
    qtbot.addWidget(made)
    assert not made.go_on.isEnabled()
    assert "dkpro-cassis" in made.about.words
