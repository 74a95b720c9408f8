"""Which articles go, and whose work on them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.views import ArticleLine, PersonView
from annotator.window.margins import margins
from annotator.window.plain import plain_label
from annotator.window.sending.picks import Picks
from annotator.window.sending.ticked_list import TickedList
from annotator.words import say

_INDENT = 24  # pixels, under the words of what it belongs to


class _Part(QWidget):
    """A heading, a few ways to choose, and below the last of them a list that shows while it is chosen.

    Signal: `changed`.
    """

    changed = Signal()

    #: The choice that is made row by row.
    BY_ROW = ""

    def _build(self, heading: str, choices: Sequence[tuple[str, str]], rows: TickedList) -> None:
        self.picks, self.list = Picks(choices), rows
        around = QWidget()
        within = QVBoxLayout(around)
        within.setContentsMargins(*margins(_INDENT, 2, 0, 0))
        within.addWidget(rows)
        around.setVisible(self.picks.value == self.BY_ROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (plain_label(heading, "quiet"), self.picks, around):
            column.addWidget(widget)
        self.picks.chosen.connect(lambda name: around.setVisible(name == self.BY_ROW))
        self.picks.chosen.connect(lambda _: self.changed.emit())
        rows.ticks_changed.connect(self.changed)

    @property
    def by_row(self) -> bool:
        """Whether rows are to be ticked."""
        return self.picks.value == self.BY_ROW


class ArticlesPart(_Part):
    """The open article, some, or all that are no samples."""

    BY_ROW = "some"

    def __init__(self, lines: Sequence[ArticleLine], article: str = "") -> None:
        super().__init__()
        self._article, self._lines = article, tuple(lines)
        self._build_choices()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that go."""
        if self.by_row:
            return self.list.ticked
        return (self._article,) if self.picks.value == "article" else self._own

    @property
    def title(self) -> str:
        """The title where one article goes, else nothing."""
        articles = self.articles
        titles = [line.title for line in self._lines if line.id in articles]
        return titles[0] if len(titles) == 1 else ""

    @property
    def _own(self) -> tuple[str, ...]:
        return tuple(line.id for line in self._lines if not line.sample)

    def _build_choices(self) -> None:
        choices = [
            ("article", say("sending.article"), bool(self._article)),
            ("all", say("sending.all", count=len(self._own)), bool(self._own)),
            ("some", say("sending.choose"), True),
        ]
        rows = TickedList(say("sending.articles"))
        rows.set_rows([(line.id, line.title) for line in self._lines], {self._article})
        title = next((line.title for line in self._lines if line.id == self._article), "")
        offered = [(name, words) for name, words, there in choices if there]
        self._build(title or say("sending.what"), offered, rows)


class PeoplePart(_Part):
    """Mine, everybody's, or that of some people."""

    BY_ROW = "some"

    def __init__(self, people: Sequence[PersonView]) -> None:
        super().__init__()
        self._people = tuple(people)
        self._build_choices()

    @property
    def people(self) -> tuple[str, ...] | None:
        """The ids of those whose work goes along; None for everybody."""
        if self.by_row:
            return self.list.ticked
        if self.picks.value == "all":
            return None
        return tuple(person.id for person in self._people if person.mine)

    def _build_choices(self) -> None:
        choices = [
            ("mine", say("sending.mine")),
            ("all", say("sending.everybodys")),
            ("some", say("sending.some")),
        ]
        rows = TickedList(say("sending.people"))
        mine = {person.id for person in self._people if person.mine}
        rows.set_rows([(person.id, _named(person)) for person in self._people], mine)
        self._build(say("sending.whose"), choices, rows)


def _named(person: PersonView) -> str:
    return say("people.me", name=person.name) if person.mine else person.name
