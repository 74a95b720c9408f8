"""Steps taken with paragraphs, back and on again."""

from annotator.text.paragraphs import Paragraphs
from annotator.window.importing.mending import Mending

ONE, TWO, THREE = Paragraphs("one"), Paragraphs("two"), Paragraphs("three")


def test_steps_go_back_and_on_again():
    mending = Mending(ONE)
    assert mending.do(TWO)
    assert mending.do(THREE)
    assert mending.undo()
    assert mending.now == TWO
    assert mending.undo()
    assert (mending.now, mending.can_undo, mending.can_redo) == (ONE, False, True)
    assert not mending.undo()
    assert mending.redo()
    assert mending.redo()
    assert (mending.now, mending.can_redo) == (THREE, False)
    assert not mending.redo()


def test_what_changes_nothing_is_no_step():
    mending = Mending(ONE)
    assert not mending.do(Paragraphs("one"))
    assert not mending.can_undo


def test_a_new_step_ends_what_was_taken_back():
    mending = Mending(ONE)
    mending.do(TWO)
    mending.undo()
    mending.do(THREE)
    assert not mending.can_redo
    assert mending.now == THREE
