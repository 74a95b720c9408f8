"""The fifth schema seals the history, also that of a library that the fourth version made."""

import gzip
import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_export, article_lines
from annotator.model.enums import StatusValue, Tag
from annotator.store import doctor
from annotator.store.library import Library
from annotator.store.migrations import m001_first, m002_search, m003_people, m004_places, m005_seals

FILE = Path(__file__).parent / "files" / "library-4.sqlite.gz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A library that the fourth version made.

    Claims of Ana and of Kim, whose comment is unread; a confidential source, evidence, a link, a remark;
    steps undone and redone; an article with pages, one in the bin; Bo, who works here too.
    """
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress(FILE.read_bytes()))
    return path


def test_it_stands_on_the_first_four():
    with closing(sqlite3.connect(":memory:")) as connection:
        for migration in (m001_first, m002_search, m003_people, m004_places, m005_seals):
            migration.apply(Database(connection))
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 5
        assert "hash" in {row[1] for row in connection.execute("PRAGMA table_info(steps)")}


def test_an_old_library_keeps_all_it_says(old):
    with Desk(old) as desk:
        (line,) = [line for line in article_lines(desk) if line.title == "First"]
        claims = {(one.tag, one.reviewer): one for one in article_export(desk, line.id).claims}
    assert {tag for tag, reviewer in claims if reviewer == "Ana"} == {Tag.ALLEGATION, Tag.DENIAL}
    assert {tag for tag, reviewer in claims if reviewer == "Kim"} == {Tag.ALLEGATION, Tag.FACT}
    mine = claims[Tag.ALLEGATION, "Ana"]
    assert (mine.note, mine.status) == ("Ask again in May.", StatusValue.CONFIRMED)
    assert claims[Tag.DENIAL, "Ana"].answers == (mine.id,)


def test_every_step_is_sealed_as_the_page_about_the_file_says(old):
    """The seal in so many words: the hash of its last entry, its columns, its scopes, as one JSON list."""
    Desk(old).close()
    with Library(old, reading=True) as library:
        steps = library.query("SELECT * FROM steps ORDER BY n")
        for step in steps:
            entries = library.query("SELECT hash FROM journal WHERE step = ? ORDER BY n", step["id"])
            scopes = sorted(
                row["scope"] for row in library.query("SELECT * FROM step_scopes WHERE step = ?", step["n"])
            )
            names = ("id", "kind", "label", "values", "author", "device", "stamp", "undoes")
            listed = json.dumps(
                [entries[-1]["hash"], *(step[name] for name in names), *scopes], ensure_ascii=False
            )
            assert step["hash"] == hashlib.sha256(listed.encode()).hexdigest()
    assert len(steps) > 12


def test_the_doctor_finds_nothing_before_and_after_a_change(old):
    with Library(old) as library:
        assert list(doctor.findings(library)) == []
    with Desk(old) as desk:
        (line,) = [line for line in article_lines(desk) if line.title == "First"]
        desk.undo(line.id)
    with Library(old) as library:
        assert list(doctor.findings(library)) == []
