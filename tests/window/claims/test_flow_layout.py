from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.window.claims.flow import FlowLayout


class Block(QWidget):
    """As wide as a row."""

    def sizeHint(self) -> QSize:
        return QSize(200, 20)


def test_room_is_made_for_what_is_moved_to_the_end_while_it_shows(qtbot):
    window, part = QWidget(), QWidget()
    qtbot.addWidget(window)
    flow, last = FlowLayout(gap=5), Block()
    inside = QVBoxLayout(part)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addLayout(flow)
    flow.addWidget(last)
    column = QVBoxLayout(window)
    column.addWidget(part)
    column.addWidget(QLabel("below"))
    column.addStretch(1)
    window.resize(230, 300)
    window.show()
    flow.removeWidget(last)
    first = Block()
    flow.addWidget(first)
    first.show()
    flow.addWidget(last)
    qtbot.wait(30)
    assert (first.y(), last.y()) == (0, 25)
    assert part.height() == 45
