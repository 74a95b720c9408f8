"""A call is one line, to a place of this person's alone, and whoever does not answer is no first window."""

import json
import os
import socket
import stat
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.host import calling
from annotator.host.calling import LONGEST, TAKEN, Call, call_first, heard, meeting_place


@pytest.fixture
def library(tmp_path, monkeypatch):
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return tmp_path / "library.sqlite"


@pytest.fixture
def first(library):
    """Somebody who listens; answers the next call with what the test says, and gives what was heard."""
    server = socket.socket(socket.AF_UNIX)
    server.bind(meeting_place(library))
    server.listen()
    talks, lines = [], []

    def answering(answer):
        def talk():
            try:
                line, _ = server.accept()
            except OSError:  # nobody called, and the test is over
                return
            with line:
                lines.append(line.recv(LONGEST))
                line.sendall(answer)

        talks.append(threading.Thread(target=talk))
        talks[-1].start()
        return lines

    yield answering
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    for talk in talks:
        talk.join()


def test_nobody_listens(library):
    assert not call_first(library)
    with socket.socket(socket.AF_UNIX) as left:  # by a program that was killed
        left.bind(meeting_place(library))
    assert not call_first(library)


def test_what_is_handed_over(library, first, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "of a click")
    lines = first(TAKEN)
    assert call_first(library, ["a.txt", Path("b.txt"), "https://gazette.example/a", "od\udcffd"])
    files = (f"{tmp_path}/a.txt", f"{tmp_path}/b.txt", "https://gazette.example/a", f"{tmp_path}/od\udcffd")
    assert heard(lines[0]) == Call(files, "of a click")


def test_who_answers_otherwise_or_not_is_no_window(library, first, monkeypatch):
    first(b"no\n")
    assert not call_first(library)
    first(b"")
    assert not call_first(library)
    monkeypatch.setattr(calling, "_PATIENCE", 0.05)
    assert not call_first(library)  # nobody picks up


def test_a_call_that_is_too_long_is_not_made(library, first):
    first(TAKEN)
    assert not call_first(library, ["n" * LONGEST])


@pytest.mark.parametrize(
    "line",
    [b"", b"{", b"[]", b"{}", b'{"files": 1}', b'{"files": [1]}', b'{"files": [], "token": 1}', b"\xff"]
    + [b'{"files": ["a\\u0000b"]}', b"[" * 60_000, b'{"files": "a"}'],
)
def test_what_is_no_call(line):
    assert heard(line) is None


@given(
    st.lists(st.text() | st.integers() | st.none()),
    st.text() | st.floats() | st.lists(st.text()),
    st.binary(),
)
def test_no_line_does_harm(files, token, data):
    heard(data)
    call = heard(json.dumps({"files": files, "token": token, "more": files}).encode())
    if call is not None:
        assert call == Call(tuple(files), token)
        assert all(type(one) is str and "\0" not in one for one in (*call.files, call.token))


def test_a_library_has_one_place_whatever_it_is_called(library, tmp_path):
    place = meeting_place(library)
    (tmp_path / "link.sqlite").symlink_to(library)
    assert meeting_place(tmp_path / "link.sqlite") == place
    assert meeting_place(tmp_path / "x" / ".." / "library.sqlite") == place
    assert meeting_place(tmp_path / "other.sqlite") != place


def test_the_folder_is_this_persons_alone(library, tmp_path, monkeypatch):
    folder = tmp_path / "run"
    folder.chmod(0o770)
    with pytest.raises(OSError, match="open to others"):
        meeting_place(library, make=True)
    assert not call_first(library)
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(FileNotFoundError):
        meeting_place(library)
    made = Path(meeting_place(library, make=True)).parent
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert made.stat().st_uid == os.getuid()
    made.rmdir()
    made.symlink_to(folder)  # laid there by somebody else
    with pytest.raises(OSError, match="open to others"):
        meeting_place(library, make=True)
