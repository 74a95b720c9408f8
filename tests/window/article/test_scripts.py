"""Articles in Arabic, Hebrew and Chinese, and with several scripts: select, mark, paint, by paragraph.

And what is seen of the tags where there is no colour.
"""

from collections.abc import Callable
from itertools import groupby, pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.text.sentences import sentences
from annotator.window.article.view import ArticleView
from annotator.window.theme import load_theme
from tests.window.article.conftest import Hand, claim
from tests.window.test_theme import contrast

Show = Callable[..., Hand]
K = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LIGHT = load_theme("light")

ARABIC = "من دفع؟\n\nقال الوزير إن الخبر كاذب. رفضت الشركة الاتهام بشدة.\n\nلم يرد أحد على الأسئلة."
HEBREW = "מי שילם?\n\nהשר אמר שהידיעה כוזבת. החברה דחתה את הטענה.\n\nאיש לא השיב לשאלות."
CHINESE = "谁付了钱？\n\n市长否认出售名单。公司拒绝了指控。\n\n没有人回答问题。"
MIXED = (
    "Who paid?\n\nThe company denied it, وقال الوزير إن, in June 2025.\n\n"
    "قال Huawei إن 12 سفينة وصلت في June أمس.\n\nהשר אמר כן.\n\n市长否认出售名单。"
)

#: Words of each article, and whether their paragraph runs from right to left.
PLACES = [
    (ARABIC, "الوزير إن الخبر", True),
    (ARABIC, "رفضت الشركة الاتهام", True),
    (HEBREW, "אמר שהידיעה כוזבת", True),
    (HEBREW, "איש לא השיב", True),
    (CHINESE, "出售名单", False),
    (CHINESE, "没有人回答", False),
    (MIXED, "company denied", False),
    (MIXED, "سفينة وصلت", True),
    (MIXED, "אמר כן", True),
    (MIXED, "否认出售", False),
]


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def box(view: ArticleView, text: str, offset: int) -> tuple[float, float, float]:
    """Left, right and baseline of a character on the viewport, as Qt's own layout has it."""
    utf16 = len(text[:offset].encode("utf-16-le")) // 2
    block = view.document().findBlock(utf16)
    within = utf16 - block.position()
    line = block.layout().lineForTextPosition(within)
    ends = [line.cursorToX(place)[0] for place in (within, within + 1)]
    baseline = block.layout().position().y() + line.y() + line.ascent() - view.verticalScrollBar().value()
    left = block.layout().position().x()
    return min(ends) + left, max(ends) + left, baseline


