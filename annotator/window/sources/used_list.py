"""Where a source is used: each claim with its article."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from annotator.window.plain import as_tip
from annotator.words import say

#: A use: article id, title, claim id, quote.
Use = tuple[str, str, str, str]

_PLACE = Qt.ItemDataRole.UserRole


class UsedList(QListWidget):
    """The claims that name a source. Signal: `opened` (article id, claim id) by Enter or double click."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("register.used"))
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._on_activated)

    def show_uses(self, uses: Sequence[Use]) -> None:
        """Shows the uses; says so where there are none."""
        self.clear()
        for article, title, claim, quote in uses:
            item = QListWidgetItem(f"{' '.join(quote.split())}\n{title}")
            item.setData(_PLACE, (article, claim))
            item.setToolTip(as_tip(quote))
            self.addItem(item)
        if not uses:
            item = QListWidgetItem(say("register.unused"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)

    def _on_activated(self, item: QListWidgetItem) -> None:
        if place := item.data(_PLACE):
            self.opened.emit(*place)
