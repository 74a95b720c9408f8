"""What a screen reader and the Tab key find in a window: its controls, as Qt tells them to other programs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

_ROLE = QAccessible.Role
_ACTS = {
    _ROLE.Button,
    _ROLE.CheckBox,
    _ROLE.RadioButton,
    _ROLE.EditableText,
    _ROLE.ComboBox,
    _ROLE.ButtonMenu,
}
#: Round a control there may be a ring that says that the keys go there, in pixels.
_RING = 4
#: More stops than any window has.
_MANY = 150


@dataclass(frozen=True, slots=True)
class Control:
    """Something that can be heard of; `focusable` if the keyboard can come to it."""

    name: str
    role: QAccessible.Role
    about: str
    state: QAccessible.State
    widget: QWidget

    @property
    def focusable(self) -> bool:
        return takes_focus(self.widget)

    @property
    def kind(self) -> str:
        """What it is, for a message of a test that fails."""
        return f"{type(self.widget).__name__} in {type(self.widget.parent()).__name__}"


def takes_focus(widget: QWidget) -> bool:
    """Whether Tab can bring the keyboard to a widget as it is now."""
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False  # asked first: the proxy that a viewport tells is its child for PySide from then on
    return widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def below(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything in sight of a tree of accessible objects, the top first."""
    yield top
    for n in range(top.childCount()):
        child = top.child(n)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from below(child)


def controls(window: QWidget) -> list[Control]:
    """What a person can use in a window, found through its accessible tree alone."""
    root = QAccessible.queryAccessibleInterface(window)
    found = []
    for each in below(root):
        widget = each.object()
        if (
            not isinstance(widget, QWidget)
            or not widget.isVisible()
            or widget.window() is not window.window()
        ):
            continue
        if takes_focus(widget) or each.role() in _ACTS:
            name, about = (
                each.text(which) for which in (QAccessible.Text.Name, QAccessible.Text.Description)
            )
            found.append(Control(name.strip(), each.role(), about, each.state(), widget))
    return found


def nameless(found: list[Control]) -> list[str]:
    """Controls of which nothing is said but that they are there."""
    return [control.kind for control in found if not control.name]


def unheard(window: QWidget, found: list[Control]) -> list[str]:
    """What Tab comes to and the accessible tree does not hold."""
    heard = {id(control.widget) for control in found}
    return [
        type(widget).__name__
        for widget in window.findChildren(QWidget)
        if takes_focus(widget) and widget.window() is window.window() and id(widget) not in heard
    ]


def namesakes(found: list[Control]) -> list[str]:
    """Names that two controls share."""
    return [name for name, count in Counter(control.name for control in found).items() if count > 1]


def walk(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab goes from the control that has the keyboard, until it comes to one for the second time."""
    seen: list[QWidget] = []
    while len(seen) < _MANY:
        focus = QApplication.focusWidget()
        if focus is None or focus in seen:
            return seen
        seen.append(focus)
        QTest.keyClick(focus, key)
    raise AssertionError("Tab does not come round")


def unreached(window: QWidget, reached: list[QWidget]) -> list[str]:
    """Controls to which no Tab comes, those that are led by the arrow keys of their like left out."""
    return [
        f"{control.name} ({control.kind})"
        for control in controls(window)
        if control.focusable and control.widget not in reached
    ]


def ring(widget: QWidget) -> QRect:
    """Where a control and what may be drawn round it stand in its window."""
    corner = widget.mapTo(widget.window(), widget.rect().topLeft())
    return QRect(corner, widget.size()).adjusted(-_RING, -_RING, _RING, _RING)


def focus_is_seen(widget: QWidget) -> bool:
    """Whether a control looks different with the keyboard in it from how it looks without."""
    window = widget.window()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    within = window.grab(ring(widget)).toImage()
    widget.clearFocus()
    QApplication.processEvents()
    without = window.grab(ring(widget)).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return within != without


def rows(view: QAbstractItemView) -> list[str]:
    """What each row of a list says."""
    model = view.model()
    return [str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(model.rowCount())]
