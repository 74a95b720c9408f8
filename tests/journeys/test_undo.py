"""Undo of everything down to nothing, and redo back, with the content equal at each step."""

from PySide6.QtCore import Qt

from annotator.desk.queries.history import turns
from annotator.model.changes import LIBRARY
from tests.journeys.person import ALT, Person

K = Qt.Key
TEXT = "Ferry\n\nThe mayor denied selling the list. The ferry sails in June, its operator said.\n"


def work(person: Person) -> list[dict[str, object]]:
    """Marks, sources, notes and moves; the content after each step."""
    seen = [person.content()]

    def after(act) -> None:
        act()
        now = person.content()
        if now != seen[-1]:
            seen.append(now)

    after(lambda: person.mark("denied selling the list", K.Key_D))
    after(lambda: person.say_by("The mayor"))
    after(lambda: person.say_by("An aide"))
    after(lambda: person.mark("selling the list", K.Key_F))
    after(lambda: person.press(K.Key_A))
    after(lambda: person.press(K.Key_Right, ALT))
    after(lambda: person.mark("The ferry sails in June", K.Key_F))
    after(lambda: person.press(K.Key_Delete))
    return seen


def test_everything_down_to_nothing_and_back(reader) -> None:
    person = reader(TEXT)
    seen = work(person)
    assert len(seen) == 9
    for before in reversed(seen[:-1]):
        person.undo()
        assert person.content() == before
    assert person.claims == []
    assert not person.window.actions_["undo"].isEnabled()
    for after in seen[1:]:
        person.redo()
        assert person.content() == after
    assert not person.window.actions_["redo"].isEnabled()


def test_the_import_itself_is_undone_from_the_list_of_articles(reader) -> None:
    person = reader(TEXT)
    work(person)
    full = person.content()
    while person.window.actions_["undo"].isEnabled():
        person.undo()
    person.press(K.Key_Z, Qt.KeyboardModifier.ControlModifier, person.window.articles.list)
    assert person.window.reading.page is None
    assert person.window.centre.currentWidget() is person.window.welcome
    person.window.undoing.redo()
    person.settle()
    article = person.window.exporting.known[0].id
    person.window.reading.open(article)
    person.settle()
    while person.window.actions_["redo"].isEnabled():
        person.redo()
    assert person.content() == full


def test_undo_says_what_it_will_do(reader) -> None:
    person = reader(TEXT)
    undo, redo = person.window.actions_["undo"], person.window.actions_["redo"]
    person.mark("denied selling the list", K.Key_D)
    assert undo.text() == "Undo tag as denial"
    person.say_by("The mayor")
    assert undo.text() == "Undo said by “The mayor”"
    person.undo()
    assert (undo.text(), redo.text()) == ("Undo tag as denial", "Redo said by “The mayor”")


def test_undo_after_a_visit_to_another_article_is_that_articles_own(reader, tmp_path) -> None:
    person = reader(TEXT)
    first = person.window.reading.article
    person.mark("denied selling the list", K.Key_D)
    reader("Other\n\nSomething else happened.\n")
    person.mark("Something else happened", K.Key_F)
    person.window.reading.open(first)
    person.settle()
    person.undo()
    assert person.claims == []
    person.redo()
    assert [claim.quote for claim in person.claims] == ["denied selling the list"]


def test_a_step_that_a_later_one_builds_on_is_refused_and_named(reader) -> None:
    person = reader(TEXT)
    first = person.window.reading.article
    person.mark("denied selling the list", K.Key_D)
    person.say_by("The mayor")
    reader("Other\n\nSomething else happened.\n")
    person.mark("Something else happened", K.Key_F)
    person.say_by("The mayor")
    person.window.reading.open(first)
    person.settle()
    before = person.content()
    person.undo()
    assert person.content() == before
    assert "Said by “The mayor”" in person.window.messages.words


def test_history_is_kept_across_a_restart(reader, tmp_path) -> None:
    person = reader(TEXT)
    article = person.window.reading.article
    person.mark("denied selling the list", K.Key_D)
    person.window.close()
    person.starter.close()
    person.starter.window = None
    again = Person(person.starter, person.library)
    found: list[object] = []
    again.window.session.ask(lambda desk: (turns(desk, article), turns(desk, LIBRARY)), found.extend)
    again.settle()
    assert [turn.undo for turn in found] == ["Tag as denial", "Import “Ferry”"]
    assert [claim.quote for claim in again.claims] == ["denied selling the list"]
    again.undo()
    assert again.claims == []
