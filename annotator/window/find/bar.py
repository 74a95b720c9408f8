"""The bar below the page: what to find, how much was found, the way from hit to hit and to a claim."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from annotator.model.enums import Tag
from annotator.window.claims.flow import FlowLayout
from annotator.window.claims.pill import Pill, Run
from annotator.window.find.field import TAG_DIGITS, FindField
from annotator.window.frame.keys import shown
from annotator.window.margins import margins
from annotator.window.plain import as_tip, plain_label
from annotator.window.theme import Theme
from annotator.window.ticks import Tick
from annotator.words import number, say

_FIELD = 180  # pixels, like all below
_STEP = 28
_APART = 10
_BETWEEN = 6


class FindBar(QFrame):
    """Shows what it is told and says what the person wants.

    Signals: `words_changed` when other words or other ways of looking are asked for, `stepped` to the next
    (1) or the previous (-1) hit, `tag_wanted` (Tag) for the current hit, `closed` by Escape or the button.
    """

    words_changed = Signal()
    stepped = Signal(int)
    tag_wanted = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._build()
        self.set_theme(theme)

    @property
    def field(self) -> FindField:
        """The field `Find in article`."""
        return self._field

    @property
    def whole_words(self) -> Tick:
        """Whether parts of words are left out."""
        return self._whole

    @property
    def tags(self) -> tuple[Pill, ...]:
        """The buttons that tag the current hit."""
        return self._tags

    @property
    def count(self) -> str:
        """What stands there about the hits."""
        return self._count.text()

    def ask(self, words: str) -> None:
        """Puts the keyboard into the field, with other words in it unless there are none, all selected.

        Who asks looks for them: `words_changed` is not sent.
        """
        if words:
            with QSignalBlocker(self):
                self._field.setText(words)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_place(self, place: int | None, count: int, context: str = "") -> None:
        """Says which of the hits is the current one, from 1, if one is; a screen reader says it with it."""
        nothing = bool(self._field.text().strip()) and not count
        if place is not None:
            shown = say("find.place", place=number(place), count=number(count))
            spoken = say("find.spoken", place=number(place), count=number(count), context=context)
        elif nothing:
            shown, spoken = say("find.no_hits"), say("find.nothing_found")
        else:
            shown = spoken = say("find.hits", count=count) if count else ""
        self._count.setText(shown)
        self._count.setToolTip(as_tip(spoken if nothing else ""))
        for button in (*self._steps, *self._tags):
            button.setEnabled(count > 0)
        if spoken:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, spoken))

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        for (digit, tag), pill in zip(TAG_DIGITS.items(), self._tags, strict=True):
            pill.set_runs((Run(tag.letter, badge=theme.tags[tag]), Run(shown([f"Ctrl+{digit}"]), cap=True)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setAccessibleName(say("find.bar"))
        self.setProperty("kind", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(*margins(14, 7, 8, 7))
        row.setSpacing(8)
        row.addWidget(self._build_parts(), 1)
        row.addWidget(self._build_close(), 0, Qt.AlignmentFlag.AlignTop)

    def _build_parts(self) -> QWidget:
        """Side by side, or in two rows where the page is narrow."""
        parts = QWidget()
        flow = FlowLayout(_APART)
        parts.setLayout(flow)
        for group in (self._build_search(), self._build_whole(), self._build_tags()):
            group.setMinimumHeight(self._field.sizeHint().height())  # so that they stand on one line
            flow.addWidget(group)
        return parts

    def _build_search(self) -> QWidget:
        self._field = FindField()
        self._field.setFixedWidth(_FIELD)
        self._field.textChanged.connect(lambda _: self.words_changed.emit())
        self._field.stepped.connect(self.stepped)
        self._field.tag_pressed.connect(self.tag_wanted)
        self._count = plain_label(kind="quiet")
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(say("find.no_hits")) + 20)
        self._steps = (self._step("↑", "previous", -1), self._step("↓", "next", 1))
        return _in_a_row(self._field, *self._steps, self._count)

    def _build_whole(self) -> QWidget:
        self._whole = Tick(say("find.whole_words"))
        self._whole.setAccessibleName(say("find.whole_words_only"))
        self._whole.toggled.connect(lambda _: self.words_changed.emit())
        return _in_a_row(self._whole)

    def _build_tags(self) -> QWidget:
        self._tags = tuple(self._tag(tag) for tag in TAG_DIGITS.values())
        return _in_a_row(plain_label(say("find.tag_hint"), "quiet"), *self._tags)

    def _build_close(self) -> QToolButton:
        close = _tool("×", say("find.close"), say("find.close_keys"))
        close.clicked.connect(self.closed)
        return close

    def _step(self, arrow: str, name: str, by: int) -> QToolButton:
        button = _tool(arrow, say(f"find.{name}"), say(f"find.{name}_keys"))
        button.setFixedWidth(_STEP)
        button.clicked.connect(lambda _=False: self.stepped.emit(by))
        return button

    def _tag(self, tag: Tag) -> Pill:
        pill = Pill()
        pill.setAccessibleName(say(f"find.tag.{tag}"))
        pill.setToolTip(say(f"find.tag.{tag}"))
        pill.clicked.connect(lambda _=False: self.tag_wanted.emit(tag))
        return pill


def _tool(sign: str, name: str, about: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setAccessibleName(name)
    button.setToolTip(as_tip(about))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _in_a_row(*parts: QWidget) -> QWidget:
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_BETWEEN)
    for part in parts:
        row.addWidget(part)
    return group
