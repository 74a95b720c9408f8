"""What is open in the article: the panel, its remedies, and going from one point to the next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.desk import commands
from annotator.window.article.view import ArticleView
from annotator.window.flow.checking import Checking
from annotator.window.flow.marking import Marking
from annotator.window.flow.reading import Reading
from annotator.window.session import Session
from annotator.window.theme import Theme

if TYPE_CHECKING:
    from annotator.model.points import OpenPoint, PointsPage
    from annotator.window.points.panel import PointsPanel


class OpenPoints(QObject):
    """Makes the panel, keeps it fresh, and does what its buttons say.

    `remedies` are what to do for the kinds of remedy that are no field of the editor, after the point's claim
    was picked.
    """

    def __init__(
        self,
        session: Session,
        reading: Reading,
        view: ArticleView,
        checking: Checking,
        marking: Marking,
        remedies: dict[str, Callable[[], None]],
    ) -> None:
        super().__init__()
        self._session, self._reading, self._view = session, reading, view
        self._checking, self._marking, self._remedies = checking, marking, remedies
        self.panel: PointsPanel | None = None
        checking.known.connect(self._show)

    def make(self, theme: Theme) -> "PointsPanel":
        """The panel, made when it is seen or needed first."""
        from annotator.window.points.panel import PointsPanel

        self.panel = panel = PointsPanel(theme)
        panel.point_picked.connect(self.go_to)
        panel.remedy_wanted.connect(self._remedy)
        panel.let_go.connect(self._let_go)
        panel.taken_back.connect(self._take_back)
        self._show(self._checking.page)
        return panel

    def go_to(self, point: "OpenPoint") -> None:
        """Shows a point's place: its claim picked, or the cursor on its words."""
        if point.claim is not None:
            self._reading.pick(point.claim)
        elif point.span is not None:
            self._reading.pick(None)
            self._view.go_to(point.span)

    def walk(self, panel: "PointsPanel", by: int) -> None:
        """Goes to the next point, or back; the keyboard comes along to the page."""
        point = panel.next(by)
        if point is None:
            self._marking.hint.emit("points.none")
        else:
            self.go_to(point)
            self._view.setFocus()

    def _show(self, page: "PointsPage | None") -> None:
        if self.panel is not None:
            points = page.points if page else ()
            self.panel.set_points(points, page.language_note if page else False)

    def _remedy(self, kind: str, point: "OpenPoint") -> None:
        self.go_to(point)
        self._view.setFocus()
        if kind in self._remedies:
            self._remedies[kind]()
        else:
            self._marking.go_to(kind)

    def _let_go(self, point: "OpenPoint", reason: str) -> None:
        article = self._reading.article
        self._session.run(commands.points.Waive(article, point.rule, reason, point.claim))

    def _take_back(self, point: "OpenPoint") -> None:
        self._session.run(commands.points.Unwaive(self._reading.article, point.rule, point.claim))
