"""The first schema holds every thing of the model, and the rules of storage."""

import sqlite3
from contextlib import closing
from typing import get_type_hints

import pytest

from annotator.model.rows import KINDS
from annotator.store.codec import ENVELOPE, columns
from annotator.store.migrations import m001_first

#: Every thing a library knows: what the design names, by its table.
THINGS = {
    *(
        "texts",
        "sentences",
        "articles",
        "revisions",
        "appearances",
        "reviewers",
        "devices",
        "claims",
        "anchors",
    ),
    *("sources", "same_as", "attributions", "evidence", "answers", "responses", "statuses", "reviews"),
    *("comments", "read_marks", "waivers", "done", "sign_offs", "assignments"),
    *("journal", "steps", "step_scopes", "here"),
    *("same_person", "graves", "twins", "unread"),
    *("places", "remarks"),
}


def test_every_thing_has_its_table(library):
    found = {row["name"] for row in library.query("SELECT name FROM pragma_table_list WHERE type = 'table'")}
    assert found - {"_sqlite_migrations", "sqlite_schema", "sqlite_temp_schema"} == THINGS
    assert {kind.TABLE for kind in KINDS} <= THINGS


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_has_the_columns_of_its_row_and_who_when_where(library, kind):
    found = {row["name"]: row for row in library.query(f"PRAGMA table_info({kind.TABLE})")}
    assert set(found) == {"n", *columns(kind), *ENVELOPE}
    assert found["n"]["pk"] == 1
    for name, hint in get_type_hints(kind).items():
        if name == "TABLE":
            continue
        whole = hint is bool or hint is int
        assert found[name]["type"] == ("INTEGER" if whole else "TEXT"), name
        optional = type(None) in getattr(hint, "__args__", ())
        assert found[name]["notnull"] == (not optional), name


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_unique_and_types_are_kept(library, kind):
    indexes = library.query(f"PRAGMA index_list({kind.TABLE})")
    unique = [row["name"] for row in indexes if row["unique"]]
    assert [[c["name"] for c in library.query(f"PRAGMA index_info({name})")] for name in unique] == [["id"]]
    strict = library.query("SELECT strict FROM pragma_table_list WHERE name = ?", kind.TABLE)
    assert strict[0]["strict"] == 1


def test_every_reference_is_indexed(library):
    """Undo asks who points at a row; without an index that would read whole tables."""
    for table, column, _ in library.foreign_keys:
        indexes = library.query(f"PRAGMA index_list({table})")
        firsts = {library.query(f"PRAGMA index_info({row['name']})")[0]["name"] for row in indexes}
        assert column in firsts, (table, column)


def test_a_new_claim_finds_the_one_that_is_there_by_an_index(library):
    plan = library.query(
        'EXPLAIN QUERY PLAN SELECT * FROM anchors WHERE NOT deleted AND "revision" = ? AND "start" = ?'
        ' AND "end" = ? ORDER BY n',
        "r", 1, 2,
    )  # fmt: skip
    assert "revision=? AND start=? AND end=?" in plan[0]["detail"]


def test_its_statements_stand_alone():
    """Applied to an empty database it makes the same as all migrations together."""
    from sqlite_utils import Database

    with closing(sqlite3.connect(":memory:")) as connection:
        m001_first.apply(Database(connection))
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
        assert connection.execute("SELECT * FROM annotated_claims").fetchall() == []
