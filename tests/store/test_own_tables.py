"""Under our names stand tables, and nothing is done behind a change of theirs."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.errors import LibraryRefused
from annotator.store.library import Library


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.executescript(statement)


@pytest.mark.parametrize("statement", [
    "DROP TABLE journal; CREATE VIEW journal AS SELECT 1 AS n",
    "DROP TABLE unread; CREATE VIEW UNREAD AS SELECT 1 AS n",
    "DROP TABLE unread; CREATE VIRTUAL TABLE unread USING fts5(a)",
])  # fmt: skip
@pytest.mark.parametrize("reading", [True, False])
def test_what_is_no_table_is_not_read(path, statement, reading):
    change(path, statement)
    before = path.read_bytes()
    with pytest.raises(LibraryRefused) as refused:
        Library(path, reading=reading)
    assert refused.value.key == "library.damaged"
    assert path.read_bytes() == before


def test_with_a_trigger_it_is_only_read(path):
    change(path, "CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM claims; END")
    before = path.read_bytes()
    with pytest.raises(LibraryRefused) as refused:
        Library(path)
    assert refused.value.key == "library.trigger"  # whoever made it did no damage
    Library(path, reading=True).close()
    assert path.read_bytes() == before


def test_what_others_added_beside_is_theirs(path):
    change(path, "CREATE TABLE t (a); CREATE VIEW v AS SELECT * FROM t; CREATE INDEX i ON claims (tag)")
    change(path, "CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; END")
    Library(path).close()
