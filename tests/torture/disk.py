"""A simulated disk: what was written to files, in order, and what a power cut could leave of it.

What was synced is there. Of all since, each sector is kept, dropped or torn by itself, a new size holds or
not, and so does each new, changed or removed name until its folder was synced. That is at least as bad as
what SQLite's own tests assume (https://www.sqlite.org/atomiccommit.html).
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from random import Random

SECTOR = 512
_PAGE = 4096


class Did(StrEnum):
    """What was done to a file, a name or a folder."""

    OPEN = "open"
    WRITE = "write"
    TRUNCATE = "truncate"
    SYNC = "sync"
    REMOVE = "remove"
    MOVE = "move"
    LINK = "link"
    SYNC_FOLDER = "sync folder"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done at a `path` inside the disk; `other` is where a name was moved or linked to.

    Of a write `at` is the offset, of a truncation the new size, in bytes. SAVED is no operation: from
    there on the program has said that something is saved.
    """

    did: Did
    path: str = ""
    at: int = 0
    data: bytes = b""
    other: str = ""


@dataclass(slots=True, eq=False)
class _File:
    """A file by whatever name: its bytes at the last sync, and the writes and sizes since."""

    synced: bytearray = field(default_factory=bytearray)
    pending: deque[tuple[int, bytes | None]] = field(default_factory=deque)

    def sync(self, but: int = 0) -> None:
        """The disk has all of it now, or all but the newest so many operations."""
        while len(self.pending) > but:
            _apply(self.synced, *self.pending.popleft())

    def content(self) -> bytes:
        """What a program that reads the file sees."""
        content = bytearray(self.synced)
        for operation in self.pending:
            _apply(content, *operation)
        return bytes(content)

    def after_cut(self, random: Random) -> bytes:
        """One of the contents that it may have when the power comes back."""
        if not self.pending:
            return bytes(self.synced)
        fates = _Fates(random, len(self.pending))
        content, sizes = bytearray(self.synced), [len(self.synced)]
        for at, data in self.pending:
            sizes.append(at if data is None else max(sizes[-1], at + len(data)))
        beyond = max(sizes) - len(content)
        content += bytes(beyond) if random.random() < 0.5 else random.randbytes(beyond)
        for number, (at, data) in enumerate(self.pending):
            if data is not None:
                fates.lay(content, number, at, data)
        del content[fates.size(sizes) :]
        return bytes(content)


class Disk:
    """A folder's files while what was done to them is played again."""

    def __init__(self, files: dict[str, bytes]) -> None:
        """Begins with files that the disk surely has, by path; that of a folder ends with a stroke."""
        folders = {_folder(path): b"" for path in files if _folder(path) != "./"}
        self._names = {path: _File(bytearray(data)) for path, data in {**folders, **files}.items()}
        self._kept = dict(self._names)
        self._changes: deque[tuple[str, str | None, _File | None]] = deque()
        self._journals: set[_File] = set()

    def play(self, event: Event) -> None:
        """Does one thing."""
        _PLAYED[event.did](self, event)

    def write_back(self, newest: int) -> None:
        """What is older than the newest so many operations has been written meanwhile, unasked."""
        for file in self._names.values():
            file.sync(but=newest)
        while len(self._changes) > newest:
            self._keep_name(*self._changes.popleft())

    def after_cut(self, random: Random) -> dict[str, bytes]:
        """One of the states that the files may be in when the power comes back."""
        names = dict(self._kept)
        in_order, until = random.random() < 0.5, random.randint(0, len(self._changes))
        for number, change in enumerate(self._changes):
            if number < until if in_order else random.random() < 0.5:
                _rename(names, *change)
        contents = {id(file): file.after_cut(random) for file in dict.fromkeys(names.values())}
        return {
            path: contents[id(file)]
            for path, file in names.items()
            if _folder(path) == "./" or _folder(path) in names
        }

    def content(self, path: str) -> bytes | None:
        """What a program that reads a file sees, None where there is none."""
        return self._names[path].content() if path in self._names else None

    def _open(self, event: Event) -> None:
        if event.path not in self._names:
            file = self._names[event.path] = _File()
            self._changes.append((event.path, None, file))
            if event.path.endswith("-journal"):
                self._journals.add(file)

    def _write(self, event: Event) -> None:
        self._names[event.path].pending.append((event.at, event.data))

    def _truncate(self, event: Event) -> None:
        self._names[event.path].pending.append((event.at, None))

    def _sync(self, event: Event) -> None:
        """SQLite syncs the folder with the first sync of a journal that it made (`unixSync` in os_unix.c)."""
        file = self._names[event.path]
        file.sync()
        if file in self._journals:
            self._journals.remove(file)
            self._sync_folder(Event(Did.SYNC_FOLDER, str(PurePosixPath(event.path).parent)))

    def _remove(self, event: Event) -> None:
        if self._names.pop(event.path, None) is not None:
            self._changes.append((event.path, None, None))

    def _move(self, event: Event) -> None:
        file = self._names[event.other] = self._names.pop(event.path)
        self._changes.append((event.other, event.path, file))

    def _link(self, event: Event) -> None:
        file = self._names[event.other] = self._names[event.path]
        self._changes.append((event.other, None, file))

    def _sync_folder(self, event: Event) -> None:
        others = deque[tuple[str, str | None, _File | None]]()
        for change in self._changes:
            if str(PurePosixPath(change[0]).parent) == event.path:
                self._keep_name(*change)
            else:
                others.append(change)
        self._changes = others

    def _saved(self, event: Event) -> None:
        pass

    def _keep_name(self, path: str, old: str | None, file: _File | None) -> None:
        _rename(self._kept, path, old, file)


