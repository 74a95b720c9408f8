"""A card shows that the keyboard is on it, and only then."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from annotator.window.outlined import OutlinedCard


def test_the_outline_is_there_while_the_keyboard_is(qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    first, second = OutlinedCard(), OutlinedCard()
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(window)
    window.resize(200, 160)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    QApplication.processEvents()
    on, off = first.grab().toImage(), second.grab().toImage()
    edge = on.height() // 2
    assert on.pixelColor(0, edge) != off.pixelColor(0, edge)
    second.setFocus()
    QApplication.processEvents()
    assert first.grab().toImage().pixelColor(0, edge) == off.pixelColor(0, edge)
