"""Asking a child process to look a library's file over, to compare two, or to copy one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from annotator.desk.care import Report
from annotator.formats.wire import from_bytes, to_bytes
from annotator.host.children import ChildEnded, Children, ourselves
from annotator.host.pipes import PROVER
from annotator.model.backups import BackupDifference
from annotator.model.damage import Salvage
from annotator.model.errors import LibraryRefused, WriteFailed

T = TypeVar("T")
Stopped = Callable[[], bool]

#: The longest request, in bytes.
LIMIT = 1_000_000

#: How long an answer may take by the clock, in seconds: a large library on a slow disk takes minutes.
_SECONDS = 1_800.0

_ERRORS = {kind.__name__: kind for kind in (LibraryRefused, WriteFailed)}


@dataclass(frozen=True, slots=True)
class Request:
    """What a child is asked: `what` is prove, differ, copy or salvage.

    `settle` has the disk keep the file first, which nobody else uses.
    """

    what: str
    path: str
    other: str = ""
    settle: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a child says before its answer: nothing, or the error it met."""

    error: str = ""
    key: str = ""
    values: dict[str, str] = field(default_factory=dict)


def never() -> bool:
    """For who waits to the end."""
    return False


def prove(path: Path, *, settle: bool = False, stopped: Stopped = never) -> Report:
    """What the doctor finds in a library's file, of whatever schema; `settle` has the disk keep it first.

    Raises LibraryRefused for a file that cannot be opened, or where no child could look it over, WriteFailed
    where the disk does not keep it, and Cancelled once `stopped` says so.
    """
    return from_bytes(Report, _asked(Request("prove", str(path), settle=settle), stopped))


def differ(path: Path, backup: Path, stopped: Stopped = never) -> BackupDifference:
    """What going back to a backup would change. Raises LibraryRefused and Cancelled as `prove` does."""
    return from_bytes(BackupDifference, _asked(Request("differ", str(path), str(backup)), stopped))


def copy_out(path: Path, to: Path, stopped: Stopped = never) -> None:
    """Copies a library that others may be working in into an empty file, and has the disk keep it.

    Raises LibraryRefused, WriteFailed and Cancelled as `prove` does.
    """
    _asked(Request("copy", str(path), str(to)), stopped)


def salvage(path: Path, to: Path, stopped: Stopped = never) -> Salvage:
    """Brings everything readable of a damaged library into a new one (see `desk.care.salvage`).

    Raises LibraryRefused, WriteFailed and Cancelled as `prove` does.
    """
    return from_bytes(Salvage, _asked(Request("salvage", str(path), str(to)), stopped))


def _asked(request: Request, stopped: Stopped) -> bytes:
    try:
        with children.one() as child:
            told, answer = child.ask((to_bytes(request),), _SECONDS, stopped)
        verdict = from_bytes(Verdict, told)
    except (ChildEnded, ValueError) as error:
        raise LibraryRefused("backup.not_checked", path=request.path, reason=str(error)) from error
    if verdict.error:
        raise _ERRORS.get(verdict.error, LibraryRefused)(verdict.key, **verdict.values)
    return answer


#: Those of this process, which do not wait long for more.
children = Children(lambda: ourselves(PROVER, "annotator.desk.prover"), rest=10.0)
