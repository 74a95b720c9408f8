"""The left panel: searching, picking by mouse and keys, its menu, and what stands in an empty one."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from annotator.model.enums import Tag
from annotator.model.search import ClaimFilter, SearchPage
from annotator.model.views import ArticleLine
from annotator.window.articles.panel import ArticlesPanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def line(number: int, title: str = "", claims: int = 0, **more: object) -> ArticleLine:
    values = {
        "publisher": "Coast Courier",
        "published": "2025-03-14",
        "imported": "",
        "length": 100,
        "sample": False,
    } | more
    return ArticleLine(id=f"a{number}", title=title or f"Article {number}", claims=claims, **values)


LINES = [line(1), line(2), line(3)]


@pytest.fixture
def panel(qtbot):
    made = ArticlesPanel()
    qtbot.addWidget(made)
    made.resize(240, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def middle(panel, row):
    return panel.list.visualRect(panel.list.model().index(row, 0)).center()


def test_names_for_screen_readers(panel):
    assert panel.search.accessibleName() == "Search"
    assert panel.list.accessibleName() == "Articles"


def test_a_click_picks_an_article(panel, qtbot):
    panel.set_articles(LINES)
    with qtbot.waitSignal(panel.article_picked) as picked:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=middle(panel, 1))
    assert picked.args == ["a2"]


def test_arrow_keys_look_around_and_enter_picks(panel, qtbot):
    panel.set_articles(LINES)
    panel.pick("a1")
    panel.list.setFocus()
    with qtbot.assertNotEmitted(panel.article_picked):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.article_picked) as picked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert picked.args == ["a3"]


def test_letters_do_not_jump_to_titles(panel, qtbot):
    panel.set_articles([line(1, "Bees"), line(2, "Audit")])
    panel.pick("a1")
    qtbot.keyClick(panel.list, Qt.Key.Key_A)
    assert panel.list.article == "a1"


def test_a_search_is_asked_for_with_each_key(panel, qtbot):
    said = []
    panel.search_changed.connect(lambda: said.append(panel.search_words))
    qtbot.keyClicks(panel.search, " fer ")
    assert said == ["", "f", "fe", "fer", "fer"]


def test_escape_empties_the_search_and_down_goes_to_the_list(panel, qtbot):
    panel.set_articles(LINES)
    qtbot.keyClicks(panel.search, "x")
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.search_words == ""
    panel.search.setFocus()
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.list.hasFocus()
    assert panel.list.article == "a1"


def test_the_picked_article_stays_picked_when_the_list_changes(panel):
    panel.set_articles(LINES)
    panel.pick("a2")
    panel.set_articles([line(9), *LINES])
    assert panel.list.article == "a2"
    panel.set_articles([line(1)])
    assert panel.list.article is None
    panel.set_articles(LINES)
    assert panel.list.article == "a2"


def test_a_changed_row_leaves_the_others_where_they_are(panel):
    panel.set_articles([line(number) for number in range(200)])
    panel.list.verticalScrollBar().setValue(700)
    panel.set_articles([line(number, claims=int(number == 150)) for number in range(200)])
    assert panel.list.verticalScrollBar().value() == 700
    assert "1 claim" in panel.list.model().index(150, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_longer_title_makes_its_row_higher(panel, qtbot):
    panel.set_articles(LINES)
    below = middle(panel, 1).y()
    panel.set_articles([line(1, "A title that " * 5), *LINES[1:]])
    qtbot.waitUntil(lambda: middle(panel, 1).y() > below)


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_new_count_is_painted(panel, qtbot):
    panel.set_articles(LINES)
    before = panel.list.viewport().grab().toImage()
    qtbot.wait(20)
    paints = Paints()
    panel.list.viewport().installEventFilter(paints)
    panel.set_articles([line(1, claims=44), *LINES[1:]])
    qtbot.waitUntil(lambda: paints.count > 0)
    assert panel.list.viewport().grab().toImage() != before


def test_a_far_row_of_many_is_shown_when_picked(panel, qtbot):
    panel.set_articles([line(number) for number in range(3000)])
    panel.pick("a2500")
    qtbot.waitUntil(lambda: panel.list.viewport().rect().contains(middle(panel, 2500)))


def test_empty_lists_say_what_to_do(panel, qtbot):
    panel.set_articles([])
    assert "Open a file" in shown(panel)
    panel.set_articles(LINES)
    assert panel.list.isVisible()
    qtbot.keyClicks(panel.search, "zz")
    panel.show_results(SearchPage())
    assert "Nothing in the library has all these words" in shown(panel)
    panel.filter.set_only(ClaimFilter(evidence=True))
    panel.show_results(SearchPage())
    assert "both the words and the filters" in shown(panel)
    panel.search.clear()
    panel.show_results(SearchPage())
    assert "No claim fits the filters" in shown(panel)


def shown(panel):
    """What the panel says in place of a list."""
    assert not panel.list.isVisible()
    return panel._nothing.text()


@pytest.mark.parametrize(
    ("place", "signal"), [(0, "article_picked"), (1, "details_wanted"), (2, "remove_wanted")]
)
def test_the_menu_of_a_row(panel, qtbot, place, signal):
    panel.set_articles(LINES)
    spot = middle(panel, 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, panel.list.viewport().mapToGlobal(spot))
    QApplication.sendEvent(panel.list.viewport(), event)
    (menu,) = [child for child in panel.findChildren(QMenu) if child.isVisible()]
    assert [action.text() for action in menu.actions()] == ["Open", "Details…", "Move to bin"]
    with qtbot.waitSignal(getattr(panel, signal)) as wanted:
        menu.setActiveAction(menu.actions()[place])
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert wanted.args == ["a2"]


def test_no_menu_beside_the_rows(panel):
    panel.set_articles(LINES[:1])
    spot = QPoint(100, 450)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, panel.list.viewport().mapToGlobal(spot))
    QApplication.sendEvent(panel.list.viewport(), event)
    assert not [child for child in panel.findChildren(QMenu) if child.isVisible()]


def test_a_row_speaks_of_all_it_shows(panel):
    panel.set_articles([line(1, "Ferry", 12, covered={Tag.ALLEGATION: 0.2, Tag.FACT: 0.001})])
    spoken = panel.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ferry, Coast Courier, 14 March 2025, 12 claims, 20 % Allegation, 1 % Reported fact"
