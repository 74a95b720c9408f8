"""What the writer thread does when the file gives trouble: nothing is done twice, nothing is lost."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk import identity
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.comments import AddComment
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.work import Command, Work
from annotator.model.changes import LIBRARY, Changes
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import RedPencilError, WriteFailed
from annotator.model.rows import Article, Comment
from annotator.model.spans import Span
from annotator.window.session import Session
from tests.torture import vfs
from tests.window.at_work import AtWork, disk_with

pytestmark = pytest.mark.skipif(not vfs.available(), reason="this Python hides its SQLite")


class Trouble(vfs.Hook):
    """A disk that fails when it is told to: so many times, at one kind of operation, with a code."""

    ops = frozenset({vfs.Op.OPEN, vfs.Op.DELETE, vfs.Op.READ, vfs.Op.WRITE})

    def __init__(self) -> None:
        self.times, self.op, self.code = 0, vfs.Op.DELETE, 0
        self.stale = False  # what is open cannot be read, until it is opened anew

    def begin(self, op: vfs.Op, code: int, times: int = 1) -> None:
        self.op, self.code, self.times = op, code, times

    def before(self, call: vfs.Call) -> int | None:
        if call.op is vfs.Op.OPEN:
            self.stale = self.stale and call.kind is not vfs.Kind.DATABASE
        if self.stale and call.op is vfs.Op.READ:
            return vfs.IOERR_READ
        return None if call.op is vfs.Op.DELETE else self._fail(call)

    def after(self, call: vfs.Call, result: int) -> int | None:
        return self._fail(call) if call.op is vfs.Op.DELETE else None

    def _fail(self, call: vfs.Call) -> int | None:
        if call.op is not self.op or not self.times:
            return None
        self.times -= 1
        return self.code


@pytest.fixture
def disk() -> Iterator[Trouble]:
    hook = Trouble()
    with vfs.under(hook):
        yield hook


@pytest.fixture
def work(qtbot: QtBot, disk: Trouble, tmp_path: Path) -> Iterator[AtWork]:
    """A session on that disk, with an article of one claim."""
    session = Session(tmp_path / "library.sqlite")
    at_work = AtWork(qtbot, session)
    article = at_work.run(ImportArticle(Draft("One two three", "One"))).made[0]
    at_work.run(TagClaim(article, Span(0, 3), Tag.FACT))
    yield at_work
    session.close()


def rows(work: AtWork, kind: type) -> list:
    return work.ask(lambda desk: desk.library.where(kind))


def first(work: AtWork) -> tuple[str, str]:
    """The article and its claim."""
    found = work.ask(lambda desk: desk.library.query("SELECT id, article FROM claims"))
    return found[0]["article"], found[0]["id"]


SURE, UNSURE = 1, 3


@pytest.mark.parametrize("times", [SURE, UNSURE])
def test_a_change_the_disk_took_and_did_not_confirm_is_done_once(work: AtWork, disk: Trouble, times: int):
    """Its journal is gone, so it stands; only that the name is gone was not confirmed, once or for good."""
    _, claim = first(work)
    done: list[Changes] = []
    disk.begin(vfs.Op.DELETE, vfs.IOERR_DIR_FSYNC, times)
    work.session.run(AddComment(claim, "Says who?"), done.append)
    work.wait()
    work.session.try_again()
    work.wait()
    assert [comment.body for comment in rows(work, Comment)] == ["Says who?"]
    assert [changes.claims for changes in done] == [{claim}]
    assert not work.session.has_unsaved


def test_an_answer_found_again_tells_what_the_command_told(work: AtWork, disk: Trouble):
    done: list[Changes] = []
    disk.begin(vfs.Op.DELETE, vfs.IOERR_DIR_FSYNC)
    work.session.run(ImportArticle(Draft("Four", "Four")), done.append)
    work.wait()
    four = next(row for row in rows(work, Article) if row.title == "Four")
    assert done[0].made == (four.id,)
    assert done[0].articles_list
    assert done[0].articles == {LIBRARY}


@dataclass(frozen=True)
class HalfRead(Command):
    """A command that the disk refuses while it reads, the first time."""

    LABEL = "step.comment"
    claim: str
    tries: list[int]

    def apply(self, work: Work) -> None:
        rows = work.library.connection.execute("SELECT * FROM sqlite_master")
        next(rows)
        self.tries.append(1)
        if len(self.tries) < 3:
            raise WriteFailed("save.failed", reason="disk I/O error") from failed("SQLITE_IOERR_WRITE")
        AddComment(self.claim, "Says who?").apply(work)


def failed(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = name
    return error


def test_what_a_failed_change_was_reading_holds_up_nobody(work: AtWork):
    """A half-read cursor keeps SQLite's lock, also of a desk that is closed; a kept error would keep it."""
    _, claim = first(work)
    work.session.run(HalfRead(claim, []))
    work.wait()
    assert work.session.has_unsaved
    work.session.ask(reopening(work))
    begun = time.monotonic()
    work.session.try_again()
    work.wait()
    assert time.monotonic() - begun < 4  # SQLite would wait for five seconds
    assert not work.session.has_unsaved


def test_an_undo_that_was_not_confirmed_takes_back_one_step(work: AtWork, disk: Trouble):
    article, claim = first(work)
    work.run(AddComment(claim, "one"))
    work.run(AddComment(claim, "two"))
    disk.begin(vfs.Op.DELETE, vfs.IOERR_DIR_FSYNC)
    work.session.undo(article)
    work.wait()
    assert [comment.body for comment in rows(work, Comment)] == ["one"]


