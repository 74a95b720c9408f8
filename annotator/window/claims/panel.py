"""The list of the article's claims, with the row that shows and hides tags."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from annotator.model.enums import Tag
from annotator.model.views import ClaimLine, PersonView
from annotator.text.whereabouts import Whereabouts
from annotator.window.claims.card import ClaimCard
from annotator.window.claims.filter_row import FilterRow
from annotator.window.claims.list_model import LINE, ClaimsModel
from annotator.window.lists import set_up_list
from annotator.window.people import People
from annotator.window.plain import plain_label
from annotator.window.theme import Theme
from annotator.words import say

#: From so many rows on all have one height: asking for each would take longer than a person's patience.
_ALIKE_FROM = 500


class ClaimList(QListView):
    """The list itself; letters are keys of actions here and never search it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._card = ClaimCard(theme)
        self._build()

    def keyboardSearch(self, search: str) -> None:
        return

    def doItemsLayout(self) -> None:
        alike = self.model() is not None and self.model().rowCount() >= _ALIKE_FROM
        self.setUniformItemSizes(alike)
        self._card.measure_for(self, alike=alike)
        super().doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and not self.uniformItemSizes():
            self.scheduleDelayedItemsLayout()  # Qt's list does so for its height alone

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.model().rowCount():  # no row shows where the keyboard is
            with QPainter(self.viewport()) as painter:
                painter.setPen(QColor(self._card.theme.secondary))
                painter.drawRoundedRect(self.viewport().rect().adjusted(2, 2, -3, -3), 6, 6)

    def tell(self, hint: str) -> None:
        """Says in the middle why the list is empty; nothing where it is not."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleDescription(hint)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._card.theme = theme
        self.viewport().update()

    def _build(self) -> None:
        set_up_list(self, say("panel.claims"), self._card)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._hint = plain_label(kind="quiet", wraps=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setMargin(20)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self.viewport())
        column.addWidget(self._hint)
        self._hint.hide()


class ClaimsPanel(QWidget):
    """Filter row and list. Signals: `claim_picked` (id) by the person, `shown_changed` (tags)."""

    claim_picked = Signal(object)
    shown_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = ClaimsModel()
        self._picked: str | None = None
        self._quiet = False
        self._build(theme)

    @property
    def list(self) -> ClaimList:
        """The list of claims."""
        return self._list

    @property
    def filters(self) -> FilterRow:
        """The row that shows and hides tags."""
        return self._filters

    @property
    def picked(self) -> str | None:
        """The id of the picked claim, whether its row is shown or not."""
        return self._picked

    def chosen(self) -> tuple[str, ...]:
        """The ids of the selected rows, in text order: the picked one, or several by Ctrl and Shift."""
        rows = sorted(index.row() for index in self._list.selectionModel().selectedIndexes())
        return tuple(self._model.index(row, 0).data(LINE).id for row in rows)

    def set_claims(self, lines: Iterable[ClaimLine]) -> None:
        """Shows the claims of an article, in text order; none is picked."""
        self._picked = None
        self._quietly(lambda: self._model.set_lines(lines))

    def update_claims(self, changed: Iterable[ClaimLine], removed: Iterable[str] = ()) -> None:
        """Shows what changed; the picked claim stays picked while it is there."""
        removed = tuple(removed)
        if self._picked in removed:
            self._picked = None
        self._quietly(lambda: self._model.update(changed, removed))

    def set_people(self, people: Sequence[PersonView]) -> None:
        """Knows these people's names and colours."""
        self._model.people = People(people)
        self._list.viewport().update()

    def set_whereabouts(self, whereabouts: Whereabouts) -> None:
        """Knows on which pages or at what times the claims stood in the article's file."""
        self._model.whereabouts = whereabouts

    def show_people(self, people: frozenset[str] | None) -> None:
        """Shows only the claims of these people (ids), None for everybody's; in other articles too."""
        self._quietly(lambda: self._model.show_people(people))

    def pick(self, claim: str | None) -> None:
        """Marks a claim's row as picked and brings it into view, or none; no signal is sent."""
        self._picked = claim
        self._quietly(lambda: None)
        index = self._model.index_of(claim)
        if index.isValid():
            self._list.scrollTo(index)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._filters.set_theme(theme)
        self._list.set_theme(theme)

    def _build(self, theme: Theme) -> None:
        self.setMinimumWidth(280)
        self._filters = FilterRow(theme)
        self._list = ClaimList(theme)
        self._list.setModel(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filters)
        column.addWidget(self._list, 1)
        self._filters.shown_changed.connect(self._on_shown)
        self._filters.filter_changed.connect(lambda only: self._quietly(lambda: self._model.set_filter(only)))
        self._filters.button.choices_wanted.connect(self._offer)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._list.clicked.connect(self._on_clicked)
        self._refresh()

    def _quietly(self, act: Callable[[], None]) -> None:
        """Changes the model or the picked row without telling that a person picked something."""
        self._quiet = True
        act()
        index = self._model.index_of(self._picked)
        if index != self._list.currentIndex():  # else a selection of several rows would shrink to one
            self._list.setCurrentIndex(index)
        self._quiet = False
        self._refresh()

    def _refresh(self) -> None:
        self._filters.set_counts(self._model.counts())
        self._list.tell("" if self._model.rowCount() else say(self._why_empty()))

    def _why_empty(self) -> str:
        if not self._model.count_all:
            return "panel.empty"
        if not self._model.counts().total():
            return "colleagues.none_shown"
        return "panel.filtered_out" if self._filters.button.only else "panel.filtered"

    def _offer(self) -> None:
        """Opens the menu of filters, with the names that this article's claims have."""
        from annotator.desk.queries.search import MOST_SOURCES, Choices

        reviewers, sources = self._model.named()
        most = [name for name, _ in sources.most_common(MOST_SOURCES)]
        self._filters.button.open(
            Choices(tuple(sorted(reviewers, key=str.casefold)), tuple(sorted(most, key=str.casefold)))
        )

    def _on_shown(self, tags: frozenset[Tag]) -> None:
        self._quietly(lambda: self._model.set_shown(tags))
        self.shown_changed.emit(tags)

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self._pick_row(current)

    def _on_clicked(self, index: QModelIndex) -> None:
        # A click on the row that is current already picks it again after the claim was unpicked elsewhere.
        # One on another row was heard when the row became current; the list may be back at its own by now.
        if index == self._list.currentIndex() and index.data(LINE).id != self._picked:
            self._pick_row(index)

    def _pick_row(self, index: QModelIndex) -> None:
        self._picked = index.data(LINE).id
        self.claim_picked.emit(self._picked)
