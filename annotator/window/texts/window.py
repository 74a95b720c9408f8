"""Two articles side by side, from difference to difference."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from annotator.text.differences import Differences, Passage, differences
from annotator.window.aside import ask_aside
from annotator.window.plain import as_tip, plain_label
from annotator.window.texts.pane import TextPane
from annotator.window.theme import Theme
from annotator.words import number, say

_SIZE = (1000, 680)  # pixels
_QUOTED = 60  # characters of a difference that are told


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts: its title, and what is said about where it is from."""

    title: str
    about: str
    text: str


class TextsWindow(QDialog):
    """Shows what two texts have in common and what not; read only. Alt+Down and Alt+Up go through it."""

    def __init__(self, one: Side, other: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._sides = one, other
        self._found: Differences | None = None
        self._current = -1
        self._build(theme)
        self._compare()

    @property
    def current(self) -> int:
        """Which difference is shown, from 0; -1 for none yet."""
        return self._current

    @property
    def found(self) -> Differences | None:
        """What differs; None while that is being worked out."""
        return self._found

    def step(self, by: int) -> None:
        """Goes so many differences on, round the end."""
        if self._found is not None and self._found.differing:
            self._show(
                self._found, (max(self._current, -1 if by > 0 else 0) + by) % len(self._found.differing)
            )

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        for pane in self.panes:
            pane.set_theme(theme)

    def _build(self, theme: Theme) -> None:
        self.setWindowTitle(say("texts.title"))
        self.resize(*_SIZE)
        self.panes = [TextPane(say("texts.pane", about=side.about), theme) for side in self._sides]
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        for side, pane in zip(self._sides, self.panes, strict=True):
            pane.show_text(side.text)
            split.addWidget(_headed(side, pane))
        for scrolled, other in ((0, 1), (1, 0)):
            self.panes[scrolled].scrolled.connect(partial(self._follow, scrolled, other))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(split, 1)
        column.addLayout(self._build_foot())
        for keys, by in (("Alt+Down", 1), ("Alt+Up", -1)):
            QShortcut(QKeySequence(keys), self, partial(self.step, by))
        QShortcut(QKeySequence("Ctrl+W"), self, self.accept)

    def _build_foot(self) -> QHBoxLayout:
        self.where = plain_label(say("texts.comparing"))
        self.told = plain_label(kind="quiet", wraps=True)
        self.previous = self._button("texts.previous", "Alt+Up", -1)
        self.next = self._button("texts.next", "Alt+Down", 1)
        close = QPushButton(say("exchange.close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.where)
        row.addWidget(self.told, 1)
        for button in (self.previous, self.next, close):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _button(self, key: str, keys: str, by: int) -> QPushButton:
        button = QPushButton(say(key))
        button.setToolTip(as_tip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)))
        button.setEnabled(False)
        button.clicked.connect(lambda: self.step(by))
        return button

    def _compare(self) -> None:
        one, other = self._sides
        self._aside = ask_aside(self, partial(differences, one.text, other.text), self._compared)
        self.finished.connect(self._aside.cancel)

    def _compared(self, found: Differences) -> None:
        self._found = found
        self.panes[0].set_marks([passage.one for passage in found.differing])
        self.panes[1].set_marks([passage.other for passage in found.differing])
        for button in (self.previous, self.next):
            button.setEnabled(bool(found.differing))
        self.told.setText(say("texts.rough") if found.rough else "")
        if found.differing:
            self._show(found, 0)
        else:
            self.where.setText(say("texts.same"))

    def _show(self, found: Differences, place: int) -> None:
        self._current = place
        for pane in self.panes:
            pane.go_to(place)
        where = say("texts.where", place=number(place + 1), count=number(len(found.differing)))
        told = self._told(found.differing[place])
        self.where.setText(where)
        self.told.setText(say("texts.rough") if found.rough else told)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{where}. {told}"))

    def _told(self, passage: Passage) -> str:
        one, other = self._sides
        here, there = _quoted(passage.one.cut(one.text)), _quoted(passage.other.cut(other.text))
        if not there:
            return say("texts.only", about=one.about, words=here)
        if not here:
            return say("texts.only", about=other.about, words=there)
        return say("texts.differs", here=here, there=there)

    def _follow(self, scrolled: int, other: int, offset: int) -> None:
        """Brings the same place into sight on the other side."""
        if self._found is None or not self._found.passages:
            return
        spans = [(passage.one, passage.other) for passage in self._found.passages]
        at = max(0, bisect_right(spans, offset, key=lambda pair: pair[scrolled].start) - 1)
        here, there = spans[at][scrolled], spans[at][other]
        self.panes[other].scroll_to(min(there.start + offset - here.start, there.end))


def _headed(side: Side, pane: TextPane) -> QWidget:
    """A pane under its title."""
    made = QWidget()
    title = plain_label(side.title, wraps=True)
    font = title.font()
    font.setWeight(font.Weight.DemiBold)
    title.setFont(font)
    column = QVBoxLayout(made)
    column.setContentsMargins(4, 0, 4, 0)
    column.setSpacing(4)
    column.addWidget(title)
    column.addWidget(plain_label(side.about, "quiet", wraps=True))
    column.addWidget(pane, 1)
    return made


def _quoted(words: str) -> str:
    """The words on one line, a long passage cut short."""
    line = " ".join(words.split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1]}…"
