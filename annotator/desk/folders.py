"""Whole folders: which files in them are worth reading."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotator.model.drafts import Note

#: So many files are read at one go.
FILE_LIMIT = 10_000

#: What an office program lays beside an open file, what a packer leaves, what a browser saves with a page.
_ASIDE = ("~$", "__MACOSX")
_OF_A_PAGE = "_files"
_PAGES = (".html", ".htm", ".xhtml")

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class FilesFound:
    """The files in their order; `passed_over` counts those in folders that are of no kind we read."""

    files: tuple[Path, ...]
    passed_over: int = 0
    problems: tuple[Note, ...] = ()


def files_under(paths: Iterable[Path], limit: int = FILE_LIMIT) -> FilesFound:
    """The files that are named, and those in the folders that are, at any depth, in natural order.

    What is named is always taken; of folders all but hidden files and those that no format reads. Folders
    that are linked in a ring are visited once. More than `limit` files are a problem that says so.
    """
    search = _Search(limit, known_endings())
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 (False for what cannot be looked at; reading it says why)
            search.visit(path)
        else:
            search.take(path)
    if search.full:
        search.problems.append(("folder.too_many", {"limit": limit}))
    return FilesFound(tuple(search.files), search.passed_over, tuple(search.problems))


def known_endings() -> tuple[str, ...]:
    """The endings of all files that can come in: articles, claims, colleagues' work."""
    from annotator.formats.registry import claim_readers, readers
    from annotator.formats.review_file.terms import ENDING

    forms = (*readers(), *claim_readers())
    return (*dict.fromkeys(ending for form in forms for ending in form.endings), ENDING)


@dataclass(slots=True)
class _Search:
    limit: int
    endings: tuple[str, ...]
    files: list[Path] = field(default_factory=list)
    problems: list[Note] = field(default_factory=list)
    passed_over: int = 0
    full: bool = False
    visited: set[tuple[int, int]] = field(default_factory=set)

    def take(self, path: Path) -> None:
        """Keeps a file while there is room."""
        if len(self.files) < self.limit:
            self.files.append(path)
        else:
            self.full = True

    def visit(self, folder: Path) -> None:
        """Takes the files in a folder, then those in its folders; without recursion, for it may be deep."""
        waiting = [folder]
        while waiting and not self.full:
            here = waiting.pop()
            folders = []
            for path, is_folder in self._entries(here):
                if is_folder:
                    folders.append(path)
                elif path.name.lower().endswith(self.endings):
                    self.take(path)
                else:
                    self.passed_over += 1
            waiting += reversed(folders)

    def _entries(self, folder: Path) -> Iterator[tuple[Path, bool]]:
        """What is in a folder that was not visited yet, each with whether it is a folder."""
        try:
            known = folder.stat()
            if (known.st_dev, known.st_ino) in self.visited:
                return
            self.visited.add((known.st_dev, known.st_ino))
            with os.scandir(folder) as entries:
                names = [(entry.name, _is_folder(entry)) for entry in entries if not _is_hidden(entry)]
        except OSError as error:
            values: dict[str, object] = {"name": folder.name, "reason": error.strerror or str(error)}
            self.problems.append(("folder.unreadable", values))
            return
        pages = [name for name, is_folder in names if not is_folder and name.lower().endswith(_PAGES)]
        pictures = {page[: page.rindex(".")] + _OF_A_PAGE for page in pages}
        for name, is_folder in sorted(names, key=lambda entry: natural(entry[0])):
            if not (is_folder and name in pictures):
                yield folder / name, is_folder


def natural(name: str) -> tuple[list[str | tuple[int, str]], str]:
    """What sorts `2.txt` before `10.txt`, and capitals with small letters."""
    parts = _DIGITS.split(name.casefold())  # every second one is of digits
    return [(int(part), part) if place % 2 else part for place, part in enumerate(parts)], name


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder or leads to one; a link in a ring leads nowhere, which reading it will say."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith((".", *_ASIDE)):
        return True
    try:
        attributes: int = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    except OSError:  # it was removed at this moment
        return False
    return bool(attributes & (stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM))