def picture(view: ArticleView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage()


@pytest.mark.parametrize(("text", "words", "leftward"), PLACES)
def test_a_drag_selects_the_words(hand: Show, text: str, words: str, leftward: bool) -> None:
    made, span = hand(text), span_of(text, words)
    made.drag(made.at(span.start), made.at(span.end), CTRL)
    assert made.spans == [span]
    assert made.view.selected_span().cut(text) == words
    assert made.view.runs_left(span.start) is leftward


@pytest.mark.parametrize(("text", "words", "leftward"), PLACES)
def test_a_drag_the_other_way_selects_them_too(hand: Show, text: str, words: str, leftward: bool) -> None:
    made, span = hand(text), span_of(text, words)
    made.drag(made.at(span.end), made.at(span.start), CTRL)
    assert made.spans == [span]


@pytest.mark.parametrize("text", [ARABIC, HEBREW, CHINESE, MIXED])
def test_sentences_are_walked_and_selected_by_keyboard(hand: Show, text: str) -> None:
    made = hand(text)
    made.focus()
    seen = []
    for _ in sentences(text):
        seen.append(made.view.cursor_sentence)
        made.bot.keyClick(made.view, K.Key_Down)
    assert seen == list(sentences(text))
    made.view.go_to(seen[1])
    made.bot.keyClick(made.view, K.Key_Down, SHIFT)
    assert made.view.selected_span() == seen[1]


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_the_arrow_that_points_onward_extends_by_words(hand: Show, text: str) -> None:
    made = hand(text)
    made.focus()
    second = sentences(text)[1]
    made.view.go_to(second)
    made.bot.keyClick(made.view, K.Key_Left, SHIFT)
    made.bot.keyClick(made.view, K.Key_Left, SHIFT)
    chosen = made.view.selected_span()
    assert chosen.start == second.start
    assert chosen.cut(text).split() == second.cut(text).split()[:2]


@pytest.mark.parametrize(("text", "words", "leftward"), PLACES)
def test_the_line_lies_under_the_words_and_nowhere_else(
    hand: Show, text: str, words: str, leftward: bool
) -> None:
    made, span = hand(text, claim("c", text, words)), span_of(text, words)
    made.view.set_theme(LIGHT)
    shown = picture(made.view)
    mark = QColor(LIGHT.tags[Tag.ALLEGATION].mark).name()
    for offset in range(span.start - 1, span.end + 1):
        if text[offset].isspace():
            continue
        left, right, baseline = box(made.view, text, offset)
        line = {
            shown.pixelColor(round((left + right) / 2), round(baseline) + down).name()
            for down in (4, 5, 6, 7, 8)
        }
        assert (mark in line) is (span.start <= offset < span.end), text[offset]


@pytest.mark.parametrize(("text", "words", "leftward"), PLACES)
def test_the_tint_lies_behind_the_words_and_nowhere_else(
    hand: Show, text: str, words: str, leftward: bool
) -> None:
    made, span = hand(text, claim("c", text, words)), span_of(text, words)
    made.view.set_theme(LIGHT)
    marked = picture(made.view)
    made.view.update_claims((), ["c"])
    plain = picture(made.view)
    boxes = [box(made.view, text, each) for each in range(span.start, span.end)]
    row = round(boxes[0][2]) - 3
    other = [x for x in range(plain.width()) if plain.pixel(x, row) != marked.pixel(x, row)]
    left, right = min(each[0] for each in boxes), max(each[1] for each in boxes)
    inside = [x for x in other if left - 1 <= x <= right + 1]
    assert len(inside) >= 0.9 * (right - left)
    assert len(other) - len(inside) <= 24  # the letter in the margin


@pytest.mark.parametrize(("text", "words", "leftward"), PLACES)
def test_the_letter_stands_where_the_line_begins(hand: Show, text: str, words: str, leftward: bool) -> None:
    made, span = hand(text, claim("c", text, words, Tag.DENIAL)), span_of(text, words)
    made.view.set_theme(LIGHT)
    left, right, baseline = box(made.view, text, span.start)
    ends = [box(made.view, text, each) for each in range(span.start, span.end)]
    shown = picture(made.view)
    mark = QColor(LIGHT.tags[Tag.DENIAL].mark).name()
    row = round(baseline - 14)
    coloured = [x for x in range(shown.width()) if shown.pixelColor(x, row).name() == mark]
    assert len(coloured) > 5
    if leftward:
        assert min(coloured) > max(end[1] for end in ends)
    else:
        assert max(coloured) < min(end[0] for end in ends)
    middle = QPointF((min(coloured) + max(coloured)) / 2, baseline - 6)
    letter = made.view.letter_at(middle)
    assert letter is not None
    assert letter.claims[0].id == "c"


@pytest.mark.parametrize(("text", "words", "leftward"), PLACES)
def test_the_handles_stand_at_the_ends_of_the_words(
    hand: Show, text: str, words: str, leftward: bool
) -> None:
    made, span = hand(text, claim("c", text, words)), span_of(text, words)
    made.view.pick("c")
    start, end = made.handle("start"), made.handle("end")
    first, last = box(made.view, text, span.start), box(made.view, text, span.end - 1)
    begins, stops = (first[1], last[0]) if leftward else (first[0], last[1])
    assert abs(start.x() - begins) <= 4
    assert abs(end.x() - stops) <= 4
    assert (start.x() > end.x()) is leftward


@pytest.mark.parametrize(("text", "words", "leftward"), PLACES)
def test_the_outline_goes_round_the_words(hand: Show, text: str, words: str, leftward: bool) -> None:
    made, span = hand(text, claim("c", text, words)), span_of(text, words)
    made.view.set_theme(LIGHT)
    before = picture(made.view)
    made.view.pick("c")
    after = picture(made.view)
    boxes = [box(made.view, text, each) for each in range(span.start, span.end)]
    rows = [round(boxes[0][2]) - up for up in (-4, 2, 4, 6, 8)]  # in some the ink of a letter lies over it

    def redder(x: int, y: int) -> bool:
        was, is_now = before.pixelColor(x, y), after.pixelColor(x, y)
        return (is_now.red() - is_now.green()) - (was.red() - was.green()) > 40

    red = [x for x in range(after.width()) if any(redder(x, row) for row in rows)]
    words_left, words_right = min(each[0] for each in boxes), max(each[1] for each in boxes)
    beside = [x for x in red if words_left - 8 <= x <= words_right + 8]  # and not at the letter's ring
    assert words_left - 5 <= min(beside) <= words_left
    assert words_right - 1 <= max(beside) <= words_right + 5


THREE = "Three\n\nThe first of these words. \n\nThe second of these words.\n\nThe third of these words.\n"
TAGGED = {
    Tag.ALLEGATION: "first of these words",
    Tag.DENIAL: "second of these words",
    Tag.FACT: "third of these words",
}


def grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def runs(image: QImage, view: ArticleView, words: str) -> list[int]:
    """The lengths of the pieces of the line under some words, in pixels, in a picture without colours."""
    span = span_of(THREE, words)
    first, last = box(view, THREE, span.start), box(view, THREE, span.end - 1)
    ground = image.pixelColor(2, round(first[2])).red() / 255

    def dark(x: int, y: int) -> bool:
        return contrast([image.pixelColor(x, y).red() / 255] * 3, [ground] * 3) >= 3

    inside = range(round(first[0]) + 2, round(last[1]) - 2)
    below = range(round(first[2]) + 3, round(first[2] + view.zoom * 0.16))
    row = max(below, key=lambda y: sum(dark(x, y) for x in inside))
    return [sum(1 for _ in group) for is_dark, group in groupby(dark(x, row) for x in inside) if is_dark]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "contrast_dark"])
