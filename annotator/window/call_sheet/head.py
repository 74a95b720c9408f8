"""The head of a sheet: who the source is and how to reach it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.formats.writers.call_sheet import called, contact, entry_name
from annotator.model.call_sheet import CallEntry
from annotator.window.claims.pill import Pill, Run
from annotator.window.links import host, is_link, open_link
from annotator.window.painted_words import medium, resized
from annotator.window.plain import as_tip, plain_label
from annotator.words import say


class SheetHead(QWidget):
    """Shows a source's name, what is known of it, and its link."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: CallEntry | None = None
        self._build()

    @property
    def link(self) -> Pill:
        """The source's own page; hidden without one."""
        return self._link

    def show_entry(self, entry: CallEntry | None) -> None:
        """Shows whose sheet this is; None for nobody's."""
        self._entry = entry
        source = entry.source if entry else None
        self._name.setText(entry_name(entry) if entry else "")
        about = [say("editor.chip_confidential")] if source and source.confidential else []
        about += [line for line in contact(source) if source and not (line == source.url and is_link(line))]
        if entry and source is None:
            about = [say("call_sheet.nobody_hint")]
        self._who.setText("\n".join(about))
        self._who.setVisible(bool(about))
        where = host(source.url) if source else ""
        self._link.setVisible(bool(where))
        if source and where:
            self._link.set_runs((Run(where, quiet=True), Run("↗", quiet=True)))
            self._link.setToolTip(as_tip(source.url))
            self._link.setAccessibleName(say("editor.link", host=where))
            self._link.setAccessibleDescription(called(source))

    def _build(self) -> None:
        self._name = plain_label(wraps=True)
        self._name.setFont(medium(resized(self.font(), 1.7)))
        self._who = plain_label(kind="quiet", wraps=True)
        self._link = Pill()
        self._link.clicked.connect(self._open_link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._name, self._who, self._link):
            column.addWidget(widget)

    def _open_link(self) -> None:
        if self._entry is not None and self._entry.source is not None:
            open_link(self._entry.source.url)
