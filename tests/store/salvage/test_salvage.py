"""What can be read of a damaged library comes into a new one that is sound; what is lost is said."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.desk.desk import Desk
from annotator.model.damage import Salvage
from annotator.model.errors import LibraryRefused
from annotator.model.rows import Claim, Comment, Reviewer, Source
from annotator.store import doctor
from annotator.store.library import Library
from annotator.store.salvage import salvage
from annotator.store.salvage.opening import opened
from tests.desk.content import content
from tests.store.meddling import brought_up_to_date, meddle

PAGE = 4_096


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> bytes:
    return brought_up_to_date(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def hurt(tmp_path, whole) -> Path:
    """The library, to be damaged."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(whole)
    return path


def said(path: Path) -> dict:
    with Library(path, reading=True) as library:
        return content(library)


def saved_from(path: Path) -> tuple[Salvage, dict]:
    """Salvages, the old file untouched and nothing else left; that the new one is sound `salvage` sees to."""
    before, new = path.read_bytes(), path.with_name("new.sqlite")
    done = salvage(path, new)
    assert path.read_bytes() == before
    assert {file.name for file in path.parent.iterdir()} == {"library.sqlite", "new.sqlite"}
    return done, said(new)


def unread(library: Library) -> list[tuple]:
    return list(map(tuple, library.query("SELECT * FROM unread")))


