"""The form for a piece of evidence: new, or one that is there and shall be changed."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import EvidenceFields
from annotator.model.enums import SourceKind, Stance
from annotator.model.views import EvidenceView
from annotator.window.claims.entry import ends_entry, entry_button, entry_line, keeps_ends
from annotator.window.claims.kind_button import KindButton
from annotator.window.claims.segments import Segments
from annotator.window.claims.stances import stance_choices, stance_colour, stance_tint
from annotator.window.claims.trouble import Trouble
from annotator.window.links import is_link
from annotator.window.plain import plain_label
from annotator.window.sources.book import SourceBook
from annotator.window.sources.names import shown_name
from annotator.window.sources.source_field import Named, SourceField
from annotator.window.theme import Theme
from annotator.words import say


@dataclass(frozen=True, slots=True)
class Begun:
    """What stands in the form and was not handed on yet; `lines` are its fields from top to bottom."""

    edited: EvidenceView | None
    stance: Stance
    kind: SourceKind
    confidential: bool
    lines: tuple[str, ...]


class EvidenceForm(QWidget):
    """Asks for evidence; all but the source unfolds when the form is used.

    Signals: `given` (Named or None where the source stays, EvidenceFields), `back` when the person is
    done here, `ended` when an edit is called off.
    """

    given = Signal(object, object)
    back = Signal()
    ended = Signal()

    def __init__(self, book: SourceBook) -> None:
        super().__init__()
        self._book = book
        self._edited: EvidenceView | None = None
        self._build()

    @property
    def edited(self) -> EvidenceView | None:
        """The evidence that is being changed; None while a new piece is asked for."""
        return self._edited

    @property
    def field(self) -> SourceField:
        """The field for the source."""
        return self._source

    def new_source(self, name: str) -> NewSource:
        """A source that the register does not have yet, of the chosen kind."""
        return NewSource(name, self._kind.kind, confidential=self._kind.confidential)

    @property
    def trouble(self) -> Trouble:
        """Where it says why nothing was added."""
        return self._trouble

    def focus_field(self) -> None:
        """Puts the keyboard into the field for the source."""
        self._source.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._source.selectAll()

    def edit(self, evidence: EvidenceView) -> None:
        """Fills the form with a piece of evidence to change."""
        self._edited = evidence
        self._stance.set_value(evidence.stance)
        for field, words in zip(self._fields(), _written(evidence), strict=True):
            field.setText(words)
        self._trouble.clear()
        self._show_mode()
        self._details.show()
        self.focus_field()

    def empty(self) -> None:
        """Makes the form ready for a new piece; the stance chosen last stays."""
        self._edited = None
        self._kind.set_kind(self._kind.kind)
        self._take_kind()
        self._source.clear_named()
        for field in self._fields():
            field.setText("")  # as `clear`, but no undo brings it back
        self._trouble.clear()
        self._show_mode()

    def begun(self) -> Begun | None:
        """What was typed and not handed on yet; None where nothing was."""
        lines = tuple(field.text() for field in self._fields())
        if self._is_empty() or (self._edited is not None and lines == _written(self._edited)):
            return None
        return Begun(self._edited, self._chosen_stance(), self._kind.kind, self._kind.confidential, lines)

    def resume(self, begun: Begun) -> None:
        """Goes on with what was begun before."""
        self._edited = begun.edited
        self._stance.set_value(begun.stance)
        self._kind.set_kind(begun.kind, confidential=begun.confidential)
        self._take_kind()
        for field, words in zip(self._fields(), begun.lines, strict=True):
            field.setText(words)
        self._show_mode()
        self._details.show()

    def fold(self) -> None:
        """Shows the source's field only, unless something was typed."""
        self._details.setVisible(not self._is_empty() or self._edited is not None)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        for stance in Stance:
            self._stance.set_colours(stance, stance_tint(stance, theme), stance_colour(stance, theme))

    def event(self, event: QEvent) -> bool:
        return keeps_ends(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif ends_entry(event):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._source = SourceField(self._book, say("editor.evidence"), SourceKind.DOCUMENT)
        self._source.setPlaceholderText(say("editor.evidence_hint"))
        self._kind = KindButton(SourceKind.DOCUMENT, say("access.kind_evidence"))
        self._trouble = Trouble()
        self._editing = plain_label(kind="quiet", wraps=True)
        self._editing.hide()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._source, 1)
        row.addWidget(self._kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._editing)
        column.addLayout(row)
        column.addWidget(self._build_details())
        column.addWidget(self._trouble)
        self._connect()
        self._details.hide()

    def _build_details(self) -> QWidget:
        self._details = QWidget()
        self._stance = Segments(say("editor.stance"), stance_choices())
        self._stance.set_value(Stance.SUPPORTS)
        self._locator = entry_line(say("editor.locator"), say("editor.locator_hint"))
        self._quote = entry_line(say("editor.quote"), say("editor.quote_hint"))
        self._url = entry_line(say("editor.url"), say("editor.url_hint"))
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._stance, self._locator, self._quote, self._url):
            column.addWidget(widget)
        column.addLayout(self._build_date())
        column.addLayout(self._build_buttons())
        return self._details

    def _build_date(self) -> QHBoxLayout:
        self._seen_on = entry_line(say("editor.seen_on"), say("editor.seen_on_hint"))
        today = entry_button(say("editor.today"))
        today.clicked.connect(lambda: self._seen_on.setText(date.today().isoformat()))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._seen_on, 1)
        row.addWidget(today)
        return row

    def _build_buttons(self) -> QHBoxLayout:
        self._do, self._cancel = entry_button(say("editor.add")), entry_button(say("editor.cancel"))
        self._do.setAccessibleName(say("access.add_evidence"))
        self._cancel.setAccessibleName(say("access.cancel_evidence"))
        self._do.clicked.connect(self._give)
        self._cancel.clicked.connect(self._end)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._do)
        row.addWidget(self._cancel)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._source.entered.connect(self._on_entered)
        self._source.left_empty.connect(self._enter)
        self._source.escaped.connect(self._escape)
        self._source.focused.connect(self._details.show)
        self._stance.asked.connect(self._stance.set_value)
        self._kind.chosen.connect(self._on_kind)

    def _lines(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self._locator, self._quote, self._url

    def _fields(self) -> tuple[QLineEdit, ...]:
        return self._source, *self._lines(), self._seen_on

    def _chosen_stance(self) -> Stance:
        return Stance(self._stance.value or Stance.SUPPORTS)

    def _is_empty(self) -> bool:
        return not any(field.text().strip() for field in self._fields())

    def _show_mode(self) -> None:
        """Says what the form is for: adding, or changing which piece."""
        adds = self._edited is None
        self._do.setText(say("editor.add" if adds else "editor.save"))
        self._do.setAccessibleName(say("access.add_evidence" if adds else "access.save_evidence"))
        self._editing.setVisible(self._edited is not None)
        if self._edited is not None:
            self._editing.setText(say("editor.evidence_from", source=shown_name(self._edited.source)))

    def _take_kind(self) -> None:
        self._source.kind, self._source.confidential = self._kind.kind, self._kind.confidential

    def _on_kind(self) -> None:
        self._take_kind()
        self._source.setFocus()
        self._source.propose()

    def _on_entered(self, named: Named) -> None:
        self._source.setText(named.name)
        self._give_from(named)

    def _enter(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif self._is_empty() and self._edited is None:
            self.back.emit()
        else:
            self._give()

    def _give(self) -> None:
        self._give_from(self._source.named())

    def _give_from(self, named: Named | None) -> None:
        """Hands on what stands in the form, or says what is wrong with it."""
        if named is None:
            self._refuse("editor.evidence_needs", self._source)
            return
        seen = self._seen_on.text().strip()
        if self._url.text().strip() and not is_link(self._url.text()):
            self._refuse("editor.bad_link", self._url)
        elif seen and not _is_date(seen):
            self._refuse("editor.bad_date", self._seen_on, date=seen)
        else:
            self._trouble.clear()
            locator, quote, url = (line.text() for line in self._lines())
            fields = EvidenceFields(self._chosen_stance(), locator, quote, url, seen)
            same = self._edited is not None and named.name == shown_name(self._edited.source)
            self.given.emit(None if same else named, fields)

    def _refuse(self, key: str, field: QLineEdit, **values: str) -> None:
        self._trouble.tell(say(key, **values))
        field.setFocus()

    def _escape(self) -> None:
        if self._edited is not None:
            self._end()
        else:
            self.back.emit()

    def _end(self) -> None:
        self.empty()
        self.fold()
        self.ended.emit()


def _written(evidence: EvidenceView) -> tuple[str, ...]:
    """A piece of evidence as it stands in the fields."""
    name = shown_name(evidence.source)
    return name, evidence.locator, evidence.quote, evidence.url, evidence.seen_on


def _is_date(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False
