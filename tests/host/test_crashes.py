"""A run that crashes leaves where it was; one that ends, or is killed, leaves nothing to tell."""

import faulthandler
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.host.crashes import Report, RunLog, found
from annotator.host.paths import state_folder

TOP = Path(__file__).parents[2]
VERSIONS = "Red Pencil 0.1, Python 3.12.4, SQLite 3.45.1, linux 6.8.0 x86_64, Qt 6.11.3"

RUN = """
import faulthandler, os, sys
from annotator.host.crashes import RunLog

def mistake(words):
    try:
        [words][1]
    except IndexError as error:
        raise ValueError(words) from error

def fall(how):
    {"segfault": faulthandler._sigsegv, "abort": os.abort, "kill": lambda: os.kill(os.getpid(), 9)}[how]()

log = RunLog(sys.argv[1])
log.begin()
try:
    mistake("Hypatia said so")
except ValueError as error:
    log.note(error)
if sys.argv[2] == "wait":
    print("up", flush=True)
    sys.stdin.read()
if sys.argv[2] != "end":
    fall(sys.argv[2])
log.end()
"""


def runs() -> list[str]:
    return sorted(path.suffix for path in (state_folder() / "runs").glob("*"))


def run(script: Path, how: str) -> None:
    subprocess.run([sys.executable, str(script), VERSIONS, how], cwd=TOP, check=False, env=_environment())


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(TOP)}


@pytest.fixture
def script(tmp_path: Path) -> Path:
    made = tmp_path / "Hypatia, a draft.py"
    made.write_text(RUN, encoding="utf-8")
    return made


@pytest.mark.parametrize(("how", "kind"), [("segfault", "Segmentation fault"), ("abort", "Aborted")])
def test_a_crash_is_found_once_with_where_it_was(script: Path, how: str, kind: str) -> None:
    before = time.time() * 1_000
    run(script, how)
    report = found()
    assert report is not None
    lines = report.text.splitlines()
    assert lines[0] == VERSIONS
    assert f"Fatal Python error: {kind}" in lines
    assert "Current thread:" in lines
    assert [line.split("in ")[1] for line in lines[lines.index("Current thread:") + 1 :]][:2] == [
        "fall",
        "<module>",
    ]
    assert before - 1_000 < report.ended < time.time() * 1_000 + 1_000
    assert found() is None
    assert runs() == [".crash"]


def test_a_report_holds_nothing_that_anybody_wrote(script: Path, tmp_path: Path) -> None:
    run(script, "segfault")
    (left,) = (state_folder() / "runs").glob("*.run")
    assert "said so" not in left.read_text(encoding="utf-8")  # not even in the file itself
    left.write_text(left.read_text() + 'what the mayor said\n  File "secret"\n', encoding="utf-8")
    report = found()
    assert report is not None
    for word in ("Hypatia", "mayor", "secret", "tmp", os.sep + "home", tmp_path.name):
        assert word not in report.text
    places = [line for line in report.text.splitlines() if line.startswith("  ")]
    # The mistake with what it came of, the innermost place first, and then the crash.
    assert [place.rpartition(" ")[2] for place in places] == [
        *("mistake", "<module>", "IndexError", "mistake", "fall", "<module>")
    ]
    assert all("elsewhere" in place for place in places if "after" not in place)


def test_files_are_named_as_in_their_packages(tmp_path: Path) -> None:
    folder = state_folder() / "runs"
    folder.mkdir(parents=True)
    left = folder / "0000000000001-1.run"
    left.write_text(
        "Fatal Python error: Aborted\n\nThread 0x00007f0000000000 (most recent call first):\n"
        f'  File "{TOP}/annotator/window/app.py", line 3 in show\n'
        '  File "C:\\Users\\Anna\\venv\\Lib\\site-packages\\PySide6\\__init__.py", line 1 in <module>\n'
        '  File "/home/anna/lib/python3.12/threading.py", line 2 in run\n'
        '  File "/home/anna/annotator/x.py", line 2 in run\n',
        encoding="utf-8",
    )
    assert found() == Report(
        "Fatal Python error: Aborted\nThread:\n"
        "  annotator/window/app.py, line 3, in show\n"
        "  PySide6/__init__.py, line 1, in <module>\n"
        "  threading.py, line 2, in run\n"
        "  elsewhere, line 2, in run",
        left.with_suffix(".crash").stat().st_mtime_ns // 1_000_000,
    )


@pytest.mark.parametrize(("how", "left"), [("kill", [".run"]), ("end", [])])
def test_a_run_that_was_killed_or_ended_tells_nothing(script: Path, how: str, left: list[str]) -> None:
    run(script, how)
    assert runs() == left
    assert found() is None
    assert runs() == []


def test_a_run_that_lives_is_left_alone(script: Path) -> None:
    with subprocess.Popen(
        [sys.executable, str(script), VERSIONS, "wait"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=TOP,
        env=_environment(),
    ) as living:
        living.stdout.readline()
        assert found() is None
        assert runs() == [".run"]
        living.send_signal(signal.SIGSEGV)  # the fault handler hears of it whoever sent it
        living.wait()
    assert "Segmentation fault" in found().text


def test_only_so_many_are_kept_and_not_for_ever() -> None:
    folder = state_folder() / "runs"
    folder.mkdir(parents=True)
    for number in range(25):
        (folder / f"{number:013}-1.run").write_text("Fatal Python error: Aborted\n", encoding="utf-8")
    found()
    assert [path.stem for path in sorted(folder.iterdir())] == [f"{number:013}-1" for number in range(5, 25)]
    month_ago = time.time() - 31 * 24 * 60 * 60
    os.utime(folder / "0000000000010-1.crash", (month_ago, month_ago))
    found()
    assert len(list(folder.iterdir())) == 19


def test_no_place_for_the_file_stops_nothing(home: Path) -> None:
    state_folder().parent.mkdir(parents=True)
    state_folder().write_text("in the way")
    log = RunLog(VERSIONS)
    log.begin()
    log.note(ValueError("Hypatia"))
    assert log.text.splitlines()[0] == VERSIONS
    assert log.text.endswith(" ValueError")
    log.end()
    assert found() is None


def test_a_fault_handler_that_was_set_up_is_left_alone() -> None:
    assert faulthandler.is_enabled()  # by pytest
    log = RunLog(VERSIONS)
    log.begin()
    log.end()
    assert faulthandler.is_enabled()
