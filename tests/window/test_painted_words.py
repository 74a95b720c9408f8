"""Words painted by hand: sides, lines and ellipses."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter

from annotator.window.painted_words import paint_between, paint_lines, resized

WIDTH, HEIGHT = 200, 80


@pytest.fixture
def font(qapp):
    made = QFont("Noto Sans")
    made.setPixelSize(14)
    return made


def image_of(paint):
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    answer = paint(painter)
    painter.end()
    return image, answer


def test_lines_end_where_there_are_enough(font):
    room = QRectF(0, 0, WIDTH, HEIGHT)
    line = QFontMetrics(font).height()
    for words, lines in (
        ("short", 1),
        ("some more words that need two lines", 2),
        ("word " * 50, 2),
        ("", 1),
    ):
        _, height = image_of(lambda painter, words=words: paint_lines(painter, font, words, room, 2))
        assert height == lines * line


@pytest.mark.parametrize(("first", "second"), [("alpha", "beta"), ("😀😀😀", "gamma")])
def test_the_last_line_goes_on_where_the_one_before_ended(font, first, second):
    room = QRectF(0, 0, QFontMetrics(font).horizontalAdvance(first) + 6, HEIGHT)
    step = QFontMetrics(font).height()
    both, _ = image_of(lambda painter: paint_lines(painter, font, f"{first} {second}", room, 2))
    alone, _ = image_of(lambda painter: paint_lines(painter, font, second, room.translated(0, step), 1))
    assert both.copy(0, step + 4, WIDTH, HEIGHT) == alone.copy(0, step + 4, WIDTH, HEIGHT)


@pytest.mark.parametrize("words", ["word " * 50, "😀 é " * 50, "نفي رسمي " * 30, "x" * 300])
def test_nothing_is_painted_outside_its_room(font, words):
    room = QRectF(20, 10, 100, 60)
    image, _ = image_of(lambda painter: paint_lines(painter, font, words, room, 2))
    white = QImage(image.size(), image.format())
    white.fill(Qt.GlobalColor.white)
    assert image != white
    below = image.copy(0, 10 + 2 * QFontMetrics(font).height() + 3, WIDTH, HEIGHT)
    beside = image.copy(123, 0, WIDTH, HEIGHT)
    for part in (below, beside):
        blank = QImage(part.size(), part.format())
        blank.fill(Qt.GlobalColor.white)
        inside = part.rect().intersected(blank.rect())
        seen = [part.pixelColor(x, y) for x in range(inside.width()) for y in range(inside.height())]
        assert all(colour.lightness() == 255 or colour.alpha() == 0 for colour in seen)


def test_the_second_part_is_never_cut(font):
    room = QRectF(0, 0, WIDTH, HEIGHT)
    alone, _ = image_of(lambda painter: paint_between(painter, font, "", "3 claims", room))
    both, _ = image_of(lambda painter: paint_between(painter, font, "w" * 200, "3 claims", room))
    width = QFontMetrics(font).horizontalAdvance("3 claims")
    ends = [
        x
        for x in range(WIDTH)
        if any(both.pixelColor(x, y).lightness() < 200 for y in range(QFontMetrics(font).height()))
    ]
    assert max(ends) > WIDTH - width / 2  # the whole line is used …
    assert alone != both
    assert max(ends) <= WIDTH  # … and ends with the count


def test_another_size_in_pixels_and_points():
    font = QFont()
    font.setPixelSize(20)
    assert resized(font, 0.9).pixelSize() == 18
    font.setPointSizeF(10)
    assert resized(font, 0.9).pointSizeF() == 9
