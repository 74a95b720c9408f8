"""What the labels of another tool mean here: one row each, with a proposal that can be changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from annotator.model.enums import Tag
from annotator.model.receptions import LabelReception
from annotator.window.chooser import Chooser
from annotator.window.margins import margins
from annotator.window.plain import ElidedLabel, plain_label
from annotator.window.receiving.wording import tag_name
from annotator.words import say

#: So many labels can be given another meaning; files have a handful, and none that is made by people more.
SHOWN = 100

_ROW = 36  # pixels, for guessing the height that a few rows need
_MOST = 6 * _ROW

_MEANINGS: tuple[Tag | None, ...] = (*Tag, None)


class Meaning(Chooser):
    """What one label becomes. The wheel scrolls the rows: it must not change what they say in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LabelsPart(QScrollArea):
    """The labels below each other, the most frequent first. Signal: `changed` once one means another."""

    changed = Signal()

    def __init__(self, labels: Sequence[LabelReception]) -> None:
        super().__init__()
        self._labels = sorted(labels, key=lambda one: -one.count)[:SHOWN]
        self.choosers: dict[str, Meaning] = {}
        self._build(rest=len(labels) - len(self._labels))

    @property
    def mapping(self) -> dict[str, Tag | None]:
        """The tag of each label that shows, None where it is kept as a note."""
        return {label: _MEANINGS[chooser.currentIndex()] for label, chooser in self.choosers.items()}

    def _build(self, rest: int) -> None:
        within = QWidget()
        grid = QGridLayout(within)
        grid.setContentsMargins(*margins(0, 0, 6, 0))
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, one in enumerate(self._labels):
            for column, widget in enumerate(self._row(one)):
                grid.addWidget(widget, row, column)
        if rest:
            more = plain_label(say("receive.more_labels", count=rest), "quiet", wraps=True)
            grid.addWidget(more, len(self._labels), 0, 1, 3)
        self.setWidget(within)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes to the rows
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (within, self.viewport()):
            ground.setAutoFillBackground(False)
        self.setFixedHeight(min(max(_ROW, within.sizeHint().height()), _MOST))

    def _row(self, one: LabelReception) -> tuple[QWidget, ...]:
        chooser = Meaning()
        chooser.setAccessibleName(say("receive.becomes", label=_shown(one.label), count=one.count))
        chooser.addItems([tag_name(tag) for tag in _MEANINGS])
        chooser.setCurrentIndex(_MEANINGS.index(one.tag))
        chooser.currentIndexChanged.connect(self.changed)
        self.choosers[one.label] = chooser
        name = ElidedLabel(_shown(one.label))
        if "&" not in name.text():  # which would make it a key
            name.setBuddy(chooser)
        return (
            name,
            plain_label(say("receive.count", count=one.count), "quiet"),
            chooser,
        )


def _shown(label: str) -> str:
    return " ".join(label.split()) or say("receive.no_label")
