"""The room round what stands in a widget, told from the side where lines begin."""

from PySide6.QtGui import QGuiApplication


def margins(start: int, top: int, end: int, bottom: int) -> tuple[int, int, int, int]:
    """Margins in pixels for `setContentsMargins`, which Qt does not mirror where lines run leftward."""
    left, right = (end, start) if QGuiApplication.isRightToLeft() else (start, end)
    return left, top, right, bottom
