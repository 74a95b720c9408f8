"""Marking: what the tag keys, the edge keys and the selection bar do."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from annotator.desk import commands
from annotator.model.changes import Changes
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.text.sentences import sentence_at, statement
from annotator.text.snap import move_end, move_start
from annotator.window.article.view import ArticleView
from annotator.window.claims.editor import ClaimEditor
from annotator.window.flow.reading import Reading
from annotator.window.flow.type_ahead import TypeAhead
from annotator.window.session import Session


class Marking(QObject):
    """Turns keys and gestures on the page into commands.

    Between a tag's key and its claim stands the disk. What is asked in between of the claim that is to come
    waits for it: `tagging` tells when the first such claim is on its way (True) and when the last has come.
    `hint` carries a message key where there is nothing to act on; `editor_wanted` asks for the
    editor to be in sight before a field in it is focused.
    """

    hint = Signal(str)
    editor_wanted = Signal()
    tagging = Signal(bool)

    def __init__(self, session: Session, reading: Reading, view: ArticleView, editor: ClaimEditor) -> None:
        super().__init__()
        self._session, self._reading, self._view, self._editor = session, reading, view, editor
        self._just_tagged: Span | None = None
        self._when_ready: tuple[str | None, Callable[[], None]] = (None, _nothing)
        self._on_their_way = 0
        self._waiting: list[Callable[[], None]] = []
        self._ahead = TypeAhead()
        reading.claim_shown.connect(self._shown)
        # Queued: whoever shows the change hears of it first.
        session.changed.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        session.unsaved.connect(lambda _: self._stop_waiting())
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
        selected = self._view.selected_span()
        span = selected if len(selected) else self._statement()
        if not len(selected) and self._reading.picked:
            self._session.run(commands.claims.Retag(self._reading.picked, tag))
        elif span is None:
            self.hint.emit("window.no_sentence")
        elif self._on_their_way and span == self._just_tagged:
            self._waiting.append(lambda: self.tag(tag))
        else:
            self._tag(page.id, span, tag)

    def once_tagged(self, act: Callable[[], None], *, takes_keys: bool = False) -> None:
        """Does something, but not before the claim is there that is being tagged.

        With `takes_keys` what is typed meanwhile is for whatever has the keyboard then.
        """
        if not self._on_their_way:
            act()
            return
        self._waiting.append(act)
        if takes_keys:
            self._ahead.begin()

    def _statement(self) -> Span | None:
        """The words of the cursor's sentence that a tag would take."""
        page = self._reading.page
        found = sentence_at(page.sentences, self._view.cursor_offset()) if page else None
        return statement(page.text, found) if page and found else None

    def _tag(self, article: str, span: Span, tag: Tag) -> None:
        self._view.hide_bar()
        self._view.show_pending(span, tag)
        self._just_tagged = span
        self._on_their_way += 1
        if self._on_their_way == 1:
            self.tagging.emit(True)
        self._session.run(commands.claims.TagClaim(article, span, tag), self._tagged, self._not_tagged)

    def said_by(self) -> None:
        """Makes the selected words the picked claim's source, or goes to the field."""
        if self._on_their_way:
            self.once_tagged(self.said_by, takes_keys=True)
            return
        span, page = self._view.selected_span(), self._reading.page
        if len(span) and page is not None:
            self._view.hide_bar()
            self._to_field(lambda: self._editor.say_by_selection(span, span.cut(page.text)))
        else:
            self._to_field(self._editor.focus_said_by)

    def go_to(self, field: str) -> None:
        """Puts the focus into a part of the editor, by the name of its `focus_…`."""
        if self._on_their_way:
            self.once_tagged(lambda: self.go_to(field), takes_keys=True)
        else:
            self._to_field(getattr(self._editor, f"focus_{field}"))

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

    def _to_field(self, act: Callable[[], None]) -> None:
        """Goes to a field; what is typed on the way goes there too."""
        if self._reading.picked is not None and self._editor.claim != self._reading.picked:
            self._ahead.begin()
        self.in_editor(act)

    def _go_on(self, _: Changes) -> None:
        """Does what waited for a claim, which is picked now if nobody went elsewhere."""
        if not self._on_their_way and self._waiting:
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act()
            if self._when_ready[0] is None:
                self._ahead.end()

    def _shown(self, claim: str | None) -> None:
        """Whoever left the claim wants nothing of it any more."""
        if claim is None:
            self._drop()

    def _drop(self) -> None:
        self._waiting, self._when_ready = [], (None, _nothing)
        self._ahead.give_up()

    def _stop_waiting(self) -> None:
        """The disk takes nothing now: nobody is to wait for that."""
        self._drop()
        self._on_their_way = min(self._on_their_way, 1)
        self._arrived()

    def _arrived(self) -> None:
        if self._on_their_way == 1:
            self.tagging.emit(False)
        self._on_their_way = max(0, self._on_their_way - 1)

    def _tagged(self, changes: Changes) -> None:
        self._arrived()
        if not changes.claims:  # the claim was there: nothing will be shown anew
            self._view.clear_pending()
            self._end_selection()

    def _not_tagged(self, error: object) -> None:
        self._arrived()
        self._drop()
        self._just_tagged = None
        self._view.clear_pending()
        self._session.refused.emit(error)

    def _end_selection(self) -> None:
        """The selection goes when its claim comes, in one painting of the page; one made since stays."""
        if self._on_their_way:
            return
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
            self._ahead.end()

    def _claim_is_picked(self) -> bool:
        if self._reading.picked is None:
            self.hint.emit("window.pick_first")
        return self._reading.picked is not None


def _nothing() -> None:
    """Nobody waits for the editor."""