@pytest.mark.parametrize("zoom", [100, 200])
def test_tags_are_told_apart_without_colour(hand: Show, zoom: int, theme: str) -> None:
    made = hand(THREE, *(claim(tag.value, THREE, words, tag) for tag, words in TAGGED.items()), width=1400)
    made.view.set_theme(load_theme(theme))
    made.view.set_zoom(zoom)
    shown = grey(picture(made.view))
    solid, dashes, dots = (
        runs(shown, made.view, TAGGED[tag]) for tag in (Tag.ALLEGATION, Tag.DENIAL, Tag.FACT)
    )
    assert len(solid) == 1
    assert len(dots) > 1.5 * len(dashes) > 1.5 * 5
    assert sorted(dashes)[len(dashes) // 2] > 1.5 * sorted(dots)[len(dots) // 2]
    pictures = [letter_picture(shown, made.view, tag) for tag in Tag]
    for one, other in pairwise([*pictures, pictures[0]]):
        assert differing(one, other) > 0.05  # of the letter's square


def letter_picture(image: QImage, view: ArticleView, tag: Tag) -> QImage:
    place = next(each.rect for each in view._letters(view._lines_in(0, 800)) if each.claims[0].tag is tag)
    return image.copy(place.translated(0, -view.verticalScrollBar().value()).toRect())


def differing(one: QImage, other: QImage) -> float:
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    far = [abs(one.pixelColor(*at).red() - other.pixelColor(*at).red()) > 60 for at in places]
    return sum(far) / len(far)
