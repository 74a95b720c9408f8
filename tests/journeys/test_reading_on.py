"""Reading an article to its end by keyboard: the cursor sentence, the pencil stroke, and coming back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.model.enums import Tag
from tests.journeys.person import SHIFT, Person

K = Qt.Key
TEXT = "Ferry\n\nOne stands here. Two stands there. Three is gone.\n\nFour is last.\n"


def at(person) -> str:
    sentence = person.view.cursor_sentence
    return sentence.cut(person.text) if sentence else ""


def read(person) -> list[str]:
    return [span.cut(person.text) for span in person.window.ticking.read]


def test_down_and_up_go_from_sentence_to_sentence(reader) -> None:
    person = reader(TEXT)
    assert at(person) == "Ferry"
    seen = []
    for _ in range(4):
        person.press(K.Key_Down)
        seen.append(at(person))
    assert seen == ["One stands here.", "Two stands there.", "Three is gone.", "Four is last."]
    person.press(K.Key_K)
    assert at(person) == "Three is gone."
    person.press(K.Key_J)
    assert at(person) == "Four is last."


def test_a_letter_tags_the_sentence_and_down_goes_on_from_there(reader) -> None:
    person = reader(TEXT)
    person.press(K.Key_Down)
    person.press(K.Key_F)
    assert (person.picked.tag, person.picked.quote) == (Tag.FACT, "One stands here")
    person.press(K.Key_Down)
    assert person.picked is None
    assert at(person) == "Two stands there."


def test_space_ticks_and_goes_on_and_shift_takes_it_back(reader) -> None:
    person = reader(TEXT)
    for _ in range(3):
        person.press(K.Key_Space)
    assert read(person) == ["Ferry", "One stands here.", "Two stands there."]
    assert at(person) == "Three is gone."
    person.press(K.Key_Up)
    person.press(K.Key_Space, SHIFT)
    assert read(person) == ["Ferry", "One stands here."]
    person.undo()
    assert read(person) == ["Ferry", "One stands here.", "Two stands there."]


def test_space_on_selected_sentences_ticks_them_all(reader) -> None:
    person = reader(TEXT)
    person.press(K.Key_Down)
    person.press(K.Key_Down, SHIFT)  # the sentence at the cursor
    person.press(K.Key_Down, SHIFT)  # and the next
    person.press(K.Key_Space)
    assert read(person) == ["One stands here.", "Two stands there."]
    assert not len(person.view.selected_span())


def test_ticks_and_place_are_there_after_a_restart(reader, starter) -> None:
    person = reader(TEXT * 40)
    for _ in range(30):
        person.press(K.Key_Down)
    person.press(K.Key_Space)
    before, top = at(person), person.view.first_in_sight()
    assert top > 0
    ticked = read(person)
    person.window.close()
    QApplication.processEvents()
    starter.window = None
    back = Person(starter, person.library)
    assert (at(back), read(back)) == (before, ticked)
    assert back.view.first_in_sight() == top


def test_a_field_is_reached_though_its_claim_is_not_in_the_editor_yet(reader) -> None:
    person = reader(TEXT)
    person.press(K.Key_Down)
    person.press(K.Key_F)
    claim = person.picked.id
    person.press(K.Key_Down)
    person.window.reading.pick(claim)
    person.window.marking.go_to("note")  # at once: the answer of the library is still on its way
    person.settle()
    assert person.window.editor.notes.note.hasFocus()


def test_the_window_comes_back_as_it_was_left(reader, starter) -> None:
    person = reader(TEXT)
    window = person.window
    person.menu("tab_points")
    person.menu("swap_panels")
    window.view.set_zoom(125)
    window.work.setSizes([200, 500])
    sizes = window.work.sizes()
    person.window.close()
    QApplication.processEvents()
    starter.window = None
    back = Person(starter, person.library).window
    assert back.side.in_sight == "points"
    assert back.panels.widget(0) is back.tabs
    assert back.view.zoom == 125
    assert back.reading.page.text == TEXT
    back.show_tab(back.side.claims_page)
    QApplication.processEvents()
    list_, editor = back.work.sizes()  # the screen of the test may give the window another height
    assert list_ / editor == pytest.approx(sizes[0] / sizes[1], abs=0.01)


def test_focus_mode_leaves_the_page_alone_and_brings_what_is_asked_for(reader) -> None:
    person = reader(TEXT)
    window = person.window
    person.press(K.Key_Down)
    person.press(K.Key_F)
    person.shortcut("F11")
    assert not any(part.isVisible() for part in (window.articles, window.tabs, window.top, window.status))
    person.press(K.Key_N)  # the note of the picked claim is in the panel of claims
    assert window.tabs.isVisible()
    assert window.editor.notes.note.hasFocus()
    person.shortcut("F11")
    assert all(part.isVisible() for part in (window.articles, window.tabs, window.top, window.status))
