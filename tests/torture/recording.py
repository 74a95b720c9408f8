"""Notes all that the program does to the files of a folder: SQLite's part and Python's own."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from tests.torture import vfs
from tests.torture.disk import Did, Disk, Event

_OF_SQLITE = {
    vfs.Op.WRITE: Did.WRITE,
    vfs.Op.TRUNCATE: Did.TRUNCATE,
    vfs.Op.SYNC: Did.SYNC,
    vfs.Op.DELETE: Did.REMOVE,
}


class Recording(vfs.Hook):
    """What was done to the files of one folder and those under it, and what was there before."""

    ops = frozenset({vfs.Op.OPEN, *_OF_SQLITE})

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.at_first = {path: (folder / path).read_bytes() for path in self._files()}
        self.events: list[Event] = []
        self._disk = Disk(self.at_first)

    def saved(self) -> None:
        """From here on the program has said that what it did is saved."""
        self.note(Event(Did.SAVED))

    def note(self, event: Event) -> None:
        """Adds what was done."""
        self.events.append(event)
        self._disk.play(event)

    def after(self, call: vfs.Call, result: int) -> None:
        """Notes one operation of SQLite."""
        path = self._inside(call.path)
        if result or not path:
            return
        if call.op is vfs.Op.OPEN:
            if call.flags & vfs.CREATE:
                self.note(Event(Did.OPEN, path))
            return
        self.note(Event(_OF_SQLITE[call.op], path, call.offset, call.data or b""))
        if call.op is vfs.Op.DELETE and call.flags:
            self.note(Event(Did.SYNC_FOLDER, str(Path(path).parent)))

    @contextmanager
    def noting(self) -> Iterator["Recording"]:
        """Everything that this process does inside is noted."""
        does: dict[str, Callable[..., None]] = {
            "fsync": self._syncs, "unlink": self._removes, "remove": self._removes, "mkdir": self._makes,
            "replace": self._names(Did.MOVE), "rename": self._names(Did.MOVE), "link": self._names(Did.LINK),
        }  # fmt: skip
        with ExitStack() as patched:
            patched.enter_context(vfs.under(self))
            for name, noted in does.items():
                patched.enter_context(mock.patch.object(os, name, partial(noted, getattr(os, name))))
            yield self

    def _syncs(self, real: Callable[..., None], handle: int) -> None:
        """Python says which open file it syncs, not which name that has."""
        wanted = os.fstat(handle)
        path = next(
            (path for path in self._all() if os.path.samestat(wanted, (self.folder / path).stat())), ""
        )
        self._look(path)
        real(handle)
        if path:
            self.note(Event(Did.SYNC_FOLDER if (self.folder / path).is_dir() else Did.SYNC, path))

    def _removes(self, real: Callable[..., None], path: str | Path, **named: Any) -> None:
        inside = self._inside(path)
        self._look(inside)
        real(path, **named)
        if inside:
            self.note(Event(Did.REMOVE, inside))

    def _makes(self, real: Callable[..., None], path: str | Path, *values: Any, **named: Any) -> None:
        real(path, *values, **named)
        if inside := self._inside(path):
            self.note(Event(Did.OPEN, inside + "/"))

    def _names(self, did: Did) -> Callable[..., None]:
        def names(real: Callable[..., None], old: str | Path, new: str | Path, **named: Any) -> None:
            inside = self._inside(old)
            self._look(inside)
            real(old, new, **named)
            if inside:
                self.note(Event(did, inside, other=self._inside(new)))

        return names

    def _look(self, path: str) -> None:
        """Notes what Python wrote to a file since it was last looked at, as if it had been just now."""
        if not (self.folder / path).is_file():
            return
        data = (self.folder / path).read_bytes()
        if self._disk.content(path) != data:
            self.note(Event(Did.OPEN, path))
            self.note(Event(Did.TRUNCATE, path, 0))
            self.note(Event(Did.WRITE, path, 0, data))

    def _inside(self, path: str | Path) -> str:
        """The path within the folder, empty for what lies elsewhere and for the lock."""
        if not path or not Path(path).is_relative_to(self.folder) or str(path).endswith(".lock"):
            return ""
        return Path(path).relative_to(self.folder).as_posix()

    def _files(self) -> list[str]:
        return [path for path in self._all() if (self.folder / path).is_file()]

    def _all(self) -> list[str]:
        """Each file and folder, the folder itself too."""
        found = (self._inside(path) for path in sorted(self.folder.rglob("*")))
        return [".", *filter(None, found)]
