import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from annotator.desk.commands.answers import AnswerNothing, Link
from annotator.desk.commands.claims import Retag
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.model.enums import Tag
from annotator.model.rows import THE_ARTICLE_ITSELF

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no size hints


@pytest.fixture
def denial(bench) -> str:
    return bench.tag("rejected the account", Tag.DENIAL)


def show(bench, editor, claim: str) -> None:
    editor.show_claim(bench.view(claim))
    bench.wait()


def pill(editor, name: str) -> QAbstractButton:
    return next(
        each for each in editor.answers.findChildren(QAbstractButton) if each.accessibleName() == name
    )


def test_a_reported_fact_has_no_answers(bench, editor):
    show(bench, editor, bench.fact)
    assert not editor.answers.isVisibleTo(editor.form)
    show(bench, editor, bench.allegation)
    assert editor.answers.isVisibleTo(editor.form)


def test_both_ends_name_each_other_with_quote_and_speaker(bench, editor, denial):
    bench.run(SayBy(bench.allegation, NewSource("A former bookkeeper")))
    bench.run(SayBy(denial, NewSource("The company")))
    bench.run(Link(denial, bench.allegation))
    show(bench, editor, denial)
    (there,) = editor.answers.chips
    named = there.accessibleName().replace("\u2068", "").replace("\u2069", "")
    assert named == (
        "Allegation, “accuses the company of charging one repair to two grants”, said by A former bookkeeper"
    )
    show(bench, editor, bench.allegation)
    (back,) = editor.answers.chips
    assert back.link.claim == denial
    assert back.accessibleName().endswith("said by \u2068The company\u2069")


def test_a_new_speaker_at_the_other_end_shows_at_once(bench, editor, denial):
    bench.run(Link(denial, bench.allegation))
    show(bench, editor, denial)
    assert "said by" not in editor.answers.chips[0].accessibleName()
    bench.run(SayBy(bench.allegation, THE_ARTICLE_ITSELF))
    assert "The article itself" in editor.answers.chips[0].accessibleName()


def test_enter_or_a_click_goes_to_the_other_end(bench, editor, qtbot, denial):
    bench.run(Link(denial, bench.allegation))
    show(bench, editor, denial)
    (chip,) = editor.answers.chips
    chip.setFocus()
    with qtbot.waitSignal(editor.claim_wanted) as wanted:
        qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert wanted.args == [bench.allegation]
    with qtbot.waitSignal(editor.claim_wanted) as wanted:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(40, chip.height() // 2))
    assert wanted.args == [bench.allegation]


@pytest.mark.parametrize("from_denial", [True, False])
def test_delete_or_the_cross_unlinks_from_either_end_and_undo_links_again(
    bench, editor, qtbot, denial, from_denial
):
    bench.run(Link(denial, bench.allegation))
    show(bench, editor, denial if from_denial else bench.allegation)
    (chip,) = editor.answers.chips
    if from_denial:
        chip.setFocus()
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    else:
        place = QPoint(chip.width() - 10, chip.height() // 2)
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=place)
    bench.wait()
    assert bench.view(denial).links == ()
    assert editor.answers.chips == ()
    bench.undo()
    assert [chip.link.claim for chip in editor.answers.chips] == [bench.allegation if from_denial else denial]


def test_a_link_made_elsewhere_comes_and_a_sleeping_one_goes(bench, editor, denial):
    show(bench, editor, bench.allegation)
    bench.run(Link(denial, bench.allegation))
    assert len(editor.answers.chips) == 1
    bench.run(Retag(denial, Tag.FACT))
    assert editor.answers.chips == ()
    bench.run(Retag(denial, Tag.DENIAL))
    assert len(editor.answers.chips) == 1


def test_the_pill_asks_for_a_link_and_is_the_last_in_its_row(bench, editor, qtbot, denial):
    for allegation in (bench.allegation, bench.tag("accuses the company of charging", Tag.ALLEGATION)):
        bench.run(Link(denial, allegation))
    bench.run(SayBy(bench.allegation, NewSource("A former bookkeeper")))  # comes a moment after the quote
    editor.set_keys({"link": "L"})
    show(bench, editor, denial)
    link = pill(editor, "Link…")
    qtbot.waitUntil(lambda: link.geometry().bottom() <= editor.answers.height())  # nothing is cut off
    assert link.y() > max(chip.y() for chip in editor.answers.chips)
    with qtbot.waitSignal(editor.link_wanted):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    show(bench, editor, bench.allegation)
    assert pill(editor, "Link a denial…") is link


def test_the_pill_shows_the_key_that_links(editor):
    for keys in ({"link": "L"}, {"link": "Ctrl+L"}, {}):
        editor.set_keys(keys)
        assert pill(editor, "Link a denial…").accessibleDescription() == keys.get("link", "")


def test_a_denial_without_a_link_asks_why_and_keeps_the_answer(bench, editor, qtbot, denial):
    show(bench, editor, denial)
    editor.focus_answers()
    reason = editor.answers.reason
    assert reason.hasFocus()
    assert reason.accessibleName() == "Why it answers nothing in this article"
    qtbot.keyClicks(reason, "It answers an older story")
    with qtbot.waitSignal(editor.back_to_article):
        qtbot.keyClick(reason, Qt.Key.Key_Return)
    editor.flush()
    bench.wait()
    assert bench.view(denial).answers_nothing == "It answers an older story"


def test_a_linked_denial_is_not_asked_why_and_the_keyboard_goes_to_the_pill(bench, editor, denial):
    bench.run(Link(denial, bench.allegation))
    show(bench, editor, denial)
    assert not editor.answers.reason.isVisibleTo(editor)
    editor.focus_answers()
    assert pill(editor, "Link…").hasFocus()


def test_a_reason_typed_for_one_denial_goes_to_no_other(bench, editor, qtbot, denial):
    other = bench.tag("The company rejected the account", Tag.DENIAL)
    bench.run(AnswerNothing(other, "other words"))
    show(bench, editor, denial)
    qtbot.keyClicks(editor.answers.reason, "for the first")
    show(bench, editor, other)
    assert editor.answers.reason.text() == "other words"
    assert (bench.view(denial).answers_nothing, bench.view(other).answers_nothing) == (
        "for the first",
        "other words",
    )
