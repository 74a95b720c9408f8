"""One writer at a time, no lock outlives its holder, and one that lies is found out before the next write."""

import errno
import json
import os
import signal
import subprocess
import sys

import pytest

from annotator.host import locks, volumes
from annotator.host.locks import LibraryLock
from annotator.host.machine import device_name
from annotator.host.processes import mark_of
from annotator.host.volumes import Kind, Volume
from annotator.model.errors import LibraryBusy, LibraryRefused, WriteFailed
from annotator.words import say_all

HOLD = """
import sys, time
from pathlib import Path
from annotator.host.locks import LibraryLock
LibraryLock(Path(sys.argv[1])).acquire()
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def library(tmp_path):
    return tmp_path / "library.sqlite"


def test_the_file_tells_who_holds_it_and_is_emptied_after(library):
    file = library.with_name("library.sqlite.lock")
    with LibraryLock(library):
        owner = json.loads(file.read_text())
        assert owner["pid"] == os.getpid()
        assert owner["program"] == "redpencil"
        assert owner["since"].endswith("Z")
        assert owner["host"]
    assert file.read_bytes() == b""
    assert not library.exists()


def test_a_second_one_is_told_who_has_it(library):
    first, second = LibraryLock(library), LibraryLock(library)
    with first:
        with pytest.raises(LibraryBusy) as busy:
            second.acquire()
        sentence = say_all(busy.value.key, busy.value.values)
        assert str(os.getpid()) in sentence
        assert "library.sqlite" in sentence
        assert "T" not in str(busy.value.values["since"])  # for people, not for programs
    second.acquire()
    second.release()
    second.release()


def test_another_name_of_the_same_library_is_the_same_lock(library):
    library.touch()
    other = library.with_name("link.sqlite")
    other.symlink_to(library.name)
    with LibraryLock(library), pytest.raises(LibraryBusy):
        LibraryLock(other).acquire()


def test_another_process_has_it_until_it_is_killed(library):
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(library)], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LibraryBusy) as busy:
            LibraryLock(library).acquire()
        assert busy.value.values["pid"] == holder.pid
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        holder.stdout.close()
    with LibraryLock(library):
        pass


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"pid": 1}', b"\xff\xfe"])
def test_an_owner_that_cannot_be_read_is_still_an_owner(library, content):
    with LibraryLock(library):
        library.with_name("library.sqlite.lock").write_bytes(content)
        with pytest.raises(LibraryBusy) as busy:
            LibraryLock(library).acquire()
        assert "?" in say_all(busy.value.key, busy.value.values)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(LibraryRefused) as refused:
        LibraryLock(tmp_path / "gone" / "library.sqlite").acquire()
    assert refused.value.key == "library.no_folder"


def test_a_folder_one_may_not_write_to(forbidding):
    with pytest.raises(LibraryRefused) as refused:
        LibraryLock(forbidding / "library.sqlite").acquire()
    assert refused.value.key == "library.folder_read_only"
    assert str(forbidding) in say_all(refused.value.key, refused.value.values)


def test_a_lock_that_is_a_folder_gives_the_systems_words(library):
    library.with_name("library.sqlite.lock").mkdir()
    with pytest.raises(LibraryRefused) as refused:
        LibraryLock(library).acquire()
    assert refused.value.key == "library.no_lock"


def lines_of(library):
    return library.with_name("library.sqlite.lock").read_bytes()


def left(library, **owner):
    """What a program that ended without letting go left in the lock file."""
    values = {
        "program": "redpencil",
        "host": device_name(),
        "pid": os.getpid(),
        "since": "2026-11-23T09:00:00.000Z",
    }
    file = library.with_name("library.sqlite.lock")
    file.write_text(json.dumps({**values, "mark": "", "token": "of theirs", **owner}))


@pytest.fixture
def lying(monkeypatch):
    """A file system that gives every lock to everybody."""
    monkeypatch.setattr(locks, "take_lock", lambda handle: None)


@pytest.fixture
def without_locks(monkeypatch):
    """A file system that knows none."""

    def refuse(handle):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locks, "take_lock", refuse)


@pytest.fixture
def on(monkeypatch):
    """Lets the library lie on another kind of volume."""

    def lie_on(kind):
        monkeypatch.setattr(volumes, "volume_of", lambda path: Volume(kind, "somewhere"))

    lie_on(Kind.LOCAL)
    return lie_on


def test_what_a_killed_program_left_is_taken_without_a_word(library):
    ended = subprocess.run(["true"], check=False)
    assert ended.returncode == 0
    with subprocess.Popen(["true"]) as gone:
        pass
    for owner in ({"pid": gone.pid}, {"mark": "another boot.17"}, {"pid": 0}, {"pid": -1}, {"pid": 1 << 40}):
        left(library, **owner)
        with LibraryLock(library):
            assert json.loads(lines_of(library))["pid"] == os.getpid()


@pytest.mark.parametrize("mark", ["", mark_of(os.getpid())], ids=["unmarked", "marked"])
def test_a_lock_that_the_system_gives_although_its_owner_is_alive_is_not_taken(library, lying, mark):
    left(library, mark=mark)
    before = lines_of(library)
    with pytest.raises(LibraryBusy) as busy:
        LibraryLock(library, take_over=True).acquire()
    assert busy.value.key == "library.busy"
    assert lines_of(library) == before


@pytest.mark.parametrize("locked", ["lying", "without_locks"])
def test_of_two_on_one_machine_the_second_is_told_whatever_the_locks_are_worth(library, request, locked):
    request.getfixturevalue(locked)
    with LibraryLock(library), pytest.raises(LibraryBusy):
        LibraryLock(library).acquire()
    with LibraryLock(library):
        pass


def test_what_another_machine_left_counts_where_locks_do_not_reach_it(library, on):
    left(library, host="desk-7", pid=4711)
    for kind in (Kind.NETWORK, Kind.SYNCHRONISED):
        on(kind)
        with pytest.raises(LibraryBusy) as busy:
            LibraryLock(library).acquire()
        assert busy.value.key == "library.elsewhere"
        assert "desk-7" in say_all(busy.value.key, busy.value.values)
    on(Kind.LOCAL)  # the folder was copied, or this machine was called otherwise
    with LibraryLock(library):
        pass


def test_without_locks_another_machine_may_be_at_work_on_any_disk(library, on, without_locks):
    left(library, host="desk-7", pid=4711)
    with pytest.raises(LibraryBusy):
        LibraryLock(library).acquire()


def test_it_is_taken_from_another_machine_on_purpose(library, on, monkeypatch):
    on(Kind.NETWORK)
    left(library, host="desk-7", pid=4711)
    waited = []
    monkeypatch.setattr(locks.time, "sleep", waited.append)
    with LibraryLock(library, take_over=True) as lock:
        assert waited == [2.0]  # for a write that had begun
        lock.check()
        assert json.loads(lines_of(library))["host"] == device_name()


def test_of_two_who_come_at_the_same_time_one_goes_on(library, without_locks, monkeypatch):
    """Neither sees the other's lines before its own are written."""
    monkeypatch.setattr(locks.time, "sleep", lambda seconds: left(library, host="desk-7"))
    with pytest.raises(LibraryBusy) as busy:
        LibraryLock(library).acquire()
    assert busy.value.values["host"] == "desk-7"
    assert json.loads(lines_of(library))["host"] == "desk-7"


