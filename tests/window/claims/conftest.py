"""A real library with one article, its session, and the editor on it."""

import pytest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimLine, ClaimView
from annotator.window.claims.editor import ClaimEditor
from annotator.window.session import Session
from annotator.window.theme import load_theme
from tests.window.at_work import AtWork

TEXT = (
    "Harbour 🚢 ferry: who paid?\n\n"
    "The ferry returns in June, its operator said.\n\n"
    "A former bookkeeper accuses the company of charging one repair to two grants. "
    "The company rejected the account."
)


class Bench(AtWork):
    """The session, the article and its two claims; each call waits until the library has answered."""

    def __init__(self, qtbot, session: Session) -> None:
        super().__init__(qtbot, session)
        self.article = self.run(ImportArticle(Draft(TEXT, "Harbour ferry"))).made[0]
        self.fact = self.tag("The ferry returns in June", Tag.FACT)
        self.allegation = self.tag("accuses the company of charging one repair to two grants", Tag.ALLEGATION)

    def undo(self) -> None:
        self.session.undo(self.article)
        self.wait()

    def span(self, words: str) -> Span:
        start = TEXT.index(words)
        return Span(start, start + len(words))

    def tag(self, words: str, tag: Tag) -> str:
        return self.run(TagClaim(self.article, self.span(words), tag)).made[0]

    def view(self, claim: str) -> ClaimView:
        return self.ask(lambda desk: claim_view(desk, claim))

    def lines(self) -> tuple[ClaimLine, ...]:
        return self.ask(lambda desk: claim_lines(desk, self.article))


@pytest.fixture
def bench(qtbot, session: Session) -> Bench:
    return Bench(qtbot, session)


@pytest.fixture
def editor(qtbot, bench: Bench) -> ClaimEditor:
    """The editor in a window of the right panel's size, on the allegation."""
    shown = ClaimEditor(bench.session, load_theme("light"))
    qtbot.addWidget(shown)
    shown.resize(345, 600)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.show_claim(bench.view(bench.allegation))
    return shown
