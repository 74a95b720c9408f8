"""The whole window by what a screen reader finds and where Tab goes: every screen, every dialog."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListView, QTabWidget, QWidget

from annotator.desk.care import Report
from annotator.desk.samples import AddSample
from annotator.desk.settings import Settings
from annotator.model.backups import Backup, BackupDifference, Counted, Occasion
from annotator.model.damage import Hurt
from annotator.model.enums import Tag
from annotator.model.steps import StepLine
from annotator.window.app import Starter
from annotator.window.frame.keys import NAMED, shown
from annotator.window.hands import wait_until
from annotator.window.keeping.damage_dialog import OTHER, READ, RESTORE, SALVAGE, DamageDialog
from annotator.window.keeping.restore_dialog import RestoreDialog
from annotator.window.receiving.dialog import ReceiveDialog
from annotator.window.ticks import Tick
from tests.desk.colleagues import MONEY, sent
from tests.journeys.person import ALT, Person
from tests.window.access import (
    Control,
    below,
    controls,
    focus_is_seen,
    nameless,
    namesakes,
    rows,
    unheard,
    unreached,
    walk,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen cannot raise a window

K = Qt.Key

TAGS = ("Tag as allegation", "Tag as denial", "Tag as reported fact")

Screens = Iterator[tuple[str, QWidget]]


@dataclass(frozen=True)
class Screen:
    """What was found on a screen: faults by kind, and what can be used there by name."""

    faults: dict[str, list[str]]
    controls: dict[str, tuple[QAccessible.Role, str]]


def key(which: K, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), which, modifiers)


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def pick(person: Person, beginning: str) -> None:
    claim = next(line.id for line in person.claims if line.quote.startswith(beginning))
    person.window.reading.pick(claim)
    person.view.setFocus()
    person.settle()


def dialog(person: Person) -> QWidget:
    """The dialog that is open, the window where none is."""
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible() and isinstance(top, QDialog)]
    return tops[-1] if tops else person.window


def the_editor(person: Person) -> Screens:
    window = person.window
    for beginning in ("accuses", "rejected", "confirmed that"):
        pick(person, beginning)
        yield f"editor: {beginning}", window
    pick(person, "accuses")
    person.menu("evidence")
    yield "form for evidence", window
    window.editor.said_by.field.setFocus()
    key(K.Key_N, ALT)
    yield "form for an anonymous source", window
    key(K.Key_Escape)
    person.press(K.Key_S)
    write("fer")
    yield "sources found", window
    window.editor.said_by.field.clear()
    for letter, name in (("a", "asked"), ("d", "declined")):
        person.menu("response")
        write(letter)
        person.settle()
        yield f"right of reply: {name}", window
    person.menu("status")
    write("n")
    yield "status: needs change", window


def the_page(person: Person) -> Screens:
    window = person.window
    person.menu("find")
    write("the")
    yield "find bar", window
    key(K.Key_Escape)
    for name in ("tab_points", "tab_review", "tab_history"):
        person.menu(name)
        yield name, window
    person.menu("tab_claims")
    person.shortcut("Ctrl+Shift+F")
    write("grant")
    wait_until(lambda: window.articles.results.isVisible())
    yield "search", window
    window.articles.search.clear()
    person.drag("company")
    yield "bar at a selection", window


def the_dialogs(person: Person, folder) -> Screens:
    person.menu("tag_all")
    yield from closing(person, "occurrences")
    for name in ("codebook", "keys", "call_sheet", "export", "send", "packets", "details", "about", "bin"):
        person.menu(name)
        yield from closing(person, name)
    person.menu("preferences")
    pages = dialog(person).pages
    for page in range(pages.count()):
        pages.setCurrentIndex(page)
        yield f"preferences: {pages.tabText(page)}", dialog(person)
    dialog(person).close()
    QGuiApplication.clipboard().setText("Ferry\n\nIt sails in June.")
    person.menu("paste")
    yield from closing(person, "paste")
    file = folder / "guess.txt"
    file.write_bytes("Fähre\n\nSie fährt übers Meer, hieß es.".encode("latin-1"))
    person.window.importing.take_files([file])
    wait_until(lambda: not person.window.importing.busy)
    yield from closing(person, "a guess at letters")
    person.window.importing.take_files([sent(folder, "Ben", (MONEY, Tag.ALLEGATION))])
    wait_until(lambda: not person.window.merging.busy)
    yield from closing(person, "what a colleague sent")
    yield from coming_in(person, folder / "story")
    person.menu("sources")
    yield "register of sources", dialog(person)
    dialog(person)._table.setFocus()
    key(K.Key_Down)
    yield from closing(person, "a source of the register")
    person.menu("remove_article")
    yield "a message with a button", person.window


def the_care(person: Person) -> Screens:
    """Earlier versions of the library, and what is shown of a damaged one."""
    parent, theme = person.window, person.window.look.theme
    backup = Backup(Path("1.sqlite"), 1, "2026-11-23T14:45:12Z", Occasion.START, 2_000_000)
    versions = RestoreDialog([backup], Path("library.sqlite.backups"), theme, parent)
    versions.begin()
    step = StepLine("1", "do", "step.delete", {"tag": "denial"}, "Ada", "2026-11-23T10:00:00Z", False)
    versions.show_difference(backup, BackupDifference(Counted(9), 1, (step,), Counted(1)))
    ways = DamageDialog("Damaged", "It is damaged.", (RESTORE, SALVAGE, READ, OTHER), parent)
    ways.show_hurt(["Claim “It is a lie”", "The history"])
    ways.show_backup(backup, None)
    for name, dialog in (("earlier versions", versions), ("ways out of damage", ways)):
        dialog.open()
        yield from closing(person, name)
    person.window.keeping.show_damage(Report((), (Hurt("claims", "1", "It is a lie"),), {}))
    person.window.keeping.strip.show_backup(backup, None)
    yield "a damaged library", person.window
    person.window.keeping.strip.hide()


def coming_in(person: Person, folder) -> Screens:
    """What a folder brought, claims of another tool in it, and the address of a page."""
    folder.mkdir()
    marked = {"text": "The pier\n\nIt leaks, said Ann.", "label": [[10, 18, "ALLEG"], [25, 28, "Person"]]}
    (folder / "pier.doccano.jsonl").write_text(json.dumps(marked), encoding="utf-8")
    (folder / "empty.docx").write_bytes(b"")
    person.window.importing.take_files([folder])
    wait_until(lambda: not person.window.importing.busy)
    person.settle()
    report = dialog(person)
    yield "what a folder brought", report
    report.look.click()
    person.settle()
    claims = report.findChild(ReceiveDialog)
    yield "claims of another tool", claims
    claims.close()
    report.close()
    QGuiApplication.clipboard().setText("https://example.org/ferry")
    person.menu("import_web")
    yield from closing(person, "the address of a page")


def closing(person: Person, name: str) -> Screens:
    """A dialog that was just opened, closed after the look at it."""
    person.settle()
    open_one = dialog(person)
    assert open_one is not person.window, name
    yield name, open_one
    open_one.close()
    person.settle()


def all_screens(person: Person, folder) -> Screens:
    yield "welcome", person.window
    person.window.session.run(
        AddSample("01-harbour-ferry.txt"), lambda done: person.window.reading.open(done.made[0])
    )
    person.settle()
    wait_until(lambda: person.window.articles.list.isVisible())  # it is read anew after a pause
    yield "article", person.window
    for part in (the_editor(person), the_page(person), the_care(person), the_dialogs(person, folder)):
        yield from part


def looked_at(window: QWidget, known: set[tuple[type, str]]) -> Screen:
    """Walks through a window with Tab and back; looks at the focus of what is not known yet."""
    window.activateWindow()
    QApplication.processEvents()
    found = controls(window)
    hidden = unheard(window, found)  # before the walk: some fields unfold when they get the keyboard
    there, back = walk(window), walk(window, K.Key_Backtab)
    faults = {
        "without a name": nameless(found),
        "not in the tree": hidden,
        "one name for two": namesakes([control for control in found if control.focusable]),
        "not reached by Tab": unreached(window, there),
        "reached one way only": [named(one) for one in {*there} ^ {*back}],
        "Tab leaves the window": [named(one) for one in there if one.window() is not window],
        "focus not seen": unseen(found, known),
    }
    heard = {control.name: (control.role, control.about) for control in found}
    return Screen({kind: those for kind, those in faults.items() if those}, heard)


def named(widget: QWidget) -> str:
    return f"{widget.accessibleName()} ({type(widget).__name__} in {type(widget.parent()).__name__})"


def unseen(found: list[Control], known: set[tuple[type, str]]) -> list[str]:
    """What looks the same with and without the keyboard in it."""
    fresh = [each for each in found if each.focusable and (type(each.widget), each.name) not in known]
    known.update((type(each.widget), each.name) for each in fresh)
    before = QApplication.focusWidget()
    missed = [f"{each.name} ({each.kind})" for each in fresh if not focus_is_seen(each.widget)]
    if before is not None:
        before.setFocus()
    return missed


@pytest.fixture(scope="module")
def screens(qapp, tmp_path_factory) -> Iterator[dict[str, Screen]]:
    """Every screen, looked at once."""
    folder = tmp_path_factory.mktemp("access")
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    starter = Starter(Settings(folder / "settings.json"))
    person = Person(starter, folder / "library.sqlite")
    person.window.resize(1400, 1000)
    found, known = {}, set()
    for name, window in all_screens(person, folder):
        person.settle()
        found[name] = looked_at(window, known)
        person.settle()
    yield found
    person.window.close()
    starter.close()
    QApplication.setCursorFlashTime(flash)
    QApplication.processEvents()


@pytest.mark.parametrize(
    "fault",
    [
        "without a name",
        "not in the tree",
        "one name for two",
        "not reached by Tab",
        "reached one way only",
        "Tab leaves the window",
        "focus not seen",
    ],
)
def test_no_screen_has_the_fault(screens, fault) -> None:
    assert len(screens) > 30
    assert {name: screen.faults[fault] for name, screen in screens.items() if fault in screen.faults} == {}


def test_the_outside_names_are_each_one_controls(screens) -> None:
    editable, listed = QAccessible.Role.EditableText, QAccessible.Role.List
    heard = screens["editor: accuses"].controls
    for name in ("Article", "Said by", "Evidence", "Note", "Search"):
        assert heard[name][0] == editable, name
    for name in ("Articles", "Claims"):
        assert heard[name][0] == listed, name
    for name in ("Undo", "Redo"):
        assert heard[name][0] == QAccessible.Role.Button


def test_what_is_painted_by_hand_says_what_it_is_and_how_it_stands(screens) -> None:
    heard = screens["right of reply: declined"].controls
    button, tick = QAccessible.Role.Button, QAccessible.Role.CheckBox
    assert heard["Right of reply"] == (button, "Declined")
    assert heard["Status"] == (button, "Unchecked")
    assert heard["Kind of the new source that says it"] == (button, "person")
    assert heard["Show denials"] == (tick, "2 claims")
    assert heard["Tag as allegation"][0] == tick
    assert heard["Attribution checked"][0] == tick
    chip = next(name for name in heard if name.startswith("1. Former bookkeeper"))
    assert heard[chip][0] == button
    assert "Delete removes it" in heard[chip][1]
    card = next(name for name in heard if name.startswith("context: The regional paper"))
    assert "Enter edits it" in heard[card][1]
    link = next(name for name in heard if name.startswith("Denial, "))
    assert "rejected the account" in link
    assert heard[link][0] == button


@pytest.fixture
def reader_of_sample(person) -> Person:
    person.window.session.run(
        AddSample("01-harbour-ferry.txt"), lambda done: person.window.reading.open(done.made[0])
    )
    person.settle()
    return person


def checked(person: Person, name: str) -> bool:
    """Whether the control of a name says that it is checked."""
    found = [control for control in controls(person.window) if control.name == name]
    return bool(found[0].state.checked)


def test_states_follow_what_is_so(reader_of_sample) -> None:
    person = reader_of_sample
    pick(person, "accuses")
    assert checked(person, "Tag as allegation")
    assert not checked(person, "Tag as denial")
    person.press(K.Key_D)
    assert checked(person, "Tag as denial")
    assert not checked(person, "Tag as allegation")
    before = checked(person, "Attribution checked")
    person.press(K.Key_W)
    assert checked(person, "Attribution checked") is not before


def test_actions_pressed_through_the_tree_do_their_work(reader_of_sample) -> None:
    """No mouse, no keys: the tree alone, as a program that speaks for somebody uses it."""
    person = reader_of_sample
    pick(person, "accuses")
    do(person, "Tag as denial", "Toggle")
    wait_until(lambda: person.picked.tag is Tag.DENIAL)
    person.settle()
    assert [name for name in TAGS if checked(person, name)] == ["Tag as denial"]
    do(person, "Undo", "Press")
    wait_until(lambda: person.picked.tag is Tag.ALLEGATION)
    do(person, "Attribution checked", "Toggle")
    wait_until(lambda: person.whole(person.picked.id).attributions[0].checked)
    do(person, "Attribution checked", "Toggle")
    wait_until(lambda: not person.whole(person.picked.id).attributions[0].checked)


def test_preferences_and_sources_are_changed_through_the_tree(reader_of_sample) -> None:
    """A screen reader toggles what a finger clicks."""
    person = reader_of_sample
    person.menu("preferences")
    pages = dialog(person).pages
    for words in ("Teal", "Dark", "Single letters and digits work in the article and the claims"):
        shown_there = [words in [each.name for each in controls(dialog(person))] for _ in turned(pages)]
        pages.setCurrentIndex(shown_there.index(True))
        do(person, words, "Toggle", dialog(person))
    person.settle()
    assert person.window.look.theme.name == "dark"
    assert person.window.actions_.keys["allegation"] == ()
    assert person.window.settings.get("letters") is False
    dialog(person).close()
    person.window.look.choose("light")
    person.menu("sources")
    key(K.Key_Home)
    register = dialog(person)
    register._table.setFocus()
    key(K.Key_Down)
    person.settle()
    do(person, "Confidential", "Toggle", register)
    wait_until(lambda: any(each.confidential for each in register._book.sources))
    register.close()


def turned(pages: QTabWidget) -> Iterator[int]:
    """The pages of a dialog one after the other."""
    for page in range(pages.count()):
        pages.setCurrentIndex(page)
        QApplication.processEvents()
        yield page


def do(person: Person, name: str, action: str, top: QWidget | None = None) -> None:
    tree = below(QAccessible.queryAccessibleInterface(top or person.window))
    one = next(each for each in tree if each.text(QAccessible.Text.Name) == name)
    assert action in one.actionInterface().actionNames()
    one.actionInterface().doAction(action)  # which takes a moment, as a finger does


def test_every_list_says_whole_rows(reader_of_sample) -> None:
    person = reader_of_sample
    quotes = [claim.quote for claim in person.claims]
    said = rows(person.window.claims.list)
    assert len(said) == len(quotes)
    for quote, row in zip(quotes, said, strict=True):
        assert quote.split("\n")[0] in row
    for name in ("tab_points", "tab_review", "tab_history"):
        person.menu(name)
    for view in person.window.findChildren(QListView):
        shown_rows = rows(view)
        assert all(len(row) > 3 and row != "None" for row in shown_rows), view.accessibleName()


def test_every_action_is_in_the_palette_and_in_the_sheet_with_its_key(reader_of_sample) -> None:
    person = reader_of_sample
    pick(person, "accuses")
    person.press(K.Key_W)  # something to undo
    person.undo()
    person.press(K.Key_W)
    person.undo()
    possible = {key.name for key in NAMED if person.window.actions_[key.name].isEnabled()}
    person.menu("palette")
    offered = {entry.name for entry in person.window.comfort._entries()}
    assert possible - offered == {"palette", "samples"}  # itself, and the submenu whose entries it finds
    key(K.Key_Escape)
    person.menu("keys")
    sheet = dialog(person).sheet
    groups = [sheet.topLevelItem(n) for n in range(sheet.topLevelItemCount())]
    lines = [group.child(n) for group in groups for n in range(group.childCount())]
    told = " ".join(f"{line.text(0)} {line.text(1)}" for line in lines)
    for action in NAMED:
        if action.keys:
            assert shown(action.keys[:1]) in told, action.name
    dialog(person).close()


def test_f6_comes_to_the_find_bar_too(reader_of_sample) -> None:
    person = reader_of_sample
    key(K.Key_F6)  # to the strip that asks who one is
    key(K.Key_Escape)
    person.settle()
    person.menu("find")
    bar = person.window.finding.bar
    person.view.setFocus()
    person.shortcut("F6")
    assert bar.isAncestorOf(QApplication.focusWidget())
    person.shortcut("Shift+F6")
    assert person.view.hasFocus()
    person.shortcut("F6")
    key(K.Key_Escape)
    assert person.view.hasFocus()
    person.shortcut("F6")
    assert person.window.claims.list.hasFocus()


def test_a_tab_with_nothing_to_use_gives_the_keyboard_to_the_tabs(reader_of_sample) -> None:
    person = reader_of_sample
    person.menu("tab_review")
    assert isinstance(QApplication.focusWidget(), Tick)
    person.menu("tab_history")  # the sample came with its claims: nothing was done in it yet
    assert QApplication.focusWidget() is person.window.tabs.tabBar()
    person.menu("tab_review")
    assert isinstance(QApplication.focusWidget(), Tick)


def test_a_message_over_the_page_is_heard_and_its_button_works(reader_of_sample) -> None:
    """What floats over the page is heard and reached, for its button brings the article back."""
    person = reader_of_sample
    person.menu("remove_article")
    heard = [control.name for control in controls(person.window)]
    undo = [name for name in heard if name.startswith("Undo") and name != "Undo"]
    assert len(undo) == 1
    do(person, undo[0], "Press")
    wait_until(lambda: person.window.reading.page is not None)


def test_what_was_done_is_said_and_where_one_is(reader_of_sample) -> None:
    """A day's work by ear: each claim as the cursor comes to it, each change as it is made."""
    person, heard = reader_of_sample, []
    person.window.hearing.said.connect(heard.append)
    person.view.spoken.connect(heard.append)

    def hears(act, *arguments) -> str:
        heard.clear()
        act(*arguments)
        person.settle()
        return "\n".join(heard)

    person.view.setFocus()
    entered = hears(person.press, K.Key_Down)
    assert "Reported fact, “\u2068The harbour’s oldest ferry will return to service in June\u2069”" in entered
    assert "said by \u2068Ferry company\u2069" in entered
    assert "claim 1 of 14" in entered
    assert "Tick as read" in hears(person.press, K.Key_Space)
    person.drag("would not say whether")
    assert "Tag as allegation" in hears(person.press, K.Key_A)
    assert "Retag as denial" in hears(person.press, K.Key_D)
    person.press(K.Key_L)
    assert "Link a denial to an allegation" in hears(person.press, K.Key_1)
    assert "Undone: Link a denial to an allegation" in hears(person.undo)
    assert "Done again: Link a denial to an allegation" in hears(person.redo)
    person.menu("status")
    assert "Status: in progress" in hears(write, "i")
    pick(person, "accuses")
    assert "Attribution checked" in hears(person.press, K.Key_W)
    person.menu("response")
    assert "Response: declined" in hears(write, "d")
    person.menu("tab_points")
    key(K.Key_Delete)
    write("known to the desk")
    assert "Let an open point go" in hears(key, K.Key_Return)
    assert "Undone: Let an open point go" in hears(person.undo)