def wreck(path: Path, table: str, page: Callable[[bytes], bytes] = lambda old: b"\xff" * PAGE) -> None:
    """Overwrites the first page of a table."""
    with closing(sqlite3.connect(path)) as looker:
        (at,) = looker.execute("SELECT rootpage - 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    data = path.read_bytes()
    path.write_bytes(data[: at * PAGE] + page(data[at * PAGE : (at + 1) * PAGE]) + data[(at + 1) * PAGE :])


def test_of_a_sound_library_everything_comes_over(hurt):
    before = said(hurt)
    done, after = saved_from(hurt)
    assert after == before
    assert (done.lost, done.named, done.mended, done.complete) == ({}, (), (), True)
    assert done.saved == {table: len(rows) for table, rows in before.items() if rows}
    with Library(hurt.with_name("new.sqlite"), reading=True) as library:
        assert list(doctor.findings(library, thorough=True)) == []


def test_authors_and_stamps_are_kept_and_new_stamps_are_later(hurt):
    saved_from(hurt)
    new = hurt.with_name("new.sqlite")
    with Library(hurt, reading=True) as old, Library(new, reading=True) as now:
        columns = "id, author, device, created, stamp, deleted, stamps"
        for table in ("claims", "sources", "articles", "comments", "reviewers"):
            statement = f"SELECT {columns} FROM {table} ORDER BY id"
            assert list(map(tuple, old.query(statement))) == list(map(tuple, now.query(statement)))
        last = old.query("SELECT max(stamp) FROM steps")[0][0]
        assert now.query("SELECT min(stamp) FROM steps")[0][0] > last
        assert list(map(tuple, old.query("SELECT * FROM unread"))) == list(
            map(tuple, now.query("SELECT * FROM unread"))
        )


def test_who_works_there_goes_on_working_there(hurt):
    with Desk(hurt, reading=True) as desk:
        me, (bo,) = desk.me, desk.library.where(Reviewer, name="Bo")
    saved_from(hurt)
    with Desk(hurt.with_name("new.sqlite")) as desk:
        assert desk.me == me
        desk.switch(bo.id)  # a colleague who works elsewhere would be refused
        assert desk.me == bo.id


@pytest.mark.parametrize("table", ["claims", "sources", "steps"])
def test_rows_of_a_damaged_page_come_from_the_journal(hurt, table):
    before = said(hurt)
    wreck(hurt, table)
    done, after = saved_from(hurt)
    assert after == before
    assert (done.lost, done.complete) == ({}, True)


@pytest.mark.parametrize("lost", ["n > 20 AND n < 50", "1"])
def test_without_the_journal_rows_are_taken_as_they_stand(hurt, lost):
    before = said(hurt)
    meddle(hurt, f"DELETE FROM journal WHERE {lost}")
    done, after = saved_from(hurt)
    assert after == before
    assert done.lost == {}


def test_what_was_changed_past_us_is_again_as_the_journal_has_it(hurt):
    before = said(hurt)
    meddle(
        hurt,
        "UPDATE claims SET note = 'better' WHERE note <> ''",
        "UPDATE anchors SET start = start + 1 WHERE n = 2",
        "DELETE FROM comments",
        "INSERT INTO devices SELECT 99, 'x', name, reviewer, author, device, created, stamp, 0, '{}'"
        " FROM devices LIMIT 1",
    )
    done, after = saved_from(hurt)
    assert after == before
    assert {one.kind for one in done.mended} == {"claims"}
    assert len(done.mended) == 2


def test_a_damaged_entry_does_not_speak_for_its_row(hurt):
    before = said(hurt)
    meddle(
        hurt,
        "UPDATE journal SET after = replace(after, 'again', 'never') WHERE after LIKE '%again%'",
    )
    _, after = saved_from(hurt)
    assert after == before


def test_a_damaged_hash_is_made_good_by_the_entry_that_builds_on_it(hurt):
    before = said(hurt)
    claims = "SELECT max(n) FROM journal WHERE \"table\" = 'claims'"
    meddle(hurt, f"UPDATE journal SET hash = 'x' WHERE n = ({claims})")
    wreck(hurt, "claims")
    _, after = saved_from(hurt)
    assert after == before


def test_what_hangs_on_a_lost_text_is_lost_with_it_and_named(hurt):
    before = said(hurt)
    meddle(hurt, "UPDATE texts SET body = body || '!' WHERE body LIKE 'The mayor%'")
    done, after = saved_from(hurt)
    assert {article["title"] for article in after["articles"].values()} == {"Pages"}
    assert after["claims"] == {}
    assert done.lost["claims"] == len(before["claims"])
    assert {one.name for one in done.named if one.kind == "articles"} == {"First"}
    assert {one.article for one in done.named if one.kind == "claims"} == {"First"}
    for table, rows in before.items():
        assert done.saved.get(table, 0) + done.lost.get(table, 0) == len(rows), table
        assert after[table].items() <= rows.items(), table


def test_a_row_that_nothing_tells_of_any_more_is_lost(hurt):
    """Its page and its entries cannot be read; the index still knows that there was one."""
    with Library(hurt, reading=True) as library:
        (comment,) = library.where(Comment)
    meddle(hurt, f"DELETE FROM journal WHERE row = '{comment.id}'")
    wreck(hurt, "comments")
    done, after = saved_from(hurt)
    assert after["comments"] == {}
    assert done.lost == {"comments": 1}
    assert not done.complete, "it may have been removed long ago"


def test_a_file_that_is_cut_short_gives_what_is_left(tmp_path):
    """Of the first schema, brought up to date: its pages lie otherwise than in one that is made today."""
    path = tmp_path / "library.sqlite"
    brought_up_to_date(tmp_path, 1)
    before = said(path)
    path.write_bytes(path.read_bytes()[: -100 - PAGE])
    with opened(path) as connection:  # its own schema, which has more tables than that of the first version
        there = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'remarks'").fetchone()
    assert there[0] == 1
    done, after = saved_from(path)
    assert sum(map(len, after.values())) == sum(done.saved.values()) > 5
    for table, rows in after.items():
        assert rows.items() <= before[table].items()


@pytest.mark.parametrize("place", [20, 60, 110])
def test_a_library_that_no_sqlite_opens_is_opened_with_a_fresh_schema(tmp_path, place):
    path = tmp_path / "library.sqlite"
    with Desk(path) as desk:
        desk.library.connection.execute("PRAGMA synchronous = OFF")
        desk.add_person("Ana")
    path.with_name("library.sqlite.lock").unlink()
    before, data = said(path), bytearray(path.read_bytes())
    data[place : place + 16] = b"\xff" * 16
    path.write_bytes(data)
    done, after = saved_from(path)
    assert after == before
    assert done.complete


def test_a_killed_programs_journal_is_heeded(hurt):
    """The file has half of a change in it; beside it lies what takes that back."""
    before = said(hurt)
    with closing(sqlite3.connect(hurt, isolation_level=None)) as killed:
        killed.execute("PRAGMA cache_size = 1")
        killed.execute("BEGIN")
        killed.execute("UPDATE claims SET note = 'half done'")
        killed.execute("CREATE TABLE filler AS SELECT randomblob(50000)")
        rest = Path(f"{hurt}-journal").read_bytes()
        half = hurt.read_bytes()
    assert b"half done" in half
    folder = hurt.parent / "killed"
    folder.mkdir()
    (folder / "library.sqlite").write_bytes(half)
    (folder / "library.sqlite-journal").write_bytes(rest)
    done = salvage(folder / "library.sqlite", folder / "new.sqlite")
    assert done.mended == ()
    assert said(folder / "new.sqlite") == before
    assert (folder / "library.sqlite").read_bytes() == half
    assert (folder / "library.sqlite-journal").read_bytes() == rest


def test_where_nothing_can_be_read_nothing_is_made(tmp_path):
    path = tmp_path / "library.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE claims (note)")
        other.commit()
    for data in (path.read_bytes(), b"no database", bytes(9_000)):
        path.write_bytes(data)
        with pytest.raises(LibraryRefused) as refused:
            salvage(path, tmp_path / "new.sqlite")
        assert refused.value.key == "salvage.nothing"
        assert [file.name for file in tmp_path.iterdir()] == ["library.sqlite"]
        assert path.read_bytes() == data


