"""Copies made while work goes on, proved aside; damage believed when it is seen twice."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk import backups
from annotator.desk.backups import Copied, Kept, shelf
from annotator.desk.care import Report
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.model.backups import Occasion
from annotator.model.damage import Finding
from annotator.model.drafts import Draft
from annotator.model.errors import LibraryRefused, RedPencilError, WriteFailed
from annotator.store.backups import copying
from annotator.window.session import Session
from tests.window.at_work import AtWork

PATIENCE = 20_000  # for a child process to start, in milliseconds


@pytest.fixture
def work(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> AtWork:
    """A session on a library of a hundred pages, of which a copy takes four at a time."""
    monkeypatch.setattr(copying, "_PAGES", 4)
    at_work = AtWork(qtbot, session)
    at_work.run(ImportArticle(Draft("One two three. " * 2_000, "One")))
    return at_work


def titles(path: Path) -> list[str]:
    with closing(connect(path)) as connection:
        return sorted(title for (title,) in connection.execute("SELECT title FROM articles"))


def backed_up(work: AtWork, occasion: Occasion = Occasion.ASKED) -> Kept:
    with work.qtbot.waitSignal(work.session.backed_up, timeout=PATIENCE) as kept:
        work.session.back_up(occasion)
    return kept.args[0]


def in_order(session: Session) -> list[object]:
    told: list[object] = []
    session.changed.connect(lambda _: told.append("changed"))
    session._writer.copied.connect(lambda *_: told.append("copied"))
    return told


def test_a_copy_is_proved_and_kept(work: AtWork) -> None:
    heard: list[Kept] = []
    with work.qtbot.waitSignal(work.session.backed_up, timeout=PATIENCE):
        work.session.back_up(Occasion.ASKED, heard.append)
    assert heard[0].report.sound
    assert [heard[0].backup] == list(shelf(work.session.path))
    assert titles(heard[0].backup.path) == ["One"]


def test_backups_asked_for_at_once_come_one_after_the_other(work: AtWork) -> None:
    heard: list[Kept] = []
    for _ in range(2):
        work.session.back_up(Occasion.ASKED, heard.append)
    work.qtbot.waitUntil(lambda: len(heard) == 2, timeout=PATIENCE)
    assert [kept.report.sound for kept in heard] == [True] * 2
    assert len(shelf(work.session.path)) == 1  # the others said nothing new


STALE = {
    "the index": ("UPDATE search_articles SET body = 'other words'", "SELECT body FROM search_articles"),
    "the twins": (
        "INSERT INTO twins VALUES ('a claim', 'another')",
        "SELECT count(*) FROM twins",
    ),
}


@pytest.mark.parametrize("what", STALE)
def test_what_follows_from_the_rows_is_made_again_and_is_no_damage(work: AtWork, what: str) -> None:
    """As where another version of Python knows more letters than the one that wrote the index."""
    stale, look = STALE[what]
    told: list[Report] = []
    work.session.damaged.connect(told.append)

    def rows(desk: Desk) -> list[tuple[object, ...]]:
        return [tuple(row) for row in desk.library.query(look)]

    before = work.ask(rows)
    work.ask(lambda desk: (desk.library.connection.execute(stale), desk.library.connection.commit()))
    assert work.ask(rows) != before
    assert backed_up(work).report.sound
    assert work.ask(rows) == before
    assert told == []
    assert work.session.report is None


@pytest.fixture
def slow(work: AtWork, monkeypatch: pytest.MonkeyPatch) -> Iterator[AtWork]:
    """The same, with a copy that takes long."""
    let_through = work.session._writer._let_through

    def slowly() -> None:
        time.sleep(0.01)
        let_through()

    monkeypatch.setattr(work.session._writer, "_let_through", slowly)
    return work


def test_changes_go_on_while_it_is_copied(slow: AtWork) -> None:
    told = in_order(slow.session)
    with slow.qtbot.waitSignal(slow.session.backed_up, timeout=PATIENCE) as kept:
        slow.session.back_up(Occasion.START)
        slow.session.run(ImportArticle(Draft("Four", "Four")))
    assert told == ["changed", "copied"]
    assert titles(kept.args[0].backup.path) == ["Four", "One"]


def test_a_backup_before_a_merge_holds_what_stood_before(slow: AtWork) -> None:
    """Questions do not wait for the copy, but for a change before them that does."""
    told: list[object] = in_order(slow.session)
    with slow.qtbot.waitSignal(slow.session.backed_up, timeout=PATIENCE) as kept:
        slow.session.back_up(Occasion.MERGE)
        slow.session.ask(lambda desk: len(article_lines(desk)), told.append)
        slow.session.run(ImportArticle(Draft("Four", "Four")))
        slow.session.ask(lambda desk: len(article_lines(desk)), told.append)
        slow.session.undo("library")
    slow.qtbot.waitUntil(lambda: len(told) == 5)  # the proof may have been quicker
    assert told == [1, "copied", "changed", 2, "changed"]
    assert titles(kept.args[0].backup.path) == ["One"]


def left(work: AtWork) -> list[str]:
    folder = work.session.path.parent
    return [file.name for file in folder.rglob("*") if file.is_file() and file.name not in MINE]


MINE = {"library.sqlite", "library.sqlite.lock"}


def test_closing_ends_a_copy_at_once(slow: AtWork) -> None:
    heard: list[object] = []
    slow.session.back_up(Occasion.START, heard.append, heard.append)
    slow.session.run(ImportArticle(Draft("Four", "Four")))
    slow.qtbot.waitUntil(lambda: slow.session._writer._copying)
    begun = time.monotonic()
    slow.session.close()
    assert time.monotonic() - begun < 1
    assert titles(slow.session.path) == ["Four", "One"]
    assert left(slow) == []
    assert heard == []


def test_closing_before_a_merge_does_what_was_asked(slow: AtWork) -> None:
    told = in_order(slow.session)
    slow.session.back_up(Occasion.MERGE, refused=lambda _: None)
    slow.session.run(ImportArticle(Draft("Four", "Four")))
    slow.qtbot.waitUntil(lambda: slow.session._writer._copying)
    slow.session.settle()
    assert told == ["changed"]  # it has not waited for the copy
    slow.session.close()
    assert titles(slow.session.path) == ["Four", "One"]


def test_closing_ends_a_proof(work: AtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    proving, keep = Event(), backups.keep

    def kept(copied: Copied, stopped: Callable[[], bool]) -> Kept:
        proving.set()
        ends = time.monotonic() + 20
        while not stopped() and time.monotonic() < ends:  # a child that runs already is done before the close
            time.sleep(0.005)
        return keep(copied, stopped)

    monkeypatch.setattr(backups, "keep", kept)
    work.session.back_up(Occasion.START)
    work.qtbot.waitUntil(proving.is_set, timeout=PATIENCE)
    begun = time.monotonic()
    work.session.close()
    assert time.monotonic() - begun < 1
    work.qtbot.waitUntil(lambda: not any(name.endswith(".part") for name in left(work)), timeout=5_000)


def test_moving_away_ends_a_copy(slow: AtWork, tmp_path: Path) -> None:
    refused: list[RedPencilError] = []
    slow.session.back_up(Occasion.ASKED, refused=refused.append)
    slow.session.move_to(tmp_path / "there.sqlite")
    slow.qtbot.waitUntil(lambda: slow.session.path.name == "there.sqlite")
    assert [error.key for error in refused] == ["work.cancelled"]


def test_no_room_for_a_copy_is_said(work: AtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise WriteFailed("backup.disk_full", folder="x", reason="full")

    monkeypatch.setattr(backups, "copy_pages", full)
    errors: list[RedPencilError] = []
    work.session.back_up(Occasion.ASKED, refused=errors.append)
    work.qtbot.waitUntil(lambda: bool(errors))
    assert [error.key for error in errors] == ["backup.disk_full"]
    assert work.session.report is None


def unsound(times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many proofs find something; those after them are real."""
    real, left = backups.keep, [times]

    def keep(copied: backups.Copied, stopped: object) -> Kept:
        left[0] -= 1
        if left[0] >= 0:
            return Kept(None, Report((Finding("doctor.pages", {"reason": "x"}),), (), {}))
        return real(copied, stopped)

    monkeypatch.setattr(backups, "keep", keep)


