"""A person's work in small acts, the same again from the same seed, and what a library then says."""

import gzip
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import SimpleNamespace
from unittest import mock

from annotator.desk import backups, prover, proving
from annotator.desk.commands.articles import ImportArticles
from annotator.desk.deliveries import read_review
from annotator.desk.desk import Desk
from annotator.desk.merging import TakeIn
from annotator.formats.wire import from_bytes, to_bytes
from annotator.host import clock, ids
from annotator.model.backups import Occasion
from annotator.model.changes import LIBRARY
from annotator.model.deliveries import Delivery
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import BadInput, CannotUndo, NotAllowed, NothingFound
from annotator.model.spans import Span
from annotator.store.seals import HERE as SEAL
from tests.desk.colleagues import sent
from tests.desk.play import BACK, MAKERS, SAY, TAG, TEXTS, Move
from tests.torture.bars import chooser

#: What a program may say no to without anything being wrong.
_REFUSALS = (BadInput, CannotUndo, NotAllowed, NothingFound)

#: Two acts are this far apart by the clock, in milliseconds, so that each is the same whatever was before.
_APART = 1_000_000
_BEGAN = 1_790_000_000_000


class Person:
    """Somebody at work in one library, which is opened by the first act."""

    def __init__(self, folder: Path, post: dict[str, Delivery]) -> None:
        self.path = folder / LIBRARY_NAME
        self.post = post
        self._desk: Desk | None = None

    @property
    def desk(self) -> Desk:
        """The open desk, opened if need be."""
        if self._desk is None:
            self._desk = Desk(self.path)
        return self._desk

    def be_ready_for(self, act: "Act") -> None:
        """Opens the library, unless that is the act itself: an act is the same each time from then on."""
        if act.kind != "open":
            _ = self.desk

    def close(self) -> None:
        """Goes home."""
        if self._desk is not None:
            self._desk.close()
            self._desk = None


@dataclass(frozen=True)
class Act:
    """One thing that is told to be saved when it is done; `kind` says what, `number` when."""

    kind: str
    number: int
    does: Callable[[Person], object]

    def play(self, person: Person) -> None:
        """Does it, or is told that it cannot be done."""
        with _same_each_time(self.number):
            try:
                self.does(person)
            except _REFUSALS:
                return


def day(seed: int, length: int) -> list[Act]:
    """So many acts of a day that begins with opening the library; what is rare happens at least once."""
    random = chooser("day", seed)
    chosen = random.choices(list(_OFTEN), list(_OFTEN.values()), k=length - len(_MORNING) - len(_ONCE))
    later = random.sample([*_ONCE, *chosen], length - len(_MORNING))
    return [Act(kind, number, _KINDS[kind](random)) for number, kind in enumerate([*_MORNING, *later], 1)]


def post(folder: Path) -> dict[str, Delivery]:
    """What colleagues sent, by their names: review files about articles that everybody has."""
    marks = (Span(0, 20), Tag.ALLEGATION), (Span(4, 9), Tag.FACT), (Span(11, 20), Tag.DENIAL)
    with _same_each_time(0):
        return {
            name: read_review(sent(folder, name, *marks[at:], draft=Draft(TEXTS[at], f"Text {at}")))
            for at, name in enumerate(COLLEAGUES)
        }


def old_library(number: int) -> bytes:
    """The bytes of a library that an older version made, of one version after the other."""
    return gzip.decompress(OLD_LIBRARIES[number % len(OLD_LIBRARIES)].read_bytes())


def state(connection: sqlite3.Connection) -> str:
    """What a library says, down to the stamp, as one short word; `EMPTY` where nobody worked in it yet."""
    listed = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    names = [name for (name,) in listed if not name.startswith(_MADE_FROM_OTHERS)]
    if not connection.execute("SELECT 1 FROM steps LIMIT 1").fetchone():
        return EMPTY
    digest = hashlib.sha256()
    for name in names:
        rows = map(tuple, connection.execute(f'SELECT * FROM "{name}" ORDER BY 1, 2'))
        digest.update(repr((name, [row for row in rows if row[0] != SEAL])).encode())
    return digest.hexdigest()[:16]


LIBRARY_NAME = "library.sqlite"
EMPTY, MISSING = "empty", "missing"
COLLEAGUES = ("Kim", "Ana")

OLD_LIBRARIES = sorted(
    (Path(__file__).parents[1] / "store" / "migrations" / "files").glob("library-*.sqlite.gz")
)

#: Tables that follow from others, or say when this program met the file, which `SEAL` in `here` seals too.
_MADE_FROM_OTHERS = ("search_", "sqlite_", "_sqlite_migrations")


