"""The tabs beside the claims: who has marked, and what was done when. Read only while they are in sight."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget

from annotator.desk.queries.history import history
from annotator.model.changes import LIBRARY
from annotator.model.views import StepLine
from annotator.window.flow.reading import Reading
from annotator.window.history_panel import HistoryPanel
from annotator.window.people_panel import PeoplePanel
from annotator.window.session import Session
from annotator.window.theme import Theme
from annotator.words import say


class SideTabs(QObject):
    """Adds the tabs Review and History and keeps the one in sight fresh."""

    def __init__(self, session: Session, reading: Reading, tabs: QTabWidget) -> None:
        super().__init__()
        self._session, self._reading, self._tabs = session, reading, tabs
        self._build()
        tabs.currentChanged.connect(lambda _: self.refresh())
        reading.counted.connect(self.refresh)
        session.changed.connect(lambda _: self.refresh())
        self.people.claim_picked.connect(reading.pick)

    def _build(self) -> None:
        self.people, self.history = PeoplePanel(), HistoryPanel()
        self._tabs.addTab(self.people, say("window.tab_review"))
        self._tabs.addTab(self.history, say("window.tab_history"))

    def refresh(self) -> None:
        """Reads anew what the tab in sight shows."""
        shown = self._tabs.currentWidget()
        if shown is self.people:
            self.people.set_claims(sorted(self._reading.lines, key=lambda line: line.span))
        elif shown is self.history:
            scope = self._reading.article or LIBRARY
            self._session.ask(lambda desk: history(desk, scope), lambda lines: self._show(scope, lines))

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self.people.set_theme(theme)
        self.history.set_theme(theme)

    def _show(self, scope: str, lines: tuple[StepLine, ...]) -> None:
        if scope == (self._reading.article or LIBRARY):
            self.history.set_lines(lines)
