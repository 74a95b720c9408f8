"""Claims of another tool before they come in: where they go, what their labels mean, whose they are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QPushButton, QVBoxLayout, QWidget

from annotator.desk.receiving.plan import Wishes
from annotator.formats.registry import called
from annotator.model.errors import RedPencilError
from annotator.model.received import Received
from annotator.model.receptions import Reception
from annotator.model.views import ArticleLine
from annotator.window.claims.trouble import Trouble
from annotator.window.painted_words import medium, resized
from annotator.window.plain import ElidedLabel, plain_label
from annotator.window.receiving.labels import LabelsPart
from annotator.window.receiving.texts import TextsPart
from annotator.window.receiving.wording import brings_something, in_short, notes
from annotator.window.sending.picks import Picks
from annotator.window.sending.whole import Whole
from annotator.words import say

_WIDTH = 520  # pixels
_LARGER = 1.2
_BETWEEN = 6
_NAMED, _MINE = "named", "mine"
_NAMES = 4  # of people that are named; the rest is counted


class ReceiveDialog(QDialog):
    """Shows a proposal that can be changed, and what it comes to.

    Signals: `look_wanted` (Wishes) where something was changed and should be counted anew (see
    `show_reception`), `take_wanted` (Wishes); it closes once that was done.
    """

    look_wanted = Signal(object)
    take_wanted = Signal(object)

    def __init__(
        self,
        received: Received,
        reception: Reception,
        lines: Sequence[ArticleLine],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._received, self._reception = received, reception
        self.setWindowTitle(say("receive.title"))
        self._build_head()
        self._build_parts(lines)
        self._build_foot()
        self._build_column()
        self._show(reception)

    @property
    def wishes(self) -> Wishes:
        """What was decided."""
        return Wishes(self.labels.mapping, self.texts.articles, self.whose.value == _MINE)

    @property
    def told(self) -> str:
        """What comes in, in a sentence for afterwards."""
        return say("receive.done", name=self._received.file, what=in_short(self._reception.articles))

    def show_reception(self, wishes: Wishes, reception: Reception) -> None:
        """Says what would come in now, if that is still what is wished."""
        if wishes == self.wishes:
            self.trouble.clear()
            self._show(reception)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.short.text()))

    def refuse(self, error: RedPencilError) -> None:
        """Says why it was not done; something else may be chosen."""
        self.trouble.tell_error(error)
        self.take_in.setEnabled(True)

    def accept(self) -> None:
        """Asks for the claims."""
        if self.take_in.isEnabled():
            self.take_in.setEnabled(False)
            self.take_wanted.emit(self.wishes)

    def _build_head(self) -> None:
        received = self._received
        self._name = ElidedLabel(received.file)
        self._name.setFont(resized(medium(self._name.font()), _LARGER))
        count = sum(len(text.marks) for text in received.texts)
        told = say("importing.look_claims", count=count, format=called(received.format))
        self._about = plain_label(told, "quiet", wraps=True)

    def _build_parts(self, lines: Sequence[ArticleLine]) -> None:
        self.texts = TextsPart(self._received, self._reception.articles, lines)
        self.labels = LabelsPart(self._reception.labels)
        self.whose = Picks([(_NAMED, self._names()), (_MINE, say("receive.as_mine"))])
        self.texts.changed.connect(self._changed)
        self.labels.changed.connect(self._changed)
        self.whose.chosen.connect(lambda _: self._changed())

    def _build_foot(self) -> None:
        self.short = plain_label(wraps=True)
        self.short.setFont(medium(self.short.font()))
        self._notes = plain_label(kind="quiet", wraps=True)
        self.trouble = Trouble()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take_in = QPushButton(say("receive.take_in"))
        self.buttons.addButton(self.take_in, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _build_column(self) -> None:
        parts: list[tuple[str, QWidget, bool]] = [
            ("receive.where", self.texts, bool(self._reception.articles)),
            ("receive.meaning", self.labels, bool(self._reception.labels)),
            ("receive.whose", self.whose, any(not person.mine for person in self._reception.people)),
        ]
        whole = Whole(_WIDTH, _BETWEEN)
        for key, part, there in parts:
            heading = plain_label(say(key), "quiet")
            heading.setVisible(there)
            part.setVisible(there)
            whole.column.addSpacing(_BETWEEN if there else 0)
            whole.column.addWidget(heading)
            whole.column.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(_BETWEEN)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # grows with what is told
        for above in (self._name, self._about, whole):
            column.addWidget(above)
        column.addSpacing(_BETWEEN)
        for widget in (self.short, self._notes, self.trouble, self.buttons):
            column.addWidget(widget)
        self.take_in.setDefault(True)  # a dialog knows of it only from here on
        self.take_in.setFocus()

    def _names(self) -> str:
        """Whose the claims are by the file itself, as the words of a button."""
        names = self._received.people
        if not names:
            return say("receive.as_nobody")
        shown = ", ".join(names[:_NAMES])
        key = "receive.as_named" if len(names) <= _NAMES else "receive.as_named_more"
        return say(key, names=shown, count=len(names) - _NAMES).replace("&", "&&")

    def _changed(self) -> None:
        self.look_wanted.emit(self.wishes)

    def _show(self, reception: Reception) -> None:
        self._reception = reception
        self.texts.show_reception(reception.articles)
        self.short.setText(in_short(reception.articles))
        self._notes.setText(notes(reception))
        self._notes.setVisible(bool(self._notes.text()))
        self.take_in.setEnabled(brings_something(reception))
