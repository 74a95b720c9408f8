"""Whose the shown claim is, my answer to a colleague's, and what was said about it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.desk.commands.comments import AddComment, EditComment, RemoveComment
from annotator.model.errors import RedPencilError
from annotator.model.views import ClaimView, PersonView
from annotator.window.claims.answer_bar import AnswerBar
from annotator.window.claims.begun import BegunWords
from annotator.window.claims.comment_field import CommentField
from annotator.window.claims.pill import Pill, Run
from annotator.window.claims.tab_order import walk_before
from annotator.window.claims.thread import Thread, entries
from annotator.window.claims.trouble import Trouble
from annotator.window.dot import Dot
from annotator.window.painted_words import isolated
from annotator.window.people import People
from annotator.window.plain import as_tip, plain_label
from annotator.window.session import Session
from annotator.window.theme import Theme
from annotator.words import say


class ReviewPart(QWidget):
    """The part of the editor between people; of my own claim of which nobody said anything it shows nothing.

    Signals: `back` when the person is done here, `answered` (claim, Verdict, reason), `taken_back` (claim) my
    answer, `left` where a reason was not given, `claim_wanted` (id) to see another version.
    """

    back = Signal()
    answered = Signal(str, object, str)
    taken_back = Signal(str)
    left = Signal()
    claim_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._claim = ""
        self._view: ClaimView | None = None
        self._people = People()
        self._begun: BegunWords[tuple[str, str]] = BegunWords()
        self._build()

    @property
    def answers(self) -> AnswerBar:
        """The answers to a colleague's claim."""
        return self._answers

    @property
    def said(self) -> Thread:
        """What was said."""
        return self._thread

    @property
    def comment(self) -> CommentField:
        """Where a comment is written."""
        return self._comment

    @property
    def trouble(self) -> Trouble:
        """Where it says what was not saved."""
        return self._trouble

    @property
    def begun(self) -> BegunWords[tuple[str, str]]:
        """The comments that were begun and wait, by claim."""
        return self._begun

    @property
    def has_begun(self) -> bool:
        """Whether a comment was begun, for whatever claim that is there, and not sent."""
        return self._begun.any_left or bool(self._claim and self._comment.begun)

    def show_claim(self, view: ClaimView) -> None:
        """Shows a claim's words between people; a comment being written for the same claim stays."""
        other = view.id != self._claim
        self._claim, self._view = view.id, view
        if other:
            self._trouble.clear()
            self._comment.put(*(self._begun.take(view.id) or ("", "")))
        words = (word for word in reversed(view.reviews) if word.mine)
        mine = next((word.verdict for word in words if not word.outdated), None)
        self._tell_whose(view)
        self._answers.setVisible(not view.mine and not view.withdrawn)
        self._answers.show_answer(view.id, mine)
        self._paint_people()
        self._heading.setVisible(view.mine and bool(entries(view)))
        concerns = not view.mine or view.version_of is not None or bool(entries(view))
        self.setVisible(concerns or self._comment.begun is not None)

    def set_people(self, people: Sequence[PersonView]) -> None:
        """Knows the people's colours."""
        self._people = People(people)
        self._paint_people()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self._paint_people()

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Takes the keys of actions by name."""
        self._answers.set_keys(keys)

    def leave(self) -> None:
        """Puts aside a comment that was begun, and forgets the claim."""
        if self._claim:
            self._begun.put(self._claim, self._comment.begun)
            self._comment.put("", "")
        self._claim, self._view = "", None

    def focus_comment(self) -> None:
        """Puts the keyboard where a comment is written."""
        self.show()
        self._comment.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self._heading = plain_label(say("thread.heading"), "quiet")
        self._answers = AnswerBar("here")
        self._answers.answered.connect(lambda verdict, why: self.answered.emit(self._claim, verdict, why))
        self._answers.taken_back.connect(lambda: self.taken_back.emit(self._claim))
        self._answers.left.connect(self.left)
        self._thread = Thread()
        self._thread.version_wanted.connect(self.claim_wanted)
        self._thread.edit_wanted.connect(self._edit)
        self._thread.removed.connect(lambda comment: self._session.run(RemoveComment(comment)))
        self._comment = CommentField()
        self._comment.sent.connect(self._send)
        self._comment.done.connect(self.back)
        self._trouble = Trouble()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (
            self._build_whose(),
            self._heading,
            self._answers,
            self._thread,
            self._comment,
            self._trouble,
        ):
            column.addWidget(part)

    def _build_whose(self) -> QWidget:
        self._whose = QWidget()
        self._dot = Dot()
        self._name = plain_label(wraps=True)
        self._origin = Pill([Run(say("thread.origin"), quiet=True)])
        self._origin.setAccessibleName(say("thread.origin_long"))
        self._origin.clicked.connect(self._see_origin)
        row = QHBoxLayout(self._whose)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._dot)
        row.addWidget(self._name, 1)
        row.addWidget(self._origin)
        return self._whose

    def _tell_whose(self, view: ClaimView) -> None:
        """Says whose claim it is, and of what it is a version; of mine alone there is nothing to say."""
        version = view.version_of is not None
        self._whose.setVisible(not view.mine or version)
        self._origin.setVisible(version)
        self._name.setText(
            say("thread.my_version") if view.mine else say("thread.marked_by", name=isolated(view.reviewer))
        )
        explained = "" if view.mine else say("editor.theirs", name=isolated(view.reviewer))
        self._name.setToolTip(as_tip(explained))
        self._name.setAccessibleDescription(explained)

    def _paint_people(self) -> None:
        if self._view is not None:
            found = entries(self._view)
            self._dot.set_colour(self._people.ink(self._view.author, self._theme))
            colours = [self._people.ink(one.author, self._theme) for one in found]
            here = self._thread.has_keys
            if self._thread.show_entries(found, colours):
                walk_before(self._comment.field, self._thread.stops)
            if here and not self._thread.has_keys:  # the entry where the keyboard was is gone
                self._comment.field.setFocus()

    def _see_origin(self) -> None:
        if self._view is not None and self._view.version_of is not None:
            self.claim_wanted.emit(self._view.version_of)

    def _edit(self, comment: str) -> None:
        words = next((one.body for one in self._view.comments if one.id == comment), "") if self._view else ""
        self._comment.put(comment, words)
        self._comment.field.setFocus()

    def _send(self, comment: str, words: str) -> None:
        claim = self._claim
        command = EditComment(comment, words) if comment else AddComment(claim, words)

        def refused(error: RedPencilError) -> None:
            if claim != self._claim:
                self._begun.put(claim, (comment, words))
                return
            if self._comment.begun is None:
                self._comment.put(comment, words)
            self._trouble.tell_error(error)

        self._trouble.clear()
        self._session.run(command, refused=refused)
