"""The open article: shown on the page and in the list, kept fresh after each change, one claim picked."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from annotator.desk.queries.articles import article_page
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.model.changes import Changes
from annotator.model.errors import RedPencilError
from annotator.model.views import ArticlePage, ClaimLine, ClaimView
from annotator.window.article.view import ArticleView
from annotator.window.claims.editor import ClaimEditor
from annotator.window.claims.panel import ClaimsPanel
from annotator.window.session import Session


class Reading(QObject):
    """Keeps page, list and editor on the same article and the same claim.

    Signals: `opened` (ArticlePage or None), `counted` after the claims changed, `claim_shown` with
    the id of the picked claim or None.
    """

    opened = Signal(object)
    counted = Signal()
    claim_shown = Signal(object)

    def __init__(self, session: Session, view: ArticleView, panel: ClaimsPanel, editor: ClaimEditor) -> None:
        super().__init__()
        self._session, self._view, self._panel, self._editor = session, view, panel, editor
        self.page: ArticlePage | None = None
        self.picked: str | None = None
        self._lines: dict[str, ClaimLine] = {}
        view.claim_picked.connect(lambda claim: self.pick(claim, scroll=False))
        panel.claim_picked.connect(self.pick)
        session.changed.connect(self._changed)

    @property
    def article(self) -> str:
        """The id of the open article; empty if there is none."""
        return self.page.id if self.page else ""

    @property
    def lines(self) -> tuple[ClaimLine, ...]:
        """The claims of the open article, in no order."""
        return tuple(self._lines.values())

    def open(self, article: str, claim: str | None = None) -> None:
        """Opens an article, and picks a claim in it."""
        self._editor.flush()
        self._session.ask(lambda desk: article_page(desk, article), lambda page: self.show(page, claim))

    def show(self, page: ArticlePage, claim: str | None = None) -> None:
        """Shows an article that was read already."""
        again = self.page is not None and self.page.id == page.id
        kept = self.picked if again and claim is None else claim
        self.page = page
        self._lines = {line.id: line for line in page.claims}
        if again:
            self._view.set_claims(page.claims)
        else:
            self._view.show_page(page)
        self._panel.set_claims(page.claims)
        self.opened.emit(page)
        self.counted.emit()
        self.pick(kept if kept in self._lines else None)

    def close(self) -> None:
        """Shows no article."""
        self._editor.flush()
        self.page, self._lines = None, {}
        self._view.clear_page()
        self._panel.set_claims(())
        self.pick(None)
        self.opened.emit(None)
        self.counted.emit()

    def pick(self, claim: str | None, scroll: bool = True) -> None:
        """Marks a claim in text, margin and list alike and shows it in the editor."""
        self.picked = claim
        self._view.pick(claim, scroll=scroll)
        self._panel.pick(claim)
        self.claim_shown.emit(claim)
        if claim is None:
            self._editor.show_claim(None)
        else:
            self._session.ask(lambda desk: claim_view(desk, claim), self._show_picked, self._gone)

    def line(self, claim: str) -> ClaimLine | None:
        """A claim of the open article."""
        return self._lines.get(claim)

    def _show_picked(self, view: ClaimView) -> None:
        if view.id == self.picked:
            self._editor.show_claim(view)

    def _gone(self, _: RedPencilError) -> None:
        self.pick(None)

    def _changed(self, changes: Changes) -> None:
        if self.page is None:
            return
        article = self.page.id
        if changes.claims:
            touched = changes.claims
            self._session.ask(
                lambda desk: claim_lines(desk, article, touched),
                lambda found: self._update(article, touched, found, changes.pick),
                self._ignore,
            )
        elif changes.sources:
            self._session.ask(
                lambda desk: claim_lines(desk, article),
                lambda found: self._replace(article, found),
                self._ignore,
            )

    def _update(
        self, article: str, touched: Iterable[str], found: tuple[ClaimLine, ...], pick: str | None
    ) -> None:
        if article != self.article:
            return
        there = {line.id for line in found}
        gone = [claim for claim in touched if claim not in there and claim in self._lines]
        self._lines |= {line.id: line for line in found}
        for claim in gone:
            del self._lines[claim]
        self._view.update_claims(found, gone)
        self._panel.update_claims(found, gone)
        if pick is not None and pick in self._lines:
            if pick != self.picked:
                self.pick(pick, scroll=False)
        elif self.picked in gone:
            self.pick(None)
        self.counted.emit()

    def _replace(self, article: str, found: tuple[ClaimLine, ...]) -> None:
        if article == self.article:
            self._lines = {line.id: line for line in found}
            self._view.set_claims(found)
            self._panel.set_claims(found)
            self._panel.pick(self.picked)

    @staticmethod
    def _ignore(_: RedPencilError) -> None:
        """The article went into the bin meanwhile; the list of articles sees to that."""