_PLAYED = {
    Did.OPEN: Disk._open,
    Did.WRITE: Disk._write,
    Did.TRUNCATE: Disk._truncate,
    Did.SYNC: Disk._sync,
    Did.REMOVE: Disk._remove,
    Did.MOVE: Disk._move,
    Did.LINK: Disk._link,
    Did.SYNC_FOLDER: Disk._sync_folder,
    Did.SAVED: Disk._saved,
}


class _Fates:
    """What becomes of the pending writes of one file: drawn once, so that whole patterns turn up often."""

    def __init__(self, random: Random, count: int) -> None:
        self._random, self._count = random, count
        self._style = random.choice(["all", "none", "in order", "sectors", "sectors", "pages", "pages"])
        self._until = random.randint(0, count)
        self._kept, self._torn = random.choice([0.1, 0.5, 0.9]), random.choice([0, 0.02, 0.2])

    def lay(self, content: bytearray, number: int, at: int, data: bytes) -> None:
        """Lays into the content what is kept of a write."""
        unit = _PAGE if self._style == "pages" else SECTOR
        start = at
        while start < at + len(data):
            end = min(at + len(data), (start // unit + 1) * unit)
            fate = self._fate(number)
            if fate != "dropped":
                content[start:end] = data[start - at : end - at]
            if fate == "torn":
                self._tear(content, start, end)
            start = end

    def size(self, sizes: Sequence[int]) -> int:
        """Which of the sizes that the file went through it has."""
        if self._style == "all":
            return sizes[-1]
        if self._style == "none":
            return sizes[0]
        return sizes[self._until] if self._style == "in order" else self._random.choice(sizes)

    def _fate(self, number: int) -> str:
        if self._style in ("all", "none"):
            return "kept" if self._style == "all" else "dropped"
        if self._style == "in order":
            if number == self._until:
                return self._random.choice(["kept", "torn", "dropped"])
            return "kept" if number < self._until else "dropped"
        if self._random.random() < self._torn:
            return "torn"
        return "kept" if self._random.random() < self._kept else "dropped"

    def _tear(self, content: bytearray, start: int, end: int) -> None:
        """One sector of what was being written is garbage, all of it or from some byte on."""
        sector = self._random.randrange(start // SECTOR, (end - 1) // SECTOR + 1)
        first = max(sector * SECTOR, 0) + self._random.choice([0, self._random.randrange(SECTOR)])
        last = min((sector + 1) * SECTOR, len(content))
        content[first:last] = self._random.randbytes(max(last - first, 0))


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del content[at:]
    content += bytes(max(at - len(content), 0))
    if data is not None:
        content[at : at + len(data)] = data


def _folder(path: str) -> str:
    return f"{PurePosixPath(path).parent}/"


def _rename(names: dict[str, _File], path: str, old: str | None, file: _File | None) -> None:
    if old is not None:
        names.pop(old, None)
    if file is None:
        names.pop(path, None)
    else:
        names[path] = file
