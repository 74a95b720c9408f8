"""The marked sheet on which several people have marked: whose is whose, who is shown, what differs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QWidget

from annotator.model.views import ClaimLine, PersonView
from annotator.window.article.claims import PageClaims
from annotator.window.article.geometry import Line
from annotator.window.article.letters import Letter
from annotator.window.article.marked import MarkedSheet
from annotator.window.article.painter import PagePainter, Stretch
from annotator.window.people import People
from annotator.window.plain import show_tip

if TYPE_CHECKING:
    from annotator.model.comparing import Group
    from annotator.window.article.whose import WhosePainter

#: How much is left of other claims while versions are compared.
_OTHERS = 0.3


class SharedSheet(MarkedSheet):
    """Says of each claim whose it is, once somebody else has marked too; else it adds nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = People()
        self._difference: Group | None = None

    @property
    def difference(self) -> "Group | None":
        """The group of claims whose versions are shown against each other."""
        return self._difference

    def set_people(self, people: Sequence[PersonView]) -> None:
        """Know these people's names and colours."""
        self._people = People(people)
        self.viewport().update()

    def show_people(self, people: frozenset[str] | None) -> None:
        """Show, and let be hit, only the claims of these people (ids), None for everybody's.

        It stays so for other claims and articles too. A picked claim that goes out of sight stays picked.
        """
        if people == self._claims.shown:
            return
        claims = PageClaims(self._claims.every, people)
        claims.inherit(self._claims)
        self._claims = claims
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say whose a claim is where the mouse rests on it, or on its letter."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            from annotator.window.article.tips import tip

            show_tip(event.globalPos(), tip(self._pointed(event.pos()), self._people), self.viewport())
            return True
        return super().viewportEvent(event)

    def _pointed(self, point: QPoint) -> list[ClaimLine]:
        """The claims at a place of the viewport, the innermost first."""
        place = QPointF(point)
        letter = self.letter_at(place)
        if letter is not None:
            return list(letter.claims)
        found = map(self._claims.get, self.claims_under(place))
        return [claim for claim in found if claim is not None]

    def _draw_claims(self, page: PagePainter, stretches: list[Stretch], lines: list[Line]) -> None:
        if self._difference is not None:
            self._draw_difference(page, stretches, lines, self._difference)
            return
        super()._draw_claims(page, stretches, lines)
        if self._claims.has_others:
            self._whose(page).draw_starts(stretches)

    def _draw_letters(self, page: PagePainter, beside: list[Letter], lines: list[Line]) -> None:
        super()._draw_letters(page, beside, lines)
        if self._claims.has_others:
            from annotator.window.article.names import names_beside

            whose = self._whose(page)
            whose.draw_on_letters(beside)
            whose.draw_names(names_beside(lines, self._claims, self._people, self._measures))

    def _draw_difference(
        self, page: PagePainter, stretches: list[Stretch], lines: list[Line], group: "Group"
    ) -> None:
        """The versions in full strength, all other claims' lines faint."""
        from annotator.window.article.difference import DifferencePainter

        compared = {claim.id for claim in group.claims}
        versions = [stretch for stretch in stretches if stretch.claim.id in compared]
        difference = DifferencePainter(self._whose(page), group)
        page.draw_tints(versions)
        difference.draw_hatching(lines)
        page.draw_names(lines)
        page.painter.setOpacity(_OTHERS)
        page.draw_underlines(stretch for stretch in stretches if stretch.claim.id not in compared)
        page.painter.setOpacity(1)
        difference.draw_versions(versions)
        page.draw_outline(versions, self._picked)

    def _whose(self, page: PagePainter) -> "WhosePainter":
        from annotator.window.article.whose import WhosePainter  # one person's page needs none of it

        return WhosePainter(page, self._people)
