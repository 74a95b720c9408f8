"""What an earlier version holds, and what would be otherwise if one went back to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from annotator.model.backups import Backup, BackupDifference
from annotator.window.history_panel import HistoryPanel
from annotator.window.keeping.thin_bar import ThinBar
from annotator.window.keeping.wording import made_at, things, when
from annotator.window.margins import margins
from annotator.window.painted_words import medium
from annotator.window.plain import plain_label
from annotator.window.theme import Theme
from annotator.words import say

#: What is told of a difference, in this order: a count of `BackupDifference`, `keeping.row.<name>` in words.
_ROWS = ("holds", "gone", "changed", "back")


class DifferenceView(QWidget):
    """A heading, four counts and the newest steps since; a bar that runs until they are known."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._build_head()
        self._build_counts()
        self._build_steps(theme)
        self._build_pages()

    @property
    def words(self) -> str:
        """All that it says, line by line."""
        rows = [f"{name.text()}: {value.text()}" for name, value in self._counts.values() if value.text()]
        return "\n".join([self.heading.text(), self._about.text(), *rows, self._since.text()])

    def wait_for(self, backup: Backup) -> None:
        """Shows which one it is about, until what differs is known."""
        self.heading.setText(when(backup.made))
        self._about.setText(made_at(backup))
        self._pages.setCurrentIndex(0)

    def show_difference(self, difference: BackupDifference) -> None:
        """Says what going back would change."""
        for name, labels in self._counts.items():
            said = things(getattr(difference, name))
            if name == "holds":
                said = said or say("keeping.nothing")
            labels[1].setText(said)
            for label in labels:
                label.setVisible(bool(said))
        self._since.setText(_since(difference))
        self.steps.set_lines(difference.newest)
        self.steps.setVisible(bool(difference.newest))
        self._pages.setCurrentIndex(1)

    def show_problem(self, words: str) -> None:
        """Says why nothing can be said of it."""
        self._why.setText(words)
        self._pages.setCurrentIndex(2)

    def _build_head(self) -> None:
        self.heading = plain_label()
        self.heading.setFont(medium(self.heading.font()))
        self._about = plain_label(kind="quiet", wraps=True)

    def _build_counts(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._counts: dict[str, tuple[QLabel, QLabel]] = {}
        for row, name in enumerate(_ROWS):
            labels = plain_label(say(f"keeping.row.{name}"), "quiet"), plain_label(wraps=True)
            for column, label in enumerate(labels):
                self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
            self._counts[name] = labels

    def _build_steps(self, theme: Theme) -> None:
        self._since = plain_label(wraps=True)
        self.steps = HistoryPanel()
        self.steps.list.setAccessibleName(say("keeping.steps"))
        self.steps.set_theme(theme)

    def _build_pages(self) -> None:
        known, told = QWidget(), QVBoxLayout()
        known.setLayout(told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(10)
        told.addLayout(self._grid)
        told.addWidget(self._since)
        told.addWidget(self.steps, 1)
        told.addStretch()
        self._why = plain_label(kind="quiet", wraps=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget()
        for page in (ThinBar(say("keeping.comparing")), known, self._why):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins(4, 4, 0, 0))
        column.setSpacing(2)
        column.addWidget(self.heading)
        column.addWidget(self._about)
        column.addSpacing(8)
        column.addWidget(self._pages, 1)


def _since(difference: BackupDifference) -> str:
    if not difference.readable:
        return say("keeping.unreadable")
    if not difference.ahead:
        return say("keeping.not_ahead")
    if not difference.steps:
        return say("keeping.same")
    return say("keeping.since", count=difference.steps)
