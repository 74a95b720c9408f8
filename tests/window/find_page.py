"""A page with all that finding needs: an article to read, its claims, marking, and room for the bar."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.model.drafts import Draft
from annotator.window.article.view import ArticleView
from annotator.window.claims.editor import ClaimEditor
from annotator.window.claims.panel import ClaimsPanel
from annotator.window.flow.finding import Finding
from annotator.window.flow.marking import Marking
from annotator.window.flow.occurrences import Occurrences
from annotator.window.flow.reading import Reading
from annotator.window.session import Session
from annotator.window.theme import load_theme
from tests.window.at_work import AtWork


class FindPage:
    """Somebody who reads an article and finds words in it."""

    def __init__(self, qtbot: QtBot, session: Session, theme: str = "light") -> None:
        self.work, self.session = AtWork(qtbot, session), session
        self.window = QWidget()
        qtbot.addWidget(self.window)
        colours = load_theme(theme)
        self.view, panel = ArticleView(), ClaimsPanel(colours)
        editor = ClaimEditor(session, colours)
        self.view.set_theme(colours)
        column, side = QVBoxLayout(), QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.view)
        side.addWidget(panel)
        side.addWidget(editor)
        row = QHBoxLayout(self.window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        row.addLayout(side)
        panel.setFixedWidth(300)
        editor.setFixedWidth(300)
        self.reading = Reading(session, self.view, panel, editor)
        self.marking = Marking(session, self.reading, self.view, editor)
        self.finding = Finding(self.reading, self.view, column, colours)
        self.finding.tag_wanted.connect(self.marking.tag)
        self.occurrences = Occurrences(session, self.reading, self.view, self.window, colours)
        self.occurrences.closed.connect(self.finding.show_again)
        self.hints: list[str] = []
        self.occurrences.hint.connect(self.hints.append)
        self.window.resize(1150, 640)
        self.window.show()
        self.window.activateWindow()

    def open(self, text: str, title: str = "") -> str:
        """Imports an article and opens it."""
        article = self.work.run(ImportArticle(Draft(text, title or text[:20]))).made[0]
        self.reading.open(article)
        self.work.wait()
        return article

    @property
    def text(self) -> str:
        return self.view.text

    @property
    def quotes(self) -> list[tuple[str, str]]:
        """What is marked, in text order."""
        lines = sorted(self.reading.lines, key=lambda line: line.span)
        return [(str(line.tag), line.quote) for line in lines]

    @property
    def shown(self) -> SimpleNamespace:
        """What the bar says, which words are the current hit, and which are selected on the page."""
        hit = self.finding.hit
        return SimpleNamespace(
            count=self.finding.bar.count,
            hit=hit and hit.cut(self.text),
            at=hit and hit.start,
            selected=self.view.selected_span().cut(self.text),
        )

    def close(self) -> None:
        """Lets go of a dialog that is open, and has what was closed deleted before the page goes."""
        if self.occurrences.dialog is not None:
            self.occurrences.dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> Iterator[FindPage]:
    """Somebody in front of an empty page."""
    made = FindPage(qtbot, session)
    yield made
    made.close()
