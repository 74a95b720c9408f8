"""Whether a name still leads to the file that was opened under it, and which other names that file has."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from annotator.host.locks import not_written
from annotator.model.errors import LibraryRefused, WriteFailed


@dataclass(frozen=True, slots=True)
class SameFile:
    """A library file as it was opened: its name, and what the disk knows it by."""

    path: Path
    device: int
    number: int

    @classmethod
    def at(cls, path: Path) -> Self:
        """The file of that name. Raises LibraryRefused where there is none."""
        try:
            told = path.stat()
        except OSError as error:
            raise LibraryRefused("library.missing", path=path) from error
        return cls(path, told.st_dev, told.st_ino)

    def check(self) -> None:
        """Raises WriteFailed where the name leads elsewhere or nowhere.

        SQLite's journal follows the name: what is written then could not be rolled back.
        """
        try:
            told = self.path.stat()
        except (FileNotFoundError, NotADirectoryError) as error:
            raise self._moved() from error
        except OSError as error:
            raise not_written(self.path, error) from error
        if (told.st_dev, told.st_ino) != (self.device, self.number):
            raise self._moved()

    def _moved(self) -> WriteFailed:
        return WriteFailed("save.moved", path=self.path)


def refuse_two_names(path: Path) -> None:
    """Raises LibraryRefused for a file that has a second name (a hard link), but for one of our own making.

    After a crash a change is rolled back under the name it was made under. Under the other one half of it
    would stand there for good. A second name that a program which was killed left beside it is taken away.
    """
    told = path.stat()
    if told.st_nlink < 2:
        return
    for name in _left_behind(path):
        if os.path.samestat(name.lstat(), told) and not name.with_name(name.name + "-journal").exists():
            with suppress(OSError):
                name.unlink()
    if path.stat().st_nlink > 1:
        raise LibraryRefused("library.two_names", library=path.name, folder=str(path.parent))


def _left_behind(path: Path) -> list[Path]:
    """Names beside a library as making it, copying one and putting an earlier one back give for a moment."""
    made = ((f".{path.name}.", ".new"), (".redpencil-", ".part"))
    kept = ((f"{path.stem} {why} ", path.suffix) for why in ("damaged", "replaced"))
    kinds = (*made, *kept)
    return [
        name
        for name in path.parent.iterdir()
        for begins, ends in kinds
        if name.name.startswith(begins) and name.name.endswith(ends)
    ]