def test_damage_seen_once_is_none(work: AtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    unsound(1, monkeypatch)
    damaged: list[object] = []
    work.session.damaged.connect(damaged.append)
    assert backed_up(work).report.sound
    assert damaged == []
    assert work.session.report is None


def test_damage_seen_twice_stops_all_writing(work: AtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    unsound(2, monkeypatch)
    errors: list[RedPencilError] = []
    with work.qtbot.waitSignal(work.session.damaged, timeout=PATIENCE) as told:
        work.session.back_up(Occasion.MERGE, refused=errors.append)
    work.session.run(ImportArticle(Draft("Four", "Four")), refused=errors.append)
    work.wait()
    assert work.session.report is told.args[0]
    assert [error.key for error in errors] == ["library.hurt"] * 2


def spoil(path: Path) -> None:
    """Writes nonsense over the root page of the articles."""
    with closing(connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'articles'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)


def test_a_page_that_is_spoilt_under_us_is_found(work: AtWork) -> None:
    """No question calls it damage; the look that follows does, and then nothing is written any more."""
    spoil(work.session.path)
    before, errors = work.session.path.read_bytes(), []
    with work.qtbot.waitSignal(work.session.damaged, timeout=PATIENCE) as told:
        work.session.ask(lambda desk: desk.library.query("PRAGMA cache_size = 0"))
        work.session.ask(lambda desk: desk.library.query("SELECT * FROM articles"), refused=errors.append)
        work.session.run(ImportArticle(Draft("Four", "Four")), refused=errors.append)
    assert [error.key for error in errors] == ["library.doubtful"]
    assert not told.args[0].sound
    assert work.session.has_unsaved  # the change waits for somebody to decide
    assert work.session.path.read_bytes() == before


def test_a_library_that_gives_no_copy_is_looked_at_where_it_lies(
    work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(desk: Desk, *_: object) -> None:
        raise LibraryRefused("library.unreadable", path=desk.library.path, reason="disk I/O error")

    monkeypatch.setattr(backups, "copy", unreadable)
    errors: list[RedPencilError] = []
    work.session.back_up(Occasion.ASKED, refused=errors.append)
    work.qtbot.waitUntil(lambda: bool(errors), timeout=PATIENCE)
    assert [error.key for error in errors] == ["library.unreadable"]  # sound, for all that can be seen
    spoil(work.session.path)
    with work.qtbot.waitSignal(work.session.damaged, timeout=PATIENCE):
        work.session.back_up(Occasion.ASKED, refused=errors.append)
    work.wait()
    assert [error.key for error in errors] == ["library.unreadable", "library.hurt"]
