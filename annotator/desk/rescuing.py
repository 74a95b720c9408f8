"""When the library's file gives trouble: what an error may mean, and what is said before anybody looked."""

from collections.abc import Iterator
from pathlib import Path

from annotator.model.errors import LibraryBusy, LibraryRefused, RedPencilError, WriteFailed

#: What SQLite and we say of a file that is not as it was written.
_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "library.damaged")

#: What is said of a file, or of the way to it, that cannot be read.
_UNREADABLE = ("SQLITE_IOERR", "library.unreadable")

#: What makes a connection useless, whatever the file is like.
_LOST = ("save.taken_over",)


def is_doubtful(error: BaseException) -> bool:
    """Whether the library is to be opened anew and looked at, for this may be more than a refusal."""
    return _says(error, (*_DAMAGE, *_UNREADABLE, *_LOST))


def may_be_damage(error: BaseException) -> bool:
    """Whether an error may come from what stands in the file, and not only from a disk that takes nothing."""
    return _says(error, _DAMAGE if isinstance(error, WriteFailed) else (*_DAMAGE, *_UNREADABLE))


def as_read(error: Exception, path: Path) -> Exception:
    """What is told of a question without an answer: nothing is called damaged before it was looked over."""
    if may_be_damage(error) and not isinstance(error, WriteFailed):
        return LibraryRefused("library.doubtful", path=path, reason=_reason(error))
    return error


def as_unsaved(error: Exception, path: Path) -> WriteFailed:
    """Why a change waits in the window."""
    if isinstance(error, WriteFailed):
        return error
    if isinstance(error, LibraryBusy):
        return WriteFailed("save.taken_over", **error.values)
    if isinstance(error, RedPencilError) and error.key == "library.missing":
        return WriteFailed("save.moved", path=path)
    return WriteFailed("save.failed", reason=_reason(error))


def _reason(error: Exception) -> str:
    values = error.values if isinstance(error, RedPencilError) else {}
    return str(values.get("reason") or error.__cause__ or error)


def _says(error: BaseException, names: tuple[str, ...]) -> bool:
    return any(name.startswith(names) for name in _names(error))


def _names(error: BaseException | None) -> Iterator[str]:
    """How SQLite and we call an error and what it came from."""
    while error is not None:
        yield getattr(error, "sqlite_errorname", "")
        if isinstance(error, RedPencilError):
            yield error.key
        error = error.__cause__
