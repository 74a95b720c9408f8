"""The doctor names what something other than Red Pencil did to a library, and changes nothing."""

import gzip
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticle, ImportArticles
from annotator.desk.commands.claims import TagClaim, TagMany, WriteNote
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.rows import Sentences
from annotator.model.spans import Span
from annotator.store import doctor
from annotator.store.around import Rows
from annotator.store.door import step
from annotator.store.library import Library
from annotator.store.migrations import SCHEMA_VERSION
from annotator.words import say_all
from tests.desk.content import quick_desk


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> bytes:
    """A library with an article, a claim, an undone note, and two articles that came in at once."""
    path = tmp_path_factory.mktemp("whole") / "library.sqlite"
    with quick_desk(path) as desk:
        (article,) = desk.run(ImportArticle(Draft("She denied it. He did not.", "Denials"))).made
        (claim,) = desk.run(TagClaim(article, Span(0, 13), Tag.DENIAL)).made
        desk.run(WriteNote(claim, "Ask her."))
        desk.undo(article)
        desk.run(ImportArticles((Draft("One.", "One"), Draft("Two.", "Two"))))
    return path.read_bytes()


@pytest.fixture
def marked(tmp_path, whole) -> Path:
    path = tmp_path / "library.sqlite"
    path.write_bytes(whole)
    return path


def keys(path: Path, *, thorough: bool = False) -> set[str]:
    before = path.read_bytes()
    with Library(path, reading=True, any_version=True) as library:
        found = list(doctor.findings(library, thorough=thorough))
    assert path.read_bytes() == before
    assert all(say_all(one.key, one.values) for one in found)
    return {one.key for one in found}


def test_all_is_well(marked):
    assert keys(marked) == set()
    assert keys(marked, thorough=True) == set()
    with Library(marked, reading=True) as library:
        counted = doctor.counts(library)
    assert (counted["articles"], counted["claims"]) == (3, 1)
    assert say_all("doctor.sound", counted)


