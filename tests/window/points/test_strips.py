"""The layer with the buttons: a screen reader finds them, and what they do not take the list gets."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.window.points.panel import PointsPanel
from annotator.window.theme import load_theme
from tests.window.access import below
from tests.window.points.test_points_panel import MUST, point

MANY = tuple(point("allegation-without-source", 40 + number) for number in range(30))


@pytest.fixture
def panel(qtbot):
    made = PointsPanel(load_theme("light"))
    qtbot.addWidget(made)
    made.resize(345, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.set_points(MANY)
    QApplication.processEvents()
    return made


def under(widget, place):
    """What gets the mouse at a place of a widget."""
    at = widget.mapTo(widget.window(), place)
    found = widget.window().childAt(at)
    return found, found.mapFrom(widget.window(), at)


def test_the_buttons_are_in_the_tree_of_the_panel(panel):
    heard = [each.text(QAccessible.Text.Name) for each in below(QAccessible.queryAccessibleInterface(panel))]
    buttons = panel.list.actions_of(MANY[0]).buttons
    assert len(buttons) > 1
    for button in buttons:
        assert button.accessibleName() in heard


def test_a_click_beside_the_buttons_is_a_click_on_the_card(panel, qtbot):
    strip = panel.list.actions_of(MANY[1])
    widget, place = under(strip, QPoint(strip.width() - 3, strip.height() // 2))
    with qtbot.waitSignal(panel.point_picked) as picked:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
    assert picked.args == [MANY[1]]


def test_the_wheel_over_the_layer_scrolls_the_list(panel):
    """A button leaves the wheel to what it stands on; of an event that is made up Qt does not pass it on."""
    layer = panel.list.actions_of(MANY[0]).parentWidget()
    before = panel.list.verticalScrollBar().value()
    middle = QPointF(layer.rect().center())
    away = QPoint(0, -120)
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        middle,
        layer.mapToGlobal(middle),
        QPoint(),
        away,
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(layer, event)
    assert panel.list.verticalScrollBar().value() > before


def test_between_the_strips_the_mouse_gets_to_the_list(panel):
    strip = panel.list.actions_of(MANY[0])
    widget, _ = under(strip, QPoint(5, -20))
    assert widget is panel.list.viewport()


def test_keys_that_a_button_does_not_take_are_the_lists(panel):
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.model().index(1, 0))
    panel.list.actions_of(MANY[0]).buttons[0].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert panel.list.currentIndex().row() > 1


def test_without_points_there_is_no_layer(panel):
    panel.set_points(())
    QApplication.processEvents()
    widget, _ = under(panel.list, QPoint(100, 100))
    assert widget is panel.list.viewport()
    panel.set_points((MUST,))
    assert panel.list.actions_of(MUST) is not None
