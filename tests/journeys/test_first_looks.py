"""What somebody sees: words that can be read, keys as they are, hints that hold."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from annotator.desk.settings import Settings
from annotator.window.article.bar import BarButton
from annotator.window.claims.first_steps import FirstSteps
from annotator.window.claims.pill import Pill
from annotator.window.hands import wait_until
from annotator.window.theme import THEMES, load_theme
from tests.journeys.person import Person

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

K = Qt.Key

TEXT = (
    "Ferry\n\nA bookkeeper accuses the company of charging one repair to two grants. "
    "The company rejected the account."
)


def selected_ink(person: Person) -> str:
    return person.view.palette().color(QPalette.ColorRole.HighlightedText).name()


@pytest.fixture(params=THEMES)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A theme that was chosen the last time; to be asked for before the window is there."""
    Settings(tmp_path / "settings.json").put(theme=request.param)
    return str(request.param)


def test_selected_words_can_be_read_from_the_start(kept: str, person: Person) -> None:
    person.window.importing.add_sample("01-harbour-ferry.txt")
    wait_until(lambda: person.view.isVisible())
    assert selected_ink(person) == load_theme(kept).ink.lower()


def test_selected_words_can_be_read_in_a_theme_chosen_later(person: Person) -> None:
    for theme in (*THEMES, "light"):
        person.window.look.choose(theme)
        person.settle()
        assert selected_ink(person) == load_theme(theme).ink.lower()


def test_the_hint_how_to_choose_goes_with_the_choice(reader) -> None:
    person = reader(TEXT)
    person.mark("charging one repair", K.Key_A)
    person.mark("rejected the account", K.Key_D)
    for end in (K.Key_Escape, K.Key_1):
        person.press(K.Key_L)
        assert person.window.messages.words.startswith("Choose by number")
        person.window.linking.begin()  # once more: the choice goes on, and its hint with it
        assert person.window.messages.words.startswith("Choose by number")
        person.press(end)
        assert person.window.messages.words == ""


def test_the_hint_of_the_focus_mode_goes_with_it(reader) -> None:
    person = reader(TEXT)
    person.menu("focus_mode")
    assert "F11" in person.window.messages.words
    person.menu("focus_mode")
    assert person.window.messages.words == ""


def test_a_message_leaves_the_find_bar_free(reader) -> None:
    person = reader(TEXT)
    person.window.finding.ask()
    person.settle()
    person.window.messages.notice("Saved.")
    bar = person.window.finding.bar
    top = bar.mapTo(person.window.centre, bar.rect().topLeft()).y()
    assert person.window.messages.geometry().bottom() < top


def keys_shown(person: Person) -> set[str]:
    """The keys that stand beside something to press or to do."""
    editor, steps = person.window.editor, person.window.editor.findChildren(FirstSteps)[0]
    buttons = [*person.view.findChildren(BarButton), *editor.answers.findChildren(Pill)]
    return {*dict(steps.rows), *(button.accessibleDescription() for button in buttons)}


def test_keys_show_as_they_are_wherever_they_are_shown(reader) -> None:
    person = reader(TEXT)
    person.mark("charging one repair", K.Key_A)
    assert {"A", "D", "F", "S", "L", "F8"} <= keys_shown(person)
    person.window.settings.put(keys={"denial": ["Q"], "link": ["Ctrl+L"], "next_point": ["F7"]})
    person.window.comfort.take_keys()
    assert {"Q", "Ctrl+L", "F7"} <= keys_shown(person)
    assert not {"D", "L", "F8"} & keys_shown(person)
