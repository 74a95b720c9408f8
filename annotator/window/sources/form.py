"""The form in which an entry of the register is corrected; what is written is saved as it is left."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.desk.commands.sources import NewSource
from annotator.model.enums import SourceKind
from annotator.model.views import SourceView
from annotator.window.chooser import Chooser
from annotator.window.plain import plain_label
from annotator.window.sources.names import BUILT_IN, shown_kind, shown_name
from annotator.window.ticks import Tick
from annotator.words import say

_KINDS = tuple(kind for kind in SourceKind if kind not in BUILT_IN)


class SourceForm(QWidget):
    """All that is known about one source. Signal: `edited` (id, NewSource) when a changed field is left."""

    edited = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._source: SourceView | None = None
        self._build()

    def show_source(self, source: SourceView) -> None:
        """Fills the form; the same source again does not disturb a line that is being typed."""
        self.flush()
        self._source = source
        for field, words in (
            (self._name, shown_name(source)),
            (self._role, source.role),
            (self._url, source.url),
            (self._description, source.description),
            (self._reason, source.reason),
            (self._note, source.note),
        ):
            if not field.isModified() or not field.hasFocus():
                field.setText(words)
        own = source.kind not in BUILT_IN
        self._kind.setCurrentIndex(self._kind.findData(source.kind.value))
        with QSignalBlocker(self._confidential):
            self._confidential.setChecked(source.confidential)
        self._built_in.setVisible(not own)
        for widget in self._fields():
            widget.setEnabled(own)
        self._show_anonymous()

    def flush(self) -> None:
        """Hands on at once what was changed."""
        if self._source is not None and any(line.isModified() for line in self._lines()):
            self._hand_on()

    def _build(self) -> None:
        self._built_in = plain_label(say("register.built_in"), "quiet", wraps=True)
        self._kind = Chooser()
        self._kind.setAccessibleName(say("register.kind"))
        for kind in _KINDS:
            self._kind.addItem(shown_kind(kind), kind.value)
        self._confidential = Tick(say("register.confidential"))
        self._confidential.setAccessibleDescription(say("register.confidential_long"))
        self._confidential.setToolTip(say("register.confidential_long"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._built_in)
        column.addLayout(self._build_rows())
        self._kind.activated.connect(lambda _: self._on_kind())
        self._confidential.toggled.connect(lambda _: self._hand_on())
        for line in self._lines():
            line.editingFinished.connect(self.flush)

    def _build_rows(self) -> QFormLayout:
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setVerticalSpacing(6)
        self._name = self._line("register.name")
        self._form.addRow(plain_label(say("register.kind"), "quiet"), self._kind)
        self._role = self._line("register.role")
        self._description = self._line("register.description")
        self._reason = self._line("register.reason")
        self._url = self._line("register.address")
        self._note = self._line("register.note")
        self._form.addRow(self._confidential)
        return self._form

    def _line(self, key: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(say(key))
        self._form.addRow(plain_label(say(key), "quiet"), line)
        return line

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self._name, self._role, self._description, self._reason, self._url, self._note

    def _fields(self) -> tuple[QWidget, ...]:
        return *self._lines(), self._kind, self._confidential

    def _kind_now(self) -> SourceKind:
        assert self._source is not None
        chosen = self._kind.currentData()
        return SourceKind(chosen) if chosen else self._source.kind

    def _on_kind(self) -> None:
        self._show_anonymous()
        if self._kind_now() is SourceKind.ANONYMOUS and not self._reason.text().strip():
            self._description.setFocus()  # it cannot be anonymous before it says who and why
        else:
            self._hand_on()

    def _show_anonymous(self) -> None:
        """Description and reason belong to anonymous sources."""
        anonymous = self._source is not None and self._kind_now() is SourceKind.ANONYMOUS
        for line in (self._description, self._reason):
            self._form.setRowVisible(line, anonymous or bool(line.text()))

    def _hand_on(self) -> None:
        if self._source is None:
            return
        for line in self._lines():
            line.setModified(False)
        fields = NewSource(
            self._name.text(),
            self._kind_now(),
            self._role.text(),
            self._url.text(),
            self._note.text(),
            self._description.text(),
            self._reason.text(),
            self._confidential.isChecked(),
        )
        self.edited.emit(self._source.id, fields)
