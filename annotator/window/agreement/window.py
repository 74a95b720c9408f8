"""The window of agreement, to stand beside the main window."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.figures import figures_as_text
from annotator.desk.queries.agreement_overview import Overview, overview
from annotator.model.changes import Changes
from annotator.model.errors import RedPencilError
from annotator.window.agreement.articles import ArticlesStrip
from annotator.window.agreement.confusion import ConfusionTable
from annotator.window.agreement.figures import FiguresList
from annotator.window.agreement.head import Head, Scope
from annotator.window.agreement.ribbon import Ribbon
from annotator.window.claims.trouble import Trouble
from annotator.window.clipboard import new_mime_data
from annotator.window.plain import plain_label
from annotator.window.session import Session
from annotator.window.sources.late import while_there
from annotator.window.theme import Theme
from annotator.words import say, say_all

_SIZE = (1040, 780)  # pixels, like all below
_SIDE = 16
_RIGHT = 310
_LEAST_STRIP = 130

#: The figure that is picked at first: the one most people know.
_FIRST = "alpha.sentences"

#: How long a passing message stands, in milliseconds.
_SHORTLY = 6_000


class AgreementWindow(QDialog):
    """How far people agree. Signals: `claim_wanted` (article id, claim id), `article_wanted` (id).

    It follows every change while it is in sight.
    """

    claim_wanted = Signal(str, str)
    article_wanted = Signal(str)

    def __init__(
        self, session: Session, theme: Theme, article: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session, self._theme, self._article = session, theme, article
        self._scope = Scope.ARTICLE if article else Scope.LIBRARY
        self._people: frozenset[str] | None = None
        self._shown: Overview | None = None
        self._asked, self._stale, self._afresh = False, True, True
        self._build()
        session.changed.connect(self._on_changed)

    def show_for(self, article: str) -> None:
        """Shows the figures of an article, or of the library where none is given, and comes to the front."""
        if article != self._article:
            self._article = article
            self._choose_scope(Scope.ARTICLE if article else Scope.LIBRARY)
        self._afresh = True
        self.show()
        self.activateWindow()
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        for part in (self.head, self.figures, self.confusion, self.articles, self.ribbon):
            part.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _build(self) -> None:
        self.setWindowTitle(say("agreement.title"))
        self.resize(*_SIZE)
        self.head = Head(self._theme)
        self.head.scope_asked.connect(self._choose_scope)
        self.head.people_chosen.connect(self._choose_people)
        self.nothing = plain_label(say("agreement.working"), "quiet", wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMargin(40)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self._build_page())
        self.trouble = Trouble()
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 14, _SIDE, 12)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self._pages, 1)
        column.addWidget(self.trouble)
        column.addLayout(self._build_foot())
        QShortcut(QKeySequence("Ctrl+W"), self, self.accept)

    def _build_page(self) -> QWidget:
        self.figures = FiguresList(self._theme)
        self.articles = ArticlesStrip(self._theme)
        self.figures.measure_picked.connect(self.articles.set_measure)
        self.articles.article_picked.connect(self.article_wanted)
        halves = QHBoxLayout()
        halves.setSpacing(24)
        halves.addWidget(self.figures, 1)
        halves.addWidget(self._build_right())
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._build_ribbon())
        column.addLayout(halves, 1)
        return page

    def _build_ribbon(self) -> QWidget:
        self.ribbon = Ribbon(self._theme)
        self.ribbon.claim_wanted.connect(lambda claim: self.claim_wanted.emit(self._article, claim))
        self._place = plain_label(kind="quiet", wraps=True)
        self._place.setMinimumHeight(2 * self.fontMetrics().height())
        self._place.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.ribbon.moved.connect(lambda: self._place.setText(self.ribbon.accessibleDescription()))
        self._along = QWidget()
        column = QVBoxLayout(self._along)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.ribbon)
        column.addWidget(self._place)
        return self._along

    def _build_right(self) -> QWidget:
        self.confusion = ConfusionTable(self._theme)
        self._who = plain_label(kind="quiet", wraps=True)
        self._strip_words = plain_label(say("agreement.by_article_hint"), "quiet", wraps=True)
        self.articles.setMinimumHeight(_LEAST_STRIP)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 4, 10, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(say("agreement.confusion")))
        column.addWidget(self._who)
        column.addWidget(self.confusion)
        column.addWidget(plain_label(say("agreement.confusion_hint"), "quiet", wraps=True))
        column.addSpacing(14)
        self._strip_title = plain_label(say("agreement.by_article"))
        column.addWidget(self._strip_title)
        column.addWidget(self._strip_words)
        column.addWidget(self.articles, 1)
        column.addStretch(0)
        return _scrolled(right)

    def _build_foot(self) -> QHBoxLayout:
        self.copy = QPushButton(say("agreement.copy"))
        self.copy.clicked.connect(self._copy)
        close = QPushButton(say("agreement.close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.copy, close):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _choose_scope(self, scope: Scope) -> None:
        self._scope, self._people = scope, None
        self._stale = True
        self._refresh()

    def _choose_people(self, people: frozenset[str]) -> None:
        self._people = people
        self._stale = True
        self._refresh()

    def _on_changed(self, _: Changes) -> None:
        self._stale = True
        self._refresh()

    def _refresh(self) -> None:
        """Reads the figures again if they may have changed and are in sight; later changes are read next."""
        if self._stale and not self._asked and self.isVisible():
            self._stale, self._asked = False, True
            article = self._article if self._scope is Scope.ARTICLE else ""
            people = self._people
            self._session.ask(
                lambda desk: overview(desk, article, people),
                while_there(self, self._show),
                while_there(self, self._show_refusal),
            )

    def _show(self, found: Overview) -> None:
        self._asked = False
        self._shown = found
        names = [person.name for person, _ in found.people if person.id in found.compared]
        title = found.title or say("agreement.scope.library")
        self.head.set_scope(self._scope, title, choice=bool(self._article))
        self.head.set_people(found.people, found.compared)
        self.nothing.setText(self._why_nothing(found))
        enough = len(found.compared) > 1
        self._pages.setCurrentIndex(int(enough))
        self.copy.setEnabled(enough)
        if enough:
            self._show_figures(found, names)
        self._refresh()

    def _show_figures(self, found: Overview, names: list[str]) -> None:
        self.figures.set_agreement(found.agreement, _FIRST)
        self.confusion.set_confusion(found.agreement.confusion, names)
        two = len(names) == 2
        self._who.setText(
            say("agreement.confusion_two", one=names[0], other=names[1])
            if two
            else say("agreement.confusion_more")
        )
        self._along.setVisible(bool(found.article))
        self.ribbon.set_comparison(
            found.comparison, found.text, {person.id: person.name for person, _ in found.people}
        )
        for part in (self._strip_title, self._strip_words, self.articles):
            part.setVisible(not found.article)
        self.articles.set_articles(found.articles)
        self.articles.set_measure(self.figures.measure)
        if self._afresh:
            self._afresh = False
            self.figures.setFocus()

    def _why_nothing(self, found: Overview) -> str:
        if len(found.people) > 1:
            return say("agreement.too_few")
        return say("agreement.nobody_here" if found.article else "agreement.nobody")

    def _show_refusal(self, error: RedPencilError) -> None:
        self._asked = False
        self.nothing.setText(say_all(error.key, error.values))
        self._pages.setCurrentIndex(0)

    def _copy(self) -> None:
        if self._shown is None:
            return
        names = [person.name for person, _ in self._shown.people if person.id in self._shown.compared]
        title = self._shown.title or say("agreement.scope.library")
        data = new_mime_data()
        data.setText(figures_as_text(title, names, self._shown.agreement))
        QGuiApplication.clipboard().setMimeData(data)
        self.trouble.tell(say("agreement.copied"))
        QTimer.singleShot(_SHORTLY, self, self.trouble.clear)


def _scrolled(inner: QWidget) -> QScrollArea:
    """A column that scrolls where the window is low."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFixedWidth(_RIGHT)
    area.setWidget(inner)
    return area
