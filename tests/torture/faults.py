"""Every operation on a file failing in turn, once and for good, under the real desk at work.

Each scene is first played on a sound disk, where its operations are counted; then again for each of them, on
fresh copies of its files, with that one failing, or it and all after it. Once the disk is sound again nothing
may be damaged, what was acknowledged is there, and what waited is done exactly once.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from annotator.model.errors import WriteFailed
from annotator.store.library import Library
from tests.torture import vfs
from tests.torture.bars import Bar, Outcome, chooser, outcome, share
from tests.torture.failing import failing
from tests.torture.faults_scenes import NAME, SCENES, Broken, Counts, Scene, counts

#: So many points at least make the full run.
_LEAST = 500

#: So many points of a store without transactions are tried, of which most must break it.
_CONTROL, _CONTROL_LEAST = 50, 6


class Laid(NamedTuple):
    """A scene laid out and played on a sound disk: its files, its operations, how the library ends."""

    scene: Scene
    files: Path
    points: int
    before: Counts | None
    after: Counts


class Point(NamedTuple):
    """One operation of a scene that fails, alone or with all after it."""

    laid: Laid
    at: int
    for_good: bool


def run(amount: float, seed: int, scenes: Sequence[Scene] = SCENES) -> Outcome:
    """Fails so many of the operations."""
    if not vfs.available():
        return Outcome(False, "not run: this Python hides its SQLite")
    with _folder() as folder:
        laid_out = [_lay(folder / str(number), scene) for number, scene in enumerate(scenes)]
        points = [
            Point(laid, at + 1, for_good)
            for laid in laid_out
            for at in range(laid.points)
            for for_good in (False, True)
        ]
        chosen = points
        if amount < 1:
            chosen = chooser("faults", seed).sample(points, share(len(points), amount))
        broken = [found for point in chosen if (found := _broken(point, folder / "now"))]
        tried = share(_CONTROL, amount, least=_CONTROL_LEAST)
        caught = _control(laid_out, folder / "now", seed, tried)
    if scenes is SCENES and len(points) < _LEAST:
        broken.append(f"only {len(points)} points")
    figures = (
        f"{len(chosen):,} of {len(points):,} points in {len(scenes)} scenes, {len(broken)} broken;"
        f" without transactions {caught} of {tried}"
    )
    return outcome(figures, broken, caught > tried // 2)


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder in memory where there is one: the disk that fails is ours, and need not be slow too."""
    memory = Path("/dev/shm")  # noqa: S108 (a folder of its own is made in it)
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name).resolve()


def _lay(folder: Path, scene: Scene) -> Laid:
    files, sound = folder / "files", folder / "sound"
    files.mkdir(parents=True)
    scene.make(files)
    before = counts(_copy(files, folder / "look") / NAME) if (files / NAME).exists() else None
    with failing(_copy(files, sound)) as disk:
        scene.play(sound, disk, disk.plan)
        points = disk.count
    return Laid(scene, files, points, before, counts(sound / NAME))


def _broken(point: Point, folder: Path) -> str:
    """What went wrong when an operation failed; empty if nothing did."""
    laid = point.laid
    with failing(_copy(laid.files, folder)) as disk:
        try:
            laid.scene.play(folder, disk, lambda: disk.plan(point.at, for_good=point.for_good))
            there = counts(folder / NAME)
            if there != laid.after and not (laid.scene.may_stay and there == laid.before):
                raise Broken(f"{there} instead of {laid.after}")  # noqa: TRY301
        except Exception as error:  # noqa: BLE001 (also what nobody thought of)
            what = str(error) if isinstance(error, Broken) else f"{type(error).__name__}: {error}"
            long = "for good" if point.for_good else "once"
            return f"{laid.scene.name}, operation {point.at} of {laid.points} {long} ({disk.struck}): {what}"
    return ""


def _control(scenes: list[Laid], folder: Path, seed: int, tried: int) -> int:
    """How often a store breaks whose transactions were taken apart."""
    tagging = next(laid for laid in scenes if laid.scene.name == "tagging")
    with mock.patch.object(Library, "atomic", _one_by_one):
        laid = tagging._replace(points=_lay(folder.with_name("apart"), tagging.scene).points)
        chosen = chooser("apart", seed).sample(range(1, laid.points + 1), tried)
        return sum(bool(_broken(Point(laid, at, True), folder)) for at in chosen)


@contextmanager
def _one_by_one(library: Library) -> Iterator[None]:
    """Each statement a transaction of its own."""
    library.connection.isolation_level = None
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise WriteFailed("save.failed", reason=str(error)) from error


def _copy(files: Path, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(files, folder)
    return folder


BAR = Bar(
    "faults",
    "every write, sync, open, unlink failing in turn, once and for good; at least 500 points: old data whole,"
    " a sentence, no traceback",
    run,
)
