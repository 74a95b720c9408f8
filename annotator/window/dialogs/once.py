"""Dialogs for once: they go when they are closed, and what is answered later reaches nobody."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

T = TypeVar("T")


def open_once(dialog: QDialog) -> None:
    """Opens a dialog over its window; its parent would keep it for as long as the window is there."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def while_there(taker: QObject, take: Callable[[T], object]) -> Callable[[T], None]:
    """What hands an answer on to a dialog, or to a part of one, as long as that is there."""

    def taken(answer: T) -> None:
        if isValid(taker):
            take(answer)

    return taken
