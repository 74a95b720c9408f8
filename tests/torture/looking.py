"""Looking over what a power cut or a kill left: what may be there, what has to be, and what is."""

import hashlib
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from annotator.desk import backups
from annotator.desk.commands.sources import AddSource, NewSource
from annotator.desk.desk import Desk
from annotator.model.errors import RedPencilError
from annotator.store import doctor
from annotator.store.library import Library
from tests.torture.scenes import EMPTY, LIBRARY_NAME, MISSING, Person, proving_here, state


@dataclass
class Tally:
    """How the cuts ended."""

    cuts: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    @property
    def share_failed(self) -> float:
        """How many of all failed."""
        return len(self.faults) / self.cuts

    def add(self, fault: str, where: str) -> None:
        """Counts a cut; a fault says what is wrong, empty if nothing is."""
        self.cuts += 1
        if fault:
            self.ends[fault.split(":")[0]] += 1
            self.faults.append(f"{where}: {fault}")

    def __str__(self) -> str:
        return f"{self.cuts:,} cuts, {self.ends['damaged']} damaged, {self.ends['lost']} lost"


@dataclass(frozen=True)
class Said:
    """What the library said after an act, and which backups there were."""

    state: str
    shelf: frozenset[str] = frozenset()

    @classmethod
    def by(cls, person: Person) -> "Said":
        """What somebody's library says after an act, opened again if need be."""
        shelf = frozenset(backup.path.name for backup in backups.shelf(person.path))
        return cls(state(person.desk.library.connection), shelf)

    @classmethod
    def at_first(cls, path: Path) -> "Said":
        """What a library says before anybody opened it."""
        if not path.exists():
            return cls(MISSING)
        with Library(path, reading=True, any_version=True) as library:
            return cls(state(library.connection))


@dataclass(frozen=True)
class Wanted:
    """What the library may say, and its backups; which of them there are; what one of all says still."""

    states: set[str]
    of_backups: set[str]
    backups: frozenset[str]
    kept: set[str]

    @classmethod
    def after(cls, said: Sequence[Said], acts: Sequence[str], saved: int) -> "Wanted":
        """What there has to be when so many acts were said to be saved and the next was under way.

        `said` begins with what was there before all acts, and has one more for each of them.
        """
        now = said[saved : saved + 2]
        states = {one.state for one in now} | ({EMPTY} if now[0].state == MISSING else set())
        stays = frozenset.intersection(*(one.shelf for one in now))
        put_back = {said[at].state for at in (saved - 1, saved) if acts[max(at, 0) : at + 1] == ["restore"]}
        return cls(states, {one.state for one in said[: saved + 2]}, stays, put_back)


class Looks:
    """Opens what was left with the real store and looks it over."""

    def __init__(self) -> None:
        self._known: dict[bytes, tuple[str, str]] = {}

    def fault(self, path: Path, wanted: Wanted, *, go_on: bool) -> str:
        """What is wrong with a library and its backups; empty if nothing is.

        To `go_on` is to make one more change, so that what was left lying about is met by it.
        """
        try:
            says = self._state(path, go_on=go_on)
            shelf = {backup.path.name: self._look(backup.path) for backup in backups.shelf(path)}
        except _Wrong as error:
            return f"damaged: {error}"
        except RedPencilError as error:
            return f"damaged: refused, {error.key} {error.values.get('reason', '')}"
        except Exception as error:  # noqa: BLE001 (whatever it is, nobody can work with that library)
            return f"damaged: {error!r}"
        if says not in wanted.states:
            return f"lost: says {says}, not one of {sorted(wanted.states)}"
        if missing := sorted(wanted.backups - set(shelf)):
            return f"lost: backups {missing}"
        if strange := {name: said for name, said in shelf.items() if said not in wanted.of_backups}:
            return f"lost: of backups {strange}"
        return "" if wanted.kept <= {says, *shelf.values()} else "lost: what was there before a restore"

    def _state(self, path: Path, *, go_on: bool) -> str:
        """What the library says, opened by the real store. Raises _Wrong, RedPencilError."""
        if not path.exists():
            return MISSING
        Library(path, reading=True, any_version=True).close()  # one that writes would bring it up to date
        says = self._look(path)
        if go_on:
            with proving_here(), Desk(path) as desk:
                desk.run(AddSource(NewSource("After the cut")))
            self._look(path)
        return says

    def _look(self, path: Path) -> str:
        """What a closed library says; the same file need not be read twice.

        Raises _Wrong where the doctor finds anything, LibraryRefused where it cannot be opened.
        """
        key = hashlib.sha256(path.read_bytes()).digest()
        if key not in self._known:
            with Library(path, reading=True, any_version=True) as library:
                found = " ".join(finding.key for finding in doctor.findings(library))
                self._known[key] = "" if found else state(library.connection), found
        says, found = self._known[key]
        if found:
            raise _Wrong(found)
        return says


class _Wrong(Exception):
    """What the doctor found."""


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A folder in memory, where there is such a thing."""
    memory = Path("/dev/shm")  # noqa: S108
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name).resolve()


def lay(folder: Path, files: dict[str, bytes]) -> Path:
    """Lays files into a folder and nothing else; the path of the library among them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        if name.endswith("/"):
            (folder / name).mkdir(exist_ok=True)
        else:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(data)
    return folder / LIBRARY_NAME
