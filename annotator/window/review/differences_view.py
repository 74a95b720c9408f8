"""The view of what differs: cards, how much is answered, and agreeing with all that is left."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.model.comparing import Group
from annotator.window.claims.pill import Pill, Run
from annotator.window.plain import plain_label
from annotator.window.review.differences import difference_rows
from annotator.window.review.list import ReviewList
from annotator.window.review.meter import AnsweredMeter
from annotator.window.review.page import ReviewPage, key_of
from annotator.window.review.rows import Row
from annotator.window.theme import Theme
from annotator.words import say

_SIDE = 14  # pixels


class DifferencesView(QWidget):
    """Those that wait for my answer, or all; the answers themselves stand on the page, beside the words.

    Signals: `chosen` (Group) to be shown there, `all_wanted` (a person's id, or "" for everyone) to agree
    with, `everything_shown` whether answered ones are shown too.
    """

    chosen = Signal(object)
    all_wanted = Signal(str)
    everything_shown = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._page: ReviewPage | None = None
        self._build(theme)

    @property
    def list(self) -> ReviewList:
        """The list of cards."""
        return self._list

    @property
    def meter(self) -> AnsweredMeter:
        """How much is answered."""
        return self._meter

    @property
    def all_button(self) -> Pill:
        """Offers to agree with all the rest."""
        return self._all

    @property
    def fold(self) -> QPushButton:
        """Shows the answered ones too, or hides them."""
        return self._fold

    @property
    def nothing(self) -> str:
        """What it says where no card stands; empty where some do."""
        return "" if self._none.isHidden() else self._none.text()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard goes when what had it is gone: the first of these in sight."""
        return self._list, self._fold, self._all

    def set_page(self, page: ReviewPage) -> None:
        """Shows the differences of an article; the current one stays current while it is there."""
        self._page = page
        self._show()

    def go_to(self, group: Group | None) -> None:
        """Makes a difference current, where it is shown."""
        self._list.go_to(key_of(group) if group else "")

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._list.set_theme(theme)
        self._meter.set_theme(theme)

    def menu(self) -> QMenu:
        """Whose claims to agree with: all the rest, or one person's."""
        menu = QMenu(self)
        lines = self._page.unanswered_claims if self._page else ()
        menu.addAction(self._action(menu, say("review.agree_rest", count=len(lines)), ""))
        by_person = {line.author: line.reviewer for line in lines}
        for author, name in by_person.items() if len(by_person) > 1 else ():
            count = sum(line.author == author for line in lines)
            menu.addAction(self._action(menu, say("review.agree_person", count=count, name=name), author))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _build(self, theme: Theme) -> None:
        self._list = ReviewList(say("review.differences_list"), theme)
        self._list.chosen.connect(self._choose)
        self._none = plain_label(kind="quiet", wraps=True)
        self._none.setContentsMargins(_SIDE, 14, _SIDE, 14)
        self._fold = QPushButton()
        self._fold.setFlat(True)
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._unfold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._build_top(theme), self._none, self._list, self._fold):
            column.addWidget(part)
        column.setStretchFactor(self._list, 1)
        column.addStretch()

    def _build_top(self, theme: Theme) -> QWidget:
        self._meter = AnsweredMeter(theme)
        self._all = Pill([Run(say("review.agree_all"))])
        self._all.setAccessibleName(say("review.agree_all"))
        self._all.clicked.connect(self._offer_all)
        self._top = QWidget()
        row = QHBoxLayout(self._top)
        row.setContentsMargins(_SIDE, 2, _SIDE, 8)
        row.addWidget(self._meter)
        row.addStretch(1)
        row.addWidget(self._all)
        return self._top

    def _unfold(self, on: bool) -> None:
        self._show()
        self.everything_shown.emit(on)

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        count, opened, to_answer = len(page.differences), len(page.open), len(page.mine_to_answer)
        rest = bool(page.unanswered_claims)
        self._meter.set_counts(to_answer - opened, to_answer)
        self._meter.setVisible(bool(to_answer))
        self._all.setVisible(rest)
        self._top.setVisible(bool(to_answer) or rest)
        folded = not self._fold.isChecked()
        self._fold.setText(say("review.show_all" if folded else "review.show_open", count=count))
        self._fold.setVisible(count > opened)
        rows = difference_rows(page, open_only=folded)
        self._list.set_rows(rows)
        self._list.setVisible(bool(rows))
        self._none.setText(_why_none(page))
        self._none.setVisible(not rows)

    def _choose(self, row: Row) -> None:
        differences = self._page.differences if self._page else ()
        group = next((one for one in differences if key_of(one) == row.key), None)
        if group is not None:
            self.chosen.emit(group)

    def _offer_all(self) -> None:
        self.menu().popup(self._all.mapToGlobal(self._all.rect().bottomLeft()))

    def _action(self, menu: QMenu, words: str, person: str) -> QAction:
        action = QAction(words.replace("&", "&&"), menu)
        action.triggered.connect(lambda: self.all_wanted.emit(person))
        return action


def _why_none(page: ReviewPage) -> str:
    """What it says where no card stands."""
    if page.differences:
        return say("review.all_answered" if page.mine_to_answer else "review.others_turn")
    return say("review.no_differences", count=len(page.comparison.groups))
