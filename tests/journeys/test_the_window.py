"""The window itself: names for those who hear it, menus, panes, folding panels, themes, zoom, session."""

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from annotator.desk.settings import Settings
from annotator.window.frame.keys import KEYS, MENUS
from annotator.window.hands import wait_until
from annotator.window.who.first_time import FirstTime
from tests.journeys.person import CTRL, SHIFT, Person

K = Qt.Key
TEXT = "Ferry\n\nThe mayor denied selling the list. The ferry sails in June, its operator said.\n"


def names(root: QAccessibleInterface) -> list[tuple[str, QAccessible.Role]]:
    """Name and role of everything in sight below an object of the accessibility tree."""
    found = [(root.text(QAccessible.Text.Name), root.role())]
    for n in range(root.childCount()):
        child = root.child(n)
        if child is not None and child.isValid() and not child.state().invisible:
            found += names(child)
    return found


@pytest.fixture
def busy(reader) -> Person:
    person = reader(TEXT)
    person.mark("denied selling the list", K.Key_D)
    return person


def test_the_outside_names_are_there(busy: Person) -> None:
    window = busy.window
    assert window.view.accessibleName() == "Article"
    assert window.articles.list.accessibleName() == "Articles"
    assert window.claims.list.accessibleName() == "Claims"
    assert window.articles.search.accessibleName() == "Search"
    assert window.editor.said_by.field.accessibleName() == "Said by"
    assert window.editor.evidence.form.field.accessibleName() == "Evidence"
    assert window.editor.notes.note.accessibleName() == "Note"
    texts = [action.text().replace("&", "") for menu in menus(window) for action in menu.actions()]
    for name in ("Allegation", "Denial", "Reported fact", "Delete claim", "Import", "Export"):
        assert texts.count(name) == 1
    buttons = [button.accessibleName() for button in window.findChildren(QAbstractButton)]
    assert buttons.count("Undo") == buttons.count("Redo") == 1
    assert "Review" in [window.tabs.tabText(n) for n in range(window.tabs.count())]
    assert "Ferry" in window.windowTitle()


def menus(window) -> list:
    return [action.menu() for action in window.menu_bar.actions()]


def test_an_outside_name_is_one_controls_alone(busy: Person) -> None:
    tree = QAccessible.queryAccessibleInterface(busy.window)
    heard = [name for name, role in names(tree) if role != QAccessible.Role.StaticText]
    for name in ("Article", "Articles", "Search", "Said by", "Evidence", "Note", "Undo", "Redo"):
        assert heard.count(name) == 1, name


def test_nothing_that_takes_the_focus_is_without_a_name(busy: Person) -> None:
    nameless = []
    for widget in busy.window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            heard = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            if not heard.strip():
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == []


def test_every_action_stands_in_a_menu_with_its_key(busy: Person) -> None:
    for menu in menus(busy.window):
        for action in menu.actions():
            if not action.isSeparator():
                assert action.text(), menu.title()
    known = {key.name: key for key in KEYS if key.name}
    shown = {action.objectName() for menu in menus(busy.window) for action in menu.actions()}
    assert set(known) <= shown
    assert len(menus(busy.window)) == len(MENUS)


def test_no_key_has_two_meanings_in_one_place() -> None:
    keys = [(where, shortcut) for key in KEYS for shortcut in key.keys for where in _places(key.where)]
    assert len(keys) == len(set(keys))


def _places(where: str) -> tuple[str, ...]:
    return ("window", "text") if where == "window" else ("text",)


def test_f6_goes_round_the_panes(busy: Person) -> None:
    """The strip that asks who somebody is among them, until it is answered."""
    (strip,) = busy.window.findChildren(FirstTime)
    busy.view.setFocus()
    seen = []
    for _ in range(5):
        busy.shortcut("F6")
        focus = QApplication.focusWidget()
        seen.append(
            next(
                name
                for name, pane in (
                    ("articles", busy.window.articles),
                    ("page", busy.window.view),
                    ("who", strip),
                    ("claims", busy.window.claims),
                    ("editor", busy.window.editor),
                )
                if focus is pane or pane.isAncestorOf(focus)
            )
        )
    assert seen == ["who", "claims", "editor", "articles", "page"]
    strip.name.setFocus()
    QTest.keyClick(strip.name, K.Key_Escape)
    busy.settle()
    assert busy.view.hasFocus()
    busy.shortcut("F6")
    assert busy.window.claims.list.hasFocus()


