"""What is open in the article: the panel, its remedies, and going from one point to the next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

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
    """Makes the panel, keeps it fresh while it is in sight, and does what its buttons say.

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
        self._stale = True
        checking.known.connect(self._show)

    def make(self, theme: Theme) -> "PointsPanel":
        """The panel, made when it is seen or needed first."""
        from annotator.window.points.panel import PointsPanel

        self.panel = panel = PointsPanel(theme)
        panel.point_picked.connect(self.go_to)
        panel.remedy_wanted.connect(self._remedy)
        panel.let_go.connect(self._let_go)
        panel.taken_back.connect(self._take_back)
        panel.installEventFilter(self)
        self._freshen()
        return panel

    def go_to(self, point: "OpenPoint") -> None:
        """Shows a point's place: its claim picked, or the cursor on its words."""
        if point.claim is not None:
            self._reading.pick(point.claim)
        elif point.span is not None:
            self._reading.pick(None)
            self._view.go_to(point.span)

    def walk(self, panel: "PointsPanel", by: int) -> None:
        """Goes to the next point, or back, as soon as all are known; the keyboard comes along to the page."""
        self._checking.once_known(lambda: self._walk(panel, by))

    def _walk(self, panel: "PointsPanel", by: int) -> None:
        self._freshen()
        point = panel.next(by)
        if point is None:
            self._marking.hint.emit("points.none")
        else:
            self.go_to(point)
            self._view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel comes into sight, as its tab is chosen or the side unfolds."""
        if event.type() == QEvent.Type.Show:
            self._freshen()
        return super().eventFilter(watched, event)

    def _show(self, _: "PointsPage | None") -> None:
        """A list of thousands takes its time to lay out: out of sight it waits."""
        self._stale = True
        if self.panel is not None and self.panel.isVisible():
            self._freshen()

    def _freshen(self) -> None:
        if self.panel is not None and self._stale:
            page, self._stale = self._checking.page, False
            self.panel.set_points(page.points if page else (), page.language_note if page else False)

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
