"""The menu of filters: one submenu for each thing that claims can be told apart by."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from annotator.desk.queries.search import Choices
from annotator.model.enums import StatusValue, Tag
from annotator.model.search import ClaimFilter
from annotator.window.search.filter_words import status_name
from annotator.words import say

#: A choice: what it is called, and the filter with it.
_Choice = tuple[str, ClaimFilter]


class FilterMenu(QMenu):
    """Lets choose; `chosen` carries the filter with what was chosen last."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, only: ClaimFilter, choices: Choices, *, tags: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._only, self._choices = only, choices
        self._build(tags=tags)

    def _build(self, *, tags: bool) -> None:
        only, anybody = self._only, say("filter.anybody")
        if tags:
            self._tags()
        statuses = [(status_name(value), replace(only, status=value)) for value in StatusValue]
        self._one_of(say("filter.status"), (say("filter.any"), replace(only, status=None)), statuses)
        reviewers = [(name, replace(only, reviewer=name)) for name in self._choices.reviewers]
        self._one_of(say("filter.reviewer"), (anybody, replace(only, reviewer="")), reviewers)
        sources = [(name, replace(only, source=name)) for name in self._choices.sources]
        nobody = (say("filter.nobody"), replace(only, source=""))
        self._one_of(say("filter.source"), (anybody, replace(only, source=None)), [nobody, *sources])
        evidence = [
            (say("filter.with_evidence"), replace(only, evidence=True)),
            (say("filter.without_evidence"), replace(only, evidence=False)),
        ]
        self._one_of(say("filter.evidence"), (say("filter.any"), replace(only, evidence=None)), evidence)
        self.addSeparator()
        clear = self.addAction(say("filter.clear"))
        clear.setEnabled(bool(only))
        clear.triggered.connect(lambda: self.chosen.emit(ClaimFilter()))

    def _tags(self) -> None:
        menu = self.addMenu(say("filter.tag"))
        for tag in Tag:
            self._offer(menu, (say(f"tag.{tag.value}"), replace(self._only, tags=self._only.tags ^ {tag})))
            menu.actions()[-1].setChecked(tag in self._only.tags)

    def _one_of(self, title: str, any_: _Choice, others: Iterable[_Choice]) -> None:
        menu = self.addMenu(title)
        group = QActionGroup(menu)
        for choice in (any_, *others):
            action = self._offer(menu, choice)
            action.setChecked(choice[1] == self._only)
            group.addAction(action)
            if choice is any_:
                menu.addSeparator()

    def _offer(self, menu: QMenu, choice: _Choice) -> QAction:
        name, only = choice
        action = menu.addAction(name.replace("&", "&&"))  # an ampersand in a name is no shortcut
        action.setCheckable(True)
        action.triggered.connect(lambda: self.chosen.emit(only))
        return action
