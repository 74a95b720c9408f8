"""What a format is for, and what of the chosen claims it would leave out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.desk.transfer import FormatInfo
from annotator.model.drafts import Note
from annotator.window.margins import margins
from annotator.window.painted_words import medium
from annotator.window.plain import plain_label
from annotator.words import say, say_all
from annotator.words.messages import ENGLISH


class FormatAbout(QScrollArea):
    """A few lines under a format's name, which change with the format and with what is chosen.

    Many of them can be scrolled through.
    """

    def __init__(self) -> None:
        super().__init__()
        self._build()

    @property
    def words(self) -> str:
        """All that it says."""
        labels = (self.name, self.use, self.left_out)
        return "\n".join(label.text() for label in labels if not label.isHidden())

    def show_format(self, form: FormatInfo) -> None:
        """Says what a format is for; what it would leave out is told later."""
        self.name.setText(form.called)
        key = f"format_use.{form.name}"
        uses = [say(key)] if key in ENGLISH else []
        if not form.there:
            uses.append(say("export_dialog.needs_package", package=form.package))
        self._say(self.use, [*uses, *(say_all(limit, values) for limit, values in form.limits)])
        self._say(self.left_out, [])

    def show_lacks(self, form: FormatInfo) -> None:
        """Says what the format cannot hold of any claims."""
        lacks = ", ".join(say(feature) for feature in form.lacks)
        self._say(self.left_out, [say("export_dialog.lacks", things=lacks)] if lacks else [])

    def show_losses(self, notes: Sequence[Note]) -> None:
        """Says what of the chosen claims would be left out."""
        lines = [say_all(key, values) for key, values in notes]
        self._say(self.left_out, lines or [say("export_dialog.nothing_left_out")])

    def _build(self) -> None:
        self.name = plain_label()
        self.name.setFont(medium(self.name.font()))
        self.use = plain_label(wraps=True)
        self.left_out = plain_label(kind="quiet", wraps=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*margins(4, 2, 8, 4))
        column.setSpacing(4)
        for label in (self.name, self.use, self.left_out):
            column.addWidget(label)
        column.addStretch(1)
        self.setAccessibleName(say("export_dialog.about"))
        self.setProperty("kind", "told")  # it takes the keys that scroll, and shows that it has them
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inside)

    @staticmethod
    def _say(label: QLabel, lines: Sequence[str]) -> None:
        label.setText("\n".join(lines))
        label.setVisible(bool(lines))
