"""The whole window on a library of its own, and the hands to use it with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.settings import Settings
from annotator.desk.transfer import read_file
from annotator.window.app import Starter
from tests.journeys.person import Person, leave


@pytest.fixture
def starter(qtbot: QtBot, tmp_path: Path) -> Iterator[Starter]:
    """Opens libraries as the program does; closed at the end."""
    made = Starter(Settings(tmp_path / "settings.json"))
    yield made
    leave(made)


@pytest.fixture
def person(starter: Starter, tmp_path: Path) -> Person:
    """Somebody in front of the window, on an empty library."""
    return Person(starter, tmp_path / "library.sqlite")


@pytest.fixture
def reader(person: Person, tmp_path: Path):
    """Somebody who has opened an article of the given text."""

    def opened(text: str) -> Person:
        file = tmp_path / "article.txt"
        file.write_text(text, encoding="utf-8", newline="")
        person.window.session.run(
            ImportArticle(read_file(file)), lambda changes: person.window.reading.open(changes.made[0])
        )
        person.settle()
        return person

    return opened
