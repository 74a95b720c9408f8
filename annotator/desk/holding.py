"""Taking hold of a library to write to it: its lock, the file under its name, and whether both stay ours."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.host.clock import Clock
from annotator.host.locks import LibraryLock, left_elsewhere
from annotator.host.same_file import SameFile, refuse_two_names
from annotator.model.errors import LibraryBusy, LibraryRefused
from annotator.store.opening import make, refuse_unless_library

#: How long a reader waits for another machine to end a change, in seconds.
_PATIENCE = 5.0


@contextmanager
def held(path: Path, clock: Clock | None = None, *, take_over: bool = False) -> Iterator[Callable[[], None]]:
    """Holds a library, which is made where there is none; what is no library gets no lock beside it.

    Gives what is to be asked before each write: it raises WriteFailed where another program took the library,
    or its name leads to another file. Raises LibraryBusy where another has it, unless `take_over` takes it
    from another machine, and LibraryRefused where it cannot be taken.
    """
    if not _is_there(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryRefused("library.cannot_make", path=path, reason=error.strerror) from error
    with LibraryLock(path, clock, take_over=take_over) as lock:
        if not _is_there(path):
            make(path)
        refuse_two_names(path)
        file = SameFile.at(path)

        def allowed() -> None:
            file.check()
            lock.check()

        yield allowed


def beside(path: Path) -> Callable[[], None] | None:
    """What is to be asked before each read where another machine may be writing; None where none can be.

    Its journal beside the library is half a change to whoever opens that, and SQLite would take it back: its
    locks say that somebody is at work, but may not reach so far. What is asked waits, and raises LibraryBusy
    where the journal stays.
    """
    owner = left_elsewhere(path)
    if owner is None:
        return None
    journal = path.with_name(path.name + "-journal")

    def wait() -> None:
        ends = time.monotonic() + _PATIENCE
        while journal.exists():
            if time.monotonic() > ends:
                raise LibraryBusy("library.elsewhere", library=path.name, **owner.values)
            time.sleep(0.01)

    wait()
    return wait


def _is_there(path: Path) -> bool:
    try:
        refuse_unless_library(path)
    except LibraryRefused as error:
        if error.key != "library.missing":
            raise
        return False
    return True
