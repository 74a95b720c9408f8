"""A program that is started again hands its files to the window that is there; nobody else is listened to."""

import json
import os
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.host.calling import LONGEST, TAKEN, Call, call_first, meeting_place
from annotator.window import second_start
from annotator.window.second_start import Receiver, come_to_front


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def receiver(qtbot: QtBot, library: Path) -> Iterator[Receiver]:
    made = Receiver(library)
    assert made.start()
    yield made
    made.close()


@pytest.fixture
def calls(receiver: Receiver) -> list[Call]:
    heard: list[Call] = []
    receiver.called.connect(heard.append)
    return heard


def aside(qtbot: QtBot, work: Callable[[], Any]) -> Any:
    """What another program does, while this one goes on."""
    answers: list[Any] = []
    threading.Thread(target=lambda: answers.append(work()), daemon=True).start()
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.wait(1)
    return answers[0]


def said(library: Path, *pieces: bytes) -> bytes:
    """What is answered to these pieces; nothing where the line was cut."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(4)
        line.connect(meeting_place(library))
        try:
            for piece in pieces:
                line.sendall(piece)
            return line.recv(100)
        except ConnectionError:
            return b""


def test_files_are_handed_over(qtbot: QtBot, library: Path, calls: list[Call], tmp_path: Path) -> None:
    assert aside(qtbot, lambda: call_first(library, (tmp_path / "a.txt", "https://gazette.example/a")))
    assert aside(qtbot, lambda: call_first(library))
    assert calls == [Call((str(tmp_path / "a.txt"), "https://gazette.example/a")), Call()]


def test_a_call_may_come_in_pieces(qtbot: QtBot, library: Path, calls: list[Call]) -> None:
    assert aside(qtbot, lambda: said(library, b'{"fi', b'les": ["/a"]', b"}\n")) == TAKEN
    assert calls == [Call(("/a",))]


@pytest.mark.parametrize("line", [b"\n", b"GET / HTTP/1.1\r\n\r\n", b'{"files": [1]}\n'])
def test_what_is_no_call_is_cut_off(qtbot: QtBot, library: Path, calls: list[Call], line: bytes) -> None:
    assert aside(qtbot, lambda: said(library, line)) == b""
    assert calls == []
    assert aside(qtbot, lambda: call_first(library))


def test_a_line_holds_one_call(qtbot: QtBot, library: Path, calls: list[Call]) -> None:
    line = json.dumps({"files": []}).encode() + b"\n"
    assert aside(qtbot, lambda: said(library, line * 3)) == TAKEN
    assert len(calls) == 1


def test_who_says_nothing_keeps_nobody_waiting(
    qtbot: QtBot, library: Path, calls: list[Call], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_start, "_PATIENCE", 50)
    for piece in (b'{"files":', b'{"files":["' + b"n" * LONGEST + b'"]}\n'):
        assert aside(qtbot, lambda piece=piece: said(library, piece)) == b""
    assert calls == []


def test_only_this_person_may_call(library: Path, receiver: Receiver) -> None:
    place = Path(meeting_place(library))
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert place.stat().st_mode & stat.S_IFSOCK


def test_what_a_killed_program_left_is_replaced(qtbot: QtBot, library: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(meeting_place(library, make=True))
    receiver = Receiver(library)
    assert receiver.start()
    assert aside(qtbot, lambda: call_first(library))
    receiver.close()
    assert not aside(qtbot, lambda: call_first(library))
    assert not Path(meeting_place(library)).exists()


def test_without_a_place_of_ones_own_nobody_is_heard(
    qtbot: QtBot, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(shared))
    assert not Receiver(library).start()
    assert list(shared.iterdir()) == []


def test_a_window_that_is_put_away_comes_to_the_front(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "old")
    window, other = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(other)
    window.showMinimized()
    other.show()
    other.activateWindow()
    come_to_front(window, click := "of a click")
    qtbot.waitUntil(window.isActiveWindow)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert os.environ["XDG_ACTIVATION_TOKEN"] == click
