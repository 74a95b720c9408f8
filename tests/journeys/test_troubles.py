"""What goes wrong around the window: full disks, other windows, no libraries, killed programs."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.queries.claims import claim_lines
from annotator.desk.settings import Settings
from annotator.window.app import Starter
from annotator.window.hands import wait_until
from tests.journeys.person import Person
from tests.window.at_work import answer_box, disk_with

K = Qt.Key
TEXT = "Ferry\n\nThe mayor denied selling the list. The ferry sails in June, its operator said.\n"


def limit_pages(person: Person, pages: int) -> None:
    """What a full disk does to SQLite, by its own limit."""
    person.window.session.ask(disk_with(pages))
    person.settle()


def test_a_full_disk_is_said_and_the_changes_are_saved_when_there_is_room(reader) -> None:
    person = reader(TEXT)
    person.mark("denied selling the list", K.Key_D)
    limit_pages(person, 1)  # SQLite takes the pages it has and not one more
    person.press(K.Key_N)
    note = person.window.editor.notes.note
    note.setPlainText("long " * 4_000)
    person.window.editor.flush()
    person.settle()
    assert person.window.session.has_unsaved
    assert "full" in person.window.messages.words
    assert person.window.status._saved.text() == "Not saved"
    limit_pages(person, 1_000_000)
    person.window.session.try_again()
    person.settle()
    assert not person.window.session.has_unsaved
    assert person.whole(person.picked.id).note == ("long " * 4_000).strip()
    assert person.window.status._saved.text().startswith("Saved")


def test_a_selection_made_while_a_mark_waits_for_the_disk_stays(reader) -> None:
    person = reader(TEXT)
    person.mark("denied selling the list", K.Key_D)
    limit_pages(person, 1)
    person.press(K.Key_N)
    person.window.editor.notes.note.setPlainText("long " * 4_000)
    person.window.editor.flush()
    person.settle()
    person.drag("The ferry sails")
    person.press(K.Key_F)
    person.drag("its operator")
    limit_pages(person, 1_000_000)
    person.window.session.try_again()
    person.settle()
    assert "The ferry sails" in [claim.quote for claim in person.claims]
    assert person.view.selected_span().cut(person.text) == "its operator"


def test_closing_with_something_unsaved_asks_first(reader) -> None:
    person = reader(TEXT)
    person.mark("denied selling the list", K.Key_D)
    limit_pages(person, 1)
    person.press(K.Key_N)
    person.window.editor.notes.note.setPlainText("long " * 4_000)
    person.window.editor.flush()
    person.settle()
    said = answer_box("Keep open")
    person.window.close()
    assert person.window.isVisible()
    assert "could not be saved" in said[0]
    limit_pages(person, 1_000_000)
    person.window.session.try_again()
    person.settle()


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_text("Dear diary", encoding="utf-8"), "not a Red Pencil library"),
        (lambda path: path.mkdir(), "folder"),
    ],
)
def test_a_library_that_is_none_is_refused_and_left_alone(starter, tmp_path: Path, make, word: str) -> None:
    path = tmp_path / "library.sqlite"
    make(path)
    before = path.read_bytes() if path.is_file() else sorted(path.iterdir())
    said = answer_box("Close")
    starter.open(path)
    wait_until(lambda: bool(said))
    QApplication.processEvents()
    assert word in said[0]
    assert (path.read_bytes() if path.is_file() else sorted(path.iterdir())) == before
    assert starter.window is None


def test_a_second_window_on_the_same_library_leaves_it_to_the_first(reader, starter, monkeypatch) -> None:
    person = reader(TEXT)
    second = Starter(Settings(person.library.with_name("other.json")))
    left: list[bool] = []
    monkeypatch.setattr(second, "leave_it", lambda: left.append(True))  # else this very program would end
    second.open(person.library)
    wait_until(lambda: bool(left))
    second.close()
    assert second.window is None
    assert person.mark("The ferry sails in June", K.Key_F).quote == "The ferry sails in June"


WORK = """
import sys
from pathlib import Path
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.desk import Desk
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span
desk = Desk(Path(sys.argv[1]))
article = desk.run(ImportArticle(Draft("word " * 2000, "Words"))).made[0]
for n in range(2000):
    desk.run(TagClaim(article, Span(5 * n, 5 * n + 4), Tag.FACT))
    print(n, flush=True)
"""


@pytest.mark.parametrize("after", [1, 17, 40])
def test_a_killed_program_loses_nothing_it_had_shown_as_saved(tmp_path: Path, after: int) -> None:
    path = tmp_path / "library.sqlite"
    with subprocess.Popen(
        [sys.executable, "-c", WORK, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as program:
        saved = -1
        while saved < after:
            saved = int(program.stdout.readline())
        time.sleep(0.003)
        os.kill(program.pid, signal.SIGKILL)
        saved = max([saved, *(int(line) for line in program.stdout.read().split("\n")[:-1])])
    with Desk(path) as desk:
        (article,) = article_lines(desk)
        claims = claim_lines(desk, article.id)
    assert len(claims) in (saved + 1, saved + 2)
    assert [claim.span.start for claim in claims] == [5 * n for n in range(len(claims))]
