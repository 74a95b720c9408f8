"""What all lists of the window have alike."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView


def set_up_list(view: QListView, name: str, delegate: QAbstractItemDelegate) -> None:
    """Gives a list the name that screen readers say and what draws its rows; it scrolls smoothly and down."""
    view.setAccessibleName(name)
    view.setItemDelegate(delegate)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
