"""What a crash of one run leaves for the next: where in the program it was, and nothing that anybody wrote.

Each run keeps a file of its own, locked for as long as it lives, and takes it away when it ends as it should.
A file that nobody holds any more is of a run that crashed, if Python's fault handler wrote into it, or else
was killed, which needs no words: what was shown as saved is saved.
"""

import faulthandler
import math
import os
import re
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.host.clock import iso
from annotator.host.locks import take_lock
from annotator.host.paths import state_folder

#: How many reports are kept after they were told, and for how long, in seconds.
_KEPT = 20
_KEPT_FOR = 30 * 24 * 60 * 60

#: More than any run writes, in bytes.
_LONGEST = 1_000_000

#: How many frames of a mistake are noted, the innermost ones, and how many mistakes of one run.
_FRAMES = 30
_MISTAKES = 50

_PACKAGE = Path(__file__).parents[1].as_posix() + "/"
_OURS = re.compile(r"annotator/[\w/]+\.py")
_LIBRARY = re.compile(r".*/(?:(?:site|dist)-packages|python\d\.\d+)/([\w/.+-]+)")

_FATAL = re.compile(r"(?:Fatal Python error|Windows fatal exception): [\w -]+")
_THREAD = re.compile(r"(Current thread|Thread) 0x[0-9a-f]+")
_FRAME = re.compile(r'  File "(.*)", line (\d+) in ([\w<>.]+)')
_OURS_SAID = re.compile(r"(?:Red Pencil|Started|Mistake|  after) [\w .,:+()<>-]*")
_PLACE = re.compile(r"  [\w/.+-]+, line \d+, in [\w<>.]+")


@dataclass(frozen=True, slots=True)
class Report:
    """A crash of an earlier run: `text` to hand on, and `ended` in milliseconds since 1970."""

    text: str
    ended: int


class RunLog:
    """The file of this run. Where there is no place for it, the run goes on without."""

    def __init__(self, versions: str) -> None:
        self._lines = [versions, f"Started {_now()}"]
        self._handle: int | None = None
        self._path = _folder() / f"{time.time_ns() // 1_000_000:013}-{os.getpid()}.run"
        self._guard = threading.Lock()
        self._noted = 0
        self._watches = False

    def begin(self) -> None:
        """Makes the file and has the fault handler write into it, unless it writes elsewhere already."""
        try:
            self._handle = _opened(self._path)
        except OSError:
            return
        self._write(self._lines)
        if not faulthandler.is_enabled():
            faulthandler.enable(self._handle)
            self._watches = True

    def note(self, error: BaseException) -> None:
        """Notes a mistake of the program: kinds and places, never its message, which may quote an article."""
        with self._guard:
            self._noted += 1
            if self._noted > _MISTAKES:
                return
            lines = [f"Mistake {_now()} {type(error).__qualname__}", *_places(error)]
            self._lines += lines
            self._write(lines)

    @property
    def text(self) -> str:
        """What would be handed on of this run."""
        return "\n".join(self._lines)

    def end(self) -> None:
        """Takes the file away: the run ended as it should."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if self._watches:
            faulthandler.disable()
        os.close(handle)
        with suppress(OSError):
            self._path.unlink()

    def _write(self, lines: Sequence[str]) -> None:
        if self._handle is not None:
            with suppress(OSError):
                os.write(self._handle, "".join(f"{line}\n" for line in lines).encode())


def found() -> Report | None:
    """The newest crash of a run that nobody was told of yet; whatever else other runs left is cleared away.

    It reads files, so the window has it done aside.
    """
    reports = [report for path in _left("run") if (report := _collected(path)) is not None]
    oldest = time.time() - _KEPT_FOR
    for path in (*_left("crash")[:-_KEPT], *(path for path in _left("*") if _changed(path) < oldest)):
        with suppress(OSError):
            path.unlink()
    return reports[-1] if reports else None


def _folder() -> Path:
    return state_folder() / "runs"


def _left(ending: str) -> list[Path]:
    """The files of runs, the one that began first before the others."""
    return sorted(_folder().glob(f"*.{ending}"))


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another window clears away as well
        return math.inf


def _opened(path: Path) -> int:
    """A new file, held by this process. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
    try:
        take_lock(handle)
    except OSError:  # then nobody could tell whether this run lives
        os.close(handle)
        path.unlink()
        raise
    return handle


def _collected(path: Path) -> Report | None:
    """What a run left: a crash is kept under another name, anything else goes."""
    try:
        handle = os.open(path, os.O_RDWR)
        try:
            take_lock(handle)  # held: that run lives, or somebody else is at it
            text, ended = os.read(handle, _LONGEST).decode(errors="replace"), os.fstat(handle).st_mtime_ns
        finally:
            os.close(handle)
        if not any(map(_FATAL.match, text.splitlines())):
            path.unlink()
            return None
        path.replace(path.with_suffix(".crash"))
    except OSError:
        return None
    return Report("\n".join(_clean(text)), ended // 1_000_000)


def _clean(text: str) -> Iterator[str]:
    """The lines that say where, with files by the names they have in their packages; no other line."""
    for line in text.splitlines():
        if frame := _FRAME.fullmatch(line):
            yield _place(frame[1], frame[2], frame[3])
        elif thread := _THREAD.match(line):
            yield f"{thread[1]}:"
        elif any(kind.fullmatch(line) for kind in (_FATAL, _OURS_SAID, _PLACE)):
            yield line


def _places(error: BaseException, depth: int = 3) -> Iterator[str]:
    """Where a mistake came up and where the one it came of, the innermost place first."""
    trace, cause = error.__traceback__, error.__cause__
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(_place(code.co_filename, trace.tb_lineno, code.co_name))
        trace = trace.tb_next
    yield from places[: -_FRAMES - 1 : -1]
    if cause is not None and depth:
        yield f"  after {type(cause).__qualname__}"
        yield from _places(cause, depth - 1)


def _place(file: str, line: object, function: str) -> str:
    """A line of a report. A file outside the program and its libraries may have any name: it is not told."""
    path = file.replace("\\", "/")
    if path.startswith(_PACKAGE):
        name = f"annotator/{path.removeprefix(_PACKAGE)}"
    elif library := _LIBRARY.fullmatch(path):
        name = library[1]
    else:
        name = path if _OURS.fullmatch(path) else "elsewhere"
    return f"  {name}, line {line}, in {function}"


def _now() -> str:
    return iso(time.time_ns() // 1_000_000)
