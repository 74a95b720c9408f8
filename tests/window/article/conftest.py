"""An article on the page and a hand that points at its words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import AppearanceView, ArticlePage, ClaimLine
from annotator.text.sentences import sentences
from annotator.window.article.view import ArticleView


def claim(name: str, text: str, words: str, tag: Tag = Tag.ALLEGATION, **more: object) -> ClaimLine:
    """A claim of mine on the first place where the words stand."""
    start = text.index(words)
    given = {"speakers": (), "names": (), "evidence": 0, "has_note": False, "reviewer": "Ada"}
    given |= {"mine": True, "withdrawn": False, **more}
    return ClaimLine(name, tag, Span(start, start + len(words)), words, **given)  # type: ignore[arg-type]


def page(text: str, *claims: ClaimLine) -> ArticlePage:
    """A page of the text as a query would give it."""
    appearance = AppearanceView("x", "Coast Courier", "", "", "2026-03-14", "ferry.docx", "utf-8", "")
    return ArticlePage("a", "Ferry", "r", text, tuple(sentences(text)), False, (appearance,), claims)


@dataclass
class Hand:
    """Points at places with real mouse events; knows of the page only what Qt says of its caret."""

    bot: QtBot
    view: ArticleView
    picks: list[object] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    moves: list[tuple[str, Span]] = field(default_factory=list)

    def at(self, offset: int) -> QPoint:
        """Where the caret before a character stands in the viewport."""
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(len(self.view.text[:offset].encode("utf-16-le")) // 2)
        return self.view.cursorRect(cursor).center()

    def within(self, offset: int) -> QPoint:
        """The middle of a character on a line from left to right."""
        left, right = self.at(offset), self.at(offset + 1)
        return QPoint((left.x() + right.x()) // 2, left.y())

    def click(self, point: QPoint) -> None:
        self.bot.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def drag(
        self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.press_and_move(start, end)
        self.bot.mouseRelease(self.view.viewport(), Qt.MouseButton.LeftButton, modifiers, end)

    def press_and_move(self, start: QPoint, end: QPoint) -> None:
        viewport = self.view.viewport()
        self.bot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        self.bot.mouseMove(viewport, (start + end) / 2)
        self.bot.mouseMove(viewport, end)

    def focus(self) -> None:
        """Let the keys go to the page."""
        self.view.activateWindow()
        self.view.setFocus()
        self.bot.waitUntil(self.view.hasFocus)

    def mark(self, span: Span) -> None:
        """Drag from the start to the end of some words."""
        self.drag(self.at(span.start), self.at(span.end))

    def handle(self, end: str) -> QPoint:
        """The middle of a handle."""
        knobs = {handle.edge.value: handle.knob.center() for handle in self.view._handles()}
        return (knobs[end] - QPointF(0, self.view.verticalScrollBar().value())).toPoint()


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Callable[..., Hand]]:
    """Shows a text with claims in a window and gives a hand to point with."""

    def show(text: str, *claims: ClaimLine, width: int = 960) -> Hand:
        view = ArticleView()
        qtbot.addWidget(view)
        view.resize(width, 800)
        view.show()
        view.show_page(page(text, *claims))
        qtbot.waitExposed(view)
        made = Hand(qtbot, view)
        view.claim_picked.connect(made.picks.append)
        view.span_selected.connect(made.spans.append)
        view.edges_moved.connect(lambda name, span: made.moves.append((name, span)))
        return made

    return show  # type: ignore[return-value]
