"""Random histories of a few people: each works in a library of their own, files go to and fro.

At the end everyone has everyone's last file. Then all libraries hold and show the same, and nobody's own
work is other than it was before.
"""

import dataclasses
import random
import shutil
from collections import Counter
from contextlib import ExitStack, suppress
from enum import Enum
from pathlib import Path

from annotator.desk.commands.articles import ImportArticle, RestoreArticle
from annotator.desk.commands.finishing import DeclareDone
from annotator.desk.commands.people import AlsoMe
from annotator.desk.deliveries import Sending, delivery
from annotator.desk.desk import Desk
from annotator.desk.merging import TakeIn, look
from annotator.desk.queries.articles import article_export
from annotator.desk.queries.claims import claim_lines
from annotator.formats.redact import Disclosure
from annotator.host.clock import Clock
from annotator.model.changes import LIBRARY
from annotator.model.deliveries import Delivery
from annotator.model.drafts import Draft
from annotator.model.errors import NothingFound, RedPencilError
from annotator.model.rows import (
    KINDS,
    NOT_NAMED,
    THE_ARTICLE_ITSELF,
    Article,
    Attribution,
    Device,
    Evidence,
    Grave,
    Reviewer,
    Revision,
    SameAs,
    Source,
    Text,
)
from annotator.review.stamps import NOBODYS
from annotator.store import doctor
from annotator.store.library import Library
from tests.desk.content import content, dangling, quick_desk
from tests.desk.play import BACK, MAKERS, SAY, TAG, Move

NAMES = ("Ada", "Bo", "Cleo", "Dan")
TEXTS = (
    "The mayor took money, a witness said. 😀 “That is a lie,” her office said.\n\nThe council met twice.",
    "A company denied it. Nobody else would speak, and the file was closed in May.",
)
#: What each library knows of itself, and what no delivery brings.
_LOCAL = {Device.TABLE, Grave.TABLE, Reviewer.TABLE}
#: What a view says to whoever looks.
_FOR_ME = {"mine", "unread", "private_note"}
_ROUNDS = 6
#: How often a file is taken in twice in a row.
_AGAIN = 0.3
#: How wrong clocks may be, in milliseconds: two of them nearly a day apart.
_CLOCKS_OFF = 11 * 60 * 60 * 1000


class WrongClock(Clock):
    """A clock that is fast or slow, by milliseconds."""

    def __init__(self, off: int) -> None:
        self._off = off

    def now_ms(self) -> int:
        """The time as this machine has it."""
        return super().now_ms() + self._off


