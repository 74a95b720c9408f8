"""Whole articles marked, sourced, linked, answered and exported without the mouse."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.desk.queries.points import open_points
from annotator.model.enums import Tag
from annotator.model.points import Level, OpenPoint
from annotator.model.spans import Span
from annotator.window.hands import wait_until
from tests.desk.checks import seed_expectations as seed
from tests.journeys.person import ALT, CTRL, NONE, SHIFT, Person

K = Qt.Key
TAGS = {Tag.ALLEGATION: K.Key_A, Tag.DENIAL: K.Key_D, Tag.FACT: K.Key_F}
_SEEDS = sorted((Path(__file__).parents[2].parent / "shared" / "seeds").glob("000_161d35b8*.txt"))

FERRY = (
    "Ferry\n\nThe company charged one repair to two grants, a bookkeeper said. "
    "The company rejected the account. A hearing is due in spring.\n"
)


@dataclass(frozen=True)
class Mark:
    """What to mark: a name for it, where, as what, and who says it."""

    name: str
    span: Span
    tag: Tag
    said_by: str


class Typist:
    """Two hands on the keyboard; every key goes to whatever has the focus, as the system sends it."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.ids: dict[str, str] = {}

    def key(self, key: K, modifiers=NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.person.window, key, modifiers)
        self.person.settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), words)

    def until(self, holds: Callable[[], bool], key: K, modifiers=NONE, at_most: int = 60) -> None:
        """Presses a key again and again until something holds."""
        for _ in range(at_most):
            if holds():
                return
            self.key(key, modifiers)
        raise AssertionError(f"{key} did not lead there")

    def go_to(self, sentence: Span) -> None:
        """Down, or Up where that was too far; a claim that is picked is left by it."""
        for _ in range(60):
            here = self.person.view.cursor_sentence
            if here == sentence:
                return
            self.key(K.Key_Up if here is not None and here.start > sentence.start else K.Key_Down)
        raise AssertionError("no sentence there")

    def select(self, span: Span) -> None:
        view = self.person.view
        self.until(lambda: view.cursor_offset() >= span.start, K.Key_Right)
        self.until(lambda: view.selected_span().end >= span.end, K.Key_Right, SHIFT)
        assert view.selected_span() == span

    def mark(self, one: Mark, sentence: Span) -> None:
        self.go_to(sentence)
        self.select(one.span)
        self.key(TAGS[one.tag])
        assert (self.person.picked.span, self.person.picked.tag) == (one.span, one.tag)
        self.ids[one.name] = self.person.picked.id

    def say_by(self, name: str) -> None:
        """S, then one of the sources that are always there or a name, and back to the article."""
        self.key(K.Key_S)
        if name in (seed.ITSELF, seed.NOBODY):
            self.key(K.Key_I if name == seed.ITSELF else K.Key_U, ALT)
        else:
            self.type(name)
            self.key(K.Key_Return)
        self.key(K.Key_Escape)
        if not self.person.view.hasFocus():  # the first Escape closed the list of matches
            self.key(K.Key_Escape)
        assert self.person.view.hasFocus()

    def pick(self, name: str) -> None:
        """Walks the list of claims to one of them, and goes back to the article with it picked."""
        claims = self.person.window.claims
        self.until(claims.list.hasFocus, K.Key_F6)
        wanted = self.ids[name]
        order = [line.id for line in self.person.claims]
        here = order.index(self.person.picked.id) if self.person.picked else -1
        self.until(
            lambda: self.person.window.reading.picked == wanted,
            K.Key_Down if order.index(wanted) > here else K.Key_Up,
        )
        self.until(self.person.view.hasFocus, K.Key_F6)

    def link(self, denial: str, allegations: Sequence[str]) -> None:
        """L, then the number that the page shows at each allegation; Shift goes on linking."""
        self.pick(denial)
        self.key(K.Key_L)
        choice = self.person.view.choice
        numbers = [
            next(n for n in range(1, 10) if choice.numbered(n) == self.ids[name]) for name in allegations
        ]
        for number in numbers[:-1]:
            self.key(K(K.Key_0 + number), SHIFT)
        self.key(K(K.Key_0 + numbers[-1]))

    def open(self) -> Iterable[OpenPoint]:
        found: list[OpenPoint] = []
        article = self.person.window.reading.article
        self.person.window.session.ask(
            lambda desk: open_points(desk, article), lambda page: found.extend(page.points)
        )
        self.person.settle()
        return found

    def musts(self) -> set[tuple[str, str]]:
        names = {claim: name for name, claim in self.ids.items()}
        return {(point.rule, names[point.claim]) for point in self.open() if point.level is Level.MUST}

    def named(self) -> set[tuple[str, str | int]]:
        """What is open, by the names of the hand-written list."""
        names = {claim: name for name, claim in self.ids.items()}
        starts = [sentence.start for sentence in self.person.window.reading.page.sentences]
        return {
            (point.rule, names[point.claim] if point.claim else starts.index(point.span.start) + 1)
            for point in self.open()
        }

    def choose_response(self, letter: K) -> None:
        """Its first letter, in the choice that has the keyboard, and back to the article."""
        self.key(letter)
        self.key(K.Key_Escape)
        assert self.person.view.hasFocus()

    def export(self) -> str:
        """Ctrl+E, the letter of a spreadsheet in the list of formats, and Enter."""
        self.key(K.Key_E, CTRL)
        self.key(K.Key_S)
        self.key(K.Key_Return)
        (file,) = Path.home().glob("*.csv")
        return file.read_text(encoding="utf-8-sig")


