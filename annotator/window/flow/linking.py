"""Linking a denial to the allegation it answers: one key, then one choice."""

from PySide6.QtCore import QObject, Signal

from annotator.desk import commands
from annotator.model.enums import Tag
from annotator.model.views import ClaimLine
from annotator.window.article.view import ArticleView
from annotator.window.flow.reading import Reading
from annotator.window.session import Session

#: What each tag is linked to, and what to say where there is nothing of that kind.
_OTHER_END = {
    Tag.DENIAL: (Tag.ALLEGATION, "link.no_allegation"),
    Tag.ALLEGATION: (Tag.DENIAL, "link.no_denial"),
}


class Linking(QObject):
    """Offers the claims that the picked one could be linked to, the nearest first, and links the chosen.

    `hint` carries a message key: what to do now, or why there is nothing to link; `hint_over` the same key
    when that is done or given up.
    """

    hint = Signal(str)
    hint_over = Signal(str)

    def __init__(self, session: Session, reading: Reading, view: ArticleView) -> None:
        super().__init__()
        self._session, self._reading, self._view = session, reading, view
        self._from: ClaimLine | None = None
        self._links: frozenset[tuple[str, str]] = frozenset()
        view.choice_made.connect(lambda claim, _: self._choose(claim))
        view.choice_ended.connect(self._end)
        reading.counted.connect(self._draw)

    @property
    def offering(self) -> bool:
        """Whether a claim is being chosen now."""
        return self._from is not None

    def begin(self) -> None:
        """Offers what the picked denial could answer, or what could answer the picked allegation."""
        picked = self._reading.line(self._reading.picked or "")
        if picked is None:
            self.hint.emit("window.pick_first")
            return
        if picked.tag not in _OTHER_END:
            self.hint.emit("link.not_a_fact")
            return
        other, none = _OTHER_END[picked.tag]
        offered = [
            line.id
            for line in sorted(self._reading.lines, key=lambda line: _distance(picked, line))
            if line.tag is other and not line.withdrawn and not _linked(picked, line)
        ]
        if not offered:
            self.hint.emit(none)
            return
        self._view.begin_choice(offered)  # ends one that is going on, and takes its hint back
        self._from = picked
        self.hint.emit("link.choose")

    def choose(self, claim: str) -> bool:
        """Takes a claim that was clicked elsewhere than on the page; whether one was being chosen."""
        if self._from is None:
            return False
        line = self._reading.line(claim)
        if line is not None and line.tag is _OTHER_END[self._from.tag][0]:
            self._choose(claim)
            self._view.end_choice()
        return True

    def _choose(self, claim: str) -> None:
        if self._from is not None:
            is_denial = self._from.tag is Tag.DENIAL
            denial, allegation = (self._from.id, claim) if is_denial else (claim, self._from.id)
            self._session.run(commands.answers.Link(denial, allegation))

    def _end(self) -> None:
        self._from = None
        self.hint_over.emit("link.choose")

    def _draw(self) -> None:
        """Hands the links to the page, which draws those of the picked claim."""
        links = self._reading.links
        if links != self._links:
            self._links = links
            self._view.set_links(links)


def _distance(one: ClaimLine, other: ClaimLine) -> tuple[int, int, str]:
    """How many code points lie between two claims; the earlier comes first of two as near."""
    between = max(other.span.start - one.span.end, one.span.start - other.span.end, 0)
    return between, other.span.start, other.id


def _linked(one: ClaimLine, other: ClaimLine) -> bool:
    return other.id in one.answers or one.id in other.answers
