"""The form of a claim: its tag, who says it, what bears on it, and words about it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from annotator.desk.commands.claims import Retag
from annotator.desk.queries.claims import claim_view
from annotator.model.changes import Changes
from annotator.model.enums import Tag
from annotator.model.errors import RedPencilError
from annotator.model.views import ClaimView
from annotator.text.whereabouts import Whereabouts
from annotator.window.claims.answers import AnswersPart
from annotator.window.claims.evidence import EvidencePart
from annotator.window.claims.notes import Notes
from annotator.window.claims.response import ResponsePart
from annotator.window.claims.review_part import ReviewPart
from annotator.window.claims.said_by import SaidBy
from annotator.window.claims.status import StatusPart
from annotator.window.claims.tag_row import TagRow
from annotator.window.claims.trouble import Trouble
from annotator.window.plain import plain_label
from annotator.window.session import Session
from annotator.window.sources.book import SourceBook
from annotator.window.theme import Theme
from annotator.words import say
from annotator.words.whereabouts import headed_place

_AROUND = 12  # pixels in sight above and below what has the keyboard


class ClaimForm(QScrollArea):
    """Everything about one claim, saved as it is written.

    Signals: `back_to_article` when the person is done here, `show_span` (Span) of words in the article,
    `claim_wanted` (id) to see another claim, `link_wanted` to link this one, `codebook_wanted` to read what
    the tags mean, `gone` when the claim was taken back meanwhile, by undo or by deleting it; and as those of
    `ReviewPart`: `answered` (claim, Verdict, reason), `answer_taken_back` (claim), `reason_left`.
    """

    back_to_article = Signal()
    show_span = Signal(object)
    claim_wanted = Signal(str)
    link_wanted = Signal()
    codebook_wanted = Signal()
    gone = Signal()
    answered = Signal(str, object, str)
    answer_taken_back = Signal(str)
    reason_left = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._view: ClaimView | None = None
        self._whereabouts = Whereabouts()
        self._book = SourceBook(session)
        self._build(theme)
        session.changed.connect(self._on_changed)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    @property
    def claim(self) -> str | None:
        """The id of the claim that is shown."""
        return self._view.id if self._view else None

    @property
    def review(self) -> ReviewPart:
        """The part between people: whose claim it is, answers to it, what was said of it."""
        return self._review

    @property
    def said_by(self) -> SaidBy:
        """The part that says who makes the claim."""
        return self._said_by

    @property
    def answers(self) -> AnswersPart:
        """The part for links between denials and allegations."""
        return self._answers

    @property
    def response(self) -> ResponsePart:
        """The part for the right of reply."""
        return self._response

    @property
    def status(self) -> StatusPart:
        """The part for how far its content is checked."""
        return self._status

    @property
    def evidence(self) -> EvidencePart:
        """The part for what bears on it."""
        return self._evidence

    @property
    def notes(self) -> Notes:
        """The part for words about it."""
        return self._notes

    def show_claim(self, view: ClaimView) -> None:
        """Shows a claim. What was typed for another one is saved first."""
        if self.claim != view.id:
            self.leave()
        self._view = view
        self._tags.show_tag(view.tag, mine=view.mine)
        self._tags.show_where(headed_place(self._whereabouts.of(view.span)))
        self._about.setVisible(view.withdrawn)
        for part in self._parts():
            part.show_claim(view)

    def leave(self) -> None:
        """Forgets the claim; what was begun for it waits until it is shown again."""
        self._trouble.clear()
        for part in (*self._beginning(), self._answers):
            part.leave()
        self.verticalScrollBar().setValue(0)
        self._view = None

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        for part in (self._tags, self._review, self._answers, self._evidence):
            part.set_theme(theme)

    def set_whereabouts(self, whereabouts: Whereabouts) -> None:
        """Knows on which pages or at what times the claims stood in the article's file."""
        self._whereabouts = whereabouts

    def flush(self) -> None:
        """Saves at once what was typed; to be called before the window closes."""
        for part in (self._answers, self._response, self._status, self._notes):
            part.flush()

    @property
    def has_begun(self) -> bool:
        """Whether something was begun, for whatever claim that is there, and could not be saved yet."""
        return any(part.has_begun for part in self._beginning())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # what no field wanted for itself
            self.back_to_article.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The form for evidence unfolds as it is used, and chips come and go above the field.
        if event.type() == QEvent.Type.Resize:
            self._reveal(QApplication.focusWidget())
        return super().eventFilter(watched, event)

    def _build(self, theme: Theme) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._build_page(theme))

    def _build_page(self, theme: Theme) -> QWidget:
        self._page = QWidget()
        self._page.installEventFilter(self)
        self._page.setAutoFillBackground(True)
        self._page.setBackgroundRole(QPalette.ColorRole.Base)
        self._tags = TagRow()
        self._tags.asked.connect(self._retag)
        self._tags.codebook_wanted.connect(self.codebook_wanted)
        self._about = plain_label(say("editor.withdrawn"), "quiet", wraps=True)
        self._review = ReviewPart(self._session, theme)
        self._trouble = Trouble()
        self._said_by = SaidBy(self._session, self._book)
        self._answers = AnswersPart(self._session, theme)
        self._response = ResponsePart(self._session)
        self._evidence = EvidencePart(self._session, self._book, theme)
        self._status = StatusPart(self._session)
        self._notes = Notes(self._session)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        for part in (self._review, self._about, self._tags, self._trouble, *self._parts()[1:]):
            column.addWidget(part)
        column.addStretch(1)
        self._connect()
        self.set_theme(theme)
        return self._page

    def _connect(self) -> None:
        self._review.answered.connect(self.answered)
        self._review.taken_back.connect(self.answer_taken_back)
        self._review.left.connect(self.reason_left)
        self._review.claim_wanted.connect(self.claim_wanted)
        self._said_by.show_span.connect(self.show_span)
        self._answers.claim_wanted.connect(self.claim_wanted)
        self._answers.link_wanted.connect(self.link_wanted)
        self._status.evidence_wanted.connect(self._evidence.focus_field)
        for part in self._parts():
            part.back.connect(self.back_to_article)

    def _parts(self) -> tuple[ReviewPart, SaidBy, AnswersPart, ResponsePart, EvidencePart, StatusPart, Notes]:
        """What stands between people, above the tag, and the parts below it, from top to bottom."""
        fields = self._said_by, self._answers, self._response, self._evidence, self._status, self._notes
        return self._review, *fields

    def _beginning(self) -> tuple[ReviewPart, SaidBy, ResponsePart, EvidencePart, StatusPart]:
        """The parts in which something can be begun that cannot be saved yet."""
        return self._review, self._said_by, self._response, self._evidence, self._status

    def _reveal(self, focused: QWidget | None) -> None:
        """Scrolls to what has the keyboard, and shows as much as can be seen of the form it is in."""
        if focused is None or not self._page.isAncestorOf(focused):
            return
        if self._evidence.form.isAncestorOf(focused):
            self._scroll_to(self._evidence.form)
        self._scroll_to(focused)

    def _scroll_to(self, part: QWidget) -> None:
        """Brings a whole part into sight, its top if it is too tall (Qt cares for the caret only)."""
        place = QRect(part.mapTo(self._page, QPoint(0, 0)), part.size())
        for edge in (place.bottom(), place.top()):
            self.ensureVisible(0, edge, 0, _AROUND)

    def _retag(self, tag: Tag) -> None:
        if self._view is None or not self._view.mine or tag is self._view.tag:
            return
        self._trouble.clear()
        self._session.run(Retag(self._view.id, tag), refused=self._trouble.tell_error)

    def _on_focus(self, _: QWidget | None, focused: QWidget | None) -> None:
        self._reveal(focused)

    def _on_changed(self, changes: Changes) -> None:
        if self._view is not None and (self._view.id in changes.claims or changes.sources):
            self._read(self._view.id)
        self._answers.links_touched(changes.claims)
        for part in self._beginning():
            for claim in changes.claims & part.begun.claims:
                self._look_for(claim)

    def _look_for(self, claim: str) -> None:
        """Looks whether a claim is there for which something was begun."""
        self._session.ask(
            lambda desk: claim_view(desk, claim),
            then=lambda _: self._note(claim, there=True),
            refused=lambda _: self._note(claim, there=False),
        )

    def _note(self, claim: str, *, there: bool) -> None:
        """Notes whether a claim is there for which something was begun."""
        for part in self._beginning():
            (part.begun.note_there if there else part.begun.note_gone)([claim])

    def _read(self, claim: str) -> None:
        self._session.ask(
            lambda desk: claim_view(desk, claim),
            then=self._arrived,
            refused=lambda error: self._gone(claim, error),
        )

    def _arrived(self, view: ClaimView) -> None:
        if self.claim == view.id:
            self.show_claim(view)

    def _gone(self, claim: str, _: RedPencilError) -> None:
        if self.claim == claim:
            self.gone.emit()
            self._note(claim, there=False)
