"""The window in other languages, and mirrored: all of it has room, on a small screen as on a large one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QMenuBar, QWidget

from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.reviewing import Reject
from annotator.desk.desk import Desk
from annotator.desk.samples import AddSample
from annotator.desk.settings import Settings
from annotator.host.paths import resource
from annotator.model.enums import Tag
from annotator.window.app import Starter
from annotator.window.review.panel import Part, ReviewPanel
from annotator.words import say, speak
from annotator.words.messages import ENGLISH
from tests.house.test_messages import values_of
from tests.journeys.person import Person
from tests.window.fitting import misfits

SIZES = [(1024, 600), (1400, 880)]
MIRRORED = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def someone(qtbot, tmp_path) -> Iterator:
    """Opens the window in a language and a direction, at a size, with a sample."""
    starters: list[Starter] = []

    def made(language: str, sample: str, size: tuple[int, int], direction=Qt.LayoutDirection.LeftToRight):
        speak(language, resource("translations"))
        QApplication.setLayoutDirection(direction)
        starter = Starter(Settings(tmp_path / "settings.json"))
        starters.append(starter)
        person = Person(starter, tmp_path / "library.sqlite")
        person.window.resize(*size)
        person.window.session.run(AddSample(sample), lambda done: person.window.reading.open(done.made[0]))
        person.settle()
        return person

    yield made
    for starter in starters:
        starter.window.close()
        starter.close()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    speak("en", resource("translations"))
    QApplication.processEvents()


def look_everywhere(person: Person) -> dict[str, list[str]]:
    """Goes through the window's parts, one claim picked; what did not fit, by where it was seen."""
    found = {"the article": misfits(person.window)}
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_A)
    for name in ("said_by", "response", "evidence", "status", "note", "find"):
        person.menu(name)
        found[name] = misfits(person.window)
    for name in ("tab_points", "tab_review", "tab_history"):
        person.menu(name)
        found[name] = misfits(person.window)
    return {where: those for where, those in found.items() if those}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["de", "es"])
def test_longer_words_have_room(someone, language, size):
    assert look_everywhere(someone(language, "01-harbour-ferry.txt", size)) == {}


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_what_a_colleague_brings_has_room(someone, language):
    person = someone(language, "01-harbour-ferry.txt", SIZES[0])
    let_a_colleague_tag_it_too(person)
    found = {}
    person.menu("tab_review")
    for part in Part:
        person.window.findChild(ReviewPanel).show_part(part)
        person.settle()
        found[part.value] = misfits(person.window)
    person.menu("next_difference")
    found["side by side"] = misfits(person.window)
    for name in ("send", "packets", "agreement", "preferences"):
        person.menu(name)
        (opened,) = dialogs()
        found[name] = misfits(opened)
        opened.close()
    assert {where: those for where, those in found.items() if those} == {}
    tabs = person.window.tabs
    assert tabs.tabBar().tabRect(tabs.count() - 1).right() < tabs.width()


def let_a_colleague_tag_it_too(person: Person) -> None:
    """Somebody else works in the same library: other tags for half of the claims, and one is rejected."""
    article, mine = person.window.reading.article, person.claims

    def answer(desk: Desk) -> None:
        me = desk.me
        desk.switch(desk.add_person("Cornelia Brandt"))
        for line in mine[::2]:
            desk.run(TagClaim(article, line.span, Tag.DENIAL if line.tag is Tag.FACT else Tag.FACT))
        desk.run(Reject(mine[1].id, "The register says otherwise."))
        desk.switch(me)

    person.window.session.ask(answer)
    person.settle()
    person.window.reading.open(article)
    person.settle()


def dialogs() -> list[QDialog]:
    return [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]


@pytest.mark.parametrize("size", SIZES)
def test_all_of_it_is_mirrored(someone, size):
    person = someone("en", "06-mina.txt", size, MIRRORED)
    window = person.window
    page, side = (part.mapTo(window, part.rect().topLeft()).x() for part in (window.centre, window.tabs))
    assert side < page
    assert window.findChild(QMenuBar).isRightToLeft()
    assert look_everywhere(person) == {}


@pytest.mark.parametrize("language", ["de", "es"])
def test_no_english_is_left(someone, language):
    person = someone(language, "01-harbour-ferry.txt", SIZES[0])
    look_everywhere(person)
    foreign = {
        words for key, words in ENGLISH.items() if isinstance(words, str) and words != say_plainly(key)
    }
    assert shown_words(person.window) & foreign == set()
    assert say_plainly("menu.file") in shown_words(person.window)


def say_plainly(key: str) -> str:
    """The sentence in the language that is spoken, its values left open."""
    return say(key, **{name: f"{{{name}}}" for name in values_of(ENGLISH[key])})


def shown_words(window: QWidget) -> set[str]:
    """Everything that a window says to eyes and screen readers."""
    parts = [*window.findChildren(QWidget), *window.findChildren(QAction)]
    ways = ("text", "title", "placeholderText", "toolTip", "accessibleName", "accessibleDescription")
    told = (getattr(part, way, None) for part in parts for way in ways)
    return {one() for one in told if callable(one)}
