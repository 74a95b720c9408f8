"""Two programs on a disk whose locks lie: everybody gets the system's, and SQLite's as well if we like.

As a program, `python -m tests.torture.neighbours LIBRARY HOST …`, it is one of the two: it says when the
library is its own and which step was saved, until somebody takes the library over or its time is up.
"""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.torture import vfs

ROOT = Path(__file__).parents[2]

#: What a machine is called that is at work on the same disk.
OTHER = "desk-7"

#: How long whoever takes over waits for a write that has begun, in seconds; people wait longer.
_GRACE = 0.3


class Said(NamedTuple):
    """A line of such a program: what (`mine`, `saved`, `lost`, `busy`), of which step or why, and when."""

    what: str
    of: str
    at: float


@dataclass
class Round:
    """What two programs on one library said."""

    first: list[Said]
    second: list[Said]


class Lying(vfs.Hook):
    """Gives SQLite every lock."""

    ops = frozenset({vfs.Op.LOCK, vfs.Op.UNLOCK})

    def before(self, call: vfs.Call) -> int | None:
        """All is well, it says."""
        return 0


def one(library: Path, host: str, how: set[str], seconds: float) -> None:
    """Is one of the two, as a program of its own; says what happens line by line.

    `how` may hold `over` (takes the library over), `blind` (does not look whether it is still its own, the
    control) and `honest` (SQLite's own locks do what they say).
    """
    from annotator.desk.commands.articles import ImportArticle
    from annotator.desk.desk import Desk
    from annotator.model.drafts import Draft
    from annotator.model.errors import LibraryBusy, RedPencilError, WriteFailed

    with lying(host), nullcontext() if "honest" in how else vfs.under(Lying()):
        try:
            desk = Desk(library, take_over="over" in how)
        except LibraryBusy as error:
            _say("busy", error.key)
            return
        with desk:
            if "blind" in how:
                desk.library._allowed = lambda: None
            _say("mine", host)
            ends = time.monotonic() + seconds
            number = 0
            while time.monotonic() < ends:
                number += 1
                try:
                    step = desk.run(ImportArticle(Draft(f"{host} {number}", f"{host} {number}"))).step
                except WriteFailed as error:
                    _say("lost", error.key)
                    return
                except RedPencilError as error:
                    _say("broken", error.key)
                    return
                _say("saved", step)


@contextmanager
def lying(host: str) -> Iterator[None]:
    """Locks that everybody gets, on a disk that another machine may be at work on."""
    from unittest import mock

    from annotator.host import locks

    with (
        mock.patch.object(locks, "take_lock", return_value=None),
        mock.patch.object(locks, "device_name", return_value=host),
        mock.patch.object(locks, "_is_local", return_value=False),
        mock.patch.object(locks, "_LAST_WRITE", _GRACE),
    ):
        yield


def taken_over(library: Path, chance: random.Random, *, checks: bool) -> Round:
    """One program at work, and another that takes the library over on purpose while the first writes."""
    first = start(library, "here", *([] if checks else ["blind"]), seconds=3.0)
    time.sleep(chance.uniform(0.8, 1.3))  # of which starting takes a good part
    second = start(library, OTHER, "over", seconds=0.6)
    return Round(heard(first), heard(second))


def faults(library: Path, found: Round) -> list[str]:
    """What is wrong after two had a library: damage, saved steps that are lost, writes after it was taken."""
    from annotator.desk.care import examine
    from annotator.model.errors import RedPencilError
    from annotator.store.library import Library

    try:
        wrong = [str(finding) for finding in examine(library).findings]
        with Library(library, reading=True) as opened:
            steps = {row["id"] for row in opened.query("SELECT id FROM steps")}
    except RedPencilError as error:
        return [str(error)]
    saved = {said.of for said in (*found.first, *found.second) if said.what == "saved"}
    wrong += [f"step {step} was saved and is lost" for step in sorted(saved - steps)]
    taken = [said.at for said in found.second if said.what == "mine"]
    late = [said for said in found.first if said.what == "saved" and taken and said.at > taken[0]]
    wrong += [f"{len(late)} steps were saved by who had the library no more"] if late else []
    broken = [said for said in (*found.first, *found.second) if said.what in ("broken", "died")]
    wrong += [f"a program {said.what}: {said.of}" for said in broken]
    if not saved or not taken:
        wrong.append(f"the two did not meet: {found.first[-1:]} {found.second[-1:]}")
    return wrong


def start(library: Path, host: str, *how: str, seconds: float) -> subprocess.Popen[str]:
    """Starts one of the two; what `how` may be says `one`."""
    told = [str(library), host, str(seconds), *how]
    command = [sys.executable, "-m", "tests.torture.neighbours", *told]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def heard(program: subprocess.Popen[str]) -> list[Said]:
    """What one of the two said until its end."""
    out, wrong = program.communicate(timeout=120)
    said = [Said(what, of, float(at)) for what, of, at in map(str.split, out.splitlines())]
    return [*said, Said("died", wrong.strip().splitlines()[-1], 0.0)] if program.returncode else said


def _say(what: str, of: str) -> None:
    print(what, of, time.monotonic(), flush=True)  # noqa: T201 (it is how the two are heard)


if __name__ == "__main__":
    one(Path(sys.argv[1]), sys.argv[2], set(sys.argv[4:]), float(sys.argv[3]))