@contextmanager
def _same_each_time(number: int) -> Iterator[None]:
    """Time and chance are the same whenever an act is played."""
    chance = chooser("act", number)
    now = iter(range(_BEGAN + number * _APART, _BEGAN + (number + 1) * _APART))
    with (
        mock.patch.object(os, "urandom", chance.randbytes),
        mock.patch.object(ids, "_maker", ids.IdMaker()),
        mock.patch.object(clock, "time", SimpleNamespace(time_ns=lambda: next(now) * 1_000_000)),
    ):
        yield


def _opens(random: Random) -> Callable[[Person], object]:
    return lambda person: person.desk


def _imports(random: Random) -> Callable[[Person], object]:
    drafts = tuple(Draft(text * random.randint(1, 40), f"Text {at}") for at, text in enumerate(TEXTS))
    return lambda person: person.desk.run(ImportArticles(drafts))


def _begins(random: Random) -> Callable[[Person], object]:
    drafts = tuple(Draft(text, f"Text {at}") for at, text in enumerate(TEXTS))
    return lambda person: person.desk.run(ImportArticles(drafts))


def _marks(random: Random) -> Callable[[Person], object]:
    return _moves(random, random.randrange(len(MAKERS)))


def _tags(random: Random) -> Callable[[Person], object]:
    return _moves(random, TAG)


def _says(random: Random) -> Callable[[Person], object]:
    return _moves(random, SAY)


def _backs(random: Random) -> Callable[[Person], object]:
    return _moves(random, BACK)


def _moves(random: Random, maker: int) -> Callable[[Person], object]:
    move = Move(maker, *(random.randrange(12) for _ in range(3)))

    def does(person: Person) -> None:
        if command := move.command(person.desk):
            person.desk.run(command)

    return does


def _undoes(random: Random) -> Callable[[Person], object]:
    return _turns("undo", random.randrange(4))


def _redoes(random: Random) -> Callable[[Person], object]:
    return _turns("redo", random.randrange(4))


def _turns(which: str, at: int) -> Callable[[Person], object]:
    def does(person: Person) -> None:
        found = person.desk.library.query("SELECT id FROM articles ORDER BY n LIMIT 3")
        articles = [row["id"] for row in found]
        getattr(person.desk, which)([LIBRARY, *articles][at % (len(articles) + 1)])

    return does


def _merges(random: Random) -> Callable[[Person], object]:
    name = random.choice(COLLEAGUES)
    return lambda person: person.desk.run(TakeIn(person.post[name]))


def _backs_up(random: Random) -> Callable[[Person], object]:
    return lambda person: backups.back_up(person.desk, Occasion.ASKED)


def _restores(random: Random) -> Callable[[Person], object]:
    at = random.randrange(4)

    def does(person: Person) -> None:
        if not backups.shelf(person.path):
            backups.back_up(person.desk, Occasion.ASKED)
        there = backups.shelf(person.path)
        person.close()
        backups.restore(person.path, there[at % len(there)].path)

    return does


def _reopens(random: Random) -> Callable[[Person], object]:
    def does(person: Person) -> None:
        person.close()
        _ = person.desk

    return does


#: How a day begins; later there is something to work with.
_MORNING = ("open", "begin", *("tag",) * 6, *("say",) * 3, "back", "back")
_KINDS = {
    "open": _opens, "begin": _begins, "import": _imports, "mark": _marks, "undo": _undoes, "redo": _redoes,
    "merge": _merges, "backup": _backs_up, "restore": _restores, "reopen": _reopens,
    "tag": _tags, "say": _says, "back": _backs,
}  # fmt: skip

#: What happens at least once in a day, and what how often.
_ONCE = ("import", "merge", "backup", "restore")
_OFTEN = {
    "mark": 12, "tag": 3, "say": 2, "back": 1, "undo": 3, "redo": 2,
    "import": 1, "merge": 1, "backup": 1, "restore": 1, "reopen": 1,
}  # fmt: skip


class _ProverHere:
    """Proves in this process what a child would: what it does to the disk is seen here."""

    @contextmanager
    def one(self) -> Iterator["_ProverHere"]:
        """The child that is none."""
        yield self

    def ask(self, parts: tuple[bytes, ...], *_: object) -> tuple[bytes, bytes]:
        """Answers as it would."""
        verdict, answer = prover._answer(from_bytes(proving.Request, parts[0]))
        return to_bytes(verdict), answer


def proving_here() -> AbstractContextManager[object]:
    """Backups are proved in this process inside."""
    return mock.patch.object(proving, "children", _ProverHere())
