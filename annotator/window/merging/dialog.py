"""What review files would bring, before anything is written."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.model.deliveries import Arrival, MergeOptions, Summary
from annotator.window.margins import margins
from annotator.window.merging.incoming import Incoming, Unread
from annotator.window.merging.summary_view import SummaryView
from annotator.window.merging.wording import in_short, sender
from annotator.window.painted_words import isolated
from annotator.window.plain import as_tip, plain_label
from annotator.window.ticks import TickedRow
from annotator.words import say

_LIST_WIDTH = 210  # pixels
_WIDTH, _WIDTH_SEVERAL = 540, 780
_LEAST, _MOST = 280, 640  # of the height
_INDENT = 9  # of words in line with those of the summaries
_AROUND = 130  # above and below the summaries


class MergeDialog(QDialog):
    """Shows a summary for each file. Signals: `take_wanted` (list of (Incoming, MergeOptions)), `look_wanted`
    (place in the list, MergeOptions) after an answer, `compare_wanted` (Incoming, Arrival).
    """

    take_wanted = Signal(object)
    look_wanted = Signal(int, object)
    compare_wanted = Signal(object, object)

    def __init__(
        self,
        incoming: Sequence[Incoming],
        unread: Sequence[Unread] = (),
        me: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._incoming = tuple(incoming)
        self._summaries = [one.summary for one in incoming]
        self.setWindowTitle(say("merging.title"))
        self._build_views(me)
        self._build_list()
        self._build_buttons()
        self._build_dialog(unread)
        self._count()

    @property
    def chosen(self) -> list[tuple[Incoming, MergeOptions]]:
        """The files to take in, with what they would bring now and what was decided about each."""
        return [
            (replace(one, summary=self._summaries[place]), self.views[place].options)
            for place, one in enumerate(self._incoming)
            if self._ticked(place)
        ]

    def show_summary(self, place: int, summary: Summary) -> None:
        """Shows what one of the files would bring now."""
        self._summaries[place] = summary
        self.views[place].show_summary(summary)
        self._name_row(place)
        self._count()

    def accept(self) -> None:
        """Asks for what is ticked, and closes."""
        chosen = self.chosen
        super().accept()
        self.take_wanted.emit(chosen)

    @property
    def _has_something(self) -> bool:
        """Whether anything could come in, or is to be decided."""
        asked = any(not view.questions.is_empty for view in self.views)
        return asked or any(not summary.is_empty for summary in self._summaries)

    def _build_views(self, me: str) -> None:
        self.views = [SummaryView(one, me) for one in self._incoming]
        self._pages = QStackedWidget()
        for place, view in enumerate(self.views):
            self._pages.addWidget(view)
            view.answered.connect(lambda place=place: self._answered(place))
            view.compare_wanted.connect(lambda arrival, place=place: self._compare(place, arrival))

    def _build_list(self) -> None:
        self.files = QListWidget()
        self.files.setAccessibleName(say("merging.files"))
        self.files.setItemDelegate(TickedRow(self.files))
        self.files.setFixedWidth(_LIST_WIDTH)
        self.files.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for place in range(len(self._incoming)):
            item = QListWidgetItem(self.files)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setToolTip(as_tip(self._incoming[place].path.name))
            self._name_row(place)
        self.files.setCurrentRow(0)
        self.files.currentRowChanged.connect(self._pages.setCurrentIndex)
        self.files.itemChanged.connect(lambda _: self._count())
        self.files.setVisible(len(self._incoming) > 1)

    def _build_buttons(self) -> None:
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Cancel if self._has_something else kinds.Close)
        self.take_in = QPushButton()
        if self._has_something:
            self.buttons.addButton(self.take_in, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _build_dialog(self, unread: Sequence[Unread]) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.files)
        row.addWidget(self._pages, 1)
        self.refused = plain_label("\n".join(one.why for one in unread), "card", wraps=True)
        self.refused.setMargin(8)
        self.refused.setVisible(bool(unread))
        self._foot = plain_label(say("merging.before"), "quiet", wraps=True)
        self._foot.setContentsMargins(*margins(_INDENT, 0, 0, 0))
        self._foot.setVisible(self._has_something)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(row, 1)
        for widget in (self.refused, self._foot, self.buttons):
            column.addWidget(widget)
        self._fit()
        self.take_in.setDefault(True)  # a dialog knows of it only from here on
        self.take_in.setFocus()

    def _fit(self) -> None:
        """Takes the height that the longest summary needs, within reason."""
        several = len(self._incoming) > 1
        width = _WIDTH_SEVERAL if several else _WIDTH
        room = width - (_LIST_WIDTH if several else 0) - _AROUND // 2
        wanted = max(view.height_for(room) for view in self.views) + _AROUND
        self.resize(width, max(_LEAST, min(wanted, _MOST)))

    def _name_row(self, place: int) -> None:
        """Says in the list of files what one of them would bring."""
        summary = self._summaries[place]
        lines = sender(summary), in_short(summary)
        item = self.files.item(place)
        item.setText("\n".join(map(isolated, lines)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(lines))

    def _ticked(self, place: int) -> bool:
        return self.files.item(place).checkState() == Qt.CheckState.Checked

    def _answered(self, place: int) -> None:
        self._count()
        self.look_wanted.emit(place, self.views[place].options)

    def _compare(self, place: int, arrival: Arrival) -> None:
        self.compare_wanted.emit(self._incoming[place], arrival)

    def _count(self) -> None:
        """Offers to take in what would change something."""
        places = [place for place in range(len(self._incoming)) if self._ticked(place)]
        several = len(self._incoming) > 1
        self.take_in.setText(
            say("merging.take_several", count=len(places)) if several else say("merging.take")
        )
        decided = any(self.views[place].options != MergeOptions() for place in places)
        self.take_in.setEnabled(decided or any(not self._summaries[place].is_empty for place in places))