def test_the_first_of_two_steps_is_not_taken_for_both(work: AtWork, monkeypatch: pytest.MonkeyPatch):
    """Somebody new is there and did not come to work: that is refused, and not told as done."""

    def broken(*_: object) -> None:
        raise failed("SQLITE_IOERR_WRITE")

    told: list[object] = []
    errors: list[RedPencilError] = []
    before = work.ask(lambda desk: desk.writer)
    monkeypatch.setattr(identity, "keep", broken)
    work.session.add_person("Cora", "", told.append, errors.append)
    work.wait()
    assert told == []
    assert [error.key for error in errors] == ["reviewer.name_taken"]
    assert work.ask(lambda desk: desk.writer) == before


def test_a_connection_that_went_stale_is_given_up(work: AtWork, disk: Trouble):
    """As after a network was away: only a file that is opened anew can be read."""
    _, claim = first(work)
    work.ask(lambda desk: desk.library.query("PRAGMA cache_size = 0"))
    disk.stale = True
    assert [line.title for line in work.ask(article_lines)] == ["One"]
    assert not disk.stale
    work.ask(lambda desk: desk.library.query("PRAGMA cache_size = 0"))
    disk.stale = True
    work.run(AddComment(claim, "Says who?"))
    assert [comment.body for comment in rows(work, Comment)] == ["Says who?"]


@pytest.mark.parametrize("code", [vfs.IOERR_READ, vfs.CORRUPT])
def test_a_question_the_disk_failed_once_is_answered(work: AtWork, disk: Trouble, code: int):
    looks: list[object] = []
    work.session._writer.doubted.connect(lambda: looks.append(1))
    work.ask(lambda desk: desk.library.query("PRAGMA cache_size = 0"))
    disk.begin(vfs.Op.READ, code)
    assert [line.title for line in work.ask(article_lines)] == ["One"]
    assert disk.times == 0
    assert looks == []


@pytest.mark.parametrize("code", [vfs.IOERR_WRITE, vfs.FULL])
def test_a_change_the_disk_did_not_take_is_saved_later(work: AtWork, disk: Trouble, code: int):
    _, claim = first(work)
    disk.begin(vfs.Op.WRITE, code, 1_000)
    work.session.run(AddComment(claim, "Says who?"))
    work.wait()
    assert work.session.has_unsaved
    assert [line.title for line in work.ask(article_lines)] == ["One"]  # what is there can be read
    disk.begin(vfs.Op.WRITE, code, 0)
    work.session.try_again()
    work.wait()
    assert not work.session.has_unsaved
    assert [comment.body for comment in rows(work, Comment)] == ["Says who?"]


def test_what_waits_is_saved_at_another_place(work: AtWork, tmp_path: Path):
    _, claim = first(work)
    work.session.ask(disk_with(1))
    for words in ("one " * 2_000, "two " * 2_000):
        work.session.run(AddComment(claim, words))
    work.wait()
    assert work.session.has_unsaved
    before = (tmp_path / "library.sqlite").read_bytes()
    there, moved, told = tmp_path / "there.sqlite", [], []
    work.session.moved.connect(moved.append)
    work.session.move_to(there, told.append)
    work.wait()
    assert moved == told == [there] == [work.session.path]
    assert not work.session.has_unsaved
    assert [comment.body[:3] for comment in rows(work, Comment)] == ["one", "two"]
    assert (tmp_path / "library.sqlite").read_bytes() == before
    work.qtbot.waitUntil(lambda: not work.session._safe.busy, timeout=20_000)
    assert len(list((tmp_path / "there.sqlite.backups").iterdir())) == 1


def test_a_place_that_takes_no_library_leaves_all_as_it_is(work: AtWork, tmp_path: Path):
    (tmp_path / "letter.sqlite").write_text("a letter")
    errors: list = []
    work.session.move_to(tmp_path / "letter.sqlite", refused=errors.append)
    work.wait()
    assert [error.key for error in errors] == ["library.exists"]
    assert work.session.path == tmp_path / "library.sqlite"


def test_nothing_is_written_any_more_once_it_stopped(work: AtWork, tmp_path: Path):
    _, claim = first(work)
    work.session.ask(disk_with(1))
    work.session.run(AddComment(claim, "one " * 2_000))
    work.wait()
    before = (tmp_path / "library.sqlite").read_bytes()
    errors: list = []
    work.session.stop_writing(object())
    work.session.run(AddComment(claim, "two"), refused=errors.append)
    work.session.undo(LIBRARY, errors.append)
    work.session.move_to(tmp_path / "there.sqlite", refused=errors.append)
    work.session.try_again()
    work.wait()
    assert [error.key for error in errors] == ["library.hurt"] * 3
    assert work.session.has_unsaved  # what waited still does
    assert [line.title for line in work.ask(article_lines)] == ["One"]
    assert (tmp_path / "library.sqlite").read_bytes() == before


def test_a_mistake_in_a_damaged_library_is_a_sentence(work: AtWork):
    errors: list = []
    work.session.stop_writing(object())
    work.session.ask(lambda _: {}["x"], refused=errors.append)
    work.wait()
    assert [error.key for error in errors] == ["library.hurt_here"]


def reopening(work: AtWork) -> Callable[[Desk], object]:
    return lambda desk: work.session._writer._desk.anew()


def test_questions_after_a_reopening_are_asked_by_the_same_person(work: AtWork):
    work.session.add_person("Cora", "")
    work.wait()
    before = work.ask(lambda desk: desk.me)
    work.session.ask(reopening(work))
    assert work.ask(lambda desk: desk.me) == before
