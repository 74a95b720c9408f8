"""Answers that may come after the widget that asked is gone."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

T = TypeVar("T")


def while_there(widget: QWidget, answer: Callable[[T], None]) -> Callable[[T], None]:
    """The answer, let go once Qt has deleted the widget (a closed dialog, before the library answered)."""

    def answered(given: T) -> None:
        if isValid(widget):
            answer(given)

    return answered
