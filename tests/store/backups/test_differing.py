"""What going back to a backup would change is counted exactly, by the journals of both."""

import gzip
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from annotator.desk.commands.answers import Link
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import DeleteClaim, TagClaim
from annotator.desk.commands.sources import EditSource, NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.desk.desk import Desk
from annotator.model.backups import Counted
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.enums import SourceKind, Tag
from annotator.model.errors import LibraryRefused, RedPencilError
from annotator.model.rows import NOT_NAMED, THE_ARTICLE_ITSELF, Article
from annotator.model.spans import Span
from annotator.store.backups.differing import _differ, difference
from annotator.store.library import Library
from tests.desk.content import content, quick_desk
from tests.desk.play import Move, days_work

FILES = Path(__file__).parents[1] / "migrations" / "files"
TEXT = "The mayor took money, a witness said. “That is a lie,” her office said."


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with an article, three claims and a source who says the first."""
    path = tmp_path_factory.mktemp("written") / "library.sqlite"
    with quick_desk(path) as desk:
        (article,) = desk.run(ImportArticle(Draft(TEXT, "First"))).made
        (first,) = desk.run(TagClaim(article, Span(0, 20), Tag.ALLEGATION)).made
        desk.run(TagClaim(article, Span(39, 52), Tag.DENIAL))
        desk.run(TagClaim(article, Span(4, 9), Tag.FACT))
        desk.run(SayBy(first, NewSource("Ben")))
    return path


@pytest.fixture
def pair(written: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A library and its backup, the same as yet."""
    return tuple(Path(shutil.copy(written, tmp_path / name)) for name in ("library.sqlite", "backup.sqlite"))


def claims(desk: Desk) -> dict[Tag, str]:
    return {
        Tag(row["tag"]): row["id"] for row in desk.library.query("SELECT * FROM claims WHERE NOT deleted")
    }


def test_nothing_has_changed(pair):
    told = difference(*pair)
    assert (told.holds, told.steps, told.newest) == (Counted(3, 1, 1), 0, ())
    assert told.gone == told.changed == told.back == Counted()
    assert told.ahead
    assert told.readable


def test_what_was_done_since_is_counted(pair):
    library, backup = pair
    with quick_desk(library) as desk:
        there = claims(desk)
        article = desk.library.where(Article)[0].id
        desk.run(ImportArticle(Draft("Another article.", "Second")))
        desk.run(TagClaim(article, Span(22, 36), Tag.FACT))
        desk.run(DeleteClaim(there[Tag.FACT]))
        desk.run(Link(there[Tag.DENIAL], there[Tag.ALLEGATION]))  # both say something else by that
        desk.run(SayBy(there[Tag.ALLEGATION], NewSource("Her office")))
    told = difference(library, backup)
    assert told.gone == Counted(claims=1, articles=1, sources=1)
    assert told.changed == Counted(claims=2)
    assert told.back == Counted(claims=1)
    assert told.holds == Counted(3, 1, 1)
    assert (told.steps, told.ahead) == (5, True)
    assert [line.label for line in told.newest] == [
        "step.said_by", "step.link", "step.delete", "step.tag", "step.import",
    ]  # fmt: skip


def test_a_column_that_one_schema_lacks_says_nothing():
    then = {"id": "a", "deleted": 0, "verdict": "agreed", "stamp": "1"}
    assert not _differ({**then, "of": "", "stamp": "2"}, then)
    assert _differ({**then, "verdict": "rejected"}, then)
    assert _differ({**then, "deleted": 1}, then)
    assert not _differ({**then, "deleted": 1}, None)


def test_what_was_taken_back_is_no_change(pair):
    library, backup = pair
    with quick_desk(library) as desk:
        article = desk.library.where(Article)[0].id
        desk.run(TagClaim(article, Span(22, 36), Tag.FACT))
        desk.undo(article)
    told = difference(library, backup)
    assert told.steps == 2
    assert told.gone == told.changed == told.back == Counted()


def test_a_source_that_says_something_else_is_changed_and_its_claims_are_not(pair):
    library, backup = pair
    with quick_desk(library) as desk:
        ben = desk.library.query("SELECT id FROM sources WHERE name = 'Ben'")[0]["id"]
        desk.run(EditSource(ben, NewSource("Benjamin", SourceKind.PERSON)))
    assert difference(library, backup).changed == Counted(sources=1)


def test_at_most_twenty_steps_are_told_and_all_are_counted(pair):
    library, backup = pair
    with quick_desk(library) as desk:
        article = desk.library.where(Article)[0].id
        for n in range(12):
            desk.run(TagClaim(article, Span(22, 30 + n % 3), Tag.FACT))
            desk.undo(article)
    told = difference(library, backup)
    assert (told.steps, len(told.newest)) == (24, 20)
    assert told.newest[0].kind == "undo"


