"""What tests of the window share: a library of its own with its session, and the cards over a page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.dialogs.progress_card import ProgressCard
from annotator.window.session import Session


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A session on a new library, closed at the end."""
    opened = Session(tmp_path / "library.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """What messages and progress float over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


@pytest.fixture
def bar(page: QWidget) -> MessageBar:
    return MessageBar(page)


@pytest.fixture
def card(page: QWidget) -> ProgressCard:
    return ProgressCard(page)