def test_panels_fold_away_where_it_is_narrow_and_come_back(busy: Person) -> None:
    window = busy.window
    shown = {}
    for width in (1400, 1000, 860, 1400):
        window.resize(width, 700)
        QApplication.processEvents()
        shown[width] = (window.panels.shows("left_panel"), window.panels.shows("right_panel"))
    assert shown == {1400: (True, True), 1000: (False, True), 860: (False, False)}


def test_a_folded_panel_comes_when_it_is_asked_for(busy: Person) -> None:
    busy.window.resize(860, 700)
    QApplication.processEvents()
    busy.menu("right_panel")
    assert busy.window.panels.shows("right_panel")
    busy.shortcut("Ctrl+Shift+F")
    assert busy.window.panels.shows("left_panel")
    assert QApplication.focusWidget() is busy.window.articles.search


def test_the_source_key_brings_the_editor_into_sight(busy: Person) -> None:
    busy.window.resize(860, 700)
    QApplication.processEvents()
    busy.press(K.Key_S)
    assert QApplication.focusWidget() is busy.window.editor.said_by.field
    assert busy.window.editor.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_reaches_page_and_panels(busy: Person, theme: str) -> None:
    window = busy.window
    window.look.choose("light" if theme == "dark" else "dark")
    window.look.choose(theme)
    busy.settle()
    picture = window.grab().toImage()
    page = window.view.viewport().mapTo(window, window.view.viewport().rect().bottomRight())
    beside = window.view.mapTo(window, window.view.rect().bottomLeft())
    wanted = QColor(window.look.theme.page).name()
    assert picture.pixelColor(page.x() - 4, page.y() - 4).name() == wanted
    assert picture.pixelColor(beside.x() + 4, beside.y() - 4).name() == wanted
    assert Settings(window.settings._file).get("theme") == theme


def test_zoom_by_keys_is_kept_for_the_next_time(busy: Person) -> None:
    busy.view.setFocus()
    busy.shortcut("Ctrl++")
    busy.shortcut("Ctrl++")
    large = busy.view.zoom
    assert large > 110
    assert busy.window.status._zoom.text() == f"{large} %"
    busy.window.close()
    busy.starter.close()
    busy.starter.window = None
    again = Person(busy.starter, busy.library)
    assert again.view.zoom == large
    again.shortcut("Ctrl+0")
    assert again.view.zoom == 100


def test_a_search_takes_the_place_of_the_list_of_articles(busy: Person) -> None:
    articles = busy.window.articles
    articles.search.setText("operator")
    wait_until(lambda: articles.results.isVisible() and articles.results.model().rowCount() > 1)
    articles.search.setText("nothing like this")
    wait_until(lambda: not articles.results.isVisible())
    articles.search.setText("")
    wait_until(articles.list.isVisible)
    assert busy.text == TEXT


def test_from_the_field_of_the_search_to_the_place_in_the_text(busy: Person) -> None:
    """By the keyboard alone: find, go down, Enter; and Escape back to the list of articles."""
    articles = busy.window.articles
    busy.shortcut("Ctrl+Shift+F")
    QTest.keyClicks(articles.search, "operator")
    wait_until(lambda: articles.results.isVisible() and articles.results.model().rowCount() > 1)
    QTest.keyClick(articles.search, K.Key_Down)
    assert articles.results.hasFocus()
    row = articles.results.row
    QTest.keyClick(articles.results, K.Key_Return)
    busy.settle()
    assert busy.view.hasFocus()
    if row.hit.claim is not None:
        assert busy.window.reading.picked == row.hit.claim
    else:
        assert busy.view.place_of(row.hit.span.start) is not None
    busy.shortcut("Ctrl+Shift+F")
    QTest.keyClick(articles.search, K.Key_Escape)
    wait_until(articles.list.isVisible)


