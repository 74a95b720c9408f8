"""The head of the Review tab: whose claims show, and who is done with tagging."""

from collections import Counter

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.pill import Pill, Run
from annotator.window.margins import margins
from annotator.window.outlined import OutlinedCard
from annotator.window.plain import plain_label
from annotator.window.review.page import ReviewPage
from annotator.window.review.people_row import PeopleRow
from annotator.window.review.wording import names
from annotator.window.theme import Theme
from annotator.window.ticks import Tick
from annotator.words import say


class BlindCard(OutlinedCard):
    """Says that colleagues' tags are hidden, what was asked, what is open. Signal: `done`, by a button."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()

    @property
    def button(self) -> Pill:
        """The button that says that I am done."""
        return self._button

    @property
    def words(self) -> str:
        """All it says."""
        labels = (self._title, self._instructions, self._how, self._open)
        return "\n".join(label.text() for label in labels if not label.isHidden())

    def tell(self, instructions: str, marked: int, must: int) -> None:
        """Shows the instructions, how many claims I have marked, and how many points must be settled."""
        self._instructions.setText(instructions)
        self._instructions.setVisible(bool(instructions))
        self._how.setText(say("review.blind_how", count=marked))
        self._open.setText(say("review.blind_open", count=must))
        self._open.setVisible(bool(must))
        self.setAccessibleName(self.words)

    def _build(self) -> None:
        self._title = plain_label(say("review.blind"), wraps=True)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._instructions = plain_label(wraps=True)
        self._how = plain_label(kind="quiet", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins(12, 10, 12, 10))
        column.setSpacing(6)
        self._open = plain_label(kind="quiet", wraps=True)
        self._button = Pill([Run(say("review.done_button"))])
        self._button.setAccessibleName(say("review.done_button"))
        self._button.setToolTip(say("review.done_long"))
        self._button.clicked.connect(self.done)
        for part in (self._title, self._instructions, self._how, self._open):
            column.addWidget(part)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)


class ReviewHead(QWidget):
    """People, the card of a blind article, and my tick that I am done.

    Signals: `shown_changed` as that of `PeopleRow`, `done_wanted` (whether I am done).
    """

    shown_changed = Signal(object)
    done_wanted = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._page: ReviewPage | None = None
        self._must = 0
        self._build(theme)

    @property
    def people(self) -> PeopleRow:
        """The chips of the people."""
        return self._people

    @property
    def blind(self) -> BlindCard:
        """The card of a blind article."""
        return self._blind

    @property
    def done(self) -> Tick:
        """The tick that I am done."""
        return self._done

    @property
    def others_done(self) -> str:
        """What it says of who else is done."""
        return self._others.text()

    def set_page(self, page: ReviewPage) -> None:
        """Shows who has marked the article and how far each is."""
        self._page = page
        counts = Counter(line.author for line in page.lines.values())
        self._people.set_people(page.people, counts)
        self._people.setVisible(page.has_colleagues)
        self._blind.setVisible(page.state.blind)
        self._done.setVisible(not page.state.blind)
        self._tell_blind()
        with QSignalBlocker(self._done):
            self._done.setChecked(page.state.i_am_done)
        done = [page.person(who) for who in page.state.done]
        others = [person.name for person in done if person.name and not person.mine]
        self._others.setText(say("review.others_done", names=names(others)) if others else "")
        self._others.setVisible(bool(others))

    def set_must(self, must: int) -> None:
        """Knows how many points of the article must be settled yet."""
        self._must = must
        self._tell_blind()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._people.set_theme(theme)

    def _build(self, theme: Theme) -> None:
        self._people = PeopleRow(theme)
        self._people.shown_changed.connect(self.shown_changed)
        self._blind = BlindCard()
        self._blind.done.connect(lambda: self.done_wanted.emit(True))
        self._done = Tick(say("review.done"))
        self._done.setToolTip(say("review.done_long"))
        self._done.setAccessibleDescription(say("review.done_long"))
        self._done.clicked.connect(self.done_wanted)
        self._others = plain_label(kind="quiet")
        self._others.setMinimumHeight(self._done.sizeHint().height())  # on one line with the tick
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 8)
        column.setSpacing(8)
        for part in (self._people, self._blind):
            column.addWidget(part)
        who_is_done = FlowLayout(12)
        who_is_done.addWidget(self._done)
        who_is_done.addWidget(self._others)
        column.addLayout(who_is_done)

    def _tell_blind(self) -> None:
        if self._page is not None and self._page.state.blind:
            self._blind.tell(self._page.state.instructions, len(self._page.lines), self._must)
