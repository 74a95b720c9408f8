"""How the panels stand beside the page, and fold away where the window is narrow."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

#: Below these widths of the window, in pixels, a panel folds away unless it was asked for since.
_LEFT_FOLDS, _RIGHT_FOLDS = 1100, 900

T = TypeVar("T")

_USUAL = (256, 776, 350)


class Panels(QSplitter):
    """Left panel, page, right panel. A panel shows if it is wanted and fits, or was asked for."""

    def __init__(self, left: QWidget, page: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._side = {"left_panel": left, "right_panel": right}
        self._wanted = {"left_panel": True, "right_panel": True}
        self._room = dict(self._wanted)
        self._use = dict(self._wanted)
        self._asked: set[str] = set()
        self._alone = False
        self._swapped = False
        self._left, self._page, self._right = left, page, right
        self._build(left, page, right)

    def want(self, name: str, on: bool) -> None:
        """Shows or hides a panel because the person said so."""
        self._wanted[name] = on
        self._asked.add(name)
        self._fold()

    def shows(self, name: str) -> bool:
        """Whether a panel is in sight."""
        return not self._side[name].isHidden()

    def fit(self, width: int) -> None:
        """Folds panels away, or brings them back, for a window of that width in pixels."""
        room = {"left_panel": width >= _LEFT_FOLDS, "right_panel": width >= _RIGHT_FOLDS}
        if room != self._room:
            self._room = room
            self._asked.clear()
            self._fold()

    def show_work(self, on: bool) -> None:
        """Whether there is an article whose claims the right panel could show."""
        self._use["right_panel"] = on
        self._fold()

    def leave_page_alone(self, on: bool) -> None:
        """Hides both panels, though they are wanted, until one is asked for; or brings them back."""
        self._alone = on
        self._asked.clear()
        self._fold()

    def swap(self, on: bool) -> None:
        """Puts the claims before the page and the articles after it, or both where they usually stand."""
        if on == self._swapped:
            return
        widths = self.widths() if self.isVisible() else list(_USUAL)  # before that, Qt gives no true ones
        self._swapped = on
        for place, widget in enumerate(self._in_order((self._left, self._page, self._right))):
            self.insertWidget(place, widget)
        self.set_widths(widths)

    def widths(self) -> list[int]:
        """The widths of the articles' panel, the page and the claims' panel in pixels, to be kept."""
        return self._in_order(self.sizes())

    def set_widths(self, widths: list[int]) -> None:
        """Takes widths that were kept."""
        if len(widths) == len(_USUAL) and all(isinstance(width, int) for width in widths) and all(widths):
            self.setSizes(self._in_order(widths))

    def _in_order(self, parts: Sequence[T]) -> list[T]:
        """What belongs to articles, page and claims, as these stand from start to end; or the other way."""
        return list(reversed(parts) if self._swapped else parts)

    def _build(self, left: QWidget, page: QWidget, right: QWidget) -> None:
        left.setMinimumWidth(180)
        page.setMinimumWidth(360)
        right.setMinimumWidth(280)
        for widget in (left, page, right):
            self.addWidget(widget)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes(list(_USUAL))

    def _fold(self) -> None:
        for name, widget in self._side.items():
            fits = (self._room[name] and not self._alone) or name in self._asked
            widget.setVisible(self._wanted[name] and self._use[name] and fits)
