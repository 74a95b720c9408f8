"""The page as the rest of the window uses it: signals, zoom, copying, the bar, what is painted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontDatabase, QWheelEvent
from PySide6.QtWidgets import QApplication

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.window.article.bar import SelectionBar
from annotator.window.article.stops import Caret
from annotator.window.article.view import ArticleView
from annotator.window.theme import load_theme
from tests.window.article.conftest import Hand, claim, page

Show = Callable[..., Hand]
TEXT = "Who paid?\n\nThe company\u00a0denied it 🚢\ufdd0 twice.\n\n" + "Many more words follow here. " * 300


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def bar_of(view: ArticleView) -> SelectionBar:
    return view.findChildren(SelectionBar)[0]


def selected_rect(hand: Hand, span: Span) -> QRect:
    """The selection's rows on the widget, by Qt's own carets."""
    first, last = hand.at(span.start), hand.at(span.end)
    corner = hand.view.viewport().mapTo(hand.view, QPoint(0, first.y() - 8))
    width = hand.view.viewport().width()
    return QRect(corner, QPoint(corner.x() + width, corner.y() + last.y() - first.y() + 16))


def test_the_page_has_its_name_for_screen_readers(hand: Show) -> None:
    assert hand(TEXT).view.accessibleName() == "Article"


def test_copying_gives_the_exact_words_as_plain_text(hand: Show) -> None:
    view = hand(TEXT).view
    view.select(span_of("company\u00a0denied it 🚢\ufdd0 twice.\n\nMany"))
    view.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text() == "company\u00a0denied it 🚢\ufdd0 twice.\n\nMany"
    assert not data.hasHtml()


@pytest.mark.parametrize("columns", [45, 66, 100])
def test_lines_hold_as_many_characters_as_are_wanted(hand: Show, columns: int) -> None:
    prose = "It had received the file, but would not say whether any inquiry of its own was open. "
    view = hand("Who paid?\n\n" + prose * 20, width=1400).view
    view.set_columns(columns)
    lines = [line for line in view._geometry.lines(130, 700) if line.end > line.start][:-1]
    counts = [line.end - line.start for line in lines]
    # Words break at the end of a line, which costs half a word on average.
    assert columns - 8 <= sum(counts) / len(counts) <= columns + 2


def test_columns_stay_within_bounds_and_place_and_selection_stay(hand: Show) -> None:
    view = hand(TEXT).view
    view.scroll_to(Span(5000, 5010))
    view.put_caret(5010, 5000)
    before = view.caret_at(QPointF(150, 30))
    view.set_columns(10)
    widest = view._measures.column
    view.set_columns(45)
    assert view._measures.column == widest
    assert view.caret() == Caret(5010, 5000)
    assert abs(view.caret_at(QPointF(150, 30)) - before) < 150


def test_another_face_is_taken_and_a_missing_one_is_our_own(hand: Show) -> None:
    view = hand(TEXT).view
    own = view.document().defaultFont().families()
    other = next(each for each in QFontDatabase.families() if each not in own)
    view.set_face(other)
    assert view.document().defaultFont().families() == [other, *own]
    view.set_face("No Such Face At All")
    assert view.document().defaultFont().families() == own


def test_the_same_words_and_the_same_line_stay_after_zooming(hand: Show) -> None:
    view = hand(TEXT).view
    view.scroll_to(Span(5000, 5010))
    view.select(Span(5000, 5010))
    bar = view.verticalScrollBar()
    before = view.caret_at(QPointF(150, 30))
    view.set_zoom(150)
    assert view.zoom == 150
    assert view.selected_span() == Span(5000, 5010)
    assert bar.value() > 0
    assert abs(view.caret_at(QPointF(150, 30)) - before) < 150


def test_control_and_the_wheel_zoom_by_steps(hand: Show) -> None:
    made = hand(TEXT)
    zooms: list[int] = []
    made.view.zoom_changed.connect(zooms.append)
    for turn in (120, 120, -120):
        wheel(made.view.viewport(), turn, Qt.KeyboardModifier.ControlModifier)
    assert zooms == [110, 125, 110]
    assert made.view.verticalScrollBar().value() == 0


def test_the_wheel_scrolls_beside_the_column_too(hand: Show) -> None:
    made = hand(TEXT, width=1400)
    wheel(made.view, -120)
    assert made.view.verticalScrollBar().value() > 0


def wheel(widget: object, turn: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        QPointF(5, 300),
        QPointF(5, 300),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)  # type: ignore[call-overload]


@pytest.mark.parametrize("width", [900, 1400, 2200])
def test_the_column_holds_60_to_75_characters_however_wide_the_window(hand: Show, width: int) -> None:
    prose = (
        "A former bookkeeper accuses the company of charging one repair to two grants, a claim first "
        "reported by the regional paper; the prosecutor’s office confirmed that it had received a file. "
    )
    view = hand("Who paid?\n\n" + prose * 12, width=width).view
    assert view.viewport().width() == view._measures.page
    lines = [line for line in view._geometry.lines(130, 700) if line.end > line.start]
    counts = [line.end - line.start for line in lines]
    assert len(counts) > 10
    assert 60 <= sum(counts) / len(counts) <= 75
    left = view.viewport().x()
    right = view.width() - view.verticalScrollBar().width() - view.viewport().geometry().right()
    assert abs(left - right) <= 2


def test_a_wider_window_lays_nothing_out_anew(hand: Show) -> None:
    view = hand(TEXT).view
    widths: list[object] = []
    view.document().documentLayout().documentSizeChanged.connect(widths.append)
    view.document().size()
    widths.clear()
    view.resize(1500, 800)
    QApplication.processEvents()
    assert widths == []


def test_the_bar_appears_below_the_selection_and_names_what_it_does(hand: Show) -> None:
    made = hand(TEXT)
    words = span_of("company\u00a0denied it")
    made.mark(words)
    bar = bar_of(made.view)
    assert bar.isVisible()
    card = bar.geometry().adjusted(10, 10, -10, -10)
    assert card.top() > selected_rect(made, words).bottom()
    names = [button.accessibleName() for button in bar._buttons if button.isVisible()]
    assert names == ["Mark as allegation", "Mark as denial", "Mark as reported fact"]
    assert not any(button.hasFocus() for button in bar._buttons)


def test_the_bar_goes_above_where_there_is_no_room_below(hand: Show) -> None:
    made = hand(TEXT)
    made.view.resize(960, 190)
    words = span_of("company\u00a0denied it")
    made.mark(words)
    card = bar_of(made.view).geometry().adjusted(10, 10, -10, -10)
    assert card.bottom() < selected_rect(made, words).top()


def test_said_by_is_offered_when_a_claim_is_picked(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "denied it"))
    made.view.pick("c")
    made.mark(span_of("The company"))
    said: list[bool] = []
    made.view.said_by_chosen.connect(lambda: said.append(True))
    made.bot.mouseClick(bar_of(made.view)._said_by, Qt.MouseButton.LeftButton)
    assert said == [True]
    assert not bar_of(made.view).isVisible()
    assert made.view.picked == "c"


def test_a_tag_of_the_bar_is_said_with_the_words_still_selected(hand: Show) -> None:
    made = hand(TEXT)
    made.mark(span_of("The company"))
    with made.bot.waitSignal(made.view.tag_chosen) as caught:
        made.bot.mouseClick(bar_of(made.view)._buttons[1], Qt.MouseButton.LeftButton)
    assert caught.args == [Tag.DENIAL]
    assert made.view.selected_span().cut(TEXT).startswith("The company")


@pytest.mark.parametrize("how", ["escape", "scroll", "click", "page"])
def test_the_bar_goes_away(hand: Show, how: str) -> None:
    made = hand(TEXT)
    made.mark(span_of("twice"))
    assert bar_of(made.view).isVisible()
    if how == "escape":
        made.bot.keyClick(made.view, Qt.Key.Key_Escape)
        assert made.view.textCursor().hasSelection()
    elif how == "scroll":
        made.view.verticalScrollBar().setValue(40)
    elif how == "click":
        made.click(made.at(TEXT.index("Many")))
    else:
        made.view.show_page(page("Another\n\narticle."))
    assert not bar_of(made.view).isVisible()


def test_a_removed_claim_is_no_longer_picked_nor_under_the_pointer(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "denied it"), claim("d", TEXT, "twice"))
    made.view.pick("c", scroll=True)
    made.view.update_claims([], ["c"])
    assert made.view.picked is None
    made.click(made.within(TEXT.index("denied") + 1))
    made.click(made.within(TEXT.index("twice") + 1))
    assert made.picks == ["d"]


def test_picking_scrolls_to_words_out_of_sight(hand: Show) -> None:
    made = hand(TEXT)
    made.view.set_claims([claim("c", TEXT, TEXT[7000:7050])])
    made.view.pick("c", scroll=True)
    start = made.view.picked_claim.span.start if made.view.picked_claim else 0
    assert 0 < made.at(start).y() < made.view.viewport().height()
    assert made.picks == []


def pixels(hand: Hand, rect: QRect) -> set[str]:
    image = hand.view.viewport().grab(rect).toImage()
    return {
        QColor(image.pixel(x, y)).name().upper() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tag", Tag)
def test_a_claim_is_painted_with_tint_underline_and_letter(hand: Show, tag: Tag, theme: str) -> None:
    made = hand(TEXT, claim("c", TEXT, "The company", tag))
    colours = load_theme(theme)
    made.view.set_theme(colours)
    start, end = made.at(TEXT.index("The company")), made.at(span_of("The company").end)
    words = QRect(start - QPoint(0, 12), end + QPoint(0, 18))
    mark = colours.tags[tag].mark
    assert mark in pixels(made, words)
    assert mark in pixels(made, QRect(start - QPoint(36, 10), start - QPoint(16, -10)))
    assert colours.accent not in pixels(made, words)
    made.view.update_claims([], ["c"])
    assert mark not in pixels(made, words)


def test_underlines_tell_tags_apart_without_colour(hand: Show) -> None:
    """Solid, dashed and dotted: how often the line is broken over the same words."""
    breaks = {}
    for tag in Tag:
        made = hand(TEXT, claim("c", TEXT, "Many more words follow here. Many more words", tag))
        theme = load_theme("light")
        made.view.set_theme(theme)
        start = made.at(TEXT.index("Many"))
        image = made.view.viewport().grab(QRect(start.x() + 2, start.y(), 200, 24)).toImage()
        rows = [
            [image.pixelColor(x, y).name().upper() == theme.tags[tag].mark for x in range(200)]
            for y in range(24)
        ]
        row = max(rows, key=sum)
        breaks[tag] = sum(1 for before, after in zip(row, row[1:], strict=False) if before and not after)
    assert breaks[Tag.ALLEGATION] == 0
    assert 10 < breaks[Tag.DENIAL] < 30
    assert breaks[Tag.FACT] > 40


def test_the_picked_claim_is_outlined_in_the_accent(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "The company"))
    theme = load_theme("light")
    made.view.set_theme(theme)
    # The middle of the words: the handles at the edges are of the same colour.
    left = made.at(TEXT.index("The company")) + QPoint(25, -20)
    around = QRect(left, left + QPoint(30, 40))
    assert not any(is_red(colour) for colour in pixels(made, around))
    made.view.pick("c")
    assert any(is_red(colour) for colour in pixels(made, around))


def is_red(colour: str) -> bool:
    """Whether it is the accent or nearly so, as thin lines are drawn smoothly."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red - green > 70 and red - blue > 70


def test_a_cleared_page_is_empty(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "The company"))
    made.view.clear_page()
    assert made.view.text == ""
    assert made.view.selected_span() == Span(0, 0)
    made.click(QPoint(100, 100))
    made.drag(QPoint(50, 50), QPoint(200, 200))
    assert made.spans == []
    assert made.picks == []


def test_a_view_keeps_no_document_that_it_showed_before(hand, qtbot) -> None:
    view = hand("One. Two.").view
    with qtbot.waitSignal(view.document().destroyed):
        view.set_zoom(view.zoom + 20)
    with qtbot.waitSignal(view.document().destroyed):
        view.show_page(page("Another text."))
    assert view.toPlainText() == "Another text."
