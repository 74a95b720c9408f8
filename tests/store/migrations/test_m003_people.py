"""The third schema brings what several people need, also into a library that the second version made."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_export, article_lines
from annotator.model.enums import StatusValue, Tag
from annotator.model.rows import KINDS, Places, Remark
from annotator.store import doctor
from annotator.store.library import Library
from annotator.store.migrations import m001_first, m002_search, m003_people

FILE = Path(__file__).parent / "files" / "library-2.sqlite.gz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A library that the second version made: one article, claims of two people, a corrected source."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress(FILE.read_bytes()))
    return path


def test_it_stands_on_the_first_two():
    with closing(sqlite3.connect(":memory:")) as connection:
        database = Database(connection)
        for migration in (m001_first, m002_search, m003_people):
            migration.apply(database)
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 3
        for kind in set(KINDS) - {Places, Remark}:
            names = {row[1] for row in connection.execute(f"PRAGMA table_info({kind.TABLE})")}
            assert {"stamps", "stamp", "author"} <= names, kind


def test_an_old_library_keeps_all_it_says(old):
    with Desk(old) as desk:
        (line,) = article_lines(desk)
        claims = {(claim.tag, claim.reviewer): claim for claim in article_export(desk, line.id).claims}
    assert set(claims) == {(Tag.DENIAL, "Ana"), (Tag.ALLEGATION, "Ana"), (Tag.FACT, "Kim")}
    allegation = claims[Tag.ALLEGATION, "Ana"]
    assert [said.source.name for said in allegation.attributions] == ["A clerk"]
    assert [piece.source.name for piece in allegation.evidence] == ["Sales ledger 2025"]
    assert allegation.status is StatusValue.IN_PROGRESS
    assert claims[Tag.DENIAL, "Ana"].answers == (allegation.id,)


def test_the_doctor_finds_nothing_before_and_after_a_change(old):
    with Library(old) as library:
        assert list(doctor.findings(library)) == []
    with Desk(old) as desk:
        (line,) = article_lines(desk)
        desk.undo(line.id)
    with Library(old) as library:
        assert list(doctor.findings(library)) == []


def outside(path: Path) -> list[tuple[str, str]]:
    """What another program sees: tags and reviewers in the stable view."""
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute("SELECT tag, reviewer FROM annotated_claims"))


def test_the_stable_view_hides_colleagues_from_who_tags_blind(old):
    with Desk(old) as desk:
        assert outside(old) == [("allegation", "Ana"), ("denial", "Ana"), ("reported fact", "Kim")]
        (line,) = article_lines(desk)
        with desk.library.atomic():
            desk.library.connection.execute(
                "INSERT INTO assignments (id, article, reviewer, instructions, blind, author, device,"
                " created, stamp, deleted) VALUES ('g', ?, ?, '', 1, 'x', 'x', '', '', 0)",
                (line.id, desk.me),
            )
        assert outside(old) == [("allegation", "Ana"), ("denial", "Ana")]
        with desk.library.atomic():
            desk.library.connection.execute(
                "INSERT INTO done (id, article, author, device, created, stamp, deleted)"
                " VALUES ('d', ?, ?, 'x', '', '', 0)",
                (line.id, desk.me),
            )
        assert len(outside(old)) == 3


@pytest.mark.parametrize("pairs", [[("a", "b"), ("b", "c")], [("a", "c"), ("b", "c")]])
def test_identities_said_to_be_one_show_as_the_one_joined_into_no_other(library, pairs):
    with library.atomic():
        for name in "abcd":
            library.connection.execute(
                "INSERT INTO reviewers (id, name, colour, author, device, created, stamp, deleted)"
                " VALUES (?, ?, '#000000', ?, 'x', '', '', 0)",
                (name, name, name),
            )
        for n, (one, other) in enumerate(pairs):
            library.connection.execute(
                "INSERT INTO same_person (id, reviewer, other, author, device, created, stamp, deleted)"
                " VALUES (?, ?, ?, 'a', 'x', '', '', 0)",
                (str(n), one, other),
            )
    shown = dict(tuple(row) for row in library.query("SELECT id, shown FROM shown_reviewers"))
    assert {name: shown[name] for name in "abcd"} == {"a": "c", "b": "c", "c": "c", "d": "d"}
