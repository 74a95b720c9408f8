"""Kill -9 of the real program at work: what it said is saved is there, and nothing is there by half."""

import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

from annotator.model.deliveries import Delivery
from tests.torture import vfs
from tests.torture.bars import Bar, Outcome, chooser, outcome, share
from tests.torture.killed_windows import killed_windows
from tests.torture.looking import Looks, Said, Tally, Wanted, lay, quick_folder
from tests.torture.scenes import LIBRARY_NAME, Act, Person, day, old_library, post, proving_here

#: Acts of a day, fewer where few kills are tried, and kills tried in each day.
_ACTS, _FEWEST, _KILLS = 30, 18, 60

#: In one of so many kills the copy is proved by a child process, as it is outside of this test.
_REAL_PROVER = 8

#: In one of so many states the work goes on.
_GO_ON = 6

#: How many of the kills, besides these, hit a real window, which takes seconds to open.
_WINDOWS = 30

#: What is to be killed as often as anything else, by the kinds of acts.
_DURING = {
    "marking": {"mark", "tag", "say", "back"}, "import": {"begin", "import"}, "merge": {"merge"},
    "undo": {"undo", "redo"}, "backup": {"backup"}, "restore": {"restore"}, "migration": {"open"},
}  # fmt: skip


def run(amount: float, seed: int) -> Outcome:
    """Kills the program so many times."""
    if not vfs.available() or not hasattr(os, "fork"):
        return outcome("", ["This Python hides the functions of its SQLite, or cannot fork."], True)
    with quick_folder() as folder:
        letters = post(folder)
        real = _many(folder, letters, share(1_000, amount, least=10), seed, Child())
        windows = list(killed_windows(folder / "window", share(_WINDOWS, amount, least=0), seed))
        hasty = _many(folder, letters, share(100, amount, least=5), seed, Child(hasty=True))
    real.faults += [fault for _, fault in windows if fault]
    in_windows = (
        f"{len(windows)} in a window, which had called {sum(said for said, _ in windows):,} steps saved"
    )
    during = ", ".join(f"{count} in {what}" for what, count in sorted(real.during.items()))
    figures = f"{real} ({during}; and {in_windows}); control that says it too early: {hasty}"
    return outcome(figures, real.faults, control_failed=hasty.ends["lost"] > 0)


BAR = Bar("kill -9", "1,000 kills: 0 damaged, 0 lost, 0 half done", run)


@dataclass
class Kills(Tally):
    """How the kills ended."""

    def __post_init__(self) -> None:
        self.during: Counter[str] = Counter()

    def __str__(self) -> str:
        return f"{self.cuts:,} kills, {self.ends['damaged']} damaged, {self.ends['lost']} lost or half done"


@dataclass(frozen=True)
class Day:
    """A day that went well: its acts, what was there before and after each, and how much each did."""

    acts: list[Act]
    files: list[dict[str, bytes]]
    said: list[Said]
    operations: list[int]
    seconds: list[float]

    def during(self) -> dict[str, list[int]]:
        """The acts that do anything to the disk, by what is to be killed."""
        return {
            what: found
            for what, kinds in _DURING.items()
            if (
                found := [at for at, act in enumerate(self.acts) if act.kind in kinds and self.operations[at]]
            )
        }


@dataclass(frozen=True)
class Kill:
    """When a program is killed: at an operation of an act, before or after it, or after so many seconds."""

    act: int
    operation: int = 0
    after: bool = False
    seconds: float = 0.0

    @classmethod
    def at_random(cls, played: Day, random: Random) -> tuple[str, "Kill"]:
        """What is killed, and when: two of three times at an operation, else at any time."""
        what, acts = random.choice(list(played.during().items()))
        act = random.choice(acts)
        if random.randrange(3):
            return what, cls(act, random.randint(1, played.operations[act]), random.random() < 0.5)
        return what, cls(act, seconds=random.uniform(0, 1.2 * played.seconds[act]))


