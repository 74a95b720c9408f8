"""Selecting, picking and moving edges with real mouse events."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.model.enums import Tag
from annotator.model.spans import Span
from tests.window.article.conftest import Hand, claim

Show = Callable[..., Hand]
TEXT = (
    "Who paid for the repairs?\n\n"
    "The company denied it. She said 🚢🇪🇸 the ferry was late again.\n\n"
    "Nobody answered. She said 🚢🇪🇸 the ferry was late again."
)
SAME = "the ferry was late again"


def span_of(words: str, text: str = TEXT, nth: int = 0) -> Span:
    start = text.index(words)
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def test_the_second_of_two_identical_sentences_can_be_marked(hand: Show) -> None:
    made = hand(TEXT)
    second = span_of(SAME, nth=1)
    made.mark(second)
    assert made.spans == [second]
    assert made.view.selected_span() == second


def test_a_drag_backward_over_emoji_snaps_out_to_whole_words(hand: Show) -> None:
    made = hand(TEXT)
    words = span_of("company denied it. She said 🚢🇪🇸 the")
    made.drag(made.at(words.end - 1), made.at(words.start + 3))
    assert made.spans == [words]


def test_control_keeps_exact_characters(hand: Show) -> None:
    made = hand(TEXT)
    words = span_of("ompany denie")
    made.drag(made.at(words.start), made.at(words.end), Qt.KeyboardModifier.ControlModifier)
    assert made.spans == [words]


def test_a_drag_inside_a_claim_selects(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "The company denied it"))
    made.mark(span_of("company"))
    assert made.spans == [span_of("company")]
    assert made.picks == []


def test_a_drag_may_begin_in_the_margins(hand: Show) -> None:
    made = hand(TEXT, width=1400)
    start = made.view.viewport().mapTo(made.view, made.at(span_of("The company").start)) - QPoint(200, 0)
    end = made.view.viewport().mapTo(made.view, made.at(span_of("The company").end))
    assert made.view.childAt(start) is None
    made.bot.mousePress(made.view, Qt.MouseButton.LeftButton, pos=start)
    made.bot.mouseMove(made.view, end)
    made.bot.mouseRelease(made.view, Qt.MouseButton.LeftButton, pos=end)
    assert made.spans == [span_of("The company")]


def test_white_space_alone_is_no_selection(hand: Show) -> None:
    made = hand(TEXT.replace("denied it.", "denied it.          "))
    gap = made.view.text.index("          ")
    made.drag(made.at(gap + 2), made.at(gap + 8))
    assert made.spans == []
    assert not made.view.textCursor().hasSelection()


def test_clicks_pick_from_the_innermost_outward_and_round_again(hand: Show) -> None:
    claims = [
        claim("outer", TEXT, "The company denied it. She said"),
        claim("inner", TEXT, "company"),
        claim("middle", TEXT, "The company denied it", Tag.DENIAL),
    ]
    made = hand(TEXT, *claims)
    spot = made.within(TEXT.index("company") + 2)
    for _ in range(4):
        made.click(spot)
    assert made.picks == ["inner", "middle", "outer", "inner"]
    made.click(made.within(TEXT.index("denied") + 2))
    assert made.view.picked == "middle"
    made.click(made.within(TEXT.index("Nobody") + 2))
    assert made.picks[-1] is None
    assert made.spans == []


def test_a_click_right_of_a_line_picks_nothing(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "She said 🚢🇪🇸 the ferry was late again."))
    end = made.at(TEXT.index("again.") + 6)
    made.click(end + QPoint(30, 0))
    assert made.picks == []
    made.click(end - QPoint(8, 0))
    assert made.picks == ["c"]


def test_a_letter_in_the_margin_picks_its_claim(hand: Show) -> None:
    first, second = claim("one", TEXT, "The company"), claim("two", TEXT, "denied it", Tag.DENIAL)
    made = hand(TEXT, first, second)
    line = made.at(TEXT.index("The company"))
    made.click(line - QPoint(26, 0))
    assert made.picks == ["two"]
    made.click(line - QPoint(50, 0))
    assert made.picks == ["two", "one"]


def test_the_chip_picks_one_after_the_other_of_those_it_counts(hand: Show) -> None:
    words = ("The", "company", "denied", "it", "She", "said")
    made = hand(TEXT, *(claim(word, TEXT, f"{word}") for word in words))
    chip = made.at(TEXT.index("The company")) - QPoint(26, 0)
    for _ in range(6):
        made.click(chip)
    # The picked claim takes the second place; the one that stood there is counted meanwhile.
    assert made.picks == ["denied", "it", "She", "said", "company", "denied"]


def test_a_double_click_selects_the_word(hand: Show) -> None:
    made = hand(TEXT)
    made.bot.mouseDClick(
        made.view.viewport(), Qt.MouseButton.LeftButton, pos=made.within(TEXT.index("denied") + 2)
    )
    assert made.spans[-1] == span_of("denied")


@pytest.mark.parametrize(("soon", "expected"), [(True, "The company denied it."), (False, "")])
def test_a_third_click_selects_the_sentence_if_it_comes_soon(hand: Show, soon: bool, expected: str) -> None:
    made = hand(TEXT)
    spot = QPointF(made.within(TEXT.index("denied") + 2))
    after = QApplication.doubleClickInterval() + 1
    times = [(QEvent.Type.MouseButtonPress, 1000), (QEvent.Type.MouseButtonRelease, 1010)]
    times += [(QEvent.Type.MouseButtonDblClick, 1020), (QEvent.Type.MouseButtonRelease, 1030)]
    times += [(QEvent.Type.MouseButtonPress, 1020 + (60 if soon else after))]
    for kind, time in times:
        event = QMouseEvent(
            kind,
            spot,
            made.view.viewport().mapToGlobal(spot),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.setTimestamp(time)
        QApplication.sendEvent(made.view.viewport(), event)
    assert made.view.selected_span().cut(TEXT) == expected


def test_the_picked_claims_end_can_be_dragged_to_another_word(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "The company"), claim("other", TEXT, "Nobody"))
    made.view.pick("c")
    handle = made.handle("end")
    made.drag(handle, handle + made.at(TEXT.index("denied") + 3) - made.at(span_of("The company").end))
    assert made.moves == [("c", span_of("The company denied"))]
    assert made.view.picked_claim is not None
    assert made.view.picked_claim.span == span_of("The company denied")
    assert made.spans == []


def test_an_edge_cannot_cross_the_other(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "company denied it"))
    made.view.pick("c")
    handle = made.handle("start")
    made.drag(handle, handle + QPoint(500, 0))
    assert made.moves == [("c", span_of("it"))]


def test_control_moves_an_edge_to_an_exact_character(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "The company"))
    made.view.pick("c")
    handle = made.handle("start")
    target = handle + made.at(TEXT.index("ompany")) - made.at(TEXT.index("The company"))
    made.drag(handle, target, Qt.KeyboardModifier.ControlModifier)
    assert made.moves == [("c", span_of("ompany"))]


def test_escape_puts_a_dragged_edge_back(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "The company"))
    made.view.pick("c")
    handle = made.handle("end")
    made.press_and_move(handle, handle + QPoint(60, 0))
    assert made.view.picked_claim is not None
    assert made.view.picked_claim.span != span_of("The company")
    made.bot.keyClick(made.view, Qt.Key.Key_Escape)
    assert made.view.picked_claim.span == span_of("The company")
    made.bot.mouseRelease(made.view.viewport(), Qt.MouseButton.LeftButton, pos=handle)
    assert made.moves == []


@pytest.mark.parametrize("given", [{"mine": False}, {"withdrawn": True}])
def test_only_ones_own_standing_claims_have_handles(hand: Show, given: dict[str, bool]) -> None:
    made = hand(TEXT, claim("c", TEXT, "The company", **given))
    made.view.pick("c")
    assert made.view._handles() == []


def test_the_cursor_shows_what_a_press_would_do(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "The company"))
    made.view.pick("c")
    shapes = []
    line = made.at(TEXT.index("The company"))
    for point in (made.within(TEXT.index("denied")), made.handle("end"), line - QPoint(26, 0)):
        made.bot.mouseMove(made.view.viewport(), point)
        shapes.append(made.view.viewport().cursor().shape())
    cursors = Qt.CursorShape
    assert shapes == [cursors.IBeamCursor, cursors.SizeHorCursor, cursors.PointingHandCursor]


def test_a_drag_below_the_page_scrolls_it(hand: Show) -> None:
    made = hand(TEXT + "\n\nMore words to scroll through." * 200)
    start = made.at(TEXT.index("The company"))
    made.press_and_move(start, QPoint(start.x(), made.view.viewport().height() + 40))
    made.bot.waitUntil(lambda: made.view.verticalScrollBar().value() > 100)
    bottom = QPoint(start.x(), made.view.viewport().height() - 5)
    made.bot.mouseRelease(made.view.viewport(), Qt.MouseButton.LeftButton, pos=bottom)
    assert made.spans[-1].start == TEXT.index("The company")
    assert made.spans[-1].end > len(TEXT)
