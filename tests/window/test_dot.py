"""A reviewer's colour as a dot."""

from PySide6.QtGui import QColor

from annotator.window.dot import Dot


def test_the_dot_has_the_colour_it_was_given(qtbot):
    dot = Dot()
    qtbot.addWidget(dot)
    for colour in ("#2f7f86", QColor("#8a6d3b")):
        dot.set_colour(colour)
        middle = dot.grab().toImage().pixelColor(dot.width() // 2, dot.height() // 2)
        assert middle == QColor(colour)
