"""Which library to open, and whether a window has it already; asked before any window is loaded."""

from collections.abc import Sequence
from pathlib import Path

from annotator.desk.settings import Settings
from annotator.host.calling import call_first
from annotator.host.paths import is_named, library_path


def library_to_open(settings: Settings) -> Path:
    """The library that the environment names, else the one opened last, else the usual one."""
    last = settings.get("library")
    return Path(last) if _is_file(last) and not is_named() else library_path()


def handed_over(files: Sequence[str], library: str) -> bool:
    """Whether a window that has the library open took the files, and came to the front with them."""
    return call_first(Path(library) if library else library_to_open(Settings()), files)


def _is_file(path: str) -> bool:
    """Whether a path leads to a file; a kept one may lead nowhere, or be none at all."""
    try:
        return Path(path).is_file()
    except OSError:  # longer than any path
        return False