class History:
    """One history, the same for the same seed; `did` counts what happened in it."""

    #: How many people there are, at least and at most.
    PEOPLE = (2, 4)

    def __init__(self, folder: Path, bases: Path, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 (repeatable, not secret)
        self.did: Counter[str] = Counter()
        self.mail: list[tuple[str, Delivery]] = []
        self._open = ExitStack()
        self.desks: dict[str, Desk] = {}
        for name in NAMES[: self.random.randint(*self.PEOPLE)]:
            path = shutil.copy(bases / f"{name}.sqlite", folder / f"{seed}-{name}.sqlite")
            off = self.random.randint(-_CLOCKS_OFF, _CLOCKS_OFF)
            self.desks[name] = self._open.enter_context(quick_desk(path, name, WrongClock(off)))
        self.prepare()
        self._first_articles()

    def prepare(self) -> None:
        """What is done before anybody works; here nothing."""

    def play(self, moves: int) -> None:
        """Work, undoing, sending and taking in, in any order."""
        acts = (self.work, self.turn, self.send, self.take)
        for _ in range(moves):
            name = self.random.choice([*self.desks])
            self.random.choices(acts, (12, 3, 2, 4))[0](name)

    def work(self, name: str) -> None:
        """Anything a person can do."""
        a, b, c = (self.random.randrange(12) for _ in range(3))
        desk = self.desks[name]
        maker = self.random.choice((TAG, SAY, BACK, self.random.randrange(len(MAKERS))))
        try:
            command = Move(maker, a, b, c).command(desk)
            if command is not None and not isinstance(command, AlsoMe):  # colleagues, not one person
                self.did["steps" if desk.run(command).step else "nothing"] += 1
        except RedPencilError:
            self.did["refused"] += 1

    def turn(self, name: str) -> None:
        """Undo or redo, in an article or in the library."""
        desk = self.desks[name]
        scope = self.random.choice([LIBRARY, *(row.id for row in desk.library.where(Article))])
        back = self.random.random() < 0.7
        try:
            changes = desk.undo(scope) if back else desk.redo(scope)
        except RedPencilError:
            return
        what = "merges" if changes.label == TakeIn.LABEL else "steps"
        self.did[f"{what} {'undone' if back else 'redone'}"] += 1

    def send(self, name: str) -> None:
        """A file of all, or of some articles and people, with what is confidential or without."""
        desk, few = self.desks[name], self.random.random() < 0.5
        articles = [row.id for row in desk.library.where(Article)]
        people = [row.id for row in desk.library.where(Reviewer)]
        if not articles:
            return
        sending = Sending(
            tuple(self.random.sample(articles, self.random.randint(1, len(articles)))),
            tuple(self.random.sample(people, self.random.randint(1, len(people)))) if few else None,
            Disclosure(*(self.random.random() < 0.5 for _ in range(2))),
        )
        self.mail.append((name, delivery(desk, sending)))
        self.did["files sent"] += 1

    def take(self, name: str) -> None:
        """Any file that was ever sent, however old, and taken in before or not."""
        if self.mail:
            self.did["files taken in"] += self._take(name, self.random.choice(self.mail)[1])

    def finish(self) -> None:
        """Everyone gets everyone's last file, in any order, until nothing is new to anybody."""
        for desk in self.desks.values():
            for row in desk.library.query("SELECT id FROM articles WHERE deleted = 1"):
                with suppress(NothingFound):  # its import was undone
                    desk.run(RestoreArticle(row["id"]))
            for article in desk.library.where(Article):  # nothing stays hidden from anybody
                desk.run(DeclareDone(article.id))
        own = self.own()
        for _ in range(_ROUNDS):
            last = [everything(desk) for desk in self.desks.values() if desk.library.where(Article)]
            news = [self._everyone_takes(name, last) for name in self.desks]
            if not any(news):
                break
        else:
            raise AssertionError("the libraries never agree")
        for name, before in own.items():
            assert owned(self.desks[name]) == before, f"{name}'s own work changed"

    def own(self) -> dict[str, object]:
        """What nobody else may change, by name."""
        return {name: owned(desk) for name, desk in self.desks.items()}

    def check(self) -> None:
        """All libraries hold and show the same, and are sound."""
        first, *others = self.desks.values()
        held, seen = shared_content(first), shown(first)
        self.did["claims at the end"] += len(held["claims"])
        for desk in (first, *others):
            assert shared_content(desk) == held
            assert shown(desk) == seen
            assert list(doctor.findings(desk.library)) == []
            assert unfounded(desk.library) == []

    def __enter__(self) -> "History":
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def _first_articles(self) -> None:
        """The first person has one or two; the others import the same text, or get it from somebody."""
        texts = TEXTS[: self.random.randint(1, 2)]
        for at, desk in enumerate(self.desks.values()):
            for text in texts:
                if at == 0 or self.random.random() < 0.5:
                    desk.run(ImportArticle(Draft(text, f"Title {self.random.randrange(2)}")))
        first = everything(self.desks[NAMES[0]])
        for name, desk in self.desks.items():
            if len(desk.library.where(Article)) < len(texts):
                self._take(name, first)

    def _everyone_takes(self, name: str, files: list[Delivery]) -> bool:
        order = self.random.sample(files, len(files))
        news = [self._take(name, file) for file in order]
        return any(news)

    def _take(self, name: str, file: Delivery) -> bool:
        desk = self.desks[name]
        assert look(desk, file).set_aside == ()
        changes = desk.run(TakeIn(file))
        if self.random.random() < _AGAIN:
            assert not desk.run(TakeIn(file)).step, "a file taken in again brought something"
        return bool(changes.step)


def make_bases(folder: Path) -> Path:
    """A new library for each person, to be copied."""
    for name in NAMES:
        with quick_desk(folder / f"{name}.sqlite", name):
            pass
    return folder


def everything(desk: Desk) -> Delivery:
    """A file of all articles and everybody's work, nothing kept back."""
    articles = tuple(row.id for row in desk.library.where(Article))
    return delivery(desk, Sending(articles, None, Disclosure(True, True)))


def owned(desk: Desk) -> dict[tuple[str, str], dict[str, object]]:
    """What a person alone may change: the live rows by them."""
    mine, held = desk.hand.reviewer, content(desk.library)
    return {
        (kind.TABLE, row_id): row
        for kind in KINDS
        if kind not in NOBODYS
        for row_id, row in held[kind.TABLE].items()
        if row["author"] == mine
    }


def shared_content(desk: Desk) -> dict[str, dict[str, dict[str, object]]]:
    """The live rows that go to others: not what is true of one file only, of sources those that are used."""
    found = content(desk.library)
    used = {row["source"] for kind in (Attribution, Evidence) for row in found[kind.TABLE].values()}
    used -= {NOT_NAMED, THE_ARTICLE_ITSELF}
    before = -1
    while before != (before := len(used)):
        for row in found[SameAs.TABLE].values():
            used |= ends if (ends := {row["source"], row["other"]}) & used else set()
    found[Source.TABLE] = {key: row for key, row in found[Source.TABLE].items() if key in used}
    found[SameAs.TABLE] = {key: row for key, row in found[SameAs.TABLE].items() if row["source"] in used}
    return {table: rows for table, rows in found.items() if table not in _LOCAL}


def unfounded(library: Library) -> list[tuple[str, str, str]]:
    """Live rows that name a source, article or person who was removed."""
    removed = {Source.TABLE, Revision.TABLE, Text.TABLE, Reviewer.TABLE}
    columns = {(child, column) for child, column, parent in library.foreign_keys if parent in removed}
    return [found for found in dangling(library) if found[:2] in columns]


def shown(desk: Desk) -> list[object]:
    """What list, page and editor show of every claim, apart from whose it is for me and what I have seen."""
    articles = sorted(row.id for row in desk.library.where(Article))
    return [plain((claim_lines(desk, one), article_export(desk, one).claims)) for one in articles]


def plain(view: object) -> object:
    """A view as plain data, without what it says to me alone."""
    if dataclasses.is_dataclass(view) and not isinstance(view, type):
        names = [field.name for field in dataclasses.fields(view) if field.name not in _FOR_ME]
        return {name: plain(getattr(view, name)) for name in names}
    if isinstance(view, tuple | list):
        return [plain(one) for one in view]
    return view.value if isinstance(view, Enum) else view
