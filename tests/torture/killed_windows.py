"""Kill -9 of real windows while somebody works in them."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from annotator.desk import backups
from annotator.store import doctor
from annotator.store.library import Library
from tests.torture.bars import chooser
from tests.torture.looking import lay

#: How long after it was open a window is killed at the latest, in seconds.
_LONGEST = 3.0

#: The length of a step's id and its newline; and the steps of a library before anybody hears of them.
_LINE, _BEFORE = 37, 1


def killed_windows(folder: Path, kills: int, seed: int) -> Iterator[tuple[int, str]]:
    """Kills real windows: how many steps each called saved, and what was wrong afterwards."""
    for number in range(kills):
        random = chooser("windows", seed, number)
        path = lay(folder, {})
        said = _killed_window(path, random.randrange(1 << 32), random.uniform(0, _LONGEST))
        yield len(said), f"seed {seed}, window {number}: {fault}" if (fault := _after(path, said)) else ""


def _killed_window(path: Path, seed: int, seconds: float) -> list[str]:
    """The steps that a window called saved until it was killed, so many seconds after it was open."""
    command = [sys.executable, "-m", "tests.torture.window_to_kill", str(path), str(seed)]
    here = Path(__file__).parents[2]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=here, env=environment) as window:
        assert window.stdout is not None
        lines = [window.stdout.readline()]
        while lines[-1] not in ("", "open\n"):
            lines.append(window.stdout.readline())
        time.sleep(seconds)
        window.kill()
        lines += window.stdout.readlines()
    return [line.strip() for line in lines if len(line) == _LINE]  # the last one may be cut


def _after(path: Path, said: list[str]) -> str:
    """What is wrong with a library and its backups after its window was killed; empty if nothing is."""
    if not said:
        return "it never said that anything was saved"
    for file in (path, *(backup.path for backup in backups.shelf(path))):
        with Library(file, reading=True) as library:
            if found := [finding.key for finding in doctor.findings(library)]:
                return f"damaged: {file.name} {found}"
    with Library(path) as library:
        there = [row["id"] for row in library.query("SELECT id FROM steps ORDER BY n")]
    missing = set(said) - set(there)
    # One that nobody heard of may be there, and the one before it, whose word was on its way.
    return f"lost: {missing}" if missing or len(there) > len(said) + _BEFORE + 2 else ""
