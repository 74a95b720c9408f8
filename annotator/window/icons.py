"""The icons, by name; the only place that names their files."""

from functools import cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QIcon, QPixmap

from annotator.host.paths import resource


@cache
def application_icon() -> QIcon:
    """The red pencil over its galley."""
    return QIcon(str(resource("icons/redpencil.svg")))


_TOOLS = {"undo": "icons/undo.svg", "redo": "icons/redo.svg"}
_SIZE = 18  # pixels; drawn at twice that for fine screens


@cache
def tool_icon(name: str, colour: str, off: str) -> QIcon:
    """The icon of a tool button, in one colour where it is on and another where it is off."""
    icon = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, off)):
        icon.addPixmap(_drawn(_TOOLS[name], ink), mode)
    return icon


def _drawn(file: str, ink: str) -> QPixmap:
    drawing = resource(file).read_text(encoding="utf-8").replace("currentColor", ink)
    drawing = drawing.replace('width="18" height="18"', f'width="{2 * _SIZE}" height="{2 * _SIZE}"')
    pixmap = QPixmap()
    pixmap.loadFromData(QByteArray(drawing.encode()), "SVG")
    pixmap.setDevicePixelRatio(2)
    return pixmap
