"""Two programs on a library, locks that lie, slow disks, files that move: no window stalls or loses."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.torture import neighbours, vfs
from tests.torture.bars import Bar, Outcome, chooser, outcome, share

if TYPE_CHECKING:
    from tests.torture.beside_a_window import Seen

#: Longer than this the window's thread is not to be blocked, in milliseconds.
BLOCK = 50

#: How long each sync takes on the slow disk, in seconds.
SYNC = 0.02

#: So often a scene is played when its time was over the bar: other programs of the machine only ever add.
_TRIES = 3

#: In so many rounds at most the control, which does not look whether the library is still its own, does harm.
_CONTROLS = 5


def run(amount: float, seed: int) -> Outcome:
    """Plays every scene, those with chance in them so often."""
    if not vfs.available():
        return outcome("", ["This Python hides the functions of its SQLite."], control_failed=True)
    from tests.torture import beside_a_window as beside

    _prepare()
    marks = share(300, amount, least=10)
    scenes: dict[str, Callable[[Path], beside.Seen]] = {
        "20 ms syncs": lambda folder: beside.slow_disk(folder, marks, SYNC),
        "other programs": beside.other_programs,
        "moved": beside.moved,
        "taken over": beside.robbed,
        "read-only folder": beside.shut,
    }
    broken: list[str] = []
    played = {name: _played(name, scene, broken) for name, scene in scenes.items()}
    waited = played["20 ms syncs"].waited
    blocks = (f"{seen.own:.0f} ({seen.longest:.0f}) ms {name}" for name, seen in played.items())
    broken += _read_only_mount() + _hard_link()
    rounds = share(30, amount)
    broken += [fault for number in range(rounds) for fault in _round(seed, number, checks=True)]
    blind = next(filter(None, (_round(seed, n, checks=False) for n in range(_CONTROLS))), [])
    figures = (
        f"longest block (with what other programs took of the processor): {', '.join(blocks)}; "
        f"{rounds} take-overs under lying locks; controls: a window that waits for the disk {waited:.0f} ms, "
        f"a program that does not look {len(blind)} faults"
    )
    return outcome(figures, broken, control_failed=waited > BLOCK and bool(blind))


BAR = Bar(
    "two programs",
    "two programs, lying locks, 20 ms syncs, read-only mount, rename, hard link: the window's own thread "
    "never blocked over 50 ms, no silent loss",
    run,
    alone=True,
)


def _prepare() -> None:
    """Makes this process a Qt application that shares its time as the real one does."""
    from annotator.host.pace import collect_seldom, take_turns_often
    from annotator.window.app import make_application

    collect_seldom()
    take_turns_often()
    make_application()


def _played(name: str, scene: "Callable[[Path], Seen]", broken: list[str]) -> "Seen":
    """Plays a scene, again where it took too long; notes what went wrong, gives the play of least time."""
    plays: list[Seen] = []
    while not plays or (plays[-1].own > BLOCK and len(plays) < _TRIES):
        with _folder() as folder:
            plays.append(scene(folder))
        broken += [f"{name}: {fault}" for fault in plays[-1].faults]
    best = min(plays, key=lambda seen: seen.own)
    if best.own > BLOCK:
        broken.append(
            f"{name}: the window's thread was blocked {best.own:.0f} ms, and no less in {_TRIES} plays"
        )
    return best


def _round(seed: int, number: int, *, checks: bool) -> list[str]:
    """What went wrong when one machine took a library over from another that was writing."""
    with _folder() as folder:
        library = _library(folder)
        found = neighbours.taken_over(library, chooser(seed, number), checks=checks)
        return neighbours.faults(library, found)


def _hard_link() -> list[str]:
    """What is wrong with how a library with two names is read and not written to."""
    with _folder() as folder:
        library = _library(folder)
        os.link(library, folder / "second.sqlite")
        return _only_read(library, "second name")


def _read_only_mount() -> list[str]:
    """What is wrong with how a library on a read-only mount is read and not written to."""
    mount = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && exec "$@"'
    with _folder() as folder:
        library = _library(folder)
        own = "-m" if os.geteuid() == 0 else "-rm"
        inside = ("unshare", own, "sh", "-c", mount, "sh", str(folder))
        if _ended(inside, "true").returncode:
            return []  # no mounts here: the folder that may not be written to stands for them
        return _only_read(library, "may not write to its folder", inside)


def _only_read(library: Path, why: str, inside: tuple[str, ...] = ()) -> list[str]:
    """What is wrong where a library is to be read but not written to, with a sentence that says why."""
    before = library.read_bytes()
    program = (*inside, sys.executable, "-m", "annotator")
    reads = _ended(program, "articles", "--library", str(library))
    writes = _ended(program, "import", "--library", str(library), str(neighbours.ROOT / "README.md"))
    faults = [] if reads.returncode == 0 else [f"not read: {reads.stderr[-200:]}"]
    if writes.returncode != 1 or why not in writes.stderr or writes.stderr.count("\n") != 1:
        faults.append(f"not {why!r} but {writes.returncode}: {writes.stderr[-200:]}")
    return faults if library.read_bytes() == before else [*faults, "its bytes have changed"]


def _ended(program: tuple[str, ...], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = (*program, *arguments)
    return subprocess.run(command, cwd=neighbours.ROOT, capture_output=True, text=True, check=False)


def _library(folder: Path) -> Path:
    from annotator.desk.desk import Desk

    path = folder / "library.sqlite"
    Desk(path).close()
    return path


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)  # for who goes on as nobody
        yield folder
