"""Migrations run all or not at all, and each has its test."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.store import migrations
from annotator.store.migrations import SCHEMA_VERSION, m001_first, migrate


def test_each_migration_has_a_number_and_a_test():
    here = Path(__file__).parent
    folder = Path(migrations.__file__).parent
    names = sorted(file.stem for file in folder.glob("m*.py"))
    assert [int(name[1:4]) for name in names] == list(range(1, SCHEMA_VERSION + 1))
    assert [name for name in names if not (here / f"test_{name}.py").is_file()] == []


def test_migrating_twice_changes_nothing():
    with closing(sqlite3.connect(":memory:")) as connection:
        migrate(Database(connection))
        before = list(connection.iterdump())
        migrate(Database(connection))
        assert list(connection.iterdump()) == before


def test_a_migration_that_fails_leaves_nothing(tmp_path, monkeypatch):
    path = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE old (a)")
        connection.commit()
    before = path.read_bytes()

    def fails(db: Database) -> None:
        db.execute("CREATE TABLE new (a)")
        raise RuntimeError("half way")

    monkeypatch.setattr(m001_first, "apply", fails)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(RuntimeError):
        migrate(Database(connection))
    assert path.read_bytes() == before