@pytest.fixture
def mouseless(monkeypatch) -> None:
    """A mouse that must not be touched."""

    def touched(*_: object, **__: object) -> None:
        raise AssertionError("that was the mouse")

    for name in ("mousePress", "mouseMove", "mouseRelease", "mouseClick", "mouseDClick"):
        monkeypatch.setattr(QTest, name, touched)


@pytest.mark.usefixtures("mouseless")
def test_an_article_from_the_first_claim_to_the_export(reader) -> None:
    typist = Typist(reader(FERRY))
    sentences = typist.person.window.reading.page.sentences

    def mark(name: str, words: str, tag: Tag, said_by: str) -> Mark:
        return Mark(name, Span(FERRY.index(words), FERRY.index(words) + len(words)), tag, said_by)

    charged = mark("charged", "charged one repair to two grants", Tag.ALLEGATION, "Bookkeeper")
    rejected = mark("rejected", "rejected the account", Tag.DENIAL, "The company")
    typist.key(K.Key_Space)  # the heading
    typist.mark(charged, sentences[1])
    typist.mark(rejected, sentences[2])
    typist.go_to(sentences[3])
    typist.key(K.Key_Space)
    assert typist.musts() == {
        ("allegation-without-source", "charged"),
        ("allegation-without-response", "charged"),
        ("denial-answers-nothing", "rejected"),
    }
    for one in (charged, rejected):
        typist.pick(one.name)
        typist.say_by(one.said_by)
    typist.link("rejected", ["charged"])
    assert typist.musts() == set()
    typist.key(K.Key_Z, CTRL)
    assert ("denial-answers-nothing", "rejected") in typist.musts()
    typist.key(K.Key_Z, CTRL | SHIFT)
    exported = typist.export()
    for words in ("charged one repair to two grants", "rejected the account", "Bookkeeper", "The company"):
        assert words in exported


@pytest.mark.skipif(not _SEEDS, reason="the article is not ours and not everywhere")
@pytest.mark.usefixtures("mouseless")
def test_a_real_article_with_every_open_point_right(person) -> None:
    typist = Typist(person)
    person.window.importing.take_files([_SEEDS[0]])
    wait_until(lambda: person.window.reading.page is not None)
    person.settle()
    page = person.window.reading.page
    for number, sentence in enumerate(page.sentences, 1):
        if number in seed.TICKED:
            typist.go_to(sentence)
            typist.key(K.Key_Space)
        for claim in seed.CLAIMS:
            if claim.sentence == number:
                span = claim.span(page.text, page.sentences)
                typist.mark(Mark(claim.name, span, claim.tag, claim.said_by), sentence)
    assert typist.named() == seed.MARKED
    for claim in seed.CLAIMS:
        typist.pick(claim.name)
        typist.say_by(claim.said_by)
    assert typist.named() == seed.SOURCED
    for denial in dict(seed.LINKS):
        typist.link(denial, [allegation for one, allegation in seed.LINKS if one == denial])
    assert typist.named() == seed.LINKED
    typist.key(K.Key_F8)  # the one thing left that must be settled
    assert person.picked.id == typist.ids["hounded"]
    typist.key(K.Key_R)
    typist.choose_response(K.Key_D)
    assert typist.named() == seed.ANSWERED
    exported = typist.export()
    assert all(line.quote in exported for line in person.claims)
