import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.queries.claims import claim_lines
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import LibraryRefused, NothingFound, WriteFailed
from annotator.model.spans import Span
from annotator.window.session import Session


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path):
    opened = Session(tmp_path / "library.sqlite")
    yield opened
    opened.close()


def settle(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.idle)


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
    limit = lambda pages: lambda desk: desk.library.query(f"PRAGMA max_page_count = {pages}")  # noqa: E731
    session.ask(limit(1))  # SQLite takes the pages there are and not one more
    with qtbot.waitSignal(session.unsaved) as told:
        for start in range(0, 300, 5):
            session.run(TagClaim(made[0], Span(start, start + 4), Tag.FACT))
    settle(qtbot, session)
    assert isinstance(told.args[0], WriteFailed)
    assert session.has_unsaved
    session.ask(limit(100_000))
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
