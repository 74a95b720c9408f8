"""Whether everything in a window has the room it needs: nothing clipped, nothing over something else."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QSplitter, QWidget

from annotator.window.points.strips import Strips


def misfits(window: QWidget) -> list[str]:
    """What does not fit in a window as it stands, in words; empty where all is well."""
    return [*_clipped(window), *_overlapping(window), *_cut_short(window)]


def _clipped(window: QWidget) -> Iterator[str]:
    """Widgets that stick out of what holds them; what scrolls may do so up and down."""
    for child in _visible(window):
        parent = child.parentWidget()
        room, place = parent.rect(), child.geometry()
        if _scrolls(parent):
            room.setTop(min(room.top(), place.top()))
            room.setBottom(max(room.bottom(), place.bottom()))
        if isinstance(parent, QSplitter):  # which sets its last child a pixel too far from right to left
            room.adjust(-1, -1, 1, 1)
        if not child.isWindow() and not room.contains(place):
            yield f"{_named(child)} at {place.getRect()} sticks out of {_named(parent)} {room.getRect()}"


def _overlapping(window: QWidget) -> Iterator[str]:
    """Widgets of one layout that lie over each other."""
    for parent in (window, *_visible(window)):
        layout = parent.layout()
        if layout is None:
            continue
        laid_out = [child for child in _visible(parent) if layout.indexOf(child) >= 0]
        for one, other in combinations(laid_out, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{_named(one)} lies over {_named(other)}"


def _cut_short(window: QWidget) -> Iterator[str]:
    """Labels and buttons with less room than their words take."""
    for child in _visible(window):
        if isinstance(child, QLabel) and child.wordWrap():
            wanted = QSize(0, child.heightForWidth(child.width()))
        elif isinstance(child, QLabel | QAbstractButton):
            metrics = child.fontMetrics()
            wanted = QSize(metrics.horizontalAdvance(child.text().replace("&", "")), metrics.height())
        else:
            continue
        if child.text() and (child.width() < wanted.width() or child.height() < wanted.height()):
            yield f"{_named(child)} {child.size().toTuple()} needs {wanted.toTuple()}"


def _visible(parent: QWidget) -> list[QWidget]:
    return [child for child in parent.findChildren(QWidget) if child.isVisible() and not child.isWindow()]


def _scrolls(parent: QWidget) -> bool:
    area = parent.parentWidget()
    return isinstance(parent, Strips) or (isinstance(area, QAbstractScrollArea) and area.viewport() is parent)


def _named(widget: QWidget) -> str:
    words = getattr(widget, "text", str)() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName() or words!r}"
