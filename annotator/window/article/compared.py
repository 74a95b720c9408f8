"""The sheet while versions of the same words are compared: the words in sight, the card of versions near."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.spans import Span
from annotator.model.views import ClaimLine, PersonView
from annotator.window.article.choosing import ChoosingSheet
from annotator.window.article.geometry import Line
from annotator.window.theme import Theme

if TYPE_CHECKING:
    from annotator.model.comparing import Group
    from annotator.window.beside.card import BesideCard

#: From the words, with the lines of their versions, to the card, in pixels.
_GAP = 8


class ComparedSheet(ChoosingSheet):
    """Shows a difference until it is left; answers are said, and given by whoever hears of them."""

    difference_answered = Signal(str, object, str)  # the colleague's claim, the Verdict, the reason
    difference_taken_back = Signal(str)  # the colleague's claim of which my answer is not to stand
    difference_left = Signal()  # by Escape, or by the card's cross
    version_wanted = Signal(str)  # the claim that was chosen in the card
    beside_made = Signal(object)  # the card, the first time that it is needed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: Mapping[str, str] = {}

    @cached_property
    def beside(self) -> "BesideCard":
        """The card that shows the versions side by side; made with the first difference."""
        from annotator.window.beside.card import BesideCard

        card = BesideCard(self, self._theme)
        card.set_keys(self._keys)
        card.answered.connect(self.difference_answered)
        card.taken_back.connect(self.difference_taken_back)
        card.version_wanted.connect(self.version_wanted)
        card.closed.connect(self.leave_difference)
        card.left.connect(self.setFocus)
        card.follow(self)
        self.beside_made.emit(card)
        return card

    def set_difference(self, group: "Group | None") -> None:
        """Show the versions of a group in text and card and bring them into sight; None for none."""
        other = group is None or self._difference is None or group.span != self._difference.span
        self._difference = group
        self.viewport().update()
        if group is None:
            self._put_card_away()
            return
        self._fill_card()
        if other:
            self._bring_into_sight(group.span)
        self._place_card()

    def leave_difference(self) -> bool:
        """Show no difference any more and say so; whether there was one."""
        if self._difference is None:
            return False
        self.set_difference(None)
        self.difference_left.emit()
        return True

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show the keys of actions, by name, on the card's answers."""
        self._keys = keys
        if "beside" in self.__dict__:
            self.beside.set_keys(keys)

    def set_people(self, people: Sequence[PersonView]) -> None:
        """Know these people's names and colours."""
        super().set_people(people)
        self._fill_card()

    def show_people(self, people: frozenset[str] | None) -> None:
        """Show, and let be hit, only the claims of these people (ids), None for everybody's."""
        super().show_people(people)
        self._fill_card()

    def set_claims(self, lines: Iterable[ClaimLine]) -> None:
        """Show these claims and no others."""
        super().set_claims(lines)
        self._fill_card()

    def update_claims(self, changed: Iterable[ClaimLine], removed: Iterable[str] = ()) -> None:
        """Show some claims anew and others no longer; a removed one is not picked any more."""
        super().update_claims(changed, removed)
        self._fill_card()

    def pick(self, claim_id: str | None, *, scroll: bool = False) -> None:
        """Mark a claim as the picked one; the card's answers are for it where it is one of the versions."""
        super().pick(claim_id, scroll=scroll)
        self._fill_card()

    def set_colours(self, theme: Theme) -> None:
        """Draw in other colours."""
        super().set_colours(theme)
        if "beside" in self.__dict__:
            self.beside.set_theme(theme)
            self._place_card()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another size; the card finds its place anew."""
        super().resizeEvent(event)
        if self._difference is not None:
            self._bring_into_sight(self._difference.span)
            self._place_card()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and the card with the words."""
        super().scrollContentsBy(dx, dy)
        self._place_card()

    def _fill_card(self) -> None:
        """What the card shows follows the claims."""
        group = self._difference
        if group is None:
            return
        from annotator.window.beside.versions import versions_of

        self.beside.set_versions(versions_of(group, self._people, self._claims.get), self._picked)
        self._place_card()

    def _put_card_away(self) -> None:
        if "beside" in self.__dict__:
            had_focus = self._is_in_card()
            self.beside.hide()
            if had_focus:
                self.setFocus()

    def _is_in_card(self) -> bool:
        """Whether the keyboard is in the card."""
        return self.beside.isAncestorOf(QApplication.focusWidget() or self)

    def _place_card(self) -> None:
        """Near the words; out of sight while they are, unless the keyboard is in it."""
        group = self._difference
        if group is None:
            return
        rects = self._rects_of(group.span)
        words = QRect() if not rects else rects[0].united(rects[-1]).adjusted(0, -_GAP, 0, self._lanes())
        room = self._room()
        in_sight = words.isValid() and words.bottom() > room.top() and words.top() < room.bottom()
        in_sight |= self._is_in_card()  # what is being typed there must not go to the page's keys
        if in_sight:
            self.beside.place(words, room)
        self.beside.setVisible(in_sight)

    def _lanes(self) -> int:
        """How far the versions' lines below the words reach, with the gap to the card, in pixels."""
        below = max(len(self._difference.claims) - 1, 1) if self._difference else 1
        return round(below * self._measures.scaled(6)) + _GAP

    def _bring_into_sight(self, span: Span) -> None:
        """Scroll no farther than it takes to see the words with a line above, and the card below them."""
        lines = self._ends_of(span)
        if not lines:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = lines[0].baseline - 2 * self._measures.leading
        below = lines[-1].baseline + self._measures.leading + self._lanes()
        whole, brief = (below + self.beside.height_in(self._room(), brief=brief) for brief in (False, True))
        bottom = whole if whole - top <= height else brief
        bar.setValue(round(min(max(bar.value(), bottom - height), top)))

    def _rects_of(self, span: Span) -> list[QRect]:
        """Where a span stands on its first and on its last line, in the widget's pixels."""
        return [self._rect_of(line, span) for line in self._ends_of(span)]

    def _ends_of(self, span: Span) -> list[Line]:
        """The first and the last line of a span."""
        ends = (self._geometry.line_at(span.start), self._geometry.line_at(max(span.end - 1, span.start)))
        return [line for line in ends if line is not None]

    def _rect_of(self, line: Line, span: Span) -> QRect:
        """Where a span stands on a line, in the widget's pixels."""
        extents = self._geometry.extents(line, span)
        left = min((extent.left for extent in extents), default=line.left)
        right = max((extent.right for extent in extents), default=line.left)
        top = line.baseline - self._measures.above * line.scale - self._scrolled
        bottom = line.baseline + self._measures.below * line.scale - self._scrolled
        corner = self.viewport().mapTo(self, QPoint(round(left), round(top)))
        return QRect(corner.x(), corner.y(), round(right - left), round(bottom - top))

    def _room(self) -> QRect:
        """Where cards may stand, in the widget's pixels."""
        room = self.rect().adjusted(8, 4, -8, -4)
        room.setRight(room.right() - self.verticalScrollBar().width())
        return room
