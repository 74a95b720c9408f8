"""The card of versions: columns and their names, stacked where narrow, mirrored, brief where room lacks."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.enums import Tag, Verdict
from annotator.window.beside.card import BesideCard
from annotator.window.beside.versions import versions_of
from annotator.window.beside.wording import Wording
from annotator.window.people import People, readable
from annotator.window.plain import ElidedLabel
from annotator.window.shadow import SHADOW
from annotator.window.theme import load_theme
from tests.window.article.several import ADA, BOB, CORA, PEOPLE, group, of

TEXT = "The company denied it twice and said no more."
MINE = of(ADA, "mine", TEXT, "denied it")
BOBS = of(BOB, "bobs", TEXT, "company denied it twice", speakers=("The company",), evidence=2, comments=1)
CORAS = of(CORA, "coras", TEXT, "denied it twice and", Tag.FACT)
LINES = {line.id: line for line in (MINE, BOBS, CORAS)}
WORDS = QRect(100, 100, 300, 60)
THEME = load_theme("light")


@pytest.fixture
def over(qtbot: QtBot) -> Iterator[QWidget]:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    yield page
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def card_with(over: QWidget, *claims, missing=(), picked=None) -> BesideCard:
    card = BesideCard(over, THEME)
    card.set_versions(versions_of(group(*claims, missing=missing), People(PEOPLE), LINES.get), picked)
    card.place(WORDS, over.rect())
    card.show()
    QApplication.processEvents()
    return card


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def names(card: BesideCard) -> list[str]:
    return [plain(column.accessibleName()) for column in card.columns]


def test_each_column_says_whose_it_is_and_what(over: QWidget) -> None:
    assert names(card_with(over, MINE, BOBS, missing=(CORA,))) == [
        "Denial, “denied it”, no source yet",
        "Show the claim: Bob Marlowe’s denial, “company denied it twice”, said by The company",
        "Cora has nothing here",
    ]


def test_every_stop_of_the_keyboard_has_a_name_of_its_own(over: QWidget) -> None:
    card = card_with(over, MINE, BOBS, CORAS)
    seen = [part for part in card.findChildren(QWidget) if part.isVisible()]
    stops = [part for part in seen if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    called = [part.accessibleName() for part in stops]
    assert all(called)
    assert len(set(called)) == len(called)


def test_columns_stand_side_by_side_or_one_below_the_other(over: QWidget) -> None:
    card = card_with(over, MINE, BOBS, CORAS)
    tops = {column.mapTo(card, column.rect().topLeft()).y() for column in card.columns}
    assert len(tops) == 1
    over.resize(430, 900)
    card.place(WORDS, over.rect())
    card.layout().activate()
    tops = {column.mapTo(card, column.rect().topLeft()).y() for column in card.columns}
    assert len(tops) == 3
    assert over.rect().contains(card.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW))


def test_where_room_lacks_the_words_are_left_out(over: QWidget) -> None:
    card = card_with(over, MINE, BOBS, CORAS)
    room = QRect(0, 0, 400, 420)
    card.place(QRect(50, 20, 300, 150), room)
    whole, brief = (card.height_in(room, brief=brief) for brief in (False, True))
    assert brief < 420 - 170 < whole
    card.place(QRect(50, 20, 300, 150), room)
    assert card.geometry().top() + SHADOW >= 20 + 150 - 1
    card.place(QRect(50, 0, 300, 30), QRect(0, 0, 900, 600))
    assert all(part.isVisible() for column in card.columns for part in column._details)


def test_the_answers_are_for_the_colleague_named(over: QWidget) -> None:
    card = card_with(over, MINE, BOBS, CORAS, picked="coras")
    assert card.at_hand == "coras"
    assert plain(card._whom.text()) == "Your answer to Cora"
    answered = {**LINES, "bobs": replace(BOBS, verdicts=(("ada", Verdict.AGREED),))}
    card.set_versions(versions_of(group(MINE, BOBS), People(PEOPLE), answered.get), None)
    assert card.answers.said == "You agreed."


def test_a_claim_that_was_changed_since_asks_for_my_answer_again(over: QWidget) -> None:
    card = card_with(over, MINE)
    changed = {**LINES, "bobs": replace(BOBS, outdated=(("ada", Verdict.AGREED),))}
    card.set_versions(versions_of(group(MINE, BOBS), People(PEOPLE), changed.get), None)
    assert plain(card._whom.text()) == "Your answer to Bob Marlowe, who changed this since you answered"
    assert card.answers.said == ""


def test_my_claim_alone_has_no_answers(over: QWidget) -> None:
    card = card_with(over, MINE, missing=(BOB,))
    assert card.at_hand is None
    assert not card.answers.isVisible()


def test_the_keyboard_stays_on_its_column_when_answers_come(over: QWidget, qtbot: QtBot) -> None:
    over.activateWindow()
    qtbot.waitUntil(over.isActiveWindow)
    card = card_with(over, MINE, BOBS, CORAS)
    card.columns[2].setFocus()
    answered = {**LINES, "bobs": replace(BOBS, comments=2)}
    card.set_versions(versions_of(group(MINE, BOBS, CORAS), People(PEOPLE), answered.get), None)
    assert card.columns[2].hasFocus()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_persons_band_stands_where_lines_begin(over: QWidget, direction: Qt.LayoutDirection) -> None:
    QApplication.setLayoutDirection(direction)
    card = card_with(over, MINE, BOBS)
    for column, person in zip(card.columns, (ADA, BOB), strict=True):
        seen = column.grab().toImage()
        x = 1 if direction == Qt.LayoutDirection.LeftToRight else seen.width() - 2
        assert seen.pixelColor(x, seen.height() // 2) == readable(person.colour, THEME)
    order = [column.mapTo(card, column.rect().center()).x() for column in card.columns]
    assert (order == sorted(order)) == (direction == Qt.LayoutDirection.LeftToRight)


def test_another_theme_redraws_the_card(over: QWidget) -> None:
    card = card_with(over, MINE, BOBS)
    card.set_theme(load_theme("dark"))
    seen = card.columns[1].grab().toImage()
    assert seen.pixelColor(1, seen.height() // 2) == readable(BOB.colour, load_theme("dark"))
    assert card.at_hand == "bobs"


def test_side_by_side_all_have_one_width_and_room_for_their_words(over: QWidget) -> None:
    long = replace(BOB, name="Bartholomew Marlowe-Featherstonehaugh of the research desk")
    versions = versions_of(group(MINE, BOBS, CORAS), People((ADA, long, CORA)), LINES.get)
    card = BesideCard(over, THEME)
    card.set_versions(versions, None)
    card.place(WORDS, QRect(0, 0, 620, 600))
    card.show()
    QApplication.processEvents()
    assert len({column.y() for column in card.columns}) == 1
    widths = [column.width() for column in card.columns]
    assert max(widths) - min(widths) <= 1
    quotes = card.findChildren(Wording)
    assert len(quotes) == 3
    for quote in quotes:
        assert quote.height() >= quote.heightForWidth(quote.width())
    cut = [label for label in card.findChildren(ElidedLabel) if label.shown != label.text()]
    assert [label.text() for label in cut] == [long.name]
    assert long.name in cut[0].toolTip()
