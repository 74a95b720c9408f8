"""The view of such a list: letters are keys of actions, and what stays as high is not laid out again."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

from annotator.window.lists import set_up_list
from annotator.window.rows.card import RowCard
from annotator.window.rows.model import Index, R, RowsModel
from annotator.window.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowList(QListView):
    """A list of cards of which one is current."""

    def __init__(self, name: str, model: RowsModel[R], card: RowCard[R]) -> None:
        super().__init__()
        self._card = card
        self._build_list(name, model)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._card.theme = theme
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        return  # letters are keys of actions

    def doItemsLayout(self) -> None:
        self._card.measure_for(self)
        super().doItemsLayout()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        if not roles or Qt.ItemDataRole.SizeHintRole in roles:
            super().dataChanged(first, last, roles)
        else:  # as high as before: Qt's list would lay out all of them even so
            QAbstractItemView.dataChanged(self, first, last, roles)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def _build_list(self, name: str, model: RowsModel[R]) -> None:
        self.setModel(model)
        set_up_list(self, name, self._card)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
