"""A real window, in which somebody works until it is killed; says of each change that it is saved.

Run as `python -m tests.torture.window_to_kill LIBRARY SEED`. The first line says that it is open, each other
one is the id of a step that the window calls saved.
"""

import sys
from itertools import count
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt

from annotator.desk.commands.articles import ImportArticle, ImportArticles
from annotator.desk.merging import TakeIn
from annotator.model.backups import Occasion
from annotator.model.changes import Changes
from annotator.model.drafts import Draft
from tests.journeys.person import Person
from tests.torture.at_window import somebody
from tests.torture.bars import chooser
from tests.torture.scenes import post

_TEXT = "The mayor took money, a witness said. “That is a lie,” her office said. The council met twice. " * 20
_WORDS = ("took money", "a witness", "is a lie", "her office", "met twice")
_KEYS = (Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_F)


def work(library: Path, seed: int) -> None:
    """Imports, marks, takes back, merges and backs up, for ever."""
    random = chooser("window", seed)
    letters = list(post(library.parent).values())
    with somebody(library) as (person, _):
        session = person.window.session
        session.changed.connect(_saved)
        opens = person.window.reading.open
        session.run(ImportArticle(Draft(_TEXT, "Money")), lambda changes: opens(changes.made[0]))
        person.settle()
        print("open", flush=True)  # noqa: T201
        for number in count(1):
            _one_thing(person, random)
            if number % 7 == 0:
                session.run(ImportArticles((Draft(f"Text {number}.", "A"), Draft(f"More {number}.", "B"))))
            if number % 11 == 0:
                session.back_up(Occasion.MERGE)
                session.run(TakeIn(random.choice(letters)))


def _one_thing(person: Person, random: Random) -> None:
    turn = random.randrange(8)
    if turn == 0:
        person.undo()
    elif turn == 1:
        person.redo()
    else:
        person.drag(random.choice(_WORDS), random.randint(1, 20))
        person.press(random.choice(_KEYS))


def _saved(changes: Changes) -> None:
    if changes.step:
        print(changes.step, flush=True)  # noqa: T201


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]))
