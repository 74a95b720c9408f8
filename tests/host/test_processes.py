"""A number that was given again is another process."""

import os
import subprocess
import sys

import pytest

from annotator.host.processes import is_running, mark_of


def test_this_process_runs_under_its_own_mark_only():
    mine = mark_of(os.getpid())
    assert mine
    assert mine == mark_of(os.getpid())
    assert is_running(os.getpid(), mine)
    assert is_running(os.getpid())
    assert not is_running(os.getpid(), mine + "0")


def test_two_processes_have_two_marks_and_one_that_ended_none():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        mark = mark_of(other.pid)
        assert mark not in ("", mark_of(os.getpid()))
        assert is_running(other.pid, mark)
        other.communicate(b"\n")
    assert mark_of(other.pid) == ""
    assert not is_running(other.pid, mark)
    assert not is_running(other.pid)


def test_the_first_process_is_somebody_elses_and_runs():
    assert is_running(1)


@pytest.mark.parametrize("number", [0, -1, -os.getpid(), 1 << 31, 1 << 70], ids=range(5))
def test_what_is_no_number_of_a_process_runs_not(number):
    assert not is_running(number)
