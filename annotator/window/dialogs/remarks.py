"""What imported files said of an article that is no claim, to be read and taken away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from annotator.model.remarks import RemarkView
from annotator.window.plain import plain_label
from annotator.words import say

_HIGHEST = 180  # pixels; more can be scrolled to


class Remarks(QWidget):
    """A line for each remark: what it says and of which words. Signal: `removed` with a remark's id."""

    removed = Signal(str)

    def __init__(self, remarks: Sequence[RemarkView]) -> None:
        super().__init__()
        self._build()
        for row, remark in enumerate(remarks):
            self._add(row, remark)

    def _build(self) -> None:
        self._rows = QGridLayout()
        inside = QWidget()
        inside.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setColumnStretch(0, 1)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._rows.setVerticalSpacing(2)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        area.setMaximumHeight(_HIGHEST)
        area.setAccessibleName(say("details.remarks"))
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(plain_label(say("details.remarks"), "quiet"))
        column.addWidget(area)

    def _add(self, row: int, remark: RemarkView) -> None:
        words = plain_label(_worded(remark), wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rows.addWidget(words, row, 0)
        if not remark.mine:
            return
        cross = QToolButton()
        cross.setText("×")
        cross.setAccessibleName(say("details.remove_remark", words=_worded(remark)))
        cross.setToolTip(say("details.remove"))
        self._rows.addWidget(cross, row, 1, Qt.AlignmentFlag.AlignTop)
        cross.clicked.connect(lambda: self._remove(remark.id, words, cross))

    def _remove(self, remark: str, *shown: QWidget) -> None:
        for widget in shown:
            widget.hide()
        self.removed.emit(remark)


def _worded(remark: RemarkView) -> str:
    """The remark, after the words it was said of."""
    return say("details.remark", quote=remark.quote, words=remark.body) if remark.quote else remark.body
