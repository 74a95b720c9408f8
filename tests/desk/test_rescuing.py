"""What an error of the library's file may mean, and what is said of it."""

import sqlite3
from pathlib import Path

import pytest

from annotator.desk.rescuing import as_read, as_unsaved, is_doubtful, may_be_damage
from annotator.model.errors import LibraryBusy, LibraryRefused, NothingFound, RedPencilError, WriteFailed
from annotator.words import say_all

PATH = Path("/somewhere/library.sqlite")


def sqlite(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = name
    return error


def because(error: RedPencilError, of: Exception) -> RedPencilError:
    error.__cause__ = of
    return error


def caused(error: RedPencilError, name: str) -> RedPencilError:
    return because(error, sqlite(name))


#: An error, whether the library is opened anew for it, whether what stands in the file may be damaged.
ERRORS = [
    (caused(LibraryRefused("library.damaged"), "SQLITE_CORRUPT_INDEX"), True, True),
    (LibraryRefused("library.damaged"), True, True),
    (caused(LibraryRefused("library.unreadable"), "SQLITE_IOERR_READ"), True, True),
    (caused(WriteFailed("save.failed"), "SQLITE_CORRUPT"), True, True),
    (caused(WriteFailed("save.failed"), "SQLITE_IOERR_WRITE"), True, False),
    (caused(WriteFailed("save.disk_full"), "SQLITE_FULL"), False, False),
    (because(WriteFailed("save.failed"), LibraryRefused("library.damaged")), True, True),
    (WriteFailed("save.taken_over"), True, False),
    (WriteFailed("save.moved"), False, False),
    (LibraryRefused("library.misquoted"), False, False),
    (NothingFound("gone.claims"), False, False),
    (sqlite("SQLITE_NOTADB"), True, True),
    (sqlite("SQLITE_BUSY"), False, False),
    (ValueError("x"), False, False),
]


@pytest.mark.parametrize(("error", "anew", "damage"), ERRORS)
def test_what_an_error_may_mean(error, anew, damage):
    assert (is_doubtful(error), may_be_damage(error)) == (anew, damage)


def test_no_library_is_called_damaged_before_it_was_looked_over():
    told = as_read(LibraryRefused("library.damaged", path=PATH, reason="malformed"), PATH)
    assert told.key == "library.doubtful"
    words = say_all(told.key, told.values)
    assert "malformed" in words
    assert "damaged" not in words
    refused = NothingFound("gone.claims")
    assert as_read(refused, PATH) is refused


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (WriteFailed("save.disk_full"), "save.disk_full"),
        (
            LibraryBusy("library.busy", library="a", program="b", host="c", pid=4, since="today"),
            "save.taken_over",
        ),
        (LibraryRefused("library.missing", path=PATH), "save.moved"),
        (LibraryRefused("library.damaged", path=PATH, reason="malformed"), "save.failed"),
        (sqlite("SQLITE_CORRUPT"), "save.failed"),
    ],
)
def test_why_a_change_waits_is_always_a_sentence(error, key):
    told = as_unsaved(error, PATH)
    assert told.key == key
    assert say_all(told.key, told.values)
