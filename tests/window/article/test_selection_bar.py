"""The bar at a selection shows the keys of its actions as they are."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from annotator.window.article.bar import BarButton, SelectionBar
from annotator.window.theme import load_theme

KEYS = {"allegation": "A", "denial": "D", "fact": "F", "said_by": "S"}


@pytest.fixture
def room(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


@pytest.fixture
def bar(room: QWidget) -> SelectionBar:
    made = SelectionBar(room, load_theme("light"))
    made.set_keys(KEYS)
    return made


def offer(bar: SelectionBar) -> list[BarButton]:
    """The buttons from left to right, once the bar is offered."""
    line = QRect(300, 100, 80, 20)
    bar.offer(line, line, QRect(0, 0, 900, 300), with_said_by=True)
    return sorted(bar.findChildren(BarButton), key=lambda button: button.x())


def test_each_button_has_its_key(bar: SelectionBar) -> None:
    assert [button.accessibleDescription() for button in offer(bar)] == ["A", "D", "F", "S"]


def test_longer_keys_have_their_room_and_none_takes_none(bar: SelectionBar) -> None:
    one, *_ = offer(bar)
    letter = one.width()
    bar.set_keys(KEYS | {"allegation": "Ctrl+Shift+L"})
    one, *_ = offer(bar)
    assert one.accessibleDescription() == "Ctrl+Shift+L"
    assert one.width() > letter + 40
    bar.set_keys({})
    one, *_ = offer(bar)
    assert one.accessibleDescription() == ""
    assert one.width() < letter - 15


def test_without_a_key_no_box_is_drawn(bar: SelectionBar) -> None:
    bar.set_keys({})
    one, *_ = offer(bar)
    bare = one.grab().toImage()
    one.setText("")
    assert one.grab().toImage() != bare  # the name was all there was beside the dot
    image = one.grab().toImage()
    beyond, middle = one._name_left(), image.height() // 2
    shown = {image.pixel(x, middle + y) for x in range(beyond, image.width() - 6) for y in (-6, 0, 6)}
    assert len(shown) == 1  # the ground alone, which differs where the pointer happens to be
