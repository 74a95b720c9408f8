"""Where Tab goes among widgets that come and go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def walk_before(stop: QWidget, widgets: Sequence[QWidget]) -> None:
    """Lets Tab walk through some widgets just before it comes to `stop`.

    Qt can only put a widget after another that takes the keyboard, and puts new ones at the very end.
    """
    before = _one_before(stop)
    while before is not stop and (before in widgets or not before.focusPolicy() & Qt.FocusPolicy.TabFocus):
        before = _one_before(before)
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget


def _one_before(widget: QWidget) -> QWidget:
    before = widget.previousInFocusChain()
    assert before is not None, "the chain of a window is a ring"
    return before
