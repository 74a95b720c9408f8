"""What a source says on the telephone: typed beside its claim, kept as evidence from that source."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from annotator.desk.commands.calls import RecordReply
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields
from annotator.desk.work import Command
from annotator.model.call_sheet import CallLine
from annotator.model.enums import Stance
from annotator.model.errors import RedPencilError
from annotator.window.call_sheet.answer import Answer, Heard, Lost
from annotator.window.claims.saving import PAUSE
from annotator.window.claims.segments import Choice, Segments
from annotator.window.claims.stances import stance_choices, stance_colour, stance_tint
from annotator.window.claims.text_fields import NoteField
from annotator.window.session import Session
from annotator.window.theme import Theme
from annotator.words import say

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerField(NoteField):
    """The field for what they said; Shift+Enter is a newline.

    Signals besides a note's: `entered` by Enter, `onward` by Ctrl+Enter, `reached` by the keyboard.
    """

    entered = Signal()
    onward = Signal()
    reached = Signal()

    def event(self, event: QEvent) -> bool:
        """Takes Enter before the window does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _plain(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _plain(event):
            self.entered.emit()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.onward.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()


class Answering(QWidget):
    """The field with its stance below, which unfolds when the field is used.

    Signals: `back` by Escape, `onward` by Ctrl+Enter to the next claim, `told` (RedPencilError) where words
    could not be kept: they stay in the field.
    """

    back = Signal()
    onward = Signal()
    told = Signal(object)

    def __init__(
        self, session: Session, line: CallLine, source: str, label: Callable[[str], str], lost: Lost
    ) -> None:
        """`label` makes of a field's name the claim's own; `lost` hears of words whose field is gone."""
        super().__init__()
        self._session, self._line, self._source, self._lost = session, line, source, lost
        self._stance = Stance.SUPPORTS if line.link else Stance.CONTRADICTS
        self._typed = self._left = False
        self._answer = self._new_answer()
        self._build(label)
        self._build_timer()

    @property
    def field(self) -> AnswerField:
        """Where the words are typed."""
        return self._field

    @property
    def segments(self) -> Segments:
        """Where it is said how they bear on the claim."""
        return self._segments

    @property
    def evidence(self) -> str:
        """The id of the evidence that stands in the field; empty where none does."""
        return self._answer.evidence

    def show_line(self, line: CallLine) -> None:
        """Knows the claim as it is now; an answer that was taken back meanwhile leaves the field too."""
        self._line = line
        gone = self.evidence and not any(piece.id == self.evidence for piece in line.claim.evidence)
        if gone and not self._typed and not self._answer.busy:
            self._answer = self._new_answer()
            self._field.set_words("")
            self._fold()

    def flush(self) -> None:
        """Saves at once what was typed."""
        self._timer.stop()
        if self._typed:
            self._typed = False
            self._answer.keep(self._heard())

    def leave(self) -> None:
        """Saves what was typed as the field goes for good; words that are refused are told elsewhere."""
        self._left = True
        self.flush()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        for stance in Stance:
            self._segments.set_colours(stance, stance_tint(stance, theme), stance_colour(stance, theme))

    def _build(self, label: Callable[[str], str]) -> None:
        self._field = AnswerField(label(say("call_sheet.answer")), say("call_sheet.answer_hint"))
        choices = [Choice(each.value, each.word, label(each.name)) for each in stance_choices()]
        self._segments = Segments(label(say("call_sheet.stance")), choices)
        self._segments.set_value(self._stance)
        self._segments.asked.connect(self._choose)
        self._segments.hide()
        self._field.typed.connect(self._on_typed)
        self._field.left.connect(self._on_left)
        self._field.reached.connect(self._segments.show)
        self._field.entered.connect(self._enter)
        self._field.onward.connect(self._enter)
        self._field.onward.connect(self.onward)
        self._field.done.connect(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._field)
        column.addWidget(self._segments)

    def _build_timer(self) -> None:
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)

    def _new_answer(self) -> Answer:
        return Answer(self._session, self._record, self._on_refused)

    def _record(self, fields: EvidenceFields) -> Command:
        if self._line.link is None:
            return RecordReply(self._line.claim.id, self._source, fields)
        return AddEvidence(self._line.claim.id, self._source, fields)

    def _heard(self) -> Heard:
        return Heard(self._field.words(), self._stance)

    def _on_typed(self) -> None:
        self._typed = True
        self._segments.show()
        self._timer.start()

    def _on_left(self) -> None:
        self.flush()
        QTimer.singleShot(0, self, self._fold)

    def _fold(self) -> None:
        """The stance goes when neither words nor the keyboard are here."""
        inside = self.isAncestorOf(self.window().focusWidget() or self)
        self._segments.setVisible(inside or bool(self._field.words().strip()))

    def _enter(self) -> None:
        """Keeps the answer; the next words are another one."""
        self.flush()
        self._answer = self._new_answer()
        self._field.set_words("")

    def _choose(self, stance: Stance) -> None:
        self._stance = stance
        self._segments.set_value(stance)
        if self._field.words().strip():
            self._typed = True
            self.flush()

    def _on_refused(self, heard: Heard, error: RedPencilError) -> None:
        if self._left or not isValid(self):
            self._lost(heard.words, error)
            return
        if not self._field.words().strip():
            self._field.set_words(heard.words)
        self.told.emit(error)


def _plain(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and modifiers == Qt.KeyboardModifier.NoModifier
