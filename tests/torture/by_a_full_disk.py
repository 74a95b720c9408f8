"""Somebody at a real window who goes on marking while the disk under it is full."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from PySide6.QtCore import Qt

from annotator.desk.care import examine
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.desk import Desk
from annotator.model.changes import Changes
from annotator.model.drafts import Draft
from annotator.model.errors import LibraryRefused
from annotator.model.rows import Claim
from annotator.model.spans import Span
from annotator.window.flow import telling
from annotator.window.hands import wait_until
from annotator.window.writer import Altered, Writer
from annotator.words import say
from tests.journeys.person import Person
from tests.torture.at_window import somebody

_SENTENCE = "Sentence number {} says what the mayor said about the harbour. "


@contextmanager
def opened(library: Path) -> Iterator[Person]:
    """A real window, which tries again sooner than it does for people."""
    with mock.patch.object(telling, "_SOON", 100), somebody(library) as (person, wrong):
        yield person
        if wrong:
            raise AssertionError(wrong[0])


def begin(person: Person, sentences: int) -> int:
    """An article, and its first sentence marked."""
    text = "".join(_SENTENCE.format(number) for number in range(sentences))
    opened: list[str] = []
    person.window.session.run(
        ImportArticle(Draft(text, "Harbour")), lambda changes: opened.extend(changes.made)
    )
    wait_until(lambda: bool(opened))
    person.window.reading.open(opened[0])
    person.settle()
    person.press(Qt.Key.Key_A)
    return 1


def fill(person: Person, marked: int, most: int) -> int:
    """Marks the sentences after those that are, until one waits for the disk; how many, at most so many."""
    last = person.text.index(f"number {marked - 1} ")
    person.view.go_to(Span(last, last))
    for number in range(1, most + 1):
        person.press(Qt.Key.Key_Down)
        person.press(Qt.Key.Key_A)
        if person.window.session.has_unsaved:
            return number
    return most


def untold(person: Person) -> list[str]:
    """What the window does not show while something waits."""
    window, faults = person.window, []
    if "full" not in window.messages.words:
        faults.append(f"the banner says {window.messages.words!r}")
    if window.status._saved.text() != say("window.not_saved"):
        faults.append(f"the status says {window.status._saved.text()!r}")
    if window.view._claims.pending is None:
        faults.append("the mark that waits does not show")
    return faults


def write_note(person: Person, words: str) -> None:
    """On the first claim, behind the mark that waits."""
    person.window.reading.pick(person.claims[0].id)
    person.settle()
    person.window.editor.notes.note.setPlainText(words)
    person.window.editor.flush()
    person.settle()


def saved_by_itself(person: Person) -> str:
    """What is wrong once there is room again; empty if all is saved and that is told."""
    session, messages = person.window.session, person.window.messages
    try:
        wait_until(lambda: not session.has_unsaved and session.idle)
    except TimeoutError:
        return f"not saved, though there is room: {messages.words}"
    person.settle()
    return "" if messages.words == say("window.saved_again") else f"the banner says {messages.words!r}"


def missing(library: Path, marks: int, note: str) -> list[str]:
    """What is not in the library although the window called it saved."""
    try:
        report = examine(library)
    except LibraryRefused as error:
        return [str(error)]
    with Desk(library, reading=True) as desk:
        claims = desk.library.where(Claim)
    faults = [str(found) for found in report.findings]
    if len(claims) != marks:
        faults.append(f"{len(claims)} claims of {marks} marked")
    if note not in {claim.note for claim in claims}:
        faults.append(f"the note is {claims[0].note!r}")
    return faults


@contextmanager
def forgetful() -> Iterator[None]:
    """A writer that calls done what the disk did not take."""

    def forget(writer: Writer, number: int, job: object, why: object) -> None:
        writer.done.emit(number, Altered(Changes(), None))

    with mock.patch.object(Writer, "_keep", forget):
        yield
