"""Marking with the mouse and the tag keys, in the whole window."""

import pytest
from PySide6.QtCore import QPointF, Qt

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.window.article.handles import Edge
from tests.journeys.person import ALT, CTRL, SHIFT

K = Qt.Key
TWICE = "Bridge\n\nThe bridge is closed to lorries. Nobody said why. The bridge is closed to lorries.\n"
EMOJI = "Market 🍜\n\nThe stall 👩‍🍳🇪🇸 burned down, the cafe\u0301 owner said. She denied selling the list.\n"


def end_handle(view):
    """Where the knob at the end of the picked claim can be taken, found by trying below its last word."""
    last = view.place_of(view.picked_claim.span.end - 1, after=True)
    points = (QPointF(last.x() + dx, last.y() + dy) for dy in range(30) for dx in range(-6, 7))
    held = next(p for p in points if (handle := view.handle_at(p)) and handle.edge is Edge.END)
    return held.toPoint()


def test_drag_and_a_key_make_a_claim(reader) -> None:
    person = reader(TWICE)
    claim = person.mark("bridge is closed", K.Key_A)
    assert (claim.tag, claim.quote) == (Tag.ALLEGATION, "bridge is closed")
    assert claim.span.cut(person.text) == claim.quote
    assert person.view.selected_span() == Span(claim.span.end, claim.span.end)


@pytest.mark.parametrize(
    ("key", "tag"),
    [
        (K.Key_A, Tag.ALLEGATION),
        (K.Key_D, Tag.DENIAL),
        (K.Key_F, Tag.FACT),
        (K.Key_1, Tag.ALLEGATION),
        (K.Key_2, Tag.DENIAL),
        (K.Key_3, Tag.FACT),
    ],
)
def test_each_tag_has_its_keys(reader, key: K, tag: Tag) -> None:
    person = reader(TWICE)
    assert person.mark("Nobody said why", key).tag is tag


def test_the_second_of_two_identical_sentences_is_marked_where_it_stands(reader) -> None:
    person = reader(TWICE)
    sentence = "The bridge is closed to lorries"
    second = person.mark(sentence, K.Key_F, occurrence=2)
    assert second.span.start == TWICE.rindex(sentence)
    first = person.mark(sentence, K.Key_F)
    assert first.span.start == TWICE.index(sentence)
    assert [claim.id for claim in person.claims] == [first.id, second.id]
    person.press(K.Key_Delete)
    assert [claim.id for claim in person.claims] == [second.id]


def test_emoji_and_accents_before_a_span_do_not_shift_it(reader) -> None:
    person = reader(EMOJI)
    claim = person.mark("She denied selling the list", K.Key_D)
    whole = person.whole(claim.id)
    assert whole.quote == EMOJI[whole.span.start : whole.span.end] == "She denied selling the list"
    caf = person.mark("cafe\u0301 owner", K.Key_F)
    assert caf.quote == "cafe\u0301 owner"


def test_a_drag_snaps_to_whole_words_and_ctrl_to_characters(reader) -> None:
    person = reader(TWICE)
    person.drag("ridge is clos")
    assert person.view.selected_span().cut(person.text) == "bridge is closed"
    person.press(K.Key_Escape)
    person.drag("ridge is clos", modifiers=CTRL)
    assert person.view.selected_span().cut(person.text) == "ridge is clos"


def test_nested_claims_are_picked_from_the_inside_out(reader) -> None:
    person = reader(EMOJI)
    outer = person.mark("denied selling the list", K.Key_D)
    inner = person.mark("selling the list", K.Key_A)
    assert len(person.claims) == 2
    seen = []
    for _ in range(3):
        person.click("selling")
        seen.append(person.picked.id)
    assert seen == [inner.id, outer.id, inner.id]
    person.click("Market")
    assert person.picked is None


def test_the_picked_claim_is_marked_in_text_list_and_editor_alike(reader) -> None:
    person = reader(EMOJI)
    first = person.mark("burned down", K.Key_F)
    person.mark("selling the list", K.Key_A)
    person.click("burned")
    window = person.window
    assert person.view.picked == first.id
    assert window.claims.picked == first.id
    assert window.editor.claim == first.id
    person.press(K.Key_Down, widget=window.claims.list)
    assert window.editor.claim == person.view.picked != first.id


def test_a_tag_key_without_a_selection_retags_the_picked_claim(reader) -> None:
    person = reader(TWICE)
    claim = person.mark("Nobody said why", K.Key_A)
    person.say_by("Clerk")
    person.press(K.Key_D)
    assert (person.picked.id, person.picked.tag, person.picked.speakers) == (claim.id, Tag.DENIAL, ("Clerk",))


def test_a_tag_key_with_nothing_picked_takes_the_sentence_at_the_cursor(reader) -> None:
    person = reader(TWICE)
    person.click("Nobody")
    person.press(K.Key_F)
    assert person.picked.quote == "Nobody said why"


def test_the_same_mark_twice_picks_the_claim_that_is_there(reader) -> None:
    person = reader(TWICE)
    claim = person.mark("Nobody said why", K.Key_A)
    person.press(K.Key_Escape)
    again = person.mark("Nobody said why", K.Key_A)
    assert again.id == claim.id
    assert len(person.claims) == 1
    assert "already" in person.window.messages.words


def test_edges_move_by_word_with_everything_attached_kept(reader) -> None:
    person = reader(TWICE)
    claim = person.mark("bridge is closed", K.Key_A)
    person.say_by("Clerk")
    steps = []
    for key, modifiers in (
        (K.Key_Left, ALT),
        (K.Key_Right, ALT | SHIFT),
        (K.Key_Left, ALT | SHIFT),
        (K.Key_Right, ALT),
    ):
        person.press(key, modifiers)
        steps.append(person.picked.quote)
    assert steps == [
        "The bridge is closed",
        "The bridge is closed to",
        "The bridge is closed",
        "bridge is closed",
    ]
    assert (person.picked.id, person.picked.speakers) == (claim.id, ("Clerk",))


def test_a_handle_dragged_with_the_mouse_moves_an_edge(reader, qtbot) -> None:
    person = reader(TWICE)
    claim = person.mark("bridge is closed", K.Key_A)
    view = person.view
    start = end_handle(view)
    to = view.place_of(TWICE.index("lorries") + 6, after=True).toPoint()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view.viewport(), (start + to) / 2)
    qtbot.mouseMove(view.viewport(), to)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=to)
    person.settle()
    assert (person.picked.id, person.picked.quote) == (claim.id, "bridge is closed to lorries")


def test_delete_takes_the_picked_claim_and_undo_brings_it_back(reader) -> None:
    person = reader(TWICE)
    claim = person.mark("Nobody said why", K.Key_A)
    person.say_by("Clerk")
    before = person.content()
    person.press(K.Key_Delete)
    assert person.claims == []
    assert person.picked is None
    person.undo()
    assert person.content() == before
    assert [line.id for line in person.claims] == [claim.id]


def test_letters_typed_into_a_field_mark_nothing(reader) -> None:
    person = reader(TWICE)
    person.mark("Nobody said why", K.Key_A)
    person.press(K.Key_N)
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    QTest.keyClicks(QApplication.focusWidget(), "a denied fact 123")
    person.window.editor.flush()
    person.settle()
    assert len(person.claims) == 1
    assert person.whole(person.picked.id).note == "a denied fact 123"
