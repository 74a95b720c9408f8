import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim, WriteNote
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import CannotUndo, LibraryRefused, NothingFound, RedPencilError, WriteFailed
from annotator.model.spans import Span
from annotator.window.session import Session
from tests.window.at_work import disk_with


def settle(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.idle)


@pytest.fixture
def claim(qtbot: QtBot, session: Session) -> str:
    """A claim in a library whose disk has just become full: small changes may fit, long ones do not."""
    made: list[str] = []
    session.run(ImportArticle(Draft("word " * 60, "Long")), lambda changes: made.extend(changes.made))
    settle(qtbot, session)
    session.run(TagClaim(made[0], Span(0, 4), Tag.FACT), lambda changes: made.extend(changes.made))
    session.ask(disk_with(1))
    settle(qtbot, session)
    return made[1]


def note_of(qtbot: QtBot, session: Session, claim: str) -> str:
    found: list[str] = []
    session.ask(lambda desk: claim_view(desk, claim), lambda view: found.append(view.note))
    settle(qtbot, session)
    return found[0]


def test_answers_come_in_order_on_the_windows_thread(qtbot: QtBot, session: Session) -> None:
    seen: list[tuple[str, threading.Thread]] = []
    note = lambda name: lambda _: seen.append((name, threading.current_thread()))  # noqa: E731
    session.run(ImportArticle(Draft("One two", "One")), note("then"))
    session.changed.connect(note("changed"))
    session.ask(article_lines, note("asked"))
    settle(qtbot, session)
    assert [name for name, _ in seen] == ["then", "changed", "asked"]
    assert {thread for _, thread in seen} == {threading.main_thread()}


def test_the_desk_works_on_another_thread(qtbot: QtBot, session: Session) -> None:
    threads: list[object] = []
    session.ask(lambda _: threading.get_ident(), threads.append)
    settle(qtbot, session)
    assert threads != [threading.get_ident()]


def test_an_error_goes_to_who_asked_or_to_everybody(qtbot: QtBot, session: Session) -> None:
    mine: list[object] = []
    session.run(TagClaim("nothing", Span(0, 1), Tag.FACT), refused=mine.append)
    settle(qtbot, session)
    with qtbot.waitSignal(session.refused) as told:
        session.run(TagClaim("nothing", Span(0, 1), Tag.FACT))
    assert [type(error) for error in mine] == [NothingFound]
    assert isinstance(told.args[0], NothingFound)


