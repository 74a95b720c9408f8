"""The hands that tour and journeys work with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.model.spans import Span
from annotator.window import hands
from annotator.window.hands import press, span_of, type_words, wait_until


def test_words_are_found_the_first_time_or_a_later_one() -> None:
    text = "🚢 ferry, ferry; ferries"
    assert span_of(text, "ferry") == Span(2, 7)
    assert span_of(text, "ferry", 2) == Span(9, 14)
    with pytest.raises(ValueError, match="not found"):
        span_of(text, "ferry", 3)


def test_waiting_ends_when_it_holds_or_patience_is_over(qtbot: QtBot, monkeypatch) -> None:
    seen: list[int] = []

    def third_time() -> bool:
        seen.append(1)
        return len(seen) == 3

    wait_until(third_time)
    assert len(seen) == 3
    monkeypatch.setattr(hands, "_PATIENCE", 20)
    with pytest.raises(TimeoutError):
        wait_until(lambda: False)


def test_typing_goes_where_the_hand_points(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    type_words(field, "Noor")
    press(field, Qt.Key.Key_Backspace)
    assert field.text() == "Noo"
