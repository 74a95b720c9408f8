"""A working day in the window, compressed: it grows by less than a fifth, and gets no slower."""

import gc
import time
import traceback
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple
from unittest import mock

from tests.torture.bars import Bar, Outcome, chooser, outcome, share

if TYPE_CHECKING:
    from tests.torture.day import Day

ACTIONS = 5_000
#: By how much memory may grow from a tenth of the day on; how many times the work a thing may take at its
#: end, and how many times as long by the clock, which hears of all that goes on beside.
GROWTH, SLOWER, MUCH_SLOWER = 0.2, 1.2, 2.0
#: Half an hour of work at this pace, in milliseconds: the day has sixteen.
_HALF_AN_HOUR = 15_000

#: How often memory is looked at.
_LOOKS = 50


class Act(NamedTuple):
    """One thing that was done, and what it took: seconds of processor time, and by the clock."""

    what: str
    worked: float
    waited: float


@dataclass
class Watched:
    """What was done, in order, and what the process held, in bytes, at times."""

    acts: list[Act] = field(default_factory=list)
    held: list[int] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """By which share the process grew since a tenth of the day was over."""
        tenth = max(1, len(self.held) // 10)
        warm = self.held[tenth : 2 * tenth]
        return median(self.held[-tenth:]) / median(warm) - 1

    def slower(self, took: Callable[[Act], float]) -> float:
        """How many times as long things took in the last fifth as in the second, as often as they are done.

        The first fifth has fewer articles, and builds what is built but once.
        """
        fifth = len(self.acts) // 5
        before, after = _medians(self.acts[fifth : 2 * fifth], took), _medians(self.acts[-fifth:], took)
        both = [act.what for act in self.acts if act.what in before and act.what in after]
        return sum(after[what] for what in both) / max(1e-9, sum(before[what] for what in both))


def run(amount: float, seed: int) -> Outcome:
    """Works for a share of the day; the controls are a day that keeps what it saw, and one that gets slow."""
    # Imported here: the runner looks at every module of rows.
    from annotator.window.flow import keeping
    from tests.torture.at_window import somebody
    from tests.torture.day import Day

    with TemporaryDirectory() as name, mock.patch.object(keeping, "WORK", _HALF_AN_HOUR):
        folder = Path(name)
        with somebody(folder / "library.sqlite") as (person, wrong):
            watched = Watched()
            try:
                work(Day(person, folder, chooser(seed, "day")), share(ACTIONS, amount, 20), watched)
            except Exception:  # noqa: BLE001 (the day ends, and is told of)
                last = ", ".join(act.what for act in watched.acts[-5:])
                wrong.append(f"after {len(watched.acts)} actions ({last}): {traceback.format_exc(limit=-4)}")
        backups = len([*folder.glob("library.sqlite.backups/*.sqlite")])
    worked, waited = (watched.slower(attrgetter(name)) for name in ("worked", "waited"))
    broken = list(wrong)
    if watched.growth > GROWTH:
        broken.append(f"memory grew by {watched.growth:.0%}")
    if worked > SLOWER or waited > MUCH_SLOWER:
        broken.append(f"at the end things took {worked:.2f} times the work, {waited:.2f} times the time")
    figures = (
        f"{len(watched.acts):,} actions, median {median(act.waited for act in watched.acts) * 1000:.0f} ms;"
        f" memory {watched.held[len(watched.held) // 10] / 1e6:.0f} MB, {watched.growth:+.0%};"
        f" at the end {worked:.2f} times the work, {waited:.2f} times the time; {backups} backups kept;"
        f" {len(wrong)} mishaps; the controls {'fail' if (caught := _controls_fail()) else 'pass'}"
    )
    return outcome(figures, broken, caught)


def work(day: "Day", actions: int, watched: Watched) -> None:
    """Does so many things, and looks at the process now and then."""
    for number in range(actions):
        begun, worked = time.perf_counter(), time.process_time()
        what = day.act()
        watched.acts.append(Act(what, time.process_time() - worked, time.perf_counter() - begun))
        if number % max(1, actions // _LOOKS) == 0:
            gc.collect()
            watched.held.append(_held())


def _medians(acts: list[Act], took: Callable[[Act], float]) -> dict[str, float]:
    by_kind: defaultdict[str, list[float]] = defaultdict(list)
    for act in acts:
        by_kind[act.what].append(took(act))
    return {what: median(seconds) for what, seconds in by_kind.items() if len(seconds) >= 3}


def _held() -> int:
    """The memory that this process holds now, in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


def _controls_fail() -> bool:
    """Whether a day that keeps a megabyte each time, and one that takes ever longer, would be noticed."""
    leaking, slowing, kept = Watched(), Watched(), []
    for number in range(100):
        kept.append(bytearray(1_000_000))
        leaking.held.append(_held())
        slowing.acts.append(Act("mark", 0.01 + number / 10_000, 0.0))
    return leaking.growth > GROWTH and slowing.slower(attrgetter("worked")) > SLOWER


BAR = Bar(
    "a working day",
    "8 hours compressed, 5,000 actions in the window: memory growth under 20 %, no slowing",
    run,
    alone=True,
)
