"""What the main window is made of: its parts, their frame, the flows between them, its actions."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QMainWindow,
    QMenuBar,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.settings import Settings
from annotator.model.backups import Occasion
from annotator.window.article.view import ArticleView
from annotator.window.articles.panel import ArticlesPanel
from annotator.window.claims.editor import ClaimEditor
from annotator.window.claims.panel import ClaimsPanel
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.dialogs.progress_card import ProgressCard
from annotator.window.flow.agreement import Agreeing
from annotator.window.flow.calling import Calling
from annotator.window.flow.checking import Checking
from annotator.window.flow.chores import Chores
from annotator.window.flow.colleagues import Colleagues
from annotator.window.flow.comfort import Comfort
from annotator.window.flow.exporting import Exporting
from annotator.window.flow.finding import Finding
from annotator.window.flow.hearing import Hearing
from annotator.window.flow.importing import Importing
from annotator.window.flow.keeping import Keeping, Surroundings
from annotator.window.flow.linking import Linking
from annotator.window.flow.listing import Listing
from annotator.window.flow.marking import Marking
from annotator.window.flow.occurrences import Occurrences
from annotator.window.flow.offering import Offering
from annotator.window.flow.open_points import OpenPoints
from annotator.window.flow.people import Parts, PeopleHere
from annotator.window.flow.places import Places
from annotator.window.flow.reading import Reading
from annotator.window.flow.review_tab import ReviewTab
from annotator.window.flow.reviewing import Reviewing
from annotator.window.flow.side_tabs import SideTabs
from annotator.window.flow.telling import Telling
from annotator.window.flow.ticking import Ticking
from annotator.window.flow.undoing import Undoing
from annotator.window.frame.actions import Actions
from annotator.window.frame.field_undo import FieldUndo
from annotator.window.frame.focus_mode import FocusMode
from annotator.window.frame.layout import Panels
from annotator.window.frame.look import Look
from annotator.window.frame.panes import Panes
from annotator.window.frame.status import Status
from annotator.window.frame.top_bar import TopBar, with_menus
from annotator.window.session import Session
from annotator.words import say

if TYPE_CHECKING:
    from annotator.window.flow.merging import Merging
    from annotator.window.flow.packets import Packets
    from annotator.window.flow.sending import Sending
    from annotator.window.welcome import Welcome

F = TypeVar("F", bound=QObject)


class Assembly(QMainWindow):
    """The window's parts by name, put together and not yet joined (see `wiring`).

    Signal: `taken` as that of `merging`, which is made late.
    """

    taken = Signal(str, bool)

    def __init__(self, session: Session, settings: Settings, look: Look) -> None:
        super().__init__()
        self.session, self.settings, self.look = session, settings, look
        self._build_parts()
        self._build_frame()
        self._build_flows()
        self._build_actions()

    @cached_property
    def welcome(self) -> "Welcome":
        """What stands in the centre while no article is open; made when it is needed first."""
        from annotator.desk.samples import samples
        from annotator.window.welcome import Welcome

        welcome = Welcome(samples)
        welcome.set_theme(self.look.theme)
        welcome.set_keys(self.comfort.keys)
        welcome.open_wanted.connect(self.importing.choose_files)
        welcome.paste_wanted.connect(self.importing.paste)
        welcome.sample_wanted.connect(self.importing.add_sample)
        self.centre.addWidget(welcome)
        self.panes.insert(1, welcome)
        return welcome

    @cached_property
    def sending(self) -> "Sending":
        """What sends work to colleagues; made when it is first asked for."""
        from annotator.window.flow.sending import Sending

        progress = ProgressCard(self.middle)
        return self._flow(Sending(self.session, self.reading, self, self.messages, progress, self.settings))

    @cached_property
    def merging(self) -> "Merging":
        """What takes in what colleagues sent; made when the first file comes."""
        from annotator.window.flow.merging import Merging

        progress = ProgressCard(self.middle)
        made = Merging(self.session, self, self.messages, progress, lambda: self.look.theme)
        made.beginning.connect(lambda: self.keeping.back_up(Occasion.MERGE))
        made.taken.connect(self.taken)
        return self._flow(made)

    @cached_property
    def packets(self) -> "Packets":
        """Who is done with what; made when it is first asked for."""
        from annotator.window.flow.packets import Packets

        made = Packets(self.session, self, self.look.theme)
        made.article_wanted.connect(self.reading.open)
        made.packet_wanted.connect(lambda: self.sending.ask_packet())
        self.look.changed.connect(made.set_theme)
        return self._flow(made)

    def _build_parts(self) -> None:
        self.articles = ArticlesPanel()
        self.view = ArticleView()
        self.claims = ClaimsPanel(self.look.theme)
        self.editor = ClaimEditor(self.session, self.look.theme)
        self.status = Status(self.look.theme)
        self.setStatusBar(self.status)

    def _build_frame(self) -> None:
        self.centre = QStackedWidget()
        self.page = QWidget()
        self.page_column = QVBoxLayout(self.page)
        self.page_column.setContentsMargins(0, 0, 0, 0)
        self.page_column.setSpacing(0)
        self.page_column.addWidget(self.view)
        self.centre.addWidget(self.page)
        self.middle = QWidget()  # what floats over the pages: of a stack, screen readers see the pages only
        self.middle_column = QVBoxLayout(self.middle)
        self.middle_column.setContentsMargins(0, 0, 0, 0)
        self.middle_column.setSpacing(0)
        self.middle_column.addWidget(self.centre)
        self.messages = MessageBar(self.middle, within=self.view)
        self.work = work = QSplitter(Qt.Orientation.Vertical)
        work.addWidget(self.claims)
        work.addWidget(self.editor)
        work.setSizes([360, 480])
        work.setChildrenCollapsible(False)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(say("window.tabs"))
        self.tabs.setAccessibleName(say("window.side"))
        self.tabs.addTab(work, say("window.tab_claims"))
        self.panels = Panels(self.articles, self.middle, self.tabs)
        self.setCentralWidget(self.panels)
        self.setAcceptDrops(True)
        self.resize(1400, 880)
        self.setMinimumSize(720, 480)

    def _build_flows(self) -> None:
        """The flows belong to the window: they hear of nothing once it is gone."""
        self._build_page_flows()
        self._build_library_flows()
        self._build_side_flows()

    def _build_page_flows(self) -> None:
        session, theme = self.session, self.look.theme
        self.reading = self._flow(Reading(session, self.view, self.claims, self.editor))
        self.marking = self._flow(Marking(session, self.reading, self.view, self.editor))
        self.ticking = self._flow(Ticking(session, self.reading, self.view))
        self.linking = self._flow(Linking(session, self.reading, self.view))
        self.places = self._flow(Places(self.settings, self.reading, self.view))
        self.finding = self._flow(Finding(self.reading, self.view, self.page_column, theme))
        self.occurring = self._flow(Occurrences(session, self.reading, self.view, self, theme))
        self.undoing = self._flow(Undoing(session, self.reading))

    def _build_library_flows(self) -> None:
        session, messages = self.session, self.messages
        self.listing = self._flow(Listing(session, self.articles))
        self.telling = self._flow(Telling(session, messages, self.status))
        self.hearing = self._flow(Hearing(session, self))
        self.importing = self._flow(Importing(session, self, messages, ProgressCard(self.middle)))
        progress, chosen = ProgressCard(self.middle), self.claims.chosen
        self.exporting = self._flow(
            Exporting(session, self.reading, self, messages, progress, chosen, self.settings)
        )
        self.chores = self._flow(Chores(session, self.reading, self, messages))
        around = Surroundings(self, messages, ProgressCard(self.middle), self.middle_column, self.look)
        self.keeping = self._flow(Keeping(session, self.settings, around))
        parts = Parts(self, self.editor, self.status, messages, self.middle_column, self.look)
        self.people = self._flow(PeopleHere(session, self.reading, parts))

    def _build_side_flows(self) -> None:
        session, reading = self.session, self.reading
        remedies = {
            "answers_nothing": lambda: self.marking.go_to("answers"),
            "link": self.linking.begin,
            "read": self.ticking.nothing_here,
            "tag": self.view.setFocus,
        }
        self.checking = self._flow(Checking(session, reading))
        self.opened = self._flow(
            OpenPoints(session, reading, self.view, self.checking, self.marking, remedies)
        )
        self.calling = self._flow(Calling(session, reading, self, self.look.theme))
        self.agreeing = self._flow(Agreeing(session, reading, self, self.look.theme))
        self._build_review()
        self.side = self._flow(
            SideTabs(session, reading, self.checking, self.opened, self.review_tab, self.tabs)
        )

    def _build_review(self) -> None:
        session, reading, view, editor = self.session, self.reading, self.view, self.editor
        self.colleagues = self._flow(Colleagues(session, reading))
        self.reviewing = self._flow(Reviewing(session, reading, view, editor, self.colleagues, self.marking))
        self.review_tab = self._flow(
            ReviewTab(
                session, reading, view, self.claims, editor, self.checking, self.colleagues, self.reviewing
            )
        )

    def _flow(self, flow: F) -> F:
        flow.setParent(self)
        return flow

    def _build_actions(self) -> None:
        self.menu_bar = QMenuBar()
        self.actions_ = Actions(self, self.menu_bar, (self.view, self.claims.list))
        self.comfort = Comfort(self.session, self, self.settings, self.look, self.actions_)
        self.comfort.setParent(self)
        self.comfort.more = Offering(self.session, self.reading, lambda: self.exporting.known)
        self.top_bar = TopBar(*(self.actions_[name] for name in ("undo", "redo", "send", "export")))
        self.top = with_menus(self.menu_bar, self.top_bar)
        self.setMenuWidget(self.top)
        self.focus_mode = FocusMode(self, self.panels, (self.top, self.status))
        self.panes = Panes(
            self.articles.pages,
            self.view,
            self.claims.list,
            self.editor,
            self.side.points_page,
            self.side.people_page,
            self.side.history_page,
        )
        self.panes.setParent(self)
        answers = ("agree", "change_claim", "reject", "discuss", "comment")
        self.review_tab.set_letters([self.actions_[name] for name in answers])
        FieldUndo(self)