def test_who_was_robbed_notices_and_leaves_the_lock_to_the_thief(library, lying):
    with LibraryLock(library) as lock:
        lock.check()
        left(library, host="desk-7", pid=4711)
        theirs = lines_of(library)
        for _ in range(2):
            with pytest.raises(WriteFailed) as failed:
                lock.check()
        assert failed.value.key == "save.taken_over"
        assert "desk-7" in say_all(failed.value.key, failed.value.values)
    assert lines_of(library) == theirs


def test_a_lock_that_was_taken_and_let_go_since_is_lost_all_the_same(library, lying):
    with LibraryLock(library) as lock:
        library.with_name("library.sqlite.lock").write_bytes(b"")  # the library may have changed under us
        with pytest.raises(WriteFailed):
            lock.check()


def test_a_lock_file_that_somebody_removed_is_made_again(library):
    file = library.with_name("library.sqlite.lock")
    with LibraryLock(library) as lock:
        file.unlink()
        lock.check()
        assert json.loads(lines_of(library))["pid"] == os.getpid()
        with pytest.raises(LibraryBusy):
            LibraryLock(library).acquire()
        file.unlink()
        with LibraryLock(library), pytest.raises(WriteFailed) as failed:
            lock.check()
        assert failed.value.key == "save.taken_over"


def test_a_folder_that_went_away_is_told_as_such(tmp_path):
    folder = tmp_path / "here"
    folder.mkdir()
    with LibraryLock(folder / "library.sqlite") as lock:
        folder.rename(tmp_path / "there")
        with pytest.raises(WriteFailed) as failed:
            lock.check()
    assert failed.value.key == "save.moved"
    assert str(folder) in say_all(failed.value.key, failed.value.values)


@pytest.mark.parametrize("owner", [{"pid": "1"}, {"pid": True}, {"host": 7}, {"token": {}}])
def test_lines_of_no_sense_are_nobodys(library, owner):
    left(library, **owner)
    with LibraryLock(library) as lock:
        lock.check()


def test_lines_that_are_nested_without_end(library):
    library.with_name("library.sqlite.lock").write_bytes(b"[" * 5_000)
    with LibraryLock(library) as lock:
        lock.check()


def test_who_has_just_taken_the_lock_is_waited_for_to_say_who_that_is(tmp_path, monkeypatch):
    library = tmp_path / "library.sqlite"
    file = tmp_path / "library.sqlite.lock"
    with LibraryLock(library):
        lines = file.read_bytes()
        file.write_bytes(b"")  # as it is before the owner has written them
        monkeypatch.setattr("annotator.host.locks.time.sleep", lambda _: file.write_bytes(lines))
        with pytest.raises(LibraryBusy) as busy:
            LibraryLock(library).acquire()
    assert busy.value.values["pid"] == os.getpid()
