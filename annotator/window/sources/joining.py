"""Joining two entries of the register that mean one source, and parting them again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.enums import SourceKind
from annotator.model.views import SourceView
from annotator.window.plain import plain_label
from annotator.window.sources.book import SourceBook
from annotator.window.sources.names import shown_name
from annotator.window.sources.source_field import Named, SourceField
from annotator.words import say


class JoinForm(QFrame):
    """Asks which entry shall show instead. Signals: `joined` (id, id of the other), `closed`."""

    joined = Signal(str, str)
    closed = Signal()

    def __init__(self, book: SourceBook) -> None:
        super().__init__()
        self._book = book
        self._source: SourceView | None = None
        self._other: SourceView | None = None
        self._build()

    def ask(self, source: SourceView) -> None:
        """Opens the form for a source."""
        self._source = source
        self._choose(None)
        self._field.clear_named()
        self.show()
        self._field.setFocus()

    def _build(self) -> None:
        self.setProperty("kind", "card")
        self._field = SourceField(self._book, say("register.join_with"), SourceKind.PERSON, new_ones=False)
        self._field.setPlaceholderText(say("register.join_hint"))
        self._explained = plain_label(wraps=True)
        self._do, cancel = _button("register.join_do"), _button("editor.cancel")
        column = QVBoxLayout(self)
        column.addWidget(self._field)
        column.addWidget(self._explained)
        row = QHBoxLayout()
        row.addWidget(self._do)
        row.addWidget(cancel)
        row.addStretch(1)
        column.addLayout(row)
        self._field.entered.connect(self._on_entered)
        self._field.textEdited.connect(lambda _: self._choose(None))
        self._field.escaped.connect(self._close)
        self._do.clicked.connect(self._join)
        cancel.clicked.connect(self._close)
        self.hide()

    def _on_entered(self, named: Named) -> None:
        self._field.setText(named.name)
        self._choose(named.source)
        self._do.setFocus()

    def _choose(self, other: SourceView | None) -> None:
        """Says what joining with an entry will do, before it is done."""
        self._other = other
        ready = other is not None and self._source is not None
        self._do.setEnabled(ready)
        self._explained.setVisible(ready)
        if other is not None and self._source is not None:
            names = {"name": shown_name(self._source), "other": shown_name(other)}
            self._explained.setText(say("register.join_explained", **names))

    def _join(self) -> None:
        if self._source is not None and self._other is not None:
            self.joined.emit(self._source.id, self._other.id)
            self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


class JoinedList(QWidget):
    """The entries that were joined into the picked one, each with a button. Signal: `parted` (id)."""

    parted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._build()

    def show_joined(self, joined: tuple[tuple[str, str], ...]) -> None:
        """Shows the (id, name) of joined entries; takes no room for none."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(source, name) for source, name in joined]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(joined))

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(plain_label(say("register.joined"), "quiet"))
        self.hide()

    def _row(self, source: str, name: str) -> QWidget:
        part = _button("register.part")
        part.setAccessibleName(say("register.part_name", name=name))
        part.clicked.connect(lambda: self.parted.emit(source))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(name, wraps=True), 1)
        row.addWidget(part)
        return holder


def _button(key: str) -> QPushButton:
    button = QPushButton(say(key))
    button.setAutoDefault(False)
    return button