MEDDLING = {
    "UPDATE claims SET note = 'better'": {"doctor.row_changed", "doctor.search"},
    "UPDATE claims SET origin = 'import'": {"doctor.row_changed"},
    "UPDATE claims SET deleted = 1": {"doctor.row_changed", "doctor.search"},
    "UPDATE anchors SET start = 1": {"doctor.row_changed", "doctor.quote"},
    "UPDATE anchors SET start = 9, \"end\" = 3": {"doctor.row_changed", "doctor.quote"},
    "UPDATE texts SET body = 'She denied it. He did nor.' WHERE body LIKE 'She%'":
        {"doctor.text", "doctor.search"},
    "UPDATE texts SET body = 'He denied it. She did not.' WHERE body LIKE 'She%'":
        {"doctor.text", "doctor.quote", "doctor.search"},
    "UPDATE sentences SET bounds = '[[0, 26]]' WHERE n = 1": {"doctor.row_changed"},
    "UPDATE sentences SET bounds = 'what?' WHERE n = 1": {"doctor.unreadable", "doctor.row_changed"},
    "UPDATE sentences SET bounds = '[[3, 9], [5, 12]]', rules = 'older' WHERE n = 1":
        {"doctor.sentences", "doctor.row_changed"},
    "DELETE FROM anchors": {"doctor.row_missing", "doctor.search"},
    "DELETE FROM claims": {"doctor.row_missing", "doctor.reference", "doctor.search"},
    "INSERT INTO devices SELECT 9, 'x', name, reviewer, author, device, created, stamp, 0, '{}' FROM devices":
        {"doctor.row_added"},
    "UPDATE journal SET after = replace(after, 'denial', 'reported fact')":
        {"doctor.chain", "doctor.row_changed"},
    "UPDATE journal SET author = 'somebody else' WHERE n = 3": {"doctor.chain"},
    "UPDATE journal SET before = NULL WHERE before IS NOT NULL": {"doctor.chain"},
    "DELETE FROM journal WHERE n = 2": {"doctor.chain", "doctor.row_added"},
    "DELETE FROM journal WHERE n = (SELECT max(n) FROM journal)": {"doctor.row_added", "doctor.history"},
    "DELETE FROM step_scopes": {"doctor.history"},
    "DELETE FROM steps WHERE label = 'step.tag'": {"doctor.step", "doctor.reference"},
    "UPDATE steps SET label = 'step.note' WHERE label = 'step.tag'": {"doctor.history"},
    "UPDATE steps SET \"values\" = '{\"title\": \"Mine\"}' WHERE n = 2": {"doctor.history"},
    "UPDATE steps SET stamp = replace(stamp, '2', '3') WHERE n = 2": {"doctor.history"},
    "UPDATE steps SET author = 'me' WHERE n = 2": {"doctor.history"},
    "UPDATE steps SET undone_by = NULL": {"doctor.history"},
    "UPDATE steps SET undone_by = 3 WHERE n = 2": {"doctor.history"},
    "UPDATE steps SET hash = '' WHERE n = 2": {"doctor.history"},
    "INSERT INTO steps SELECT 9, 'x', kind, label, \"values\", author, device, stamp, NULL, NULL, hash"
    " FROM steps WHERE n = 2": {"doctor.history"},
    "UPDATE step_scopes SET scope = 'library' WHERE step = 3": {"doctor.history"},
    "INSERT INTO step_scopes VALUES (2, 'elsewhere')": {"doctor.history"},
    "UPDATE here SET value = 'somebody' WHERE key = 'reviewer'": {"doctor.here"},
    "INSERT INTO here VALUES ('named', '1')": {"doctor.here"},
    "DELETE FROM here": {"doctor.here"},
    "UPDATE _sqlite_migrations SET applied_at = 'then' WHERE id = 2": {"doctor.here"},
    "DELETE FROM _sqlite_migrations WHERE id = 2": {"doctor.here", "doctor.migrations"},
    "INSERT INTO unread SELECT 'x', author, id FROM claims": {"doctor.unread"},
    "INSERT INTO twins SELECT id, 'x' FROM claims": {"doctor.twins"},
    "DELETE FROM search_claims": {"doctor.search"},
    "UPDATE search_articles SET title = 'another' WHERE rowid = 2": {"doctor.search"},
    "INSERT INTO search_sources (rowid, name) VALUES (77, 'nobody')": {"doctor.search"},
    "DROP VIEW annotated_claims": {"doctor.schema"},
    "DROP INDEX journal_row": {"doctor.schema"},
}  # fmt: skip


@pytest.mark.parametrize("statement", MEDDLING)
def test_meddling_is_named(marked, statement):
    with closing(sqlite3.connect(marked)) as meddler:
        meddler.execute(statement)
        meddler.commit()
    assert keys(marked) == MEDDLING[statement]


def test_sentences_as_another_version_finds_them_are_no_damage(marked):
    with quick_desk(marked) as desk, step(desk.library, desk.hand, "step.merge") as opened:
        one = desk.library.where(Sentences)[0]
        opened.write(replace(one, bounds="[[0, 26]]"))
    assert keys(marked) == set()
    with closing(sqlite3.connect(marked)) as meddler:
        meddler.execute("UPDATE sentences SET bounds = '[[0, 14], [14, 26]]' WHERE id = ?", (one.id,))
        meddler.commit()
    assert keys(marked) == {"doctor.row_changed"}


def test_tables_that_others_make_may_be_made_otherwise(marked):
    """A later version of SQLite or of sqlite-utils may write the same in other words."""
    with closing(sqlite3.connect(marked)) as meddler:
        meddler.execute("PRAGMA writable_schema = ON")
        names = "('_sqlite_migrations', 'search_claims_content', 'search_sources_config')"
        changed = meddler.execute(
            f"UPDATE sqlite_master SET sql = replace(sql, '(', ' (') WHERE name IN {names}"
        )
        assert changed.rowcount == 3
        meddler.commit()
    assert keys(marked) == set()


