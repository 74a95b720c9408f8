"""The doctor names what something else than Red Pencil did to a library, and changes nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.desk import Desk
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.store import doctor
from annotator.store.library import Library
from annotator.words import say_all


@pytest.fixture
def marked(tmp_path) -> Path:
    """A library with an article and a claim."""
    path = tmp_path / "library.sqlite"
    with Desk(path) as desk:
        (article,) = desk.run(ImportArticle(Draft("She denied it. He did not.", "Denials"))).made
        desk.run(TagClaim(article, Span(0, 13), Tag.DENIAL))
    return path


def keys(path: Path) -> set[str]:
    before = path.read_bytes()
    with Library(path, reading=True) as library:
        found = list(doctor.findings(library))
    assert path.read_bytes() == before
    assert all(say_all(one.key, one.values) for one in found)
    return {one.key for one in found}


def test_all_is_well(marked):
    assert keys(marked) == set()
    with Library(marked, reading=True) as library:
        counted = doctor.counts(library)
    assert (counted["articles"], counted["claims"]) == (1, 1)
    assert say_all("doctor.sound", counted)


MEDDLING = {
    "UPDATE claims SET note = 'better'": {"doctor.row_changed"},
    "UPDATE claims SET deleted = 1": {"doctor.row_changed"},
    "UPDATE anchors SET start = 1": {"doctor.row_changed", "doctor.quote"},
    "UPDATE anchors SET start = 9, \"end\" = 3": {"doctor.row_changed", "doctor.quote"},
    "UPDATE texts SET body = 'She denied it. He did nor.'": {"doctor.text"},
    "UPDATE texts SET body = 'He denied it. She did not.'":
        {"doctor.text", "doctor.quote", "doctor.sentences"},
    "UPDATE sentences SET bounds = '[[0, 26]]'": {"doctor.sentences"},
    "UPDATE sentences SET bounds = 'what?'": {"doctor.unreadable"},
    "DELETE FROM anchors": {"doctor.row_missing"},
    "DELETE FROM claims": {"doctor.row_missing", "doctor.reference"},
    "INSERT INTO devices SELECT 9, 'x', name, reviewer, author, device, created, stamp, 0, '{}' FROM devices":
        {"doctor.row_added"},
    "UPDATE journal SET after = replace(after, 'denial', 'reported fact')":
        {"doctor.chain", "doctor.row_changed"},
    "UPDATE journal SET author = 'somebody else' WHERE n = 3": {"doctor.chain"},
    "DELETE FROM journal WHERE n = 2": {"doctor.chain", "doctor.row_added"},
    "DELETE FROM journal WHERE n = (SELECT max(n) FROM journal)": {"doctor.row_added"},
    "DELETE FROM steps WHERE label = 'step.tag'": {"doctor.step", "doctor.reference"},
    "DROP VIEW annotated_claims": {"doctor.schema"},
    "DROP INDEX journal_row": {"doctor.schema"},
}  # fmt: skip


@pytest.mark.parametrize("statement", MEDDLING)
def test_meddling_is_named(marked, statement):
    with closing(sqlite3.connect(marked)) as meddler:
        meddler.execute(statement)
        meddler.commit()
    assert keys(marked) == MEDDLING[statement]


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
