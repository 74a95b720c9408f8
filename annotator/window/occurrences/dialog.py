"""The dialog that tags every occurrence of some words at once, single ones left out."""

from bisect import bisect_right
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.text.find import Finder, is_outer_edge
from annotator.window.claims.segments import Choice, Segments
from annotator.window.claims.trouble import Trouble
from annotator.window.occurrences.list_view import OccurrencesList
from annotator.window.occurrences.rows import OccurrencesModel, claims_by_span
from annotator.window.occurrences.words_field import WordsField
from annotator.window.plain import plain_label
from annotator.window.theme import Theme
from annotator.window.ticks import Tick
from annotator.words import say

_SIZE = (430, 600)  # pixels


class OccurrencesDialog(QDialog):
    """Lists where the words stand; the person ticks and chooses the tag.

    Accents count, other than in the search: what is tagged at once should be one and the same word.
    Signals: `preview_changed` when other places are ticked or another row is entered, `tag_wanted` (spans,
    Tag) when the person is done; the dialog has closed then.
    """

    preview_changed = Signal()
    tag_wanted = Signal(object, object)

    def __init__(
        self, text: str, claims: Iterable[ClaimLine], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._finder = text, Finder(text)
        self._tag = Tag.ALLEGATION
        self._model = OccurrencesModel(text, claims_by_span(claims))
        self._build(theme)

    @property
    def words(self) -> WordsField:
        """The field with the words to look for."""
        return self._words

    @property
    def whole_words(self) -> Tick:
        """Whether parts of words are left out."""
        return self._whole

    @property
    def list(self) -> OccurrencesList:
        """The occurrences."""
        return self._list

    @property
    def button(self) -> QPushButton:
        """The button that tags."""
        return self._do

    @property
    def tags(self) -> Segments:
        """The tag to give."""
        return self._tags

    @property
    def nothing(self) -> Trouble:
        """Where it says that the words are nowhere."""
        return self._nothing

    @property
    def ticked(self) -> tuple[Span, ...]:
        """The places that would be tagged."""
        return self._model.ticked

    def look_for(self, span: Span, tag: Tag) -> None:
        """Begins with the words of a span, and with a tag to propose.

        Whole words are looked for where the span holds whole words.
        """
        whole = is_outer_edge(self._text, span.start) and is_outer_edge(self._text, span.end)
        self._whole.setChecked(whole)
        self._choose(tag)
        self._words.setText(" ".join(span.cut(self._text).split()))
        self._list.enter(bisect_right(self._model.spans, span.start, key=lambda each: each.end))
        self._list.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._list.set_theme(theme)
        for tag in Tag:
            self._tags.set_colours(tag, theme.tinted(tag), QColor(theme.tags[tag].mark))

    def _build(self, theme: Theme) -> None:
        self.setWindowTitle(say("occurrences.title"))
        self._build_search()
        self._build_list(theme)
        self._build_tags()
        self._build_buttons()
        self._build_column()
        self.set_theme(theme)
        self.resize(*_SIZE)

    def _build_search(self) -> None:
        self._words = WordsField()
        self._words.setAccessibleName(say("occurrences.words"))
        self._words.textChanged.connect(lambda _: self._find())
        self._words.left_downwards.connect(lambda: self._list.setFocus())
        self._whole = Tick(say("occurrences.whole_words"))
        self._whole.toggled.connect(lambda _: self._find())
        self._nothing = Trouble()

    def _build_list(self, theme: Theme) -> None:
        self._list = OccurrencesList(self._model, theme)
        self._list.entered_place.connect(lambda _: self.preview_changed.emit())
        self._list.tag_pressed.connect(self._choose)
        self._model.ticks_changed.connect(self._show_ticks)
        self._found = plain_label(kind="quiet")
        self._all = _quiet_button(say("occurrences.all"))
        self._all.setObjectName("tick_all")
        self._all.clicked.connect(lambda: self._model.tick_all(True))
        self._none = _quiet_button(say("occurrences.none"))
        self._none.clicked.connect(lambda: self._model.tick_all(False))

    def _build_tags(self) -> None:
        choices = [Choice(tag, say(f"tag.{tag}"), say(f"occurrences.as.{tag}")) for tag in Tag]
        self._tags = Segments(say("occurrences.tag"), choices)
        self._tags.asked.connect(self._choose)

    def _build_buttons(self) -> None:
        self._do = QPushButton()
        self._do.setDefault(True)
        self._do.clicked.connect(self._finish)
        self._cancel = QPushButton(say("occurrences.cancel"))
        self._cancel.clicked.connect(self.reject)

    def _build_column(self) -> None:
        label = plain_label(say("occurrences.words"), "quiet")
        label.setBuddy(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for part in (label, self._words, self._whole, self._nothing):
            column.addWidget(part)
        column.addLayout(_in_a_row(self._found, None, self._all, self._none))
        column.addWidget(self._list, 1)
        column.addWidget(plain_label(say("occurrences.keys"), "quiet", wraps=True))
        column.addWidget(self._tags)
        column.addLayout(_in_a_row(None, self._cancel, self._do))

    def _find(self) -> None:
        words = self._words.text()
        whole = self._whole.isChecked()
        self._model.set_spans(self._finder.occurrences(words, whole_words=whole, exact=True))
        count = self._model.rowCount()
        self._found.setText(say("occurrences.found", count=count))
        self._nothing.tell(say("occurrences.nothing") if words.strip() and not count else "")
        self._list.enter(0)

    def _choose(self, tag: Tag) -> None:
        self._tag = tag
        self._tags.set_value(tag)
        self._model.set_tag(tag)

    def _show_ticks(self) -> None:
        count = len(self._model.ticked)
        self._do.setText(say(f"occurrences.do.{self._tag}", count=count))
        self._do.setEnabled(count > 0)
        self.preview_changed.emit()

    def _finish(self) -> None:
        ticked = self._model.ticked
        self.accept()
        self.tag_wanted.emit(ticked, self._tag)


def _quiet_button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setFlat(True)
    button.setAutoDefault(False)
    return button


def _in_a_row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None takes what room is left."""
    row = QHBoxLayout()
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
