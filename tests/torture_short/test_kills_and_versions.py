"""Short forms of the kills and of the strange files; `make torture` tries many more.

They fork, in a process of their own: one that has threads, as this one may, is not to be forked.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture import vfs

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no processes")

_RUN = """
import json, sys
sys.modules["pandas"] = None  # sqlite-utils would load it where it is there, which takes a second
from tests.torture import kills, versions
for found in kills.run(0.01, 1), versions.run(0.003, 1):
    print(json.dumps([found.holds, found.figures, *found.details]))
"""


@pytest.fixture(scope="module")
def found() -> list[list[object]]:
    """How each of them ended: whether it holds, its figures, what failed."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.skipif(not vfs.available(), reason="this Python hides the functions of its SQLite")
def test_a_kill_loses_nothing_that_was_said_to_be_saved(found):
    assert found[0][0], found[0]


def test_what_is_no_whole_library_is_left_and_an_older_one_migrates_after_a_backup(found):
    assert found[1][0], found[1]