def test_a_library_that_cannot_be_opened_is_told_for_each_question(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_text("not a library", encoding="utf-8")
    session = Session(tmp_path / "library.sqlite")
    errors: list[object] = []
    session.ask(article_lines, refused=errors.append)
    settle(qtbot, session)
    session.close()
    assert [type(error) for error in errors] == [LibraryRefused]
    assert (tmp_path / "library.sqlite").read_text(encoding="utf-8") == "not a library"


def test_a_change_the_disk_did_not_take_waits_and_is_saved_later(qtbot: QtBot, session: Session) -> None:
    text = "word " * 60
    made: list[str] = []
    session.run(ImportArticle(Draft(text, "Long")), lambda changes: made.extend(changes.made))
    settle(qtbot, session)
    session.ask(disk_with(1))  # SQLite takes the pages there are and not one more
    with qtbot.waitSignal(session.unsaved) as told:
        for start in range(0, 300, 5):
            session.run(TagClaim(made[0], Span(start, start + 4), Tag.FACT))
    settle(qtbot, session)
    assert isinstance(told.args[0], WriteFailed)
    assert session.has_unsaved
    session.ask(disk_with(100_000))
    session.try_again()
    settle(qtbot, session)
    found: list[object] = []
    session.ask(lambda desk: claim_lines(desk, made[0]), found.extend)
    settle(qtbot, session)
    assert not session.has_unsaved
    assert {line.span.start for line in found} == set(range(0, 300, 5))


def test_closing_waits_for_what_was_asked(tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(tmp_path / "library.sqlite")
    session.run(ImportArticle(Draft("One two", "One")))
    session.close()
    desk = Desk(tmp_path / "library.sqlite")
    lines = article_lines(desk)
    desk.close()
    assert [line.title for line in lines] == ["One"]


LONG = "long " * 10_000


def test_what_was_typed_later_is_never_overwritten_by_what_was_kept(
    qtbot: QtBot, session: Session, claim: str
) -> None:
    session.run(WriteNote(claim, LONG))
    settle(qtbot, session)
    assert session.has_unsaved
    session.ask(disk_with(100_000))  # there is room again, and nobody has tried yet
    session.run(WriteNote(claim, "short"))
    settle(qtbot, session)
    assert note_of(qtbot, session, claim) == ""
    session.try_again()
    settle(qtbot, session)
    assert not session.has_unsaved
    assert note_of(qtbot, session, claim) == "short"


def test_changes_on_their_way_when_it_is_tried_again_keep_their_place(
    qtbot: QtBot, session: Session, claim: str
) -> None:
    session.run(WriteNote(claim, LONG))
    settle(qtbot, session)
    session.ask(disk_with(100_000))
    session.run(WriteNote(claim, "second"))
    session.try_again()  # before the word has come that the second is kept behind the first
    session.run(WriteNote(claim, "third"))
    settle(qtbot, session)
    assert not session.has_unsaved
    assert note_of(qtbot, session, claim) == "third"


def test_an_undo_waits_behind_the_change_it_takes_back(qtbot: QtBot, session: Session, claim: str) -> None:
    scopes: list[str] = []
    session.ask(article_lines, lambda lines: scopes.append(lines[0].id))
    settle(qtbot, session)
    session.run(WriteNote(claim, LONG))
    session.undo(scopes[0])
    session.ask(disk_with(100_000))
    settle(qtbot, session)
    session.try_again()
    settle(qtbot, session)
    lines: list[object] = []
    session.ask(lambda desk: claim_lines(desk, scopes[0]), lines.extend)
    settle(qtbot, session)
    assert [(line.id, line.has_note) for line in lines] == [(claim, False)]


def test_a_file_that_cannot_be_written_is_no_unsaved_change(qtbot: QtBot, session: Session) -> None:
    def write(_: Desk) -> None:
        raise WriteFailed("write.no_folder", name="a.csv", folder="x")

    errors: list[RedPencilError] = []
    session.ask(write, refused=errors.append)
    settle(qtbot, session)
    assert [error.key for error in errors] == ["write.no_folder"]
    assert not session.has_unsaved


def test_a_mistake_of_the_program_reaches_who_asked_and_who_watches(qtbot: QtBot, session: Session) -> None:
    heard: list[RedPencilError] = []
    with qtbot.captureExceptions() as caught:
        session.ask(lambda _: 1 // 0, refused=heard.append)
        settle(qtbot, session)
    assert [(error.key, error.values["name"]) for error in heard] == [("window.problem", "ZeroDivisionError")]
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_a_mistake_in_an_answer_does_not_keep_the_change_from_the_others(
    qtbot: QtBot, session: Session
) -> None:
    seen: list[object] = []
    session.changed.connect(seen.append)
    with qtbot.captureExceptions() as caught:
        session.run(ImportArticle(Draft("One two", "One")), lambda _: 1 // 0)
        settle(qtbot, session)
    assert len(seen) == len(caught) == 1


def test_saving_is_told_while_changes_are_on_their_way(qtbot: QtBot, session: Session) -> None:
    told: list[bool] = []
    session.saving.connect(told.append)
    session.ask(article_lines)
    session.run(ImportArticle(Draft("One two", "One")))
    session.run(ImportArticle(Draft("Three", "Three")))
    settle(qtbot, session)
    assert told == [True, False]


def test_a_refused_undo_goes_to_who_asked(qtbot: QtBot, session: Session) -> None:
    errors: list[object] = []
    session.redo(LIBRARY, errors.append)
    settle(qtbot, session)
    assert [type(error) for error in errors] == [CannotUndo]


def test_settling_gives_the_answers_before_it_returns(qtbot: QtBot, session: Session, claim: str) -> None:
    session.run(WriteNote(claim, LONG))
    assert not session.has_unsaved
    session.settle()
    assert session.has_unsaved


def test_what_is_read_along_with_a_change_comes_with_it_and_before_it(qtbot: QtBot, session: Session) -> None:
    seen: list[object] = []
    session.news.connect(lambda changes, news: seen.append(("news", changes.label, news)))
    session.changed.connect(lambda changes: seen.append(("changed", changes.label)))
    session.read_along(lambda: lambda desk, changes: len(article_lines(desk)))
    session.run(ImportArticle(Draft("One two", "One")))
    settle(qtbot, session)
    assert seen == [("news", "step.import", 1), ("changed", "step.import")]


def test_a_change_stands_although_what_goes_along_cannot_be_read(qtbot: QtBot, session: Session) -> None:
    def refuse(desk: Desk, changes: object) -> None:
        raise NothingFound("gone.articles")

    told: list[object] = []
    session.refused.connect(told.append)
    session.news.connect(lambda _, news: told.append(news))
    session.read_along(lambda: refuse)
    session.run(ImportArticle(Draft("One two", "One")))
    settle(qtbot, session)
    titles: list[str] = []
    session.ask(lambda desk: [line.title for line in article_lines(desk)], titles.extend)
    settle(qtbot, session)
    assert told == [None]
    assert titles == ["One"]
