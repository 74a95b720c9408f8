"""What a process that was shut in can still do, and what not: tried once, in one process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]

TRIES = """
import ctypes, json, os, sqlite3, socket, subprocess, sys, tempfile, shutil
sys.path[:] = json.loads(sys.argv[2])
from pathlib import Path
from annotator.host.confinement import shut_in
folder = Path(sys.argv[1])
inside, outside = folder / "inside" / "a.txt", folder / "outside.txt"
link = folder / "inside" / "link.txt"
descriptor = os.open(outside, os.O_RDONLY)
tried = shut_in([folder / "inside"])
tries = {
    "read inside": lambda: inside.read_text(),
    "list inside": lambda: os.listdir(folder / "inside"),
    "read what is open": lambda: os.fdopen(descriptor).read(),
    "read outside": lambda: outside.read_text(),
    "read by a link": lambda: link.read_text(),
    "read by two dots": lambda: (folder / "inside" / ".." / "outside.txt").read_text(),
    "read bytes path": lambda: open(os.fsencode(outside)),
    "list outside": lambda: os.listdir(folder),
    "write inside": lambda: inside.write_text("x"),
    "append": lambda: inside.open("a"),
    "write by number": lambda: os.open(inside, os.O_WRONLY),
    "remove": lambda: inside.unlink(),
    "rename": lambda: inside.rename(folder / "b"),
    "make folder": lambda: (folder / "inside" / "c").mkdir(),
    "temporary file": lambda: tempfile.TemporaryFile(dir=folder),
    "remove tree": lambda: shutil.rmtree(folder),
    "socket": lambda: socket.socket(),
    "name": lambda: socket.getaddrinfo("localhost", 80),
    "program": lambda: subprocess.run(["true"]),
    "system": lambda: os.system("true"),
    "fork": lambda: os.fork(),
    "kill": lambda: os.kill(os.getppid(), 0),
    "database": lambda: sqlite3.connect(":memory:"),
    "library": lambda: ctypes.CDLL(str(outside)),
}
result = {}
for name, attempt in tries.items():
    before = len(tried)
    try:
        attempt()
        result[name] = "done"
    except PermissionError:
        result[name] = "refused" if len(tried) > before else "refused by the system"
    except Exception as error:
        result[name] = type(error).__name__
os.write(1, json.dumps(result).encode())
"""
MAY = {"read inside", "list inside", "read what is open"}


@pytest.fixture(scope="module")
def results(tmp_path_factory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("confined")
    (folder / "inside").mkdir()
    (folder / "inside" / "a.txt").write_text("a")
    (folder / "outside.txt").write_text("outside")
    (folder / "inside" / "link.txt").symlink_to(folder / "outside.txt")
    path = json.dumps([str(TOP), *filter(None, sys.path)])
    made = subprocess.run(
        [sys.executable, "-c", TRIES, str(folder), path], capture_output=True, check=True, timeout=60
    )
    assert (folder / "inside" / "a.txt").read_text() == "a"
    return json.loads(made.stdout)


def test_what_a_reader_needs_works(results) -> None:
    assert {name for name, result in results.items() if result == "done"} == MAY


def test_all_else_is_refused_and_noted(results) -> None:
    assert {name: result for name, result in results.items() if name not in MAY and result != "refused"} == {}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a child does not begin with it")
def test_what_the_parent_holds_is_not_counted() -> None:
    held = bytearray(200_000_000)
    asking = (
        "import sys; sys.path[:] = sys.argv[1:]; from annotator.host.confinement import memory_gauge as g"
    )
    made = subprocess.run(
        [sys.executable, "-c", f"{asking}; print(g()())", str(TOP), *filter(None, sys.path)],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert 5_000_000 < int(made.stdout) < len(held) // 2
