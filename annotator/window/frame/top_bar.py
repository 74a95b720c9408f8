"""The top of the window: the menus, and at their right end undo, redo, what is sent and what is exported."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QPushButton, QToolButton, QWidget

from annotator.window.icons import tool_icon
from annotator.window.plain import as_tip
from annotator.window.theme import Theme
from annotator.words import say


class TopBar(QWidget):
    """Each button does what the action it stands for does, and is on when that is."""

    def __init__(self, undo: QAction, redo: QAction, send: QAction, export: QAction) -> None:
        super().__init__()
        self._build(undo, redo, send, export)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        for button, icon in ((self._undo, "undo"), (self._redo, "redo")):
            button.setIcon(tool_icon(icon, theme.ink, theme.border))

    def tell(self, undo: str, redo: str) -> None:
        """Says what undo and redo would do."""
        self._undo.setToolTip(as_tip(undo.replace("&", "")))
        self._redo.setToolTip(as_tip(redo.replace("&", "")))

    def _build(self, undo: QAction, redo: QAction, send: QAction, export: QAction) -> None:
        self._undo = self._button(undo, say("window.undo"))
        self._redo = self._button(redo, say("window.redo"))
        sent = self._words_button(send, say("window.send_button"))
        out = self._words_button(export, say("window.export_button"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(4)
        for widget in (self._undo, self._redo, sent, out):
            row.addWidget(widget)
        row.insertSpacing(3, 4)
        row.insertSpacing(2, 8)
        row.addSpacing(12)  # no margin: those are not mirrored where lines run leftward

    def _button(self, action: QAction, name: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(as_tip(name))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._follow(button, action)
        return button

    def _words_button(self, action: QAction, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._follow(button, action)
        return button

    @staticmethod
    def _follow(button: QToolButton | QPushButton, action: QAction) -> None:
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)


def with_menus(menus: QMenuBar, tools: TopBar) -> QWidget:
    """The menu bar with the tools at its right end.

    A corner widget would look the same, but no screen reader finds what stands in one.
    """
    top = QWidget()
    top.setProperty("kind", "top")
    top.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QHBoxLayout(top)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(menus, 1, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(tools)
    return top
