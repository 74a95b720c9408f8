"""Boxes and buttons whose edges can be seen, and a combo box that shows that it is one."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.window.chooser import Chooser
from annotator.window.theme import load_theme, palette, stylesheet
from annotator.window.ticks import Pick, Tick

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def shown(qtbot, name, widget):
    """A picture of the widget without words, as it looks on a panel of a theme."""
    theme = load_theme(name)
    panel = QWidget()
    qtbot.addWidget(panel)
    panel.setPalette(palette(theme))
    panel.setStyleSheet(stylesheet(theme))
    QVBoxLayout(panel).addWidget(widget)
    panel.show()
    return panel.grab(widget.geometry()).toImage(), QColor(theme.panel)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", [Tick, Pick])
def test_edges_can_be_seen(qtbot, qapp, theme, kind):
    before = qapp.style().objectName()
    qapp.setStyle("Fusion")
    image, panel = shown(qtbot, theme, kind())
    qapp.setStyle(before)
    middle = image.height() // 2
    assert max(contrast(image.pixelColor(x, middle), panel) for x in range(image.width())) >= 3


def test_the_arrow_of_a_combo_box_can_be_seen(qtbot):
    image, _ = shown(qtbot, "dark", Chooser())
    inside = QColor(load_theme("dark").card)
    around = [
        image.pixelColor(image.width() - 16 + x, image.height() // 2 + y)
        for x in range(-4, 5)
        for y in range(-2, 3)
    ]
    assert max(contrast(pixel, inside) for pixel in around) >= 3