def test_no_file_is_overwritten(hurt):
    other = hurt.with_name("new.sqlite")
    other.write_text("mine")
    with pytest.raises(LibraryRefused) as refused:
        salvage(hurt, other)
    assert refused.value.key == "library.exists"
    assert other.read_text() == "mine"
    with pytest.raises(LibraryRefused) as refused:
        salvage(hurt, hurt.parent / "none" / "new.sqlite")
    assert refused.value.key == "library.cannot_make"


def test_a_reference_that_can_be_done_without_is_left_out(hurt):
    with Library(hurt, reading=True) as library:
        first, *_ = library.where(Claim)
        (source, *_) = [one for one in library.where(Source) if one.name == "A clerk"]
    meddle(
        hurt,
        f"DELETE FROM journal WHERE row = '{source.id}'",
        f"DELETE FROM sources WHERE id = '{source.id}'",
    )
    done, after = saved_from(hurt)
    assert first.id in after["claims"], "the claim stands without who said it"
    assert (after["attributions"], done.lost) == ({}, {"attributions": 1})


def test_a_view_in_the_place_of_a_table_is_not_read(hurt):
    """It never ends; under a fresh schema there is the table again."""
    before = said(hurt)
    with closing(sqlite3.connect(hurt)) as meddler:
        endless = "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n, n AS id FROM r"
        meddler.execute("DROP TABLE unread")
        meddler.execute(f"CREATE VIEW unread AS {endless}")
        meddler.commit()
    _, after = saved_from(hurt)
    assert after == before


def test_what_does_not_come_out_sound_is_not_handed_over(hurt, monkeypatch):
    monkeypatch.setattr("annotator.store.salvage.fit", lambda chosen, _: chosen.rows["sources"].clear())
    with pytest.raises(LibraryRefused) as refused:
        salvage(hurt, hurt.with_name("new.sqlite"))
    assert refused.value.key == "salvage.failed"
    assert [file.name for file in hurt.parent.iterdir()] == ["library.sqlite"]


def test_a_clock_that_was_set_back_is_no_obstacle(hurt, monkeypatch):
    before = said(hurt)
    monkeypatch.setattr("annotator.host.clock.Clock.now_ms", lambda self: 1_500_000_000_000)
    _, after = saved_from(hurt)
    assert after == before
    with Library(hurt, reading=True) as old, Library(hurt.with_name("new.sqlite"), reading=True) as now:
        last = old.query("SELECT max(stamp) FROM steps")[0][0]
        assert now.query("SELECT min(stamp) FROM steps")[0][0] > last
