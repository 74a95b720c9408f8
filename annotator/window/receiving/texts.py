"""Which article each text of a file goes to: as it was found, a new one, none, or one that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.model.received import Received
from annotator.model.receptions import LEAVE_OUT, NEW, ArticleReception, Match
from annotator.model.views import ArticleLine
from annotator.window.chooser import Chooser
from annotator.window.plain import plain_label
from annotator.window.receiving.wording import found_how, row
from annotator.words import say

_HEIGHT = 128  # pixels, of the list

#: What stands for the proposal; any other value is an id or one of `model.receptions`.
_PROPOSED = None


class TextsPart(QWidget):
    """A list of texts where there are several, and where the one that is picked goes. Signal: `changed`."""

    changed = Signal()

    def __init__(
        self, received: Received, proposed: Sequence[ArticleReception], lines: Sequence[ArticleLine]
    ) -> None:
        super().__init__()
        self._has_text = [bool(text.text.strip()) for text in received.texts]
        self._proposed = self._now = tuple(proposed)
        self._lines = tuple(lines)
        self._wishes: list[str | None] = [_PROPOSED] * len(self._proposed)
        self._build_list()
        self._build_goes_to()
        self._build_column()
        self.show_reception(proposed)

    @property
    def articles(self) -> tuple[str | None, ...]:
        """For each text an article's id or what `model.receptions` says, None for what was proposed."""
        return tuple(self._wishes)

    def show_reception(self, articles: Sequence[ArticleReception]) -> None:
        """Says what comes to each article now."""
        self._now = tuple(articles)
        for place, one in enumerate(articles):
            item = self.list.item(place)
            item.setText(row(one))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row(one).replace("\n", ", "))
        self._tell()

    @property
    def _place(self) -> int:
        return max(self.list.currentRow(), 0)

    def _build_list(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(say("receive.texts"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_HEIGHT)
        for _ in self._proposed:
            self.list.addItem(QListWidgetItem())
        self.list.setCurrentRow(0)
        self.list.setVisible(len(self._proposed) > 1)
        self.list.currentRowChanged.connect(lambda _: self._show_place())

    def _build_goes_to(self) -> None:
        self.goes_to = Chooser()
        self.goes_to.setAccessibleName(say("receive.goes_to").replace("&", ""))
        self.goes_to.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.goes_to.setMinimumContentsLength(30)
        self.goes_to.activated.connect(lambda _: self._choose())
        self._how = plain_label(kind="quiet", wraps=True)
        self._show_place()

    def _build_column(self) -> None:
        label = plain_label(say("receive.goes_to"))
        label.setBuddy(self.goes_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.list, label, self.goes_to, self._how):
            column.addWidget(widget)
        self.setVisible(bool(self._proposed))

    def _show_place(self) -> None:
        """Offers what the text that is picked may go to."""
        if not self._proposed:
            return
        with QSignalBlocker(self.goes_to):
            self.goes_to.clear()
            for words, value in self._offers(self._proposed[self._place], self._has_text[self._place]):
                self.goes_to.addItem(words, value)
            wish = self._wishes[self._place]
            values = [self.goes_to.itemData(n) for n in range(self.goes_to.count())]
            self.goes_to.setCurrentIndex(values.index(wish))

        self._tell()

    def _tell(self) -> None:
        if self._now:
            one = self._now[self._place]
            self._how.setText(found_how(one))
            self._how.setVisible(one.match not in (Match.NEW, Match.NONE))  # the chooser says so

    def _offers(self, one: ArticleReception, has_text: bool) -> list[tuple[str, str | None]]:
        new, none = say("receive.to_new", title=one.title), say("receive.to_none")
        first = {Match.NEW: new, Match.NONE: none}.get(one.match, one.title)
        offers: list[tuple[str, str | None]] = [(first, _PROPOSED)]
        if has_text and one.match not in (Match.NEW, Match.TEXT):
            offers.append((new, NEW))
        if one.match is not Match.NONE:
            offers.append((none, LEAVE_OUT))
        return offers + [(line.title, line.id) for line in self._lines if line.id != one.article]

    def _choose(self) -> None:
        wish = self.goes_to.currentData()
        if wish != self._wishes[self._place]:
            self._wishes[self._place] = wish
            self.changed.emit()
