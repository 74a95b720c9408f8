"""Where the keyboard goes when what had it is gone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QWidget


@contextmanager
def keeping_focus(within: QWidget, stops: Sequence[QWidget]) -> Iterator[None]:
    """While parts of a widget come and go, the keyboard stays in it: at the first of `stops` in sight.

    Qt itself gives it to whatever comes next in the window.
    """
    had = QApplication.focusWidget()
    inside = had is not None and within.isAncestorOf(had)
    yield
    if inside and had is not None and not had.isVisibleTo(within):
        first = next((stop for stop in stops if stop.isVisibleTo(within) and stop.isEnabled()), None)
        if first is not None:
            first.setFocus()
