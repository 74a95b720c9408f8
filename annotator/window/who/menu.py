"""The people who mark on this machine, to choose who works now."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QActionGroup, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from annotator.model.views import PersonView
from annotator.window.painted_words import isolated
from annotator.window.people import readable
from annotator.window.theme import Theme
from annotator.words import say

_ICON = 16  # pixels, like all below
_DOT = 10


def people_menu(
    people: Sequence[PersonView],
    theme: Theme,
    choose: Callable[[str], None],
    parent: QWidget,
) -> QMenu:
    """A menu of those who work here, the one who works now ticked; another one chosen is told by id."""
    menu = QMenu(parent)
    menu.setAccessibleName(say("who.menu"))
    group = QActionGroup(menu)
    for person in people:
        name = say("people.me", name=isolated(person.name)) if person.mine else person.name
        action = menu.addAction(dot_icon(readable(person.colour, theme), parent), _letter_by_letter(name))
        action.setCheckable(True)
        action.setChecked(person.mine)
        action.setIconVisibleInMenu(True)
        group.addAction(action)
        if not person.mine:
            action.triggered.connect(lambda _=False, who=person.id: choose(who))
    return menu


def dot_icon(colour: QColor, of: QWidget) -> QIcon:
    """A person's colour as a dot, sharp on the screen of a widget."""
    ratio = of.devicePixelRatioF()
    image = QPixmap(round(_ICON * ratio), round(_ICON * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF((_ICON - _DOT) / 2, (_ICON - _DOT) / 2, _DOT, _DOT))
    return QIcon(image)


def _letter_by_letter(name: str) -> str:
    """A name as a menu shows it: a sign that would make the next one a letter to press stands for itself."""
    return name.replace("&", "&&")
