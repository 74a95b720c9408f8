"""What is painted by hand is mirrored too; words keep the direction they are written in."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from annotator.model.enums import Tag
from annotator.window.claims.filter_row import TagChip
from annotator.window.claims.segments import Choice, Segments
from annotator.window.frame.top_bar import TopBar
from annotator.window.painted_words import paint_lines
from annotator.window.theme import load_theme

LEFTWARD, RIGHTWARD = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.fixture
def show(qtbot):
    """Shows a widget in a direction, large enough."""

    def shown(widget: QWidget, direction: Qt.LayoutDirection, width: int, height: int = 30) -> QWidget:
        qtbot.addWidget(widget)
        widget.setLayoutDirection(direction)
        widget.resize(width, height)
        widget.show()
        QApplication.processEvents()
        return widget

    return shown


def ink(image: QImage, left: int, width: int) -> int:
    """How many pixels in the middle of an upright strip are not what its first one is."""
    rows = range(image.height() // 4, 3 * image.height() // 4)
    ground = image.pixel(left, image.height() // 2)
    return sum(image.pixel(x, y) != ground for x in range(left, left + width) for y in rows)


def test_a_chips_number_stands_beside_its_letter(show):
    chip = TagChip(Tag.DENIAL, load_theme("light"))
    chip.set_count(1_234)
    size = chip.sizeHint()
    letter, number = 16, size.width() - 16 - 6 - 2 * 7
    shown = show(chip, LEFTWARD, size.width(), size.height()).grab().toImage()
    assert ink(shown, 7, number) > 20
    assert ink(shown, 7 + number, 6) == 0  # the gap between them
    assert ink(shown, size.width() - 7 - letter + 3, letter - 6) > 5


@pytest.mark.parametrize(("direction", "round_ends"), [(RIGHTWARD, (0, 2)), (LEFTWARD, (2, 0))])
def test_segments_are_round_at_the_ends_of_their_row(show, direction, round_ends):
    choices = [Choice(tag, tag.value, tag.value) for tag in Tag]
    row = show(Segments("Tag", choices), direction, 360)
    segments = sorted(row.findChildren(QWidget), key=lambda each: each.x())
    left, right = segments[0].grab().toImage(), segments[-1].grab().toImage()
    square = segments[1].grab().toImage().pixel(0, 2)  # a line runs down to the neighbour
    assert left.pixel(0, 2) != square
    assert right.pixel(right.width() - 1, 2) != square
    order = [row.layout().itemAt(place).widget() for place in range(3)]
    assert (order.index(segments[0]), order.index(segments[-1])) == round_ends


@pytest.mark.parametrize("direction", [RIGHTWARD, LEFTWARD])
def test_the_tools_keep_their_distance_from_the_edge(show, direction):
    bar = show(TopBar(*(QAction() for _ in range(4))), direction, 400, 40)
    out = bar.findChildren(QPushButton)[-1].geometry()
    assert (out.left() if direction is LEFTWARD else 399 - out.right()) == 12


@pytest.mark.parametrize("words", ["Who paid for the repairs of the ferry?", "من دفع ثمن إصلاح العبارة؟"])
def test_a_title_reads_the_same_in_a_mirrored_window(qapp, words):
    def painted(direction: Qt.LayoutDirection) -> QImage:
        image = QImage(120, 60, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        paint_lines(painter, qapp.font(), words, QRectF(0, 0, 120, 60), 2)
        painter.end()
        return image

    assert painted(LEFTWARD) == painted(RIGHTWARD)
