"""Disks with little room, that get more: mounted in memory where that is allowed, else counted by a shim."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from tests.torture import vfs

#: As much as nothing here fills, in bytes.
_PLENTY = 1 << 28


class SmallDisk(Protocol):
    """A folder on a disk whose room can be set."""

    kind: str
    folder: Path

    def leave(self, room: int) -> None:
        """Leaves so many bytes for what comes, from now on."""

    def make_room(self) -> None:
        """Leaves plenty."""


class _Mounted:
    """A file system in memory, which counts whole pages of 4,096 bytes."""

    kind = "file systems in memory"

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def leave(self, room: int) -> None:
        state = os.statvfs(self.folder)
        used = (state.f_blocks - state.f_bfree) * state.f_frsize
        self._mount(used + room)

    def make_room(self) -> None:
        self._mount(_PLENTY)

    def _mount(self, size: int) -> None:
        _do("mount", "-o", f"remount,size={size}", str(self.folder))


class _Counted(vfs.Hook):
    """SQLite's writes beyond the ends of its files, counted, for whoever may mount nothing."""

    kind = "disks counted by the shim"
    ops = frozenset({vfs.Op.WRITE, vfs.Op.TRUNCATE, vfs.Op.DELETE})

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._most = _PLENTY
        self._sizes: dict[str, int] = {}

    def leave(self, room: int) -> None:
        self._sizes = {str(file): file.stat().st_size for file in self.folder.iterdir() if file.is_file()}
        self._most = sum(self._sizes.values()) + room

    def make_room(self) -> None:
        self._most = _PLENTY

    def before(self, call: vfs.Call) -> int | None:
        if call.op is vfs.Op.DELETE:
            self._sizes.pop(call.path, None)
        elif call.op is vfs.Op.TRUNCATE:
            self._sizes[call.path] = call.offset
        elif call.path:
            size = max(self._sizes.get(call.path, 0), call.offset + call.size)
            others = sum(self._sizes.values()) - self._sizes.get(call.path, 0)
            if others + size > self._most:
                return vfs.FULL
            self._sizes[call.path] = size
        return None


@contextmanager
def small_disk(*, mounted: bool = True) -> Iterator[SmallDisk]:
    """A folder on a disk of its own; everything opened in it is to be closed before the end."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        if mounted and _do("mount", "-t", "tmpfs", "-o", f"size={_PLENTY}", "none", str(folder)):
            try:
                yield _Mounted(folder)
            finally:
                _do("umount", "--lazy", str(folder))
        else:
            disk = _Counted(folder)
            with vfs.under(disk):
                yield disk


def _do(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
