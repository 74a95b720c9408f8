"""Nasty strings on the page: marked by mouse and by keys, each claim says the very words that stand there."""

import random
import re
import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import regex
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from annotator.desk.commands.articles import ImportArticle
from annotator.formats import reading
from annotator.formats.kinds import Content
from annotator.model.spans import Span
from annotator.window.article.view import ArticleView
from tests.journeys.person import CTRL, SHIFT, Person
from tests.torture.at_window import somebody
from tests.torture.nasty import strings
from tests.torture.strings_stored import Laid, laid
from tests.torture.strings_written import Slice

#: How many strings stand in one article, and how long one may be in the window.
_OF_ARTICLE, _LONGEST = 40, 80
#: How near two places of the caret must be to be one for the hand, in pixels.
_NEAR = 2

#: What may turn the direction in a line: there one place of the page is two of the text.
_TURNS = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

_TAGS = (Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_F)


def try_all(path: Path, choose: random.Random, count: int) -> list[str]:
    """Shows and marks so many strings; what was not as it should be."""
    broken: list[str] = []
    made = (words[:_LONGEST] for words in strings(choose))
    marked = 0
    with somebody(path) as (person, wrong):
        while count > 0:
            article = laid(list(islice(made, min(count, _OF_ARTICLE))), of_line=1)
            count -= len(article.slices)
            _open(person, article)
            for number, one in enumerate(article.slices):
                broken += _mark(person, article, one, number, choose)
            marked += len(person.claims)
        broken += wrong
    with closing(sqlite3.connect(path)) as file:
        broken += _wrong_slices(file, marked)
    return broken


def _open(person: Person, article: Laid) -> None:
    """Has the article imported and shows it."""
    draft = reading.draft(Content(article.raw), "nasty.docx")
    open_it = person.window.reading.open
    person.window.session.run(ImportArticle(draft), lambda changes: open_it(changes.made[0]))
    person.settle()
    assert person.text == article.text


def _mark(person: Person, article: Laid, one: Slice, number: int, choose: random.Random) -> Iterator[str]:
    """Marks a string one way or another; by mouse exactly it, where it runs from left to right."""
    words, start, end = one
    before = {line.id for line in person.claims}
    person.view.go_to(Span(start, end))
    hand = Hand(person.view)
    starts, ends = hand.near(start), hand.near(end)
    by_mouse = number % 3 < 2 and bool(words.strip()) and not starts & ends
    if by_mouse:
        hand.drag(start, end)
    else:
        for _ in range(choose.randint(0, 3)):
            person.press(Qt.Key.Key_Right, SHIFT)
    person.settle()
    person.press(_TAGS[number % 3])
    new = [line for line in person.claims if line.id not in before]
    wanted = _clusters(article.text, starts, ends) if by_mouse else set()
    for line in new:
        if line.quote != article.text[line.span.start : line.span.end]:
            yield f"the window: {line.span} is not {line.quote!a:.200}"
        if by_mouse and not _TURNS.search(words) and line.span not in wanted:
            yield f"the window: a drag from {start} to {end} of {words!a:.200} marked {line.quote!a:.200}"
    if by_mouse and len(new) != 1 and all(span.cut(article.text).strip() for span in wanted):
        yield f"the window: {words!a:.200} was not marked"


class Hand:
    """Points at places of the page; knows of it only what Qt says of its caret."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view

    def at(self, offset: int) -> QPoint:
        """Where the caret before a character stands, in pixels of the viewport."""
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(len(self._view.text[:offset].encode("utf-16-le")) // 2)
        return self._view.cursorRect(cursor).center()

    def near(self, offset: int) -> set[int]:
        """The places at which a hand that points at this one may be pointing."""
        here = self.at(offset)
        around = range(max(0, offset - _LONGEST), min(len(self._view.text), offset + _LONGEST) + 1)
        return {at for at in around if (self.at(at) - here).manhattanLength() <= _NEAR}

    def drag(self, start: int, end: int) -> None:
        """Drags from one place to another, exactly."""
        viewport, left = self._view.viewport(), Qt.MouseButton.LeftButton
        first, last = self.at(start), self.at(end)
        QTest.mousePress(viewport, left, CTRL, first)
        QTest.mouseMove(viewport, (first + last) / 2)
        QTest.mouseMove(viewport, last)
        QTest.mouseRelease(viewport, left, CTRL, last)


def _clusters(text: str, starts: set[int], ends: set[int]) -> set[Span]:
    """The spans between any of these places, moved outward to what a reader takes for whole characters."""
    edges = [0, *(found.end() for found in regex.finditer(r"\X", text))]
    pairs = ((min(start, end), max(start, end)) for start in starts for end in ends)
    return {Span(_last(edges, start), _first(edges, end)) for start, end in pairs}


def _last(edges: list[int], place: int) -> int:
    return edges[bisect_right(edges, place) - 1]


def _first(edges: list[int], place: int) -> int:
    return edges[bisect_left(edges, place)]


def _wrong_slices(file: sqlite3.Connection, marked: int) -> Iterator[str]:
    """Claims in the file whose quote is not what stands in the text, or that the window never showed."""
    found = file.execute(
        'SELECT t.body, a.start, a."end", a.quote FROM anchors a JOIN revisions r ON r.id = a.revision'
        " JOIN texts t ON t.id = r.text WHERE NOT a.deleted"
    ).fetchall()
    if len(found) != marked:
        yield f"the window showed {marked} claims, the file has {len(found)}"
    for body, start, end, quote in found:
        if body[start:end] != quote:
            yield f"the file: {start} to {end} is {body[start:end]!a:.200}, not {quote!a:.200}"
