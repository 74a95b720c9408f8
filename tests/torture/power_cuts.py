"""Power cuts simulated under the real store: what was said to be saved is there, and nothing is damaged."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from unittest import mock

from annotator.model.deliveries import Delivery
from annotator.store import opening
from tests.torture import vfs
from tests.torture.bars import Bar, Outcome, chooser, outcome, share
from tests.torture.disk import Did, Disk, Event
from tests.torture.looking import Looks, Said, Tally, Wanted, lay, quick_folder
from tests.torture.recording import Recording
from tests.torture.scenes import LIBRARY_NAME, Act, Person, day, old_library, post, proving_here

#: Acts that are recorded at a time, fewer where few cuts are tried, and power cuts tried in each recording.
_ACTS, _FEWEST, _CUTS = 40, 18, 400

#: In every second recording the system writes back by itself, about this often (in operations).
_BACK = 300

#: In one of so many states the work goes on, so that what a cut left lying about is met by the next change.
_GO_ON = 8

#: The amount of `make torture`.
_TENTH = 0.1


def run(amount: float, seed: int) -> Outcome:
    """Cuts the power so many times."""
    if not vfs.available():
        return outcome("", ["This Python hides the functions of its SQLite."], control_failed=True)
    with quick_folder() as folder:
        letters = post(folder)
        real = _many(folder, letters, share(10_000, amount, least=40), seed)
        off = _with_pragma("synchronous = OFF", folder, letters, share(1_000, amount, least=15), seed)
        figures = f"{real}; control synchronous=OFF: {off}"
        if amount >= _TENTH:  # what SQLite does of itself, and most programs leave it at
            full = _with_pragma("synchronous = FULL", folder, letters, share(1_000, amount), seed)
            figures += f"; synchronous=FULL, for comparison: {full}"
    return outcome(figures, real.faults, control_failed=off.share_failed > 0.5)


BAR = Bar(
    "power cuts",
    "10,000 cuts: 0 damaged, 0 acknowledged actions lost; with synchronous=OFF most fail",
    run,
)


@dataclass(frozen=True)
class Scene:
    """A recorded day: all that was done to the disk, the acts, and what was there before and after each."""

    at_first: dict[str, bytes]
    events: list[Event]
    acts: list[str]
    said: list[Said]

    def wanted(self, saved: int) -> Wanted:
        """What there has to be when so many acts were said to be saved and the next was under way."""
        return Wanted.after(self.said, self.acts, saved)


def _many(folder: Path, letters: dict[str, Delivery], cuts: int, seed: int) -> Tally:
    tally, looks = Tally(), Looks()
    for number, begin in enumerate(range(0, cuts, _CUTS)):
        random = chooser("power cuts", seed, number)
        acts = day(random.randrange(1 << 32), min(_ACTS, _FEWEST + cuts // 10))
        scene = _record(_at_work(folder, number), letters, acts)
        where = f"seed {seed}, day {number}"
        for moment, fault in _cut(
            scene, min(_CUTS, cuts - begin), random, number % 2 == 1, looks, folder / "after"
        ):
            tally.add(fault, f"{where}, {moment}")
    return tally


def _with_pragma(pragma: str, folder: Path, letters: dict[str, Delivery], cuts: int, seed: int) -> Tally:
    """The same with a library that syncs less than ours does."""
    ours = [line for line in opening._PRAGMAS if not line.startswith("synchronous")]
    with mock.patch.object(opening, "_PRAGMAS", (pragma, *ours)):
        return _many(folder, letters, cuts, seed)


def _at_work(folder: Path, number: int) -> Path:
    """The folder of one day; on every third there is a library already, which an older version made."""
    old = {LIBRARY_NAME: old_library(number // 3)} if number % 3 == 2 else {}
    return lay(folder / "at work", old).parent


def _record(folder: Path, letters: dict[str, Delivery], acts: list[Act]) -> Scene:
    """A day's work, and all that it did to the disk."""
    person, recording = Person(folder, letters), Recording(folder)
    said = [Said.at_first(person.path)]
    with recording.noting(), proving_here():
        for act in acts:
            act.play(person)
            recording.saved()
            said.append(Said.by(person))
        person.close()
    return Scene(recording.at_first, recording.events, [act.kind for act in acts], said)


def _cut(
    scene: Scene, cuts: int, random: Random, busy: bool, looks: Looks, folder: Path
) -> Iterator[tuple[str, str]]:
    """Plays the day once, cuts the power at so many moments, and says when and what was wrong then."""
    disk, saved, at = Disk(scene.at_first), 0, 0
    for number, moment in enumerate(sorted(_moments(scene.events, cuts, random))):
        while at < moment:
            disk.play(scene.events[at])
            saved += scene.events[at].did is Did.SAVED
            at += 1
            if busy and random.randrange(_BACK) == 0:
                disk.write_back(random.choice([0, 20, 100]))
        path = lay(folder, disk.after_cut(random))
        during = scene.acts[saved] if saved < len(scene.acts) else "closing"
        fault = looks.fault(path, scene.wanted(saved), go_on=number % _GO_ON == 0)
        yield f"operation {moment}, {during}", fault


def _moments(events: list[Event], cuts: int, random: Random) -> Iterator[int]:
    """Half of them anywhere, half about the moments when names or syncs change what the disk has to keep."""
    turns = [at for at, event in enumerate(events) if event.did is not Did.WRITE]
    for number in range(cuts):
        if number % 2:
            yield random.randint(0, len(events))
        else:
            yield min(len(events), max(0, random.choice(turns) + random.randint(-1, 2)))
