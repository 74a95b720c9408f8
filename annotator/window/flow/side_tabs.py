"""The tabs beside the claims: what is open, what colleagues say, what was done; made when first seen."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from annotator.desk.queries.history import history
from annotator.model.changes import LIBRARY
from annotator.model.steps import StepLine
from annotator.window.flow.checking import Checking
from annotator.window.flow.open_points import OpenPoints
from annotator.window.flow.reading import Reading
from annotator.window.flow.review_tab import ReviewTab
from annotator.window.session import Session
from annotator.window.theme import Theme, current_theme
from annotator.words import say

if TYPE_CHECKING:
    from annotator.model.points import PointsPage
    from annotator.window.history_panel import HistoryPanel
    from annotator.window.points.panel import PointsPanel
    from annotator.window.review.panel import ReviewPanel


class SideTabs(QObject):
    """Adds the tabs Open points, Review and History, and keeps the one in sight fresh."""

    def __init__(
        self,
        session: Session,
        reading: Reading,
        checking: Checking,
        opened: OpenPoints,
        review: ReviewTab,
        tabs: QTabWidget,
    ) -> None:
        super().__init__()
        self._session, self._reading, self._tabs = session, reading, tabs
        self._opened, self._review = opened, review
        self._theme = current_theme()
        self._build()
        tabs.currentChanged.connect(lambda _: self.refresh())
        reading.counted.connect(self.refresh)
        session.changed.connect(lambda _: self.refresh())
        checking.known.connect(self._count_points)
        review.counted.connect(self._count_review)

    @cached_property
    def points(self) -> "PointsPanel":
        """The panel that says what is open."""
        panel = self._opened.make(self._theme)
        self._put(panel, self.points_page)
        return panel

    @cached_property
    def review(self) -> "ReviewPanel":
        """The panel in which people come to one version."""
        panel = self._review.make(self._theme)
        self._put(panel, self.people_page)
        return panel

    @cached_property
    def history(self) -> "HistoryPanel":
        """The panel that says what was done when."""
        from annotator.window.history_panel import HistoryPanel

        panel = HistoryPanel()
        self._put(panel, self.history_page)
        return panel

    @property
    def in_sight(self) -> str:
        """The name of the tab in sight: claims, points, review or history."""
        return next(name for name, page in self._pages.items() if page is self._tabs.currentWidget())

    def show(self, name: str) -> None:
        """Brings a tab into sight by its name; an unknown one changes nothing."""
        if name in self._pages:
            self._tabs.setCurrentWidget(self._pages[name])

    def _put(self, panel: "PointsPanel | ReviewPanel | HistoryPanel", page: QWidget) -> None:
        panel.set_theme(self._theme)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        panel.show()  # the page may be in sight already, and then nothing else shows what comes into it

    def _build(self) -> None:
        claims_page = self._tabs.widget(0)
        assert claims_page is not None, "the claims come first"
        self.claims_page = claims_page
        self.points_page, self.people_page, self.history_page = QWidget(), QWidget(), QWidget()
        self._tabs.addTab(self.points_page, say("window.tab_points"))
        self._tabs.addTab(self.people_page, say("window.tab_review"))
        self._tabs.addTab(self.history_page, say("window.tab_history"))
        self._pages = {
            "claims": self.claims_page,
            "points": self.points_page,
            "review": self.people_page,
            "history": self.history_page,
        }

    def refresh(self) -> None:
        """Reads anew what the tab in sight shows."""
        shown = self._tabs.currentWidget()
        if shown is self.points_page:
            _ = self.points  # which keeps itself fresh from then on
        elif shown is self.people_page:
            _ = self.review  # which does so too
        elif shown is self.history_page:
            _ = self.history  # made while the tab comes into sight, not when the answer does
            scope = self._reading.article or LIBRARY
            self._session.ask(lambda desk: history(desk, scope), lambda lines: self._show(scope, lines))

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        for name in ("points", "review", "history"):
            if name in self.__dict__:
                getattr(self, name).set_theme(theme)

    def _show(self, scope: str, lines: tuple[StepLine, ...]) -> None:
        if scope == (self._reading.article or LIBRARY):
            self.history.set_lines(lines)

    def go_to_point(self, by: int) -> None:
        """Goes to the next open point (1), or the one before (-1)."""
        self._opened.walk(self.points, by)

    def _count_points(self, page: "PointsPage | None") -> None:
        must = page.progress.must if page else 0
        words = say("window.tab_points_n", count=must) if must else say("window.tab_points")
        self._tabs.setTabText(self._tabs.indexOf(self.points_page), words)

    def _count_review(self, count: int) -> None:
        words = say("window.tab_review_n", count=count) if count else say("window.tab_review")
        self._tabs.setTabText(self._tabs.indexOf(self.people_page), words)