class Operations(vfs.Hook):
    """Counts what is done to the disk, by SQLite and by Python, and ends the process at one of them."""

    ops = frozenset({vfs.Op.OPEN, vfs.Op.WRITE, vfs.Op.TRUNCATE, vfs.Op.SYNC, vfs.Op.DELETE})

    def __init__(self, kill: Kill | None = None) -> None:
        self._count = 0
        self._kill = kill or Kill(0)

    def begin(self) -> None:
        """Counts from here on."""
        self._count = 0

    def end(self) -> int:
        """How many there were; nobody is killed any more."""
        self._kill = Kill(0)
        return self._count

    def before(self, call: vfs.Call) -> int | None:
        """Counts one more."""
        self._next()
        return None

    def after(self, call: vfs.Call, result: int) -> int | None:
        """It is done."""
        self._done()
        return None

    @contextmanager
    def counting(self) -> Iterator["Operations"]:
        """Everything that this process does inside counts."""
        with ExitStack() as patched:
            patched.enter_context(vfs.under(self))
            for name in ("fsync", "unlink", "remove", "mkdir", "replace", "rename", "link"):
                patched.enter_context(mock.patch.object(os, name, partial(self._python, getattr(os, name))))
            yield self

    def _python(self, real: Callable[..., object], *values: Any, **named: Any) -> object:
        self._next()
        result = real(*values, **named)
        self._done()
        return result

    def _next(self) -> None:
        self._count += 1
        if self._count == self._kill.operation and not self._kill.after:
            os.kill(os.getpid(), signal.SIGKILL)

    def _done(self) -> None:
        if self._count == self._kill.operation and self._kill.after:
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class Child:
    """The program in a process forked from this one; a `hasty` one says too early that things are saved."""

    hasty: bool = False

    def killed(
        self, folder: Path, letters: dict[str, Delivery], acts: list[Act], kill: Kill, *, prover: bool
    ) -> int:
        """Plays an act and the one after, is killed meanwhile, and said that so many of them are saved."""
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            try:
                os.close(reading)
                self._work(Person(folder, letters), acts[kill.act : kill.act + 2], kill, writing, prover)
            finally:
                os._exit(0)
        os.close(writing)
        if not kill.operation:
            time.sleep(kill.seconds)
            os.kill(child, signal.SIGKILL)
        with open(reading, "rb") as told:  # noqa: PTH123 (a pipe)
            said = len(told.read())
        os.waitpid(child, 0)
        return said

    def _work(self, person: Person, acts: list[Act], kill: Kill, writing: int, prover: bool) -> None:
        with Operations(kill).counting() as operations, nullcontext() if prover else proving_here():
            for act in acts:
                person.be_ready_for(act)
                if self.hasty:
                    os.write(writing, b"1")
                operations.begin()
                act.play(person)
                operations.end()
                if not self.hasty:
                    os.write(writing, b"1")


def _many(folder: Path, letters: dict[str, Delivery], kills: int, seed: int, child: Child) -> Kills:
    tally, looks = Kills(), Looks()
    for number, begin in enumerate(range(0, kills, _KILLS)):
        random = chooser("kills", seed, number)
        acts = day(random.randrange(1 << 32), min(_ACTS, _FEWEST + kills // 10))
        played = _played(folder / "well", letters, acts, number)
        for at in range(min(_KILLS, kills - begin)):
            what, kill = Kill.at_random(played, random)
            path = lay(folder / "killed", played.files[kill.act])
            saved = kill.act + child.killed(
                path.parent, letters, played.acts, kill, prover=random.randrange(_REAL_PROVER) == 0
            )
            wanted = Wanted.after(played.said, [act.kind for act in played.acts], saved)
            fault = looks.fault(path, wanted, go_on=at % _GO_ON == 0)
            tally.add(fault, f"seed {seed}, day {number}, {played.acts[kill.act].kind}, {kill}")
            tally.during[what] += 1
    return tally


def _played(folder: Path, letters: dict[str, Delivery], acts: list[Act], number: int) -> Day:
    """A day that nobody ends, on every other one with a library that an older version made."""
    old = {LIBRARY_NAME: old_library(number // 2)} if number % 2 else {}
    path = lay(folder, old)
    person = Person(folder, letters)
    played = Day(acts, [old], [Said.at_first(path)], [], [])
    for act in played.acts:
        with Operations().counting() as operations, proving_here():
            person.be_ready_for(act)
            operations.begin()
            began = time.perf_counter()
            act.play(person)
            played.seconds.append(time.perf_counter() - began)
            played.operations.append(operations.end())
        played.said.append(Said.by(person))
        person.close()
        played.files.append(_files(folder))
    return played


def _files(folder: Path) -> dict[str, bytes]:
    """The files in a folder, but for the lock."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }
