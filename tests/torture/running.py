"""Runs rows of the torture, each in a process and a home of its own, two at a time where they may."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.torture.bars import Bar, Outcome

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]

#: How long a row may take on the clock, in seconds, before it counts as broken: of the tenth, of all.
LIMIT, LIMIT_OF_ALL = 900, 6 * 3600
#: How many rows run at once, of those that measure no time.
AT_ONCE = 2


@dataclass(frozen=True)
class Row:
    """A module with a bar; without one where the module cannot be imported, and why."""

    module: str
    bar: Bar


@dataclass(frozen=True)
class Ran:
    """A row, what came of it, and how many seconds it took."""

    row: Row
    outcome: Outcome
    seconds: float


def rows(wanted: Collection[str] = ()) -> list[Row]:
    """The rows there are, by the names of their modules; all, or only those that are wanted."""
    found = []
    for name in sorted(path.stem for path in FOLDER.glob("[a-z]*.py")):
        if name.startswith("test_") or (wanted and name not in wanted):
            continue
        try:
            bar = getattr(import_module(f"tests.torture.{name}"), "BAR", None)
        except Exception as error:  # noqa: BLE001 (a row that cannot even begin is a row that fails)
            bar = Bar(name, "can be run at all", _fails(f"{type(error).__name__}: {error}"))
        if isinstance(bar, Bar):
            found.append(Row(name, bar))
    return found


def _fails(why: str) -> Callable[[float, int], Outcome]:
    return lambda amount, seed: Outcome(False, "", (why,))


def run(chosen: list[Row], amount: float, seed: int, tell: Callable[[Ran], None]) -> list[Ran]:
    """Runs the rows, those that measure time alone and at last; tells of each as it ends."""

    def one(row: Row) -> Ran:
        ran = run_apart(row, amount, seed)
        tell(ran)
        return ran

    together = [row for row in chosen if not row.bar.alone]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = list(pool.map(one, together))
    done += [one(row) for row in chosen if row.bar.alone]
    return sorted(done, key=lambda ran: chosen.index(ran.row))


def run_apart(row: Row, amount: float, seed: int) -> Ran:
    """Runs a row in a process and a home folder of its own; one that ends without an answer has failed."""
    begun = time.monotonic()
    with TemporaryDirectory(prefix="torture-", ignore_cleanup_errors=True) as folder:
        answer, told = Path(folder) / "answer.json", Path(folder) / "told.txt"
        options = ["--amount", str(amount), "--seed", str(seed), "--row", row.module, str(answer)]
        command = [sys.executable, "-m", "tests.torture", *options]
        limit = LIMIT_OF_ALL if amount >= 1 else LIMIT
        with told.open("wb") as log:
            surroundings = _surroundings(Path(folder))
            child = subprocess.Popen(
                command, cwd=ROOT, env=surroundings, stdout=log, stderr=log, start_new_session=True
            )
            try:
                outcome = _answered(answer, told, child.wait(limit))
            except subprocess.TimeoutExpired:
                outcome = Outcome(False, "", (f"It was not done after {limit} seconds.", *_tail(told)))
            finally:
                _end(child)
    return Ran(row, outcome, time.monotonic() - begun)


def answer(module: str, amount: float, seed: int, file: Path) -> None:
    """Runs a row here and writes what came of it into a file."""
    outcome = import_module(f"tests.torture.{module}").BAR.run(amount, seed)
    file.write_text(json.dumps(asdict(outcome)), encoding="utf-8")


def _answered(file: Path, told: Path, code: int) -> Outcome:
    if code or not file.exists():
        return Outcome(False, "", (f"It ended with {code} and no answer.", *_tail(told)))
    found = json.loads(file.read_text(encoding="utf-8"))
    return Outcome(found["holds"], found["figures"], tuple(found["details"]))


def _tail(told: Path, lines: int = 12) -> Iterator[str]:
    """The last lines that a row printed."""
    yield from told.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:]


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ends a row, with whatever it started and left behind."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.kill()
    child.wait()


def _surroundings(folder: Path) -> dict[str, str]:
    """What a row finds: no screen, English, nobody's files, and room for its own."""
    places = {
        "HOME": "home",
        "USERPROFILE": "home",
        "XDG_DATA_HOME": "home/.local/share",
        "XDG_CONFIG_HOME": "home/.config",
        "XDG_STATE_HOME": "home/.local/state",
        "XDG_CACHE_HOME": "cache",
        "XDG_RUNTIME_DIR": "runtime",
        "APPDATA": "home/AppData/Roaming",
        "LOCALAPPDATA": "home/AppData/Local",
        "TMPDIR": "room",
        "TEMP": "room",
    }
    for name in {"home", "cache", "runtime", "room"}:
        (folder / name).mkdir(mode=0o700)
    kept = {name: value for name, value in os.environ.items() if name != "REDPENCIL_LIBRARY"}
    fixed = {"QT_QPA_PLATFORM": "offscreen", "REDPENCIL_LANGUAGE": "en", "PYTHONHASHSEED": "0"}
    return kept | fixed | {name: str(folder / place) for name, place in places.items()}
