"""Marking: what the tag keys, the edge keys and the selection bar do."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.desk import commands
from annotator.model.changes import Changes
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.text.sentences import sentence_at, statement
from annotator.text.snap import move_end, move_start
from annotator.window.article.view import ArticleView
from annotator.window.claims.editor import ClaimEditor
from annotator.window.flow.reading import Reading
from annotator.window.session import Session


class Marking(QObject):
    """Turns keys and gestures on the page into commands.

    `hint` carries a message key where there is nothing to act on; `editor_wanted` asks for the
    editor to be in sight before a field in it is focused.
    """

    hint = Signal(str)
    editor_wanted = Signal()

    def __init__(self, session: Session, reading: Reading, view: ArticleView, editor: ClaimEditor) -> None:
        super().__init__()
        self._session, self._reading, self._view, self._editor = session, reading, view, editor
        self._just_tagged: Span | None = None
        self._when_ready: tuple[str | None, Callable[[], None]] = (None, _nothing)
        reading.claim_ready.connect(self._ready)
        reading.counted.connect(self._end_selection)
        view.tag_chosen.connect(self.tag)
        view.said_by_chosen.connect(self.said_by)
        view.edges_moved.connect(self._move_edges)

    def tag(self, tag: Tag) -> None:
        """On a selection a new claim; else the picked claim's tag; else the sentence at the cursor."""
        page = self._reading.page
        if page is None:
            return
        span = self._view.selected_span()
        if not len(span) and self._reading.picked:
            self._session.run(commands.claims.Retag(self._reading.picked, tag))
            return
        if not len(span):
            found = sentence_at(page.sentences, self._view.cursor_offset())
            if found is None:
                self.hint.emit("window.no_sentence")
                return
            span = statement(page.text, found)
        self._view.hide_bar()
        self._view.show_pending(span, tag)
        self._just_tagged = span
        self._session.run(commands.claims.TagClaim(page.id, span, tag), self._tagged, self._not_tagged)

    def said_by(self) -> None:
        """Makes the selected words the picked claim's source, or goes to the field."""
        span, page = self._view.selected_span(), self._reading.page
        if len(span) and page is not None:
            self._view.hide_bar()
            self.in_editor(lambda: self._editor.say_by_selection(span, span.cut(page.text)))
        else:
            self.in_editor(self._editor.focus_said_by)

    def go_to(self, field: str) -> None:
        """Puts the focus into a part of the editor, by the name of its `focus_…`."""
        self.in_editor(getattr(self._editor, f"focus_{field}"))

    def delete(self) -> None:
        """Takes the picked claim back."""
        if self._claim_is_picked() and self._reading.picked:
            self._session.run(commands.claims.DeleteClaim(self._reading.picked))

    def move_edge(self, edge: str, forward: bool) -> None:
        """Moves the start or the end of the picked claim by a word."""
        page = self._reading.page
        line = self._reading.line(self._reading.picked or "")
        if page is None or line is None:
            self.hint.emit("window.pick_first")
            return
        move = move_start if edge == "start" else move_end
        self._move_edges(line.id, move(page.text, line.span, forward))

    def _tagged(self, changes: Changes) -> None:
        if not changes.claims:  # the claim was there: nothing will be shown anew
            self._view.clear_pending()
            self._end_selection()

    def _not_tagged(self, error: object) -> None:
        self._just_tagged = None
        self._view.clear_pending()
        self._session.refused.emit(error)

    def _end_selection(self) -> None:
        """The selection goes when its claim comes, in one painting of the page; one made since stays."""
        if self._just_tagged == self._view.selected_span():
            self._view.clear_selection()
        self._just_tagged = None

    def _move_edges(self, claim: str, span: Span) -> None:
        line = self._reading.line(claim)
        if line is not None and span != line.span:
            self._session.run(commands.claims.MoveEdges(claim, span), refused=self._put_back)

    def _put_back(self, error: object) -> None:
        """A dragged edge that was refused goes back to where it is kept."""
        if self._reading.page is not None:
            self._view.set_claims(self._reading.lines)
        self._session.refused.emit(error)

    def in_editor(self, act: Callable[[], None]) -> None:
        """Does something in the editor, as soon as it has the claim that is picked."""
        if not self._claim_is_picked():
            return
        self.editor_wanted.emit()
        if self._editor.claim == self._reading.picked:
            act()
        else:
            self._when_ready = (self._reading.picked, act)

    def _ready(self, claim: str) -> None:
        wanted, act = self._when_ready
        self._when_ready = (None, _nothing)
        if claim == wanted:
            act()

    def _claim_is_picked(self) -> bool:
        if self._reading.picked is None:
            self.hint.emit("window.pick_first")
        return self._reading.picked is not None


def _nothing() -> None:
    """Nobody waits for the editor."""
