"""The tabs beside the claims: who has marked, and what was done when. Read only while they are in sight."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from annotator.desk.queries.history import history
from annotator.model.changes import LIBRARY
from annotator.model.views import StepLine
from annotator.window.flow.reading import Reading
from annotator.window.session import Session
from annotator.window.theme import Theme
from annotator.words import say

if TYPE_CHECKING:
    from annotator.window.history_panel import HistoryPanel
    from annotator.window.people_panel import PeoplePanel


class SideTabs(QObject):
    """Adds the tabs Review and History, each made when it is first seen, and keeps the one in sight fresh."""

    def __init__(self, session: Session, reading: Reading, tabs: QTabWidget) -> None:
        super().__init__()
        self._session, self._reading, self._tabs = session, reading, tabs
        self._theme: Theme | None = None
        self._build()
        tabs.currentChanged.connect(lambda _: self.refresh())
        reading.counted.connect(self.refresh)
        session.changed.connect(lambda _: self.refresh())

    @cached_property
    def people(self) -> "PeoplePanel":
        """The panel that says who has marked."""
        from annotator.window.people_panel import PeoplePanel

        panel = PeoplePanel()
        panel.claim_picked.connect(self._reading.pick)
        self._put(panel, self.people_page)
        return panel

    @cached_property
    def history(self) -> "HistoryPanel":
        """The panel that says what was done when."""
        from annotator.window.history_panel import HistoryPanel

        panel = HistoryPanel()
        self._put(panel, self.history_page)
        return panel

    def _put(self, panel: "PeoplePanel | HistoryPanel", page: QWidget) -> None:
        if self._theme is not None:
            panel.set_theme(self._theme)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        panel.show()  # the page may be in sight already, and then nothing else shows what comes into it

    def _build(self) -> None:
        self.people_page, self.history_page = QWidget(), QWidget()
        self._tabs.addTab(self.people_page, say("window.tab_review"))
        self._tabs.addTab(self.history_page, say("window.tab_history"))

    def refresh(self) -> None:
        """Reads anew what the tab in sight shows."""
        shown = self._tabs.currentWidget()
        if shown is self.people_page:
            self.people.set_claims(sorted(self._reading.lines, key=lambda line: line.span))
        elif shown is self.history_page:
            _ = self.history  # made while the tab comes into sight, not when the answer does
            scope = self._reading.article or LIBRARY
            self._session.ask(lambda desk: history(desk, scope), lambda lines: self._show(scope, lines))

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        for name in ("people", "history"):
            if name in self.__dict__:
                getattr(self, name).set_theme(theme)

    def _show(self, scope: str, lines: tuple[StepLine, ...]) -> None:
        if scope == (self._reading.article or LIBRARY):
            self.history.set_lines(lines)
