"""One piece of evidence as a card: stance, source, place in it, its words, link and date."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.model.views import EvidenceView
from annotator.window.claims.pill import Pill, Run
from annotator.window.claims.stances import stance_colour
from annotator.window.links import host, open_link
from annotator.window.margins import margins
from annotator.window.outlined import OutlinedCard
from annotator.window.painted_words import isolated
from annotator.window.plain import as_tip, plain_label
from annotator.window.sources.names import shown_name
from annotator.window.theme import Theme
from annotator.words import say
from annotator.words.dates import short_date

_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DOWN = 3  # pixels, so that the title stands level with the stance


class EvidenceCard(OutlinedCard):
    """Shows a piece of evidence. Signals: `edit_wanted`, `removed`; others' can only be looked at."""

    edit_wanted = Signal()
    removed = Signal()

    def __init__(self, evidence: EvidenceView, theme: Theme) -> None:
        super().__init__()
        self.evidence = evidence
        self._build(theme)

    def set_theme(self, theme: Theme) -> None:
        """Shows the stance in other colours."""
        self._stance.set_outline(stance_colour(self.evidence.stance, theme))

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The card and what in it takes the keyboard, in order."""
        inside = (each for each in self.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return self, *inside

    def event(self, event: QEvent) -> bool:
        """Takes the card's keys before the same keys of the window."""
        mine = event.type() == QEvent.Type.ShortcutOverride and self.evidence.mine and self.hasFocus()
        if mine and isinstance(event, QKeyEvent) and event.key() in (*_REMOVE, *_EDIT):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.evidence.mine and self.hasFocus() and event.key() in _REMOVE:
            self.removed.emit()
        elif self.evidence.mine and self.hasFocus() and event.key() in _EDIT:
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.evidence.mine:
            self.edit_wanted.emit()

    def _build(self, theme: Theme) -> None:
        shown = self.evidence
        name = shown_name(shown.source)
        where = ", ".join(part for part in (name, shown.locator) if part)  # tells two of one source apart
        stance = say(f"stance.{shown.stance.value}")
        self.setAccessibleName(say("editor.evidence_card", stance=stance, source=where))
        about = [shown.quote, self._when_and_who()]
        about += [say("editor.evidence_keys")] if shown.mine else []
        self.setAccessibleDescription(". ".join(part for part in about if part))
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins(8, 6, 4, 7))
        column.setSpacing(4)
        column.addLayout(self._build_top(stance, where, theme))
        if shown.quote:
            column.addWidget(
                plain_label(say("export.quoted", words=isolated(shown.quote)), "quiet", wraps=True)
            )
        if shown.url or self._when_and_who():
            column.addLayout(self._build_foot())

    def _build_top(self, stance: str, where: str, theme: Theme) -> QHBoxLayout:
        self._stance = Pill((Run(stance),))
        self._stance.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._stance.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stance.setAccessibleName(stance)
        self._stance.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_theme(theme)
        row = QHBoxLayout()
        row.setSpacing(2)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._stance, 0, top)
        row.addSpacing(6)
        title = plain_label(where, wraps=True)
        title.setAlignment(Qt.AlignmentFlag.AlignTop)
        title.setContentsMargins(0, _DOWN, 0, 0)
        row.addWidget(title, 1)
        if self.evidence.mine:
            edit = _tool(say("editor.edit"), say("editor.evidence_edit", source=where))
            remove = _tool("×", say("editor.evidence_remove", source=where))
            edit.clicked.connect(self.edit_wanted)
            remove.clicked.connect(self.removed)
            row.addWidget(edit, 0, top)
            row.addWidget(remove, 0, top)
        return row

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if where := host(self.evidence.url):
            link = Pill((Run(where, quiet=True), Run("↗", quiet=True)))
            link.setToolTip(as_tip(self.evidence.url))
            link.setAccessibleName(say("editor.link", host=where))
            link.clicked.connect(lambda: open_link(self.evidence.url))
            row.addWidget(link)
        elif self.evidence.url:
            row.addWidget(plain_label(self.evidence.url, "quiet", wraps=True), 1)
        row.addWidget(plain_label(self._when_and_who(), "quiet", wraps=True), 1)
        return row

    def _when_and_who(self) -> str:
        shown = self.evidence
        parts = [say("editor.chip_confidential")] if shown.source.confidential else []
        parts += [say("editor.seen", date=short_date(shown.seen_on))] if shown.seen_on else []
        parts += [say("editor.chip_by", name=shown.reviewer)] if not shown.mine else []
        return " · ".join(parts)


def _tool(sign: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setProperty("kind", "quiet")
    button.setAccessibleName(name)
    button.setToolTip(as_tip(name))
    return button
