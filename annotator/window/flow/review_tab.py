"""The Review tab: made when it is seen first, fresh while it is in sight; being done, and the sign-off."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction

from annotator.model.enums import Verdict
from annotator.window.article.view import ArticleView
from annotator.window.claims.editor import ClaimEditor
from annotator.window.claims.panel import ClaimsPanel
from annotator.window.flow.checking import Checking
from annotator.window.flow.colleagues import Colleagues
from annotator.window.flow.reading import Reading
from annotator.window.flow.reviewing import Reviewing
from annotator.window.session import Session
from annotator.window.theme import Theme, current_theme

if TYPE_CHECKING:
    from annotator.window.review.page import ReviewPage
    from annotator.window.review.panel import ReviewPanel

#: How long a colleague's words must be in sight before they count as read, in milliseconds.
READ_AFTER = 1_200


class ReviewTab(QObject):
    """Joins the panel to the session, and tells page, list and editor who the people are.

    Signals: `panel_wanted` asks for the tab to be in sight, `send_wanted` for what sends an article to a
    colleague, `counted` how much waits for me in the open article.
    """

    panel_wanted = Signal()
    send_wanted = Signal()
    counted = Signal(int)

    def __init__(
        self,
        session: Session,
        reading: Reading,
        view: ArticleView,
        claims: ClaimsPanel,
        editor: ClaimEditor,
        checking: Checking,
        colleagues: Colleagues,
        reviewing: Reviewing,
    ) -> None:
        super().__init__()
        self._session, self._reading, self._view = session, reading, view
        self._claims, self._editor = claims, editor
        self._checking, self._colleagues, self._reviewing = checking, colleagues, reviewing
        self._panel: ReviewPanel | None = None
        self._letters: Sequence[QAction] = ()
        self._stale = True
        self._reader = QTimer(self)
        self._reader.setSingleShot(True)
        self._reader.setInterval(READ_AFTER)
        self._reader.timeout.connect(self._mark_seen)
        self._connect()

    def make(self, theme: Theme) -> "ReviewPanel":
        """The panel, made when it is seen or needed first."""
        from annotator.window.frame.physical import OtherScripts
        from annotator.window.review.panel import ReviewPanel

        if self._panel is None:
            self._panel = panel = ReviewPanel(theme)
            panel.differences.list.addActions(list(self._letters))
            panel.differences.list.installEventFilter(OtherScripts(panel))
            panel.installEventFilter(self)
            self._connect_panel(panel)
            self._tell_must()
            self._freshen()
        return self._panel

    def set_letters(self, actions: Sequence[QAction]) -> None:
        """The actions whose letters work in the list of differences as they do in the article."""
        self._letters = actions
        if self._panel is not None:
            self._panel.differences.list.addActions(list(actions))

    def declare_done(self) -> None:
        """Says that I am done tagging the article, or takes that back where I had said so."""
        self._colleagues.once_known(
            lambda: self._set_done(not (self._colleagues.page and self._colleagues.page.state.i_am_done))
        )

    def sign_off(self) -> None:
        """Brings the final version into sight, with the keyboard where it is signed."""
        from annotator.window.review.panel import Part

        self.panel_wanted.emit()
        panel = self.make(current_theme())
        panel.show_part(Part.FINAL)
        self._colleagues.once_known(panel.final.focus_sign_off)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel comes into sight, as its tab is chosen or the side unfolds, or goes."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._colleagues.watch(event.type() == QEvent.Type.Show)
            self._freshen()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self._colleagues.known.connect(self._known)
        self._checking.known.connect(lambda _: self._tell_must())
        self._reading.claim_shown.connect(self._picked)
        self._reading.claim_ready.connect(lambda _: self._reader.start())
        self._reading.leaving.connect(self._leave)
        self._reviewing.walked.connect(lambda _: self._follow())

    def _connect_panel(self, panel: "ReviewPanel") -> None:
        reviewing, pick = self._reviewing, self._reading.pick
        panel.send_wanted.connect(self.send_wanted)
        panel.left.connect(self._view.setFocus)
        panel.head.done_wanted.connect(self._set_done)
        panel.head.shown_changed.connect(self._show_people)
        panel.differences.chosen.connect(reviewing.show)
        panel.differences.all_wanted.connect(reviewing.agree_all)
        panel.differences.everything_shown.connect(self._walk_everything)
        panel.waiting.chosen.connect(pick)
        panel.waiting.accepted.connect(lambda version: reviewing.answer(version, Verdict.AGREED))
        panel.waiting.answer_wanted.connect(self._comment_on)
        panel.waiting.withdrawn.connect(self._withdraw)
        panel.final.chosen.connect(pick)
        panel.final.signed.connect(self._sign)
        panel.final.taken_back.connect(self._take_back_sign_off)

    def _known(self, page: "ReviewPage | None") -> None:
        self._stale = True
        if page is not None:
            for part in (self._view, self._claims, self._editor):
                part.set_people(page.people)
        self.counted.emit(len(page.open) + len(page.waiting) if page is not None else 0)
        if self._panel is not None and self._panel.isVisible():
            self._freshen()

    def _freshen(self) -> None:
        """A list of thousands takes its time to lay out: out of sight it waits."""
        if self._panel is not None and self._stale:
            self._stale = False
            self._panel.set_page(self._colleagues.page)
            self._follow()

    def _tell_must(self) -> None:
        if self._panel is not None:
            points = self._checking.page
            self._panel.head.set_must(points.progress.must if points else 0)

    def _follow(self) -> None:
        """The lists stand where one is."""
        if self._panel is not None:
            self._panel.differences.go_to(self._reviewing.walk.at)
            self._panel.waiting.go_to(self._reading.picked or "")

    def _picked(self, claim: str | None) -> None:
        self._reader.stop()
        page = self._colleagues.page
        group = page.group_of(claim) if page is not None and claim else None
        if group is not None:
            self._reviewing.walk.at = group
        self._follow()

    def _walk_everything(self, on: bool) -> None:
        self._reviewing.walk.everything = on

    def _leave(self) -> None:
        """Another article is to be shown, with everyone's claims."""
        if self._panel is not None:
            self._panel.head.people.forget()
        self._show_people(None)

    def _show_people(self, people: frozenset[str] | None) -> None:
        self._view.show_people(people)
        self._claims.show_people(people)

    def _mark_seen(self) -> None:
        """What was in sight for a while in the editor is not new any more."""
        claim = self._reading.picked or ""
        line = self._reading.line(claim)
        if line is not None and line.unread and self._editor.isVisible():
            self._session.ask(
                lambda desk: desk.mark_seen(claim), then=lambda _: self._reading.refresh([claim])
            )

    def _comment_on(self, claim: str) -> None:
        self._reading.pick(claim)
        self._reviewing.comment()

    def _withdraw(self, claim: str) -> None:
        from annotator.desk.commands.claims import DeleteClaim

        self._session.run(DeleteClaim(claim))

    def _set_done(self, done: bool) -> None:
        from annotator.desk.commands.finishing import DeclareDone, NotDone

        article = self._reading.article
        if article:
            self._session.run(DeclareDone(article) if done else NotDone(article))

    def _sign(self, note: str) -> None:
        from annotator.desk.commands.finishing import SignOffArticle

        self._session.run(SignOffArticle(self._reading.article, note))

    def _take_back_sign_off(self) -> None:
        from annotator.desk.commands.finishing import TakeBackSignOff

        self._session.run(TakeBackSignOff(self._reading.article))
