"""The open article: shown on the page and in the list, kept fresh after each change, one claim picked."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_claims, article_page
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.model.changes import Changes
from annotator.model.errors import RedPencilError
from annotator.model.spans import Span
from annotator.model.views import ArticlePage, ClaimLine, ClaimView
from annotator.text.whereabouts import Whereabouts
from annotator.window.article.view import ArticleView
from annotator.window.claims.editor import ClaimEditor
from annotator.window.claims.panel import ClaimsPanel
from annotator.window.session import Session

#: How much of an article, in code points, comes with its claims at once: more than one screen holds.
BEGINNING = 20_000


class News(NamedTuple):
    """Claims of an article as they are after a change; `moves` when it was sent (see `Reading`)."""

    article: str
    claims: tuple[ClaimLine, ...]
    moves: int


class Reading(QObject):
    """Keeps page, list and editor on the same article and the same claim.

    Signals: `leaving` before another article is shown, `opened` (ArticlePage or None), `counted` after the
    claims changed, `claim_shown` with the id of the picked claim or None, `claim_ready` (id) when the editor
    has it.
    """

    leaving = Signal()
    opened = Signal(object)
    counted = Signal()
    claim_shown = Signal(object)
    claim_ready = Signal(str)

    def __init__(self, session: Session, view: ArticleView, panel: ClaimsPanel, editor: ClaimEditor) -> None:
        super().__init__()
        self._session, self._view, self._panel, self._editor = session, view, panel, editor
        self.page: ArticlePage | None = None
        self.picked: str | None = None
        self._lines: dict[str, ClaimLine] = {}
        self._answers: dict[str, tuple[str, ...]] = {}
        self._moves = 0  # how often somebody went on since: a claim that is new must not pull them back
        view.claim_picked.connect(lambda claim: self.pick(claim, scroll=False))
        view.went_on.connect(self._go_on)
        session.read_along(self._read_along)
        session.news.connect(self._changed)

    @property
    def article(self) -> str:
        """The id of the open article; empty if there is none."""
        return self.page.id if self.page else ""

    @property
    def lines(self) -> tuple[ClaimLine, ...]:
        """The claims of the open article, in no order."""
        return tuple(self._lines.values())

    @property
    def links(self) -> frozenset[tuple[str, str]]:
        """Which denials of the open article answer which allegations, as ids."""
        return frozenset((denial, end) for denial, ends in self._answers.items() for end in ends)

    @property
    def count(self) -> int:
        """How many claims the open article has."""
        return len(self._lines)

    def open(self, article: str, claim: str | None = None, place: Span | None = None) -> None:
        """Opens an article, and picks a claim in it, or shows a place of its text."""
        self._editor.flush()

        def show(page: ArticlePage) -> None:
            self.show(page, claim)
            if place is not None and claim is None:
                self._view.scroll_to(place)

        self._session.ask(lambda desk: article_page(desk, article, before=BEGINNING), show)

    def show(self, page: ArticlePage, claim: str | None = None) -> None:
        """Shows an article of which the beginning was read; the rest of its claims follow."""
        self._show_text(page)
        if len(page.text) <= BEGINNING:
            self._show_claims(page.id, page.claims, claim)
        else:
            self._session.ask(
                lambda desk: article_claims(desk, page.id),
                lambda lines: self._show_claims(page.id, lines, claim),
            )

    def _show_text(self, page: ArticlePage) -> None:
        again = self.article == page.id
        if not again:
            self.leaving.emit()
        self.page = page
        if not again:
            self._know(page.claims)
            self._view.show_page(page)
            self._tell_where(page)
            self._panel.set_claims(page.claims)
            self.pick(None)
            self.counted.emit()
        self.opened.emit(page)

    def _tell_where(self, page: ArticlePage) -> None:
        """List and editor say of each claim on which page of the file it stood, or at what time."""
        whereabouts = Whereabouts(page.places)
        self._panel.set_whereabouts(whereabouts)
        self._editor.set_whereabouts(whereabouts)

    def _show_claims(self, article: str, lines: tuple[ClaimLine, ...], claim: str | None) -> None:
        if article == self.article:
            kept = claim or self.picked
            self._replace(article, lines)
            self.counted.emit()
            self.pick(kept if kept in self._lines else None, scroll=claim is not None)

    def close(self) -> None:
        """Shows no article."""
        self._editor.flush()
        self.leaving.emit()
        self.page = None
        self._know(())
        self._view.clear_page()
        self._panel.set_claims(())
        self.pick(None)
        self.opened.emit(None)
        self.counted.emit()

    def pick(self, claim: str | None, scroll: bool = True) -> None:
        """Marks a claim in text, margin and list alike and shows it in the editor."""
        self._go_on()
        self._pick(claim, scroll=scroll)

    def _go_on(self) -> None:
        self._moves += 1

    def _pick(self, claim: str | None, *, scroll: bool) -> None:
        self.picked = claim
        self._view.pick(claim, scroll=scroll)
        self._panel.pick(claim)
        self.claim_shown.emit(claim)
        if claim is None:
            self._editor.show_claim(None)
        else:
            self._session.ask(lambda desk: claim_view(desk, claim), self._show_picked, self._gone)

    def take_to(self, claims: frozenset[str]) -> None:
        """Picks a claim that was changed somewhere, where it was a single one of this article."""
        article = self.article
        if article and len(claims) == 1:
            self._session.ask(
                lambda desk: claim_lines(desk, article, claims),
                lambda found: self._take_to(article, found),
                self._ignore,
            )

    def refresh(self, claims: Iterable[str]) -> None:
        """Reads claims of the open article again, where something about them changed by no step."""
        article, wanted = self.article, tuple(claims)
        if article and wanted:
            self._session.ask(
                lambda desk: claim_lines(desk, article, wanted),
                lambda found: self._update(News(article, found, self._moves), wanted, None),
                self._ignore,
            )

    def line(self, claim: str) -> ClaimLine | None:
        """A claim of the open article."""
        return self._lines.get(claim)

    def _know(self, lines: Iterable[ClaimLine]) -> None:
        self._lines = {line.id: line for line in lines}
        self._answers = {line.id: line.answers for line in self._lines.values() if line.answers}

    def _take_to(self, article: str, found: tuple[ClaimLine, ...]) -> None:
        for line in found:
            if article == self.article and line.id in self._lines:
                self.pick(line.id)

    def _show_picked(self, view: ClaimView) -> None:
        if view.id == self.picked:
            self._editor.show_claim(view)
            self.claim_ready.emit(view.id)

    def _gone(self, _: RedPencilError) -> None:
        self.pick(None)

    def _read_along(self) -> Callable[[Desk, Changes], News | None]:
        """What to read with a change: those claims of the open article that it touched."""
        article, moves = self.article, self._moves

        def read(desk: Desk, changes: Changes) -> News | None:
            if not article or not changes.claims:
                return None
            return News(article, claim_lines(desk, article, changes.claims), moves)

        return read

    def _changed(self, changes: Changes, news: News | None) -> None:
        article = self.article
        if news is not None:
            self._update(news, changes.claims, changes.pick if news.moves == self._moves else None)
        elif article and changes.sources and not changes.claims:
            self._session.ask(
                lambda desk: claim_lines(desk, article),
                lambda found: self._replace(article, found),
                self._ignore,
            )

    def _update(self, news: News, touched: Iterable[str], pick: str | None) -> None:
        if news.article != self.article:
            return
        found = news.claims
        there = {line.id for line in found}
        gone = [claim for claim in touched if claim not in there and claim in self._lines]
        self._lines |= {line.id: line for line in found}
        for claim in gone:
            del self._lines[claim]
        for claim in (*there, *gone):
            self._answers.pop(claim, None)
        self._answers |= {line.id: line.answers for line in found if line.answers}
        self._view.update_claims(found, gone)
        self._panel.update_claims(found, gone)
        if pick is not None and pick in self._lines:
            if pick != self.picked:
                self._pick(pick, scroll=False)
        elif self.picked in gone:
            self.pick(None)
        self.counted.emit()

    def _replace(self, article: str, found: tuple[ClaimLine, ...]) -> None:
        if article == self.article:
            self._know(found)
            self._view.set_claims(found)
            self._panel.set_claims(found)
            self._panel.pick(self.picked)

    @staticmethod
    def _ignore(_: RedPencilError) -> None:
        """The article went into the bin meanwhile; the list of articles sees to that."""
