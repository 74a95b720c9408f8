"""The window of agreement: figures that follow, people chosen, places gone to, by keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import DeleteClaim, TagClaim
from annotator.desk.desk import Desk
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.window.agreement.articles import ARTICLE
from annotator.window.agreement.head import Scope
from annotator.window.agreement.window import AgreementWindow
from annotator.window.hands import press, wait_until
from annotator.window.session import Session
from annotator.window.theme import load_theme
from tests.window.access import controls, nameless, namesakes, unheard, unreached, walk
from tests.window.fitting import misfits

TEXT = "The mayor took money. That is a lie, her office said. The council met twice. It will meet again."
MONEY, LIE, MET, AGAIN = Span(0, 20), Span(22, 35), Span(54, 75), Span(77, 95)

#: The same; another tag; other words; Ada alone.
ADA = [(MONEY, Tag.ALLEGATION), (LIE, Tag.DENIAL), (MET, Tag.FACT), (AGAIN, Tag.FACT)]
BOB = [(MONEY, Tag.ALLEGATION), (LIE, Tag.ALLEGATION), (Span(58, 75), Tag.FACT)]


class Shown:
    """The window over a library in which Ada, who looks, and Bob tagged two articles."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.ids: dict[str, list[str]] = {}
        self.articles = self.ask(self.fill)
        self.window = AgreementWindow(session, load_theme("light"))
        self.wanted: list[object] = []
        self.window.claim_wanted.connect(lambda *told: self.wanted.append(told))
        self.window.article_wanted.connect(self.wanted.append)

    def fill(self, desk: Desk) -> list[str]:
        desk.library.connection.execute("PRAGMA synchronous = OFF")
        articles = [
            desk.run(ImportArticle(Draft(text, name))).made[0]
            for name, text in (("First", TEXT), ("Second", TEXT[22:]))
        ]
        ada, bob = desk.me, desk.add_person("Bob")
        for name, marks in (("Ada", ADA), ("Bob", BOB)):
            if name == "Bob":
                desk.switch(bob)
            self.ids[name] = [desk.run(TagClaim(articles[0], *mark)).made[0] for mark in marks]
            desk.run(TagClaim(articles[1], Span(0, 13), marks[1][1]))
        desk.switch(ada)
        return articles

    def ask(self, job):
        found: list[object] = []
        self.session.ask(job, found.append)
        wait_until(lambda: bool(found))
        return found[0]

    def show(self, article: str = "") -> AgreementWindow:
        self.window.show_for(article)
        self.wait()
        return self.window

    def wait(self) -> None:
        wait_until(lambda: self.session.idle)

    def figures(self) -> dict[str, str]:
        model = self.window.figures.model()
        spoken = (model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount()))
        return {line.split(", ")[0]: line.split(", ")[1] for line in spoken}


@pytest.fixture
def shown(qtbot, session: Session) -> Iterator[Shown]:
    made = Shown(session)
    qtbot.addWidget(made.window)
    yield made
    made.window.close()


def test_figures_are_said_with_what_they_rest_on_and_mean(shown: Shown) -> None:
    window = shown.show(shown.articles[0])
    spoken = window.figures.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Alpha on sentences, ")
    assert "4 sentences, 100 % covered, " in spoken
    assert shown.figures()["F1: the same words"] == "0.571"  # 2 of 4 and 2 of 3 claims
    assert shown.figures()["Same tag on matched claims"] == "0.667"


def test_the_table_says_each_cell_in_words(shown: Shown) -> None:
    window = shown.show(shown.articles[0])
    table = window.confusion
    press(table, Qt.Key.Key_Down)
    index = table.currentIndex()
    assert (index.row(), index.column()) == (1, 0)
    name = window.head.chips[0].person.name
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{name}: denial, Bob: allegation, 1 pair"
    assert [table.model().headerData(n, Qt.Orientation.Vertical) for n in range(3)] == ["A", "D", "F"]


def test_people_are_chosen_by_their_chips(shown: Shown) -> None:
    window = shown.show(shown.articles[0])
    me, bob = window.head.chips
    assert (me.person.mine, bob.accessibleName()) == (True, "Compare Bob")
    bob.click()
    shown.wait()
    assert window.nothing.isVisible()
    assert window.nothing.text() == "Choose two people or more to compare."
    assert not window.copy.isEnabled()
    window.head.chips[1].click()
    shown.wait()
    assert window.figures.isVisible()


