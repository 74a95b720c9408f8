"""One window for each library: a program that is started again calls the one that has it, and hands over.

Where they meet is a socket (on Windows a pipe) that only this person may use. One call is one line of JSON.
"""

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotator.host.paths import APP, real
from annotator.text.addresses import is_address

#: The longest call, in bytes.
LONGEST = 64 * 1024

#: What is answered to a call that was taken.
TAKEN = b"taken\n"

#: How long the window that has the library may take to answer, in seconds.
_PATIENCE = 2.0

#: Where desktops put the right to come to the front (freedesktop.org, xdg-activation).
ACTIVATION = "XDG_ACTIVATION_TOKEN"


@dataclass(frozen=True, slots=True)
class Call:
    """What a second start hands over: files, folders and addresses, and its right to come to the front."""

    files: tuple[str, ...] = ()
    token: str = ""


def call_first(library: Path, files: Iterable[str | Path] = ()) -> bool:
    """Hands files to the window that has a library, which comes to the front; whether there is one that did.

    Takes less than a millisecond where there is none, two seconds where it does not answer.
    """
    whole = tuple(str(file) if is_address(str(file)) else str(Path(file).absolute()) for file in files)
    message = json.dumps({"files": whole, "token": os.environ.get(ACTIVATION, "")}).encode() + b"\n"
    try:
        return len(message) <= LONGEST and _say(meeting_place(library), message) == TAKEN
    except OSError:
        return False


def heard(line: bytes) -> Call | None:
    """The call that a line holds; None for anything else."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    files, token = told.get("files"), told.get("token", "")
    if not isinstance(files, list) or not all(map(_is_plain, (*files, token))):
        return None
    return Call(tuple(files), token)


def meeting_place(library: Path, *, make: bool = False) -> str:
    """Where the window that has a library listens: the path of a socket, the name of a pipe on Windows.

    Raises OSError where its folder is not this person's alone; `make` makes one that is not there.
    """
    who = os.environ.get("USERNAME", "") if sys.platform == "win32" else str(os.getuid())
    mark = hashlib.sha256(f"{who}\0{os.path.normcase(real(library))}".encode("utf-8", "surrogateescape"))
    name = f"{APP}-{mark.hexdigest()[:16]}"
    if sys.platform == "win32":
        return rf"\\.\pipe\{name}"
    return str(_own_folder(os.environ, make=make) / name)


def _is_plain(value: object) -> bool:
    return isinstance(value, str) and "\0" not in value


def _own_folder(environ: Mapping[str, str], *, make: bool) -> Path:
    """A folder that nobody else can put anything into. Raises OSError."""
    folder = Path(environ.get("XDG_RUNTIME_DIR") or _among_temporary_ones())
    if make:
        folder.mkdir(mode=0o700, exist_ok=True)
    told = folder.lstat()
    if not stat.S_ISDIR(told.st_mode) or told.st_uid != os.getuid() or told.st_mode & 0o077:
        raise PermissionError(f"{folder} is open to others")
    return folder


def _among_temporary_ones() -> Path:
    import tempfile  # takes long to load, and the start asks whether a window is there

    return Path(tempfile.gettempdir()) / f"{APP}-{os.getuid()}"


if sys.platform == "win32":

    def _say(place: str, message: bytes) -> bytes:
        import ctypes
        import threading

        answers: list[bytes] = []

        def talk() -> None:
            with Path(place).open("r+b", buffering=0) as pipe:
                pipe.write(message)
                answers.append(pipe.read(len(TAKEN)))

        if not Path(place).exists():
            return b""
        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # ASFW_ANY: else it may only blink in the task bar
        talking = threading.Thread(target=talk, daemon=True)  # a pipe knows no time limit
        talking.start()
        talking.join(_PATIENCE)
        return answers[0] if answers else b""

else:

    def _say(place: str, message: bytes) -> bytes:
        if not Path(place).exists():
            return b""
        import socket  # takes long to load, and most starts are the first

        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(_PATIENCE)
            line.connect(place)
            line.sendall(message)
            return line.recv(len(TAKEN))
