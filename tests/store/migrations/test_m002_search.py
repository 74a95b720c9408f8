"""The second schema brings the index of words, also into a library that the first version made."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.desk.desk import Desk
from annotator.desk.queries.search import first_hits
from annotator.model.errors import LibraryRefused
from annotator.store import doctor
from annotator.store.library import Library
from annotator.store.migrations import SCHEMA_VERSION, m001_first, m002_search
from annotator.store.search.index import INDEXES

FILE = Path(__file__).parent / "files" / "library-1.sqlite.gz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A library that the first version made.

    Three articles, the last in the bin; an allegation with a note, a private note and a source, a denial with
    plain words and a confidential source, a deleted claim.
    """
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress(FILE.read_bytes()))
    return path


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def test_it_stands_alone():
    with closing(sqlite3.connect(":memory:")) as connection:
        database = Database(connection)
        m001_first.apply(database)
        m002_search.apply(database)
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 2
        for index in INDEXES:
            assert connection.execute(f"SELECT * FROM {index.table}").fetchall() == []


def test_an_old_library_is_only_to_be_opened_for_writing(old):
    assert version(old) == 1
    with pytest.raises(LibraryRefused) as refused:
        Library(old, reading=True)
    assert refused.value.key == "library.older"
    assert version(old) == 1


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ferry café", 2),  # the text, and the claim that quotes it
        ("courier", 1),
        ("harbour master", 1),  # a note
        ("boat still runs", 1),  # plain words
        ("lindqvist", 1),  # a source
        ("否认", 1),
        ("doubtful", 0),  # a private note
        ("secret", 0),  # a confidential source
        ("bin", 0),
        ("witness", 1),  # the claim on it was deleted: the text alone
    ],
)
def test_what_an_old_library_holds_is_found(old, words, number):
    with Desk(old) as desk:
        assert first_hits(desk, words).count == number


def test_the_doctor_finds_nothing(old):
    with Library(old) as library:
        assert list(doctor.findings(library)) == []
    assert version(old) == SCHEMA_VERSION