def test_a_backup_that_went_another_way_is_no_earlier_state(pair):
    """The library went back and on from there: the backup has what it has not; steps cannot be counted."""
    library, backup = pair
    for path, span in ((library, Span(22, 36)), (backup, Span(10, 20))):
        with quick_desk(path) as desk:
            desk.run(TagClaim(desk.library.where(Article)[0].id, span, Tag.FACT))
    told = difference(library, backup)
    assert (told.ahead, told.steps, told.newest) == (False, 0, ())
    assert (told.gone, told.back) == (Counted(claims=1), Counted(claims=1))
    assert told.holds == Counted(4, 1, 1)


def test_another_library_has_nothing_in_common(pair, tmp_path):
    other = tmp_path / "other.sqlite"
    with quick_desk(other) as desk:
        desk.run(ImportArticle(Draft("Elsewhere.", "Elsewhere")))
    told = difference(other, pair[1])
    assert (told.ahead, told.gone, told.back) == (False, Counted(articles=1), Counted(3, 1, 1))


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_an_older_schema_alone_is_no_difference(tmp_path, version):
    library, backup = tmp_path / "library.sqlite", tmp_path / "backup.sqlite"
    for path in (library, backup):
        path.write_bytes(gzip.decompress((FILES / f"library-{version}.sqlite.gz").read_bytes()))
    with Library(library):  # brings it up to date
        pass
    told = difference(library, backup)
    assert told.gone == told.changed == told.back == Counted()
    assert told.holds.articles > 0
    assert told.ahead
    assert difference(backup, library).holds == told.holds


def test_a_library_that_cannot_be_read_tells_nothing_and_the_backup_still_what_it_holds(pair):
    library, backup = pair
    library.write_bytes(library.read_bytes()[:20_000])
    told = difference(library, backup)
    assert (told.readable, told.ahead, told.holds) == (False, False, Counted(3, 1, 1))


def test_damage_in_the_journal_is_met(pair):
    library, backup = pair
    with closing(sqlite3.connect(library)) as opened:
        (page,) = opened.execute("SELECT rootpage FROM sqlite_master WHERE name = 'journal'").fetchone()
    whole = library.read_bytes()
    library.write_bytes(whole[: (page - 1) * 4096] + b"\xff" * 4096 + whole[page * 4096 :])
    assert not difference(library, backup).readable


def test_a_backup_that_cannot_be_read_is_refused(pair):
    library, backup = pair
    backup.write_bytes(backup.read_bytes()[:20_000])
    with pytest.raises(LibraryRefused):
        difference(library, backup)


def expected(now: dict, then: dict) -> tuple[Counted, Counted, Counted]:
    """The same said by the tables: what each thing and all that hangs on it says, before and after."""

    def things(tables: dict) -> dict[str, dict[str, list]]:
        built_in = (THE_ARTICLE_ITSELF, NOT_NAMED)
        said = {
            table: {row: [values] for row, values in tables[table].items() if row not in built_in}
            for table in ("claims", "articles", "sources")
        }
        for table, rows in sorted(tables.items()):
            for values in sorted(rows.values(), key=lambda one: one["id"]):
                on = [("claims", values.get(name)) for name in ("claim", "denial", "allegation")]
                if not values.get("claim") and table != "claims":
                    on.append(("articles", values.get("article")))
                if table == "same_as":
                    on += [("sources", values["source"]), ("sources", values["other"])]
                for kind, row in on:
                    if row in said[kind]:
                        said[kind][row].append((table, values))
        return said

    before, after = things(then), things(now)
    kinds = ("claims", "articles", "sources")
    return (
        Counted(*(len(after[kind].keys() - before[kind].keys()) for kind in kinds)),
        Counted(
            *(sum(after[k][r] != before[k][r] for r in after[k].keys() & before[k].keys()) for k in kinds)
        ),
        Counted(*(len(before[kind].keys() - after[kind].keys()) for kind in kinds)),
    )


@settings(max_examples=5)
@given(made=days_work())
def test_whatever_is_done_is_counted_as_the_tables_say(shared: Path, made: list[Move]):
    with TemporaryDirectory() as folder:
        library, backup = (Path(shutil.copy(shared, Path(folder) / name)) for name in ("library", "backup"))
        with quick_desk(library) as desk:
            for move in made:
                try:
                    command = move.command(desk)
                    if command:
                        desk.run(command)
                except RedPencilError:
                    continue
            if len(made) % 2:
                with suppress(RedPencilError):
                    desk.undo(LIBRARY)
            now = content(desk.library)
        with Library(backup, reading=True) as there:
            then = content(there)
        told = difference(library, backup)
        assert (told.gone, told.changed, told.back) == expected(now, then)
        assert told.ahead
