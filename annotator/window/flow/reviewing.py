"""Answering colleagues: from difference to difference, by keys, beside the words and in the editor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.desk.work import Command
from annotator.model.enums import Verdict
from annotator.model.errors import RedPencilError
from annotator.model.views import ClaimLine
from annotator.window.article.view import ArticleView
from annotator.window.claims.editor import ClaimEditor
from annotator.window.flow.colleagues import Colleagues
from annotator.window.flow.marking import Marking
from annotator.window.flow.reading import Reading
from annotator.window.session import Session

if TYPE_CHECKING:
    from annotator.model.comparing import Group
    from annotator.window.review.page import ReviewPage
    from annotator.window.review.walking import Walk


class Reviewing(QObject):
    """Walks through differences, answers the claim at hand: the picked one, or that of the difference shown.

    Signals: `hint` carries a message key where there is nothing to answer; `told` words for screen readers;
    `walked` the difference gone to (Group).
    """

    hint = Signal(str)
    told = Signal(str)
    walked = Signal(object)

    def __init__(
        self,
        session: Session,
        reading: Reading,
        view: ArticleView,
        editor: ClaimEditor,
        colleagues: Colleagues,
        marking: Marking,
    ) -> None:
        super().__init__()
        self._session, self._reading, self._view, self._editor = session, reading, view, editor
        self._colleagues, self._marking = colleagues, marking
        self._walk: Walk | None = None
        self._ahead: dict[str, Verdict] = {}  # my words of which the page does not know yet, by claim
        self._landed: set[str] = set()  # those of them that are in the library
        self._steps = 0  # to differences, that wait until all are known
        self._connect()

    # Walking

    @property
    def walk(self) -> "Walk":
        """Where one is among the differences."""
        from annotator.window.review.walking import Walk

        if self._walk is None:
            self._walk = Walk()
        return self._walk

    def next_difference(self, by: int) -> None:
        """Goes to the next difference (1), or the one before (-1), as soon as all are known."""
        self._steps += 1
        self._colleagues.once_known(lambda: self._step(by))

    def show(self, group: "Group") -> None:
        """Shows a difference and picks the claim of it that is to be answered."""
        from annotator.window.review.differences import at_hand
        from annotator.window.review.wording import heard

        page = self._page
        if page is None:
            return
        self.walk.at = group
        self._reading.pick(at_hand(group, page), scroll=False)
        self._view.set_difference(group)
        self.walked.emit(group)
        self.told.emit(heard(group, page))

    def _step(self, by: int) -> None:
        self._steps -= 1
        page = self._page
        group = self.walk.next(page, by) if page else None
        if group is not None:
            self.show(group)
            self._view.setFocus()
        elif page is not None and page.has_colleagues:
            self.hint.emit("review.hint_no_differences")
        else:
            self.hint.emit("review.hint_alone")

    # Answering

    def agree(self) -> None:
        """Agrees with the claim at hand, and goes on to the next."""
        self.press(Verdict.AGREED)

    def change(self) -> None:
        """Puts my version beside it, and opens that in the editor."""
        self.press(Verdict.CHANGED)

    def reject(self) -> None:
        """Asks why, in place, and rejects it."""
        self.press(Verdict.REJECTED)

    def discuss(self) -> None:
        """Asks what about, in place, and leaves it open."""
        self.press(Verdict.TO_DISCUSS)

    def press(self, verdict: Verdict) -> None:
        """Does what the button of an answer does for the claim at hand; a hint says why it cannot."""
        if self._steps:  # it is meant for the difference that one is on the way to
            self._colleagues.once_known(lambda: self.press(verdict))
            return
        line = self._at_hand()
        if line is None:
            return
        if verdict in (Verdict.AGREED, Verdict.CHANGED):
            self.answer(line.id, verdict)
        elif self._view.difference is not None and self._view.beside.at_hand == line.id:
            self._view.beside.answers.press(verdict)
        else:
            self._reading.pick(line.id)
            self._marking.in_editor(lambda: self._editor.review.answers.press(verdict))

    def answer(self, claim: str, verdict: Verdict, reason: str = "") -> None:
        """Gives an answer to a claim; who walks through differences goes on to the next."""
        self._ahead[claim] = verdict
        self._session.run(
            _command(claim, verdict, reason),
            then=lambda _: self._landed.add(claim),
            refused=lambda error: self._refused(claim, error),
        )
        self._view.setFocus()
        if verdict is Verdict.CHANGED:  # the version is picked as it comes, and changed in the editor
            self._marking.editor_wanted.emit()
        elif self._view.difference is not None:
            self._go_on(claim)

    def take_back(self, claim: str) -> None:
        """Takes my answer to a claim back."""
        from annotator.desk.commands.reviewing import TakeBackReview

        self._session.run(TakeBackReview(claim))

    def agree_all(self, person: str | None = None) -> None:
        """Agrees with all that is left, or all of one person, in one step."""
        from annotator.desk.commands.reviewing import AgreeAll

        if self._reading.article:
            self._session.run(AgreeAll(self._reading.article, person or None))

    def comment(self) -> None:
        """Goes to where a comment on the picked claim is written."""
        self._marking.in_editor(self._editor.focus_comment)

    def _connect(self) -> None:
        self._colleagues.known.connect(self._known)
        self._reading.claim_shown.connect(self._picked)
        self._reading.leaving.connect(self._leave)
        self._view.difference_answered.connect(self.answer)
        self._view.difference_taken_back.connect(self.take_back)
        self._view.version_wanted.connect(self._reading.pick)
        self._editor.answered.connect(self.answer)
        self._editor.answer_taken_back.connect(self.take_back)
        self._editor.reason_left.connect(self._view.setFocus)

    def _at_hand(self) -> ClaimLine | None:
        line = self._reading.line(self._reading.picked or "")
        if (line is None or line.mine) and self._view.difference is not None:
            line = self._reading.line(self._view.beside.at_hand or "") or line
        if line is None:
            self.hint.emit("review.hint_nothing")
        elif line.mine:
            self.hint.emit("review.own")
        elif line.withdrawn:
            self.hint.emit("review.withdrawn")
        else:
            return line
        return None

    @property
    def _page(self) -> "ReviewPage | None":
        """The page as it will be when what I answered by now is known."""
        page = self._colleagues.page
        return page.after(self._ahead) if page is not None else None

    def _go_on(self, claim: str) -> None:
        """Goes on to what is to be answered next: in the same difference, or else in the next one."""
        page = self._page
        if page is None or not page.open:
            self.hint.emit("review.hint_walk_done")
            return
        group = page.group_of(claim)
        here = group is not None and page.unanswered(group)
        found = group if here else self.walk.next(page, 1)
        if found is not None:
            self.show(found)

    def _refused(self, claim: str, error: RedPencilError) -> None:
        self._ahead.pop(claim, None)
        self._session.refused.emit(error)

    def _known(self, page: "ReviewPage | None") -> None:
        for claim in self._landed:  # the page was read after they were in the library
            self._ahead.pop(claim, None)
        self._landed.clear()
        if self._view.difference is not None:  # as it is now, or no more where it is none any more
            picked = self._reading.picked or ""
            self._view.set_difference(page.group_of(picked) if page is not None else None)

    def _picked(self, claim: str | None) -> None:
        shown = self._view.difference
        if shown is not None and claim not in {marked.id for marked in shown.claims}:
            self._view.set_difference(None)

    def _leave(self) -> None:
        """Another article is to be shown."""
        self._walk = None
        self._ahead.clear()
        self._landed.clear()
        self._view.set_difference(None)


def _command(claim: str, verdict: Verdict, reason: str) -> Command:
    from annotator.desk.commands.reviewing import Agree, Change, Discuss, Reject

    if verdict is Verdict.REJECTED:
        return Reject(claim, reason)
    if verdict is Verdict.TO_DISCUSS:
        return Discuss(claim, reason)
    return Change(claim) if verdict is Verdict.CHANGED else Agree(claim)
