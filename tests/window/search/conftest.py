"""A session whose answers are waited for, and libraries to search in."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim, WriteNote
from annotator.desk.work import Command
from annotator.model.changes import Changes
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.window.articles.panel import ArticlesPanel
from annotator.window.flow.listing import Listing
from annotator.window.hands import wait_until
from annotator.window.session import Session

FERRY = "The ferry sank, a witness said. The operator denied it."
ROOF = "The roof leaks, and the ferry is late."


class AtDesk:
    """The left panel with its list, on a session: what a person does, and what is then shown."""

    def __init__(self, session: Session, panel: ArticlesPanel) -> None:
        self.session, self.panel = session, panel
        self.listing = Listing(session, panel)

    def run(self, command: Command) -> Changes:
        found: list[Changes] = []
        self.session.run(command, found.append)
        wait_until(lambda: bool(found))
        return found[0]

    def search(self, words: str) -> list[str]:
        """Types over what was searched for; the rows that are shown then."""
        self.panel.search.setText(words)
        return self.rested()

    def rested(self) -> list[str]:
        """The rows that are shown once the best are found too."""
        searching = self.listing.searching
        wait_until(lambda: self.session.idle and not searching._pause.isActive())
        if self.panel.pages.currentWidget() is not self.panel.results:
            return []
        model = self.panel.results.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def at(qtbot: QtBot, session: Session) -> AtDesk:
    """Two articles about a ferry, the first with an allegation that has a note and a denial."""
    panel = ArticlesPanel()
    qtbot.addWidget(panel)
    panel.resize(280, 500)
    panel.show()
    there = AtDesk(session, panel)
    (ferry,) = there.run(ImportArticle(Draft(FERRY, "Ferry sank"))).made
    there.run(ImportArticle(Draft(ROOF, "Roof leaks")))
    (claim,) = there.run(TagClaim(ferry, Span(0, 14), Tag.ALLEGATION)).made
    there.run(WriteNote(claim, "ask the harbour master"))
    there.run(TagClaim(ferry, Span(32, 54), Tag.DENIAL))
    return there