def test_arrow_keys_go_along_the_differences_and_enter_to_the_words(shown: Shown) -> None:
    window = shown.show(shown.articles[0])
    ribbon = window.ribbon
    assert ribbon.accessibleDescription().startswith("3 differences.")
    press(ribbon, Qt.Key.Key_Right)
    assert ribbon.told.startswith("Difference 1 of 3: tag differs. “That is a lie”")
    for _ in range(5):
        press(ribbon, Qt.Key.Key_Right)
    assert ribbon.told.startswith("Difference 3 of 3: only ")
    press(ribbon, Qt.Key.Key_Left)
    assert ribbon.told.startswith("Difference 2 of 3: words differ. “The council met twice”")
    press(ribbon, Qt.Key.Key_Home)
    press(ribbon, Qt.Key.Key_Return)
    assert shown.wanted == [(shown.articles[0], shown.ids["Ada"][1])]


def test_a_click_goes_to_the_words_under_it(shown: Shown) -> None:
    window = shown.show(shown.articles[0])
    ribbon = window.ribbon
    left, right = 100, ribbon.width() - 4  # the first claim begins where the text does
    place = QPointF(left + (right - left) * 10 / len(TEXT), ribbon.height() / 2)
    QTest.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert shown.wanted == [(shown.articles[0], shown.ids["Ada"][0])]
    assert ribbon.told.startswith("The same: “The mayor took money”")
    assert ribbon.group_at(QPointF(20, 5)) is None


def test_from_right_to_left_the_text_begins_at_the_right(shown: Shown) -> None:
    window = shown.show(shown.articles[0])
    window.ribbon.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert window.ribbon.group_at(QPointF(window.ribbon.width() - 110, 20)) == 0
    press(window.ribbon, Qt.Key.Key_Left)
    assert window.ribbon.told.startswith("Difference 1 of 3")


def test_the_library_shows_articles_with_the_picked_figure(shown: Shown) -> None:
    window = shown.show()
    assert not window.ribbon.isVisible()
    assert not window.head.scopes.isVisible()
    strip = window.articles.model()
    assert [strip.index(n, 0).data() for n in range(strip.rowCount())] == ["Second", "First"]
    window.figures.setFocus()
    for _ in range(30):
        press(window.figures, Qt.Key.Key_Down)
    press(window.figures, Qt.Key.Key_Up)  # same tag on matched claims, the last but one
    told = strip.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "First, Same tag on matched claims, 0.667, 3 matched pairs"
    press(window.articles, Qt.Key.Key_Down)
    press(window.articles, Qt.Key.Key_Return)
    assert shown.wanted == [shown.articles[0]]
    assert strip.index(1, 0).data(ARTICLE) == shown.articles[0]


def test_from_the_article_to_the_library_and_back(shown: Shown) -> None:
    window = shown.show(shown.articles[0])
    window.head.scopes.asked.emit(Scope.LIBRARY)
    shown.wait()
    assert window.articles.isVisible()
    window.head.scopes.asked.emit(Scope.ARTICLE)
    shown.wait()
    assert window.ribbon.isVisible()
    assert not window.articles.isVisible()


def test_it_follows_what_changes(shown: Shown) -> None:
    window = shown.show(shown.articles[0])
    before = shown.figures()
    shown.session.run(DeleteClaim(shown.ids["Ada"][3]))
    shown.wait()
    assert shown.figures()["F1: the same words"] == "0.667"
    assert before != shown.figures()
    assert window.ribbon.accessibleDescription().startswith("2 differences.")


def test_an_article_that_one_person_tagged_says_what_to_do(shown: Shown) -> None:
    alone = shown.ask(lambda desk: desk.run(ImportArticle(Draft("Nobody came.", "Third"))).made[0])
    window = shown.show(alone)
    assert window.nothing.text().startswith("Fewer than two people have tagged this article")
    assert window.head.chips == []


def test_figures_are_copied_as_text(shown: Shown) -> None:
    window = shown.show(shown.articles[0])
    window.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "First"
    assert lines[1].endswith(", Bob")
    assert "F1: the same words\t0.571\t7 claims" in lines
    assert window.trouble.words == "The figures are on the clipboard."


def test_each_theme_draws_it_otherwise(shown: Shown) -> None:
    window = shown.show(shown.articles[0])
    press(window.ribbon, Qt.Key.Key_Right)
    QTest.qWait(20)  # for the layout
    parts = (window.ribbon, window.figures, window.confusion)
    drawn = []
    for theme in ("light", "dark"):
        window.set_theme(load_theme(theme))
        drawn.append([part.grab().toImage() for part in parts])
    assert [light != dark for light, dark in zip(*drawn, strict=True)] == [True] * 3


def test_everything_is_named_reached_and_has_its_room(shown: Shown) -> None:
    for article in (shown.articles[0], ""):
        window = shown.show(article)
        QTest.qWait(20)  # for the layout
        found = controls(window)
        assert (nameless(found), unheard(window, found), namesakes(found)) == ([], [], [])
        assert unreached(window, walk(window)) == []
        assert misfits(window) == []
