"""One writer at a time, and no lock outlives its holder."""

import json
import os
import signal
import subprocess
import sys

import pytest

from annotator.host.locks import LibraryLock
from annotator.model.errors import LibraryBusy, LibraryRefused
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
