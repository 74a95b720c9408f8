"""A real window at work while its library is held up, taken, moved or shut: does it stall, lose anything?"""

import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.queries.claims import claim_lines
from annotator.desk.settings import Settings
from annotator.model.drafts import Draft
from annotator.store import doctor
from annotator.window.app import Starter
from annotator.window.hands import press, wait_until
from tests.journeys.person import Person, leave
from tests.torture import vfs
from tests.torture.neighbours import OTHER, ROOT, heard, lying, start

#: So often the window's thread is asked whether it is there, in milliseconds.
_BEAT = 5

#: Between one key and the next, in milliseconds: a quick hand.
_PAUSE = 40

#: Somebody whom root's rights do not help.
_NOBODY = 65534

_TITLE = "Ferry"
_TEXT = "\n\n".join(f"The company paid bill {n} twice, a clerk said." for n in range(120))


class Heartbeat(QObject):
    """Beats in the window's thread as long as that comes round; the longest pause is the longest block.

    `pauses` holds milliseconds as the clock has them, and those without the time in which the system gave
    the processor to other programs.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._beat)
        self._last = self._queued = 0.0
        self.pauses: list[tuple[float, float]] = []

    def __enter__(self) -> "Heartbeat":
        self._last, self._queued = time.perf_counter(), _in_the_queue()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now, queued = time.perf_counter(), _in_the_queue()
        pause = now - self._last
        self.pauses.append((pause * 1_000, (pause - queued + self._queued) * 1_000))
        self._last, self._queued = now, queued


def _in_the_queue() -> float:
    """How long this thread has waited for a processor so far, in seconds; 0 where nothing tells."""
    try:
        told = Path("/proc/thread-self/schedstat").read_bytes().split()
    except OSError:
        return 0.0
    return int(told[1]) / 1e9


class SlowSyncs(vfs.Hook):
    """A disk that takes its time with every sync."""

    ops = frozenset({vfs.Op.SYNC})

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.syncs = 0

    def before(self, call: vfs.Call) -> int | None:
        """Waits."""
        self.syncs += 1
        time.sleep(self._seconds)
        return None


@dataclass
class Seen:
    """What came of a scene: how long the window's thread was blocked at most, and what went wrong.

    In milliseconds, all of it and without what other programs took of the processor; `waited` is the control,
    how long it is where the window waits for the disk.
    """

    longest: float = 0.0
    own: float = 0.0
    waited: float = 0.0
    faults: list[str] = field(default_factory=list)

    def measure(self, beat: Heartbeat) -> None:
        """Takes over what was measured."""
        self.longest, self.own = (max(column) for column in zip(*beat.pauses, strict=True))


class AtWork:
    """Somebody who marks one sentence after the other, and knows how many."""

    def __init__(self, starter: Starter, library: Path) -> None:
        from annotator.window.second_start import Receiver

        with Desk(library) as desk:
            desk.run(ImportArticle(Draft(_TEXT, _TITLE)))
        self.person = Person(starter, library)
        self.library = library
        self.marked = 0
        self.mark(2)  # what is made at the start and at the first mark is not the disk's doing
        wait_until(lambda: self.window.findChild(Receiver) is not None)
        self.done()

    @property
    def window(self):
        """The window."""
        return self.person.window

    @property
    def told(self) -> str:
        """What the bar says."""
        return self.window.messages.words

    def mark(self, times: int, after: Callable[[], object] = lambda: None) -> None:
        """On to the next sentence, and a tag, so many times; does not wait for the disk."""
        for _ in range(times):
            press(self.person.view, Qt.Key.Key_Down)
            press(self.person.view, Qt.Key.Key_A)
            after()
            QTest.qWait(_PAUSE)
        self.marked += times

    def done(self) -> None:
        """Waits until all is saved."""
        session = self.window.session
        wait_until(lambda: session.idle and not session.has_unsaved)

    def waits(self, key_words: str) -> list[str]:
        """Waits until the disk has refused; what is wrong with how that shows."""
        session = self.window.session
        wait_until(lambda: session.idle and session.has_unsaved)
        return [] if key_words in self.told else [f"the bar says {self.told!r}, not {key_words!r}"]

    def saves_by_itself(self) -> None:
        """Waits for the window to try again, or for the person who has it tried."""
        wait_until(lambda: not self.window.session.has_unsaved)
        self.done()


@contextmanager
def at_work(folder: Path) -> Iterator[AtWork]:
    """A window on a library of its own, closed at the end."""
    starter = Starter(Settings(folder / "settings.json"))
    try:
        yield AtWork(starter, folder / "library.sqlite")
    finally:
        leave(starter)


def whole(library: Path, marked: int) -> list[str]:
    """What is wrong with a library in which so many sentences were marked."""
    with Desk(library, reading=True) as desk:
        faults = [str(finding) for finding in doctor.findings(desk.library)]
        article = next(line.id for line in article_lines(desk) if line.title == _TITLE)
        found = len(claim_lines(desk, article))
    return faults if found == marked else [*faults, f"{marked} sentences marked, {found} claims are there"]


def slow_disk(folder: Path, marks: int, seconds: float) -> Seen:
    """Marks on a disk whose syncs take so long; at last once as a window would that waits for it."""
    hook, seen = SlowSyncs(seconds), Seen()
    with vfs.under(hook), at_work(folder) as work:
        with Heartbeat() as beat:
            work.mark(marks)
            work.done()
        with Heartbeat() as waiting:
            work.mark(1, work.window.session.settle)
            work.done()
    seen.measure(waiting)
    seen.waited = seen.own
    seen.measure(beat)
    seen.faults = whole(work.library, work.marked)
    if hook.syncs < 3 * marks:
        seen.faults.append(f"only {hook.syncs} syncs were held up")
    return seen


def other_programs(folder: Path) -> Seen:
    """Marks while programs read the library, want to write to it, and are started on it with a file."""
    file = folder / "second.txt"
    file.write_text("Second\n\nBody.", encoding="utf-8")
    seen = Seen()
    with at_work(folder) as work:
        with Heartbeat() as beat:
            for name, command in (("reads", ("claims", "--json")), ("writes", ("import", str(file)))):
                program = redpencil(work.library, *command)
                while program.poll() is None:
                    work.mark(1)
                seen.faults += _said_rightly(name, program)
            work.done()
            opening = redpencil(work.library, "open", str(file))
            wait_until(lambda: opening.poll() is not None)
            if not (wrong := _said_rightly("opens", opening)):
                wait_until(lambda: work.window.reading.page.title == "Second")
            seen.faults += wrong
        seen.measure(beat)
    seen.faults += whole(work.library, work.marked)
    return seen


def moved(folder: Path) -> Seen:
    """Marks while the library is called otherwise, and back; then for good, and goes on at another place."""
    away, elsewhere = folder / "away.sqlite", folder / "elsewhere.sqlite"
    seen = Seen()
    with at_work(folder) as work, Heartbeat() as beat:
        work.library.rename(away)
        work.mark(3)
        seen.faults += work.waits("not there any more")
        seen.faults += ["something was made where the library was"] if work.library.exists() else []
        away.rename(work.library)
        work.saves_by_itself()
        work.library.rename(away)
        work.library.write_bytes(b"of somebody else")
        work.mark(3)
        seen.faults += work.waits("not there any more")
        refusals: list[object] = []
        work.window.session.move_to(elsewhere, lambda *_: None, refusals.append)
        work.done()
        seen.faults += [f"moving on was refused: {one}" for one in refusals]
        seen.measure(beat)
    seen.faults += whole(elsewhere, work.marked) + whole(away, work.marked - 3)
    if work.library.read_bytes() != b"of somebody else":
        seen.faults.append("another's file was written to")
    return seen


def robbed(folder: Path) -> Seen:
    """Marks while another machine takes the library, works in it and lets it go."""
    seen = Seen()
    with lying("here"), at_work(folder) as work, Heartbeat() as beat:
        robber = start(work.library, OTHER, "over", "honest", seconds=1.5)
        while not work.window.session.has_unsaved and robber.poll() is None:
            work.mark(1)
        seen.faults += work.waits(OTHER)
        wait_until(lambda: robber.poll() is not None)
        work.saves_by_itself()
        seen.measure(beat)
    seen.faults += whole(work.library, work.marked)
    with Desk(work.library, reading=True) as desk:
        steps = {row["id"] for row in desk.library.query("SELECT id FROM steps")}
    saved = {said.of for said in heard(robber) if said.what == "saved"}
    if not saved or not saved <= steps:
        seen.faults.append(f"of the {len(saved)} steps of the other {len(saved & steps)} are there")
    return seen


def shut(folder: Path) -> Seen:
    """Marks in a folder that may not be written to any more, until it may again."""
    seen = Seen()
    with at_work(folder) as work, Heartbeat() as beat:
        with _forbidden(folder):
            work.mark(3)
            seen.faults += work.waits("cannot be written to")
        work.saves_by_itself()
        seen.measure(beat)
    seen.faults += whole(work.library, work.marked)
    return seen


@contextmanager
def _forbidden(folder: Path) -> Iterator[None]:
    """A folder that this process may not write to; root goes on as nobody for that time."""
    as_root = os.geteuid() == 0
    before = stat.S_IMODE(folder.stat().st_mode)
    folder.chmod(0o555)
    if as_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if as_root:
            os.seteuid(0)
        folder.chmod(before)


def redpencil(library: Path, command: str, *more: str) -> subprocess.Popen[str]:
    """Starts the command line on a library."""
    asked = [sys.executable, "-m", "annotator", command, "--library", str(library), *more]
    return subprocess.Popen(asked, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _said_rightly(name: str, program: subprocess.Popen[str]) -> list[str]:
    """What is wrong with how another program ended: it read, was told who has the library, or handed over."""
    out, error = program.communicate(timeout=60)
    expected = 1 if name == "writes" else 0
    if program.returncode != expected or "Traceback" in error:
        return [f"the program that {name} ended with {program.returncode}: {error.strip()[-200:]}"]
    if name == "reads" and not json.loads(out):
        return ["the program that reads saw no claims"]
    if name == "writes" and "already open" not in error:
        return [f"the program that writes was told {error!r}"]
    return []
