"""A desk that is opened when needed, opened anew when its file gives trouble, taken to another place."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from annotator.desk.desk import Desk
from annotator.desk.rescuing import as_unsaved
from annotator.model.errors import LibraryRefused, NotAllowed, RedPencilError


class OpenDesk:
    """The desk of one library, for as long as somebody works there; belongs to one thread.

    `opener` opens a desk that writes, the first time making a library where there is none.
    """

    def __init__(self, path: Path, opener: Callable[[Path], Desk]) -> None:
        self.path = path
        self._opener = opener
        self._desk: Desk | None = None
        self._writes = False
        self._writer = ""  # who worked at the desk before it was closed
        self.was_open = False  # an error of a library that was is no reason to refuse it
        self._only_reads = False

    def to_read(self) -> Desk:
        """The desk, be it that it can only read at the moment. Raises what opening raises."""
        if self._desk is not None:
            return self._desk
        try:
            return self._open()
        except RedPencilError:
            if not self.was_open:
                raise
            return self._open_to_read()

    def to_write(self) -> Desk:
        """The desk, which writes. Raises what opening raises, and WriteFailed once the library was open."""
        if self._desk is not None and (self._writes or self._only_reads):
            return self._desk
        self.close()
        try:
            return self._open()
        except RedPencilError as error:
            if not self.was_open:
                raise
            raise as_unsaved(error, self.path) from error

    def anew(self) -> bool:
        """Opens the file once more, to read where it cannot be written to; whether it could be opened.

        Where there is no such file any more, the connection to the one that was there is kept.
        """
        if not self.path.exists():
            return False
        self.close()
        with suppress(RedPencilError):
            self.to_read()
        return self._desk is not None

    def stop_writing(self) -> None:
        """From now on the library is only read."""
        self.close()
        self._only_reads = True

    def move(self, path: Path) -> None:
        """Goes on in a copy of the library at another place; the file here stays as it is.

        Raises LibraryRefused where a file of that name exists or this one cannot be read, WriteFailed where
        the place takes no library; then nothing has changed.
        """
        from annotator.store.backups.copying import copy_new

        if self._only_reads:
            raise NotAllowed("library.hurt")
        copy_new(self.to_read().library.connection, self.path, path)
        there = OpenDesk(path, self._opener)
        there.was_open, there._writer = True, self._works()
        try:
            there.to_write()
        except RedPencilError:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise
        self.close()
        self.path, self._desk, self._writes, self.was_open = path, there._desk, True, True

    def close(self) -> None:
        """Closes the library, if it is open; the next question opens it again."""
        if self._desk is not None:
            self._writer = self._works()
            desk, self._desk = self._desk, None
            desk.close()

    def _works(self) -> str:
        return self._writer if self._desk is None else self._desk.writer

    def _open(self) -> Desk:
        if self._only_reads:
            return self._open_to_read()
        if self.was_open and not self.path.exists():  # never make one in place of what was there
            raise LibraryRefused("library.missing", path=self.path)
        desk = self._opener(self.path)
        try:
            if self._writer and desk.writer != self._writer:
                desk.switch(self._writer)
        except RedPencilError:
            desk.close()
            raise
        self._desk, self._writes, self.was_open = desk, True, True
        return desk

    def _open_to_read(self) -> Desk:
        desk = Desk(self.path, reading=True)
        if self._writer:
            desk.look_as(self._writer)
        self._desk, self._writes, self.was_open = desk, False, True
        return desk
