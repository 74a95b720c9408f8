"""The room of a dialog's questions: what they need, and on a low screen a bar."""

import pytest
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QVBoxLayout, QWidget

from annotator.window.sending.whole import Whole

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def of_height(height: int) -> QWidget:
    made = QWidget()
    made.setFixedHeight(height)
    return made


@pytest.fixture
def dialog(qtbot):
    made = QDialog()
    column = QVBoxLayout(made)
    column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
    column.addWidget(Whole(300, 10))
    column.addWidget(QPushButton("Go on"))
    qtbot.addWidget(made)
    return made


def test_it_is_as_high_as_what_is_in_it_and_grows_with_it(dialog, qtbot):
    whole = dialog.findChild(Whole)
    whole.column.addWidget(of_height(100))
    dialog.show()
    qtbot.waitUntil(lambda: whole.height() == 100)
    whole.column.addWidget(of_height(40))
    qtbot.waitUntil(lambda: whole.height() == 150)
    assert whole.width() == 300
    assert not whole.verticalScrollBar().isVisible()


def test_on_a_low_screen_it_scrolls_and_the_button_stays(dialog, qtbot):
    whole, button = dialog.findChild(Whole), dialog.findChild(QPushButton)
    low = dialog.screen().availableGeometry().height()
    more = of_height(low)
    whole.column.addWidget(of_height(100))
    whole.column.addWidget(more)
    dialog.show()
    qtbot.waitUntil(whole.verticalScrollBar().isVisible)
    assert dialog.height() <= low
    assert dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight()))
    assert more.width() == 300  # the bar stands beside it
    more.hide()
    qtbot.waitUntil(lambda: not whole.verticalScrollBar().isVisible())
    assert whole.height() == 100
