"""Long random histories, with undo and redo in between: undo all is the start, redo all the end."""

import hashlib
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from annotator.desk import history
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.deliveries import Sending, delivery
from annotator.desk.desk import Desk
from annotator.desk.merging import TakeIn
from annotator.formats.redact import Disclosure
from annotator.model.changes import LIBRARY, RowChange
from annotator.model.deliveries import Delivery
from annotator.model.drafts import Draft
from annotator.model.errors import CannotUndo, RedPencilError
from annotator.model.rows import KINDS, Article
from annotator.store import doctor, twins
from annotator.store.codec import LIVES, columns
from annotator.store.journal import changes_of
from annotator.store.library import Library
from annotator.store.steps import scopes_of, step_line
from tests.desk.content import dangling, quick_desk
from tests.desk.play import BACK, MAKERS, SAY, TAG, Move
from tests.torture.bars import Bar, Outcome, chooser, outcome, share

ACTIONS = 15_000
#: How many of them one library sees.
OF_ONE = 1_000

TEXTS = (
    "The mayor took money, a witness said. 😀 “That is a lie,” her office said.\n\nThe council met twice.",
    "A company denied it. Nobody else would speak, and the file was closed in May.",
    "Nobody said anything at all, the clerk told us. Then again, nobody had asked.",
)
#: How often a history goes back for good, goes back and forth, and takes a colleague's file in.
_BACK, _TURN, _TAKE = 0.06, 0.12, 0.03


def run(amount: float, seed: int) -> Outcome:
    """Plays histories until so many actions were done."""
    did: Counter[str] = Counter()
    broken: list[str] = []
    with TemporaryDirectory() as name:
        base = prepare(Path(name))
        actions = share(ACTIONS, amount)
        for begin in range(0, actions, OF_ONE):
            many = min(OF_ONE, actions - begin)
            broken += played(base, f"{seed} {begin}", many, did)
        with forgetful_undo():
            caught = bool(played(base, f"{seed} control", min(actions, 100), Counter()))
    told = ", ".join(f"{did[what]:,} {what}" for what in ("actions", "undone", "redone", "merged", "refused"))
    figures = (
        f"{told}; all {did['all']:,} that stood undone and redone;"
        f" {did['compared']:,} comparisons, {len(broken)} differences;"
        f" the control {'fails' if caught else 'passes'}"
    )
    return outcome(figures, broken, caught)


def prepare(folder: Path) -> "Base":
    """A library of three articles, and what two colleagues send of the same ones."""
    path = folder / "Me.sqlite"
    with quick_desk(path, "Me") as desk:
        _import(desk)
    return Base(path, tuple(file for name in ("Kim", "Cora") for file in _sent(folder, name)))


class Base:
    """A library to copy, and files of colleagues."""

    def __init__(self, path: Path, mail: tuple[Delivery, ...]) -> None:
        self.path, self.mail = path, mail


def _import(desk: Desk) -> None:
    for text in TEXTS:
        desk.run(ImportArticle(Draft(text, text[:20])))


def _sent(folder: Path, name: str) -> Iterator[Delivery]:
    """What a colleague sends while working: the same articles, and ever more of their own on them."""
    choose = chooser(name)
    with quick_desk(folder / f"{name}.sqlite", name) as desk:
        _import(desk)
        for _ in range(4):
            for _ in range(15):
                with suppress(RedPencilError):
                    _command(desk, choose)
            articles = tuple(row.id for row in desk.library.where(Article))
            yield delivery(desk, Sending(articles, None, Disclosure(True, True)))


def played(base: Base, seed: str, actions: int, did: Counter[str]) -> list[str]:
    """Plays one history, undoes it all and redoes it all; what was other than it should be."""
    with TemporaryDirectory() as name, quick_desk(shutil.copy(base.path, Path(name) / "l"), "Me") as desk:
        one = History(desk, base.mail, chooser(seed), did)
        try:
            one.play(actions)
            one.there_and_back()
        except (Other, CannotUndo) as error:
            return [f"history {seed}: {error}"]
        return [f"history {seed}: {found}" for found in doctor.findings(desk.library)]


class Other(Exception):
    """What a library says is not what it said before."""