def test_a_view_of_somebodys_own_is_none_of_our_business(marked):
    with closing(sqlite3.connect(marked)) as other:
        other.execute("CREATE VIEW denials AS SELECT * FROM annotated_claims WHERE tag = 'denial'")
        other.execute("CREATE TABLE my_notes (note TEXT)")
        other.commit()
    assert keys(marked) == set()


def test_a_damaged_page_is_found_and_the_rest_still_looked_at(marked):
    with Library(marked, reading=True) as library:
        page = library.query("SELECT rootpage FROM sqlite_master WHERE name = 'steps'")[0][0]
        size = library.query("PRAGMA page_size")[0][0]
    whole = marked.read_bytes()
    marked.write_bytes(whole[: (page - 1) * size] + b"\xff" * size + whole[page * size :])
    with closing(sqlite3.connect(marked)) as meddler:
        meddler.execute("UPDATE claims SET note = 'better'")
        meddler.commit()
    assert keys(marked) >= {"doctor.unreadable", "doctor.row_changed"}


def test_the_inside_of_the_index_is_compared_where_nobody_else_works(marked):
    with closing(sqlite3.connect(marked)) as meddler:
        meddler.execute("UPDATE search_claims_content SET c0 = 'it' || c0")
        meddler.execute("UPDATE search_claims_docsize SET sz = x'0101'")
        meddler.commit()
    assert keys(marked) == {"doctor.search"}
    assert keys(marked, thorough=True) == {"doctor.search", "doctor.index"}


def test_steps_in_another_order_are_noticed(marked):
    """Each is sealed as it was, but the journal tells which came first."""
    with closing(sqlite3.connect(marked)) as meddler:
        meddler.execute("UPDATE steps SET n = CASE n WHEN 2 THEN 9 ELSE n END")
        meddler.execute("UPDATE step_scopes SET step = 9 WHERE step = 2")
        meddler.commit()
    assert keys(marked) == {"doctor.history"}


def test_rows_around_a_damaged_page_are_named_one_by_one(tmp_path):
    path = tmp_path / "library.sqlite"
    with quick_desk(path) as desk:
        (article,) = desk.run(ImportArticle(Draft("So it is. " * 99, "So"))).made
        desk.run(TagMany(article, tuple(Span(n, n + 7) for n in range(300)), Tag.FACT))
    page = leaf_of(path, "claims")
    whole = path.read_bytes()
    path.write_bytes(whole[: (page - 1) * 4096] + b"\xff" * 4096 + whole[page * 4096 :])
    with Library(path, reading=True) as library:
        missing = {one.values["row"] for one in doctor.findings(library) if one.key == "doctor.row_missing"}
        there = {row["id"] for row in Rows(library.connection, "claims")}
    assert 5 < len(missing) < 60
    assert len(missing) + len(there) == 300
    assert missing.isdisjoint(there)


def leaf_of(path: Path, table: str) -> int:
    """The second leaf page of a table that has several."""
    with Library(path, reading=True) as library:
        root = library.query("SELECT rootpage FROM sqlite_master WHERE name = ?", table)[0][0]
    data = path.read_bytes()[(root - 1) * 4096 : root * 4096]
    assert data[0] == 5, "an inner page"
    cell = int.from_bytes(data[14:16], "big")
    return int.from_bytes(data[cell : cell + 4], "big")


OLDER = Path(__file__).parents[1] / "migrations" / "files"


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_libraries_of_older_versions_are_looked_over_as_they_are(tmp_path, version):
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress((OLDER / f"library-{version}.sqlite.gz").read_bytes()))
    assert keys(path, thorough=True) == set()
    with closing(sqlite3.connect(path)) as meddler:
        meddler.execute("UPDATE claims SET note = note || '!'")
        meddler.execute("UPDATE steps SET undone_by = 1 WHERE n = 2")
        meddler.commit()
    assert keys(path) == {"doctor.row_changed", "doctor.history"}
