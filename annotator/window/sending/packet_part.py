"""Who is to tag independently, by which instructions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.window.claims.text_fields import NoteField
from annotator.window.plain import plain_label
from annotator.window.ticks import Tick
from annotator.words import say


class PacketPart(QWidget):
    """Names of coders, instructions, and whether they work blind. Signal: `changed`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()

    @property
    def coders(self) -> tuple[str, ...]:
        """The names that were written down."""
        return tuple(name for part in self.names.text().split(",") if (name := part.strip()))

    def _build(self) -> None:
        self.names = QLineEdit()
        self.names.setPlaceholderText(say("sending.coders_hint"))
        self.names.textChanged.connect(lambda _: self.changed.emit())
        self.instructions = NoteField(
            say("sending.instructions").replace("&", ""), say("sending.instructions_hint")
        )
        self.instructions.done.connect(lambda: self.focusNextChild())
        self.blind = Tick(say("sending.blind"))
        self.blind.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for key, field in (("sending.coders", self.names), ("sending.instructions", self.instructions)):
            column.addWidget(named_label(key, field))
            column.addWidget(field)
        column.addSpacing(4)
        column.addWidget(self.blind)


def named_label(key: str, field: QWidget) -> QLabel:
    """The label of a field, which has its words for a name."""
    label = plain_label(say(key))
    label.setProperty("kind", "quiet")
    label.setBuddy(field)
    field.setAccessibleName(say(key).replace("&", ""))
    return label
