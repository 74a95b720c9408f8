"""The fourth schema keeps pages, times and remarks, also in a library that the third version made."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_export, article_lines, article_page
from annotator.model.drafts import Draft
from annotator.model.enums import StatusValue, Tag, Verdict
from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span
from annotator.store import doctor
from annotator.store.library import Library
from annotator.store.migrations import m001_first, m002_search, m003_people, m004_places

FILE = Path(__file__).parent / "files" / "library-3.sqlite.gz"
PAGES = (Place(Span(0, 8), PlaceKind.PAGE, "iv"), Place(Span(10, 22), PlaceKind.PAGE, "1"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A library that the third version made: one article, claims of Ana and of Kim, who asks."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress(FILE.read_bytes()))
    return path


def test_it_stands_on_the_first_three():
    with closing(sqlite3.connect(":memory:")) as connection:
        for migration in (m001_first, m002_search, m003_people, m004_places):
            migration.apply(Database(connection))
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 4
        for table in ("places", "remarks"):
            names = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
            assert {"stamps", "stamp", "author", "deleted"} <= names


def test_an_old_library_keeps_all_it_says(old):
    with Desk(old) as desk:
        (line,) = article_lines(desk)
        export = article_export(desk, line.id)
    claims = {(claim.tag, claim.reviewer): claim for claim in export.claims}
    assert set(claims) == {(Tag.ALLEGATION, "Ana"), (Tag.DENIAL, "Ana"), (Tag.FACT, "Kim")}
    allegation = claims[Tag.ALLEGATION, "Ana"]
    assert allegation.status is StatusValue.CONFIRMED
    assert [review.verdict for review in allegation.reviews] == [Verdict.TO_DISCUSS]
    assert [comment.body for comment in allegation.comments] == ["Two in May."]
    assert claims[Tag.DENIAL, "Ana"].answers == (allegation.id,)
    assert (export.language, export.places, export.remarks) == ("en", (), ())


def test_the_doctor_finds_nothing_before_and_after_a_change(old):
    with Library(old) as library:
        assert list(doctor.findings(library)) == []
    with Desk(old) as desk:
        desk.run(ImportArticle(Draft("Page one\n\nPage two ...", "Pages", places=PAGES)))
    with Library(old) as library:
        assert list(doctor.findings(library)) == []


def test_pages_come_in_with_their_text_and_show(old):
    with Desk(old) as desk:
        draft = Draft("Page one\n\nPage two ...", "Pages", places=PAGES)
        (article,) = desk.run(ImportArticle(draft)).made
        assert article_page(desk, article).places == PAGES
        assert article_export(desk, article).places == PAGES
        desk.undo("library")
        desk.run(ImportArticle(draft))
        assert article_page(desk, article).places == PAGES


@pytest.mark.parametrize("places", ['[[0,99,"page","1"]]', '[[4,8,"page","2"],[0,4,"page","1"]]', "[[]]"])
def test_the_doctor_names_places_that_are_not_in_their_text(old, places):
    with Desk(old) as desk:
        desk.run(ImportArticle(Draft("Page one\n\nPage two ...", "Pages", places=PAGES)))
    with closing(sqlite3.connect(old)) as meddler:
        meddler.execute("UPDATE places SET places = ?", (places,))
        meddler.commit()
    with Library(old, reading=True) as library:
        assert {one.key for one in doctor.findings(library)} == {"doctor.places", "doctor.row_changed"}