class History:
    """One library that is worked in; `done` are the steps that stand, each with what was there before it."""

    def __init__(
        self, desk: Desk, mail: tuple[Delivery, ...], choose: random.Random, did: Counter[str]
    ) -> None:
        self.desk, self.mail, self.choose, self.did = desk, mail, choose, did
        self.done: list[tuple[str, str]] = []

    def play(self, actions: int) -> None:
        """Does so many things, and goes back and forth between them."""
        enough = self.did["actions"] + actions
        while self.did["actions"] < enough:
            draw = self.choose.random()
            if draw < _BACK:
                self._go_back()
            elif draw < _BACK + _TURN:
                self._turn()
            else:
                self._do(self.choose.random() < _TAKE)

    def there_and_back(self) -> None:
        """Undoes all and redoes all; raises Other where what is there is not what was there."""
        ends = [*(before for _, before in self.done[1:]), digest(self.desk.library)]
        steps = [step for step, _ in self.done]
        for step, before in reversed(self.done):
            self._undo(step, before)
        if found := dangling(self.desk.library):
            raise Other(f"after undoing all, rows point at nothing: {found}")
        for step, end in zip(steps, ends, strict=True):
            self.desk.redo(self._scope(step))
            self._compare(end, "redo", step)
        self.did["all"] += len(steps)

    def _do(self, take: bool) -> None:
        before = digest(self.desk.library)
        try:
            if take:
                step = self.desk.run(TakeIn(self.choose.choice(self.mail))).step
                self.did["merged"] += bool(step)
            else:
                step = _command(self.desk, self.choose)
        except RedPencilError:
            step = ""
            self.did["refused"] += 1
        if step:
            self.done.append((step, before))
            self.did["actions"] += 1
        else:
            self._compare(before, "a refusal", "")

    def _go_back(self) -> None:
        """Takes some steps back and brings fewer again: what follows is another history."""
        count = min(len(self.done), self.choose.randint(1, 6))
        undone, end = [], digest(self.desk.library)
        for _ in range(count):
            step, before = self.done.pop()
            self._undo(step, before)
            undone.append((step, before, end))
            end = before
        self.did["undone"] += count
        for step, before, end in undone[::-1][: self.choose.randint(0, count)]:
            self.desk.redo(self._scope(step))
            self._compare(end, "redo", step)
            self.done.append((step, before))
            self.did["redone"] += 1

    def _undo(self, step: str, before: str) -> None:
        self.desk.undo(self._scope(step))
        self._compare(before, "undo", step)

    def _turn(self) -> None:
        """Takes the newest step of some scope back, if nothing depends on it, and brings it again."""
        scope = self.choose.choice([LIBRARY, *(row.id for row in self.desk.library.where(Article))])
        before = digest(self.desk.library)
        if not self.done:  # what is left are the imports that it began with
            return
        try:
            self.desk.undo(scope)
        except CannotUndo:
            self._compare(before, "a refusal", scope)
            return
        if digest(self.desk.library) == before:
            raise Other(f"undo in {scope}: nothing changed")
        self.desk.redo(scope)
        self._compare(before, "undo and redo in", scope)
        self.did["undone"] += 1
        self.did["redone"] += 1

    def _compare(self, wanted: str, what: str, step: str) -> None:
        self.did["compared"] += 1
        if digest(self.desk.library) != wanted:
            line = step_line(self.desk.library, step)
            raise Other(f"{what} {history.describe(line) if line else step}: not what was there")

    def _scope(self, step: str) -> str:
        return sorted(scopes_of(self.desk.library, step))[0]


def digest(library: Library) -> str:
    """What all content tables say of live rows, and which claims show for others; not when or where."""
    found = hashlib.sha256()
    for kind in KINDS:
        names = ", ".join(f'"{name}"' for name in ("id", "author", "created", *columns(kind)[1:]))
        statement = f"SELECT json_array({names}) FROM {kind.TABLE} WHERE deleted = {LIVES} ORDER BY id"
        for (row,) in library.connection.execute(statement):
            found.update(row.encode())
    found.update(repr(sorted(twins.pairs(library).items())).encode())
    return found.hexdigest()


def _command(desk: Desk, choose: random.Random) -> str:
    """Anything a person can do; its step, "" where there was nothing to do it to."""
    a, b, c = (choose.randrange(12) for _ in range(3))
    maker = choose.choice((TAG, SAY, BACK, choose.randrange(len(MAKERS)), choose.randrange(len(MAKERS))))
    command = Move(maker, a, b, c).command(desk)
    return desk.run(command).step if command else ""


@contextmanager
def forgetful_undo() -> Iterator[None]:
    """The control: undo and redo forget the last of a step's row changes, where there are several."""

    def forgetful(library: Library, step: str) -> list[RowChange]:
        changes = changes_of(library, step)
        return changes[:-1] or changes

    with mock.patch.object(history, "changes_of", forgetful):
        yield


BAR = Bar(
    "random actions",
    "15,000 random actions with undo and redo: undo all equals the start, redo all the end, in every table",
    run,
)
