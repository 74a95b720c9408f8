"""What was written last is looked at whenever a library is opened to be written to."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim, TagMany, WriteNote
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import LibraryRefused
from annotator.model.spans import Span
from annotator.store.library import Library
from annotator.store.newest import refuse_unless_standing
from tests.desk.content import quick_desk


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> bytes:
    """A library with forty claims, the last of them with a note."""
    path = tmp_path_factory.mktemp("written") / "library.sqlite"
    with quick_desk(path) as desk:
        (article,) = desk.run(ImportArticle(Draft("So it is. " * 30, "So"))).made
        desk.run(TagMany(article, tuple(Span(n, n + 5) for n in range(40)), Tag.FACT))
        (claim,) = desk.run(TagClaim(article, Span(50, 60), Tag.DENIAL)).made
        desk.run(WriteNote(claim, "Ask."))
    return path.read_bytes()


@pytest.fixture
def path(tmp_path, written) -> Path:
    path = tmp_path / "library.sqlite"
    path.write_bytes(written)
    return path


MEDDLING = [
    "UPDATE claims SET note = 'other' WHERE note <> ''",
    "DELETE FROM claims WHERE note <> ''",
    "UPDATE journal SET after = replace(after, 'Ask', 'Act') WHERE n = (SELECT max(n) FROM journal)",
    "UPDATE journal SET before = NULL WHERE n = (SELECT max(n) FROM journal)",
    "UPDATE journal SET hash = 'x' WHERE n = (SELECT max(n) - 5 FROM journal)",
    "DELETE FROM journal WHERE n = (SELECT max(n) FROM journal)",
    "DELETE FROM journal WHERE n = (SELECT max(n) - 3 FROM journal)",
    "UPDATE steps SET label = 'step.tag' WHERE n = (SELECT max(n) FROM steps)",
    "DELETE FROM step_scopes WHERE step = (SELECT max(n) FROM steps)",
    "DELETE FROM steps WHERE n = (SELECT max(n) FROM steps)",
    "UPDATE here SET value = 'x' WHERE key = 'reviewer'",
]


@pytest.mark.parametrize("statement", MEDDLING)
def test_nothing_is_written_onto_what_is_not_as_it_was_written(path, statement):
    with closing(sqlite3.connect(path)) as meddler:
        assert meddler.execute(statement).rowcount == 1
        meddler.commit()
    before = path.read_bytes()
    with pytest.raises(LibraryRefused) as refused:
        Library(path)
    assert refused.value.key == "library.damaged"
    assert re.search("as (it was|they were) written", str(refused.value.values["reason"]))
    assert path.read_bytes() == before
    Library(path, reading=True).close()  # whoever only looks may


def test_what_lies_further_back_is_the_doctors_work(path):
    with closing(sqlite3.connect(path)) as meddler:
        meddler.execute("UPDATE articles SET title = 'Other'")
        meddler.commit()
    Library(path).close()


def test_it_takes_no_longer_in_a_long_history(path):
    """Counted in steps of SQLite's machine: as many among three hundred claims as among forty."""
    short = steps_of_opening(path)
    with quick_desk(path) as desk:
        (article,) = [row["id"] for row in desk.library.query("SELECT id FROM articles")]
        desk.run(TagMany(article, tuple(Span(n // 9, n // 9 + 9 + n % 9) for n in range(300)), Tag.FACT))
        (claim,) = desk.run(TagClaim(article, Span(51, 60), Tag.DENIAL)).made
        desk.run(WriteNote(claim, "Ask."))
    assert steps_of_opening(path) < 1.5 * short


def steps_of_opening(path: Path) -> int:
    counted = [0]

    def count() -> int:
        counted[0] += 1
        return 0

    with closing(sqlite3.connect(path)) as connection:
        connection.set_progress_handler(count, 1)
        refuse_unless_standing(connection)
    return counted[0]