def test_another_library_takes_the_windows_place(busy: Person, tmp_path: Path) -> None:
    before = busy.window
    busy.window.library_wanted.emit(tmp_path / "other.sqlite")
    wait_until(lambda: busy.starter.window is not before)
    busy.settle()
    assert busy.window.session.path.name == "other.sqlite"
    assert busy.window.reading.page is None
    busy.window.library_wanted.emit(busy.library)
    wait_until(lambda: busy.window.session.path == busy.library)
    busy.settle()
    assert [claim.quote for claim in busy.claims] == ["denied selling the list"]


@pytest.mark.parametrize("name", ["details", "bin", "preferences", "keys", "about", "sources", "export"])
def test_each_dialog_opens_and_closes_with_escape(busy: Person, name: str, qtbot) -> None:
    busy.menu(name)
    wait_until(lambda: any(w.isWindow() and w.isVisible() and w is not busy.window for w in tops()))
    dialog = next(w for w in tops() if w.isWindow() and w.isVisible() and w is not busy.window)
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            heard = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert heard.strip(), f"{type(widget).__name__} {widget.objectName()}"
    qtbot.keyClick(dialog, K.Key_Escape)
    wait_until(lambda: not dialog.isVisible())


def tops() -> list[QWidget]:
    """What is in sight beside main windows, which may be those of other tests."""
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return [widget for widget in shown if not widget.inherits("QMainWindow")]


def test_a_tab_seen_first_is_not_blank(person) -> None:
    person.window.importing.add_sample("01-harbour-ferry.txt")
    wait_until(lambda: person.window.reading.count > 0)
    person.window.reading.pick(person.claims[0].id)
    person.window.look.choose("light")
    person.settle()
    for tab in (1, 2):
        person.window.tabs.setCurrentIndex(tab)
        person.settle()
        page = person.window.tabs.widget(tab)
        inside = QRect(page.mapTo(person.window, QPoint(0, 0)), page.size()).adjusted(12, 12, -24, -12)
        picture = person.window.grab(inside).toImage()
        ground = picture.pixelColor(2, 2)
        places = product(range(0, picture.width(), 2), range(0, 300, 2))
        assert any(picture.pixelColor(x, y) != ground for x, y in places), "not a word is painted"


def test_history_says_who_did_what(busy: Person) -> None:
    busy.undo()
    busy.redo()
    busy.window.tabs.setCurrentWidget(busy.window.side.history_page)
    busy.settle()
    said = [row.words for row in busy.window.side.history._model.rows if row.time]
    assert said == ["Done again: Tag as denial", "Undone: Tag as denial", "Tag as denial"]


def test_several_claims_chosen_with_ctrl_are_exported_alone(busy: Person) -> None:
    other = busy.mark("The ferry sails in June", K.Key_F)
    third = busy.mark("The mayor", K.Key_A)
    claims = busy.window.claims
    busy.press(K.Key_Home, widget=claims.list)
    busy.press(K.Key_Down, SHIFT, claims.list)
    chosen = claims.chosen()
    assert len(chosen) == 2
    assert chosen[0] == third.id
    assert other.id not in chosen
    busy.press(K.Key_C, CTRL | SHIFT, claims.list)
    assert "Copied 2 claims" in busy.window.messages.words


@pytest.mark.parametrize("paragraphs", [60, 400], ids=["short", "long"])
def test_an_article_read_anew_stays_where_it_was(reader, paragraphs: int) -> None:
    person = reader(
        "Ferry\n\n" + "The mayor denied selling the list of berths to anybody at all.\n\n" * paragraphs
    )
    claim = person.mark("selling the list", K.Key_A)
    bar = person.view.verticalScrollBar()
    bar.setValue(900)
    person.window.reading.open(person.window.reading.article)
    person.settle()
    assert bar.value() == 900
    assert person.picked.id == claim.id
