"""What to send to colleagues: work to look at, or articles to tag independently."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QPushButton, QVBoxLayout, QWidget

from annotator.desk.deliveries import Sending
from annotator.desk.packets import Packet
from annotator.formats.redact import Disclosure
from annotator.model.views import ArticleLine, PersonView
from annotator.window.claims.text_fields import NoteField
from annotator.window.claims.trouble import Trouble
from annotator.window.margins import margins
from annotator.window.plain import plain_label
from annotator.window.sending.packet_part import PacketPart, named_label
from annotator.window.sending.place import REVIEW_FILE, SendPlace
from annotator.window.sending.scope import ArticlesPart, PeoplePart
from annotator.window.sending.whole import Whole
from annotator.window.ticks import Tick
from annotator.words import say

_WIDTH = 460  # pixels
_BETWEEN = 10


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to send: the articles, the open one (an id, empty if none is), the people who worked."""

    articles: Sequence[ArticleLine]
    article: str = ""
    people: Sequence[PersonView] = ()


class SendDialog(QDialog):
    """Asks what goes where. Signals: `send_wanted` (path, Sending) or `packet_wanted` (path, Packet).

    What is confidential or private stays behind unless it is ticked, each time anew.
    """

    send_wanted = Signal(object, object)
    packet_wanted = Signal(object, object)

    def __init__(self, offer: Offer, folder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self.setWindowTitle(say("sending.title"))
        self._build_scope()
        self._build_work()
        self._build_place(folder)
        self._build_buttons()
        self._build_column()
        self._show_kind()
        self._propose()

    @property
    def sending(self) -> Sending:
        """What is chosen to be looked at."""
        return Sending(
            articles=self.articles.articles,
            people=self.people.people,
            disclosure=Disclosure(self.confidential.isChecked(), self.private_notes.isChecked()),
            message=self.message.words().strip(),
        )

    @property
    def asked_packet(self) -> Packet:
        """What is chosen to be tagged independently."""
        options = self.packet
        return Packet(
            self.articles.articles,
            options.coders,
            options.instructions.words().strip(),
            blind=options.blind.isChecked(),
        )

    def begin_packet(self) -> None:
        """Begins with a packet for coders, articles to be ticked."""
        self.articles.picks.choose("some")
        self.independent.setChecked(True)
        self.packet.names.setFocus()

    def send(self) -> None:
        """Gives away what was chosen, if nothing is missing and it is clear where it goes."""
        self.trouble.tell(self._missing())
        if self.trouble.words or (path := self.place.settled()) is None:
            return
        if self.independent.isChecked():
            self.packet_wanted.emit(path, self.asked_packet)
        else:
            self.send_wanted.emit(path, self.sending)
        self.accept()

    def _build_scope(self) -> None:
        self.articles = ArticlesPart(self._offer.articles, self._offer.article)
        self.articles.changed.connect(self._propose)
        self.independent = Tick(say("sending.independent"))
        self.independent.setAccessibleDescription(say("sending.independent_about"))
        self.independent.toggled.connect(lambda _: self._show_kind())
        self.independent.toggled.connect(lambda _: self._propose())

    def _build_work(self) -> None:
        """What goes along with articles to be looked at, and what with those to be tagged."""
        self.people = PeoplePart(self._offer.people)
        self.message = NoteField(say("sending.message").replace("&", ""), say("sending.message_hint"))
        self.message.done.connect(lambda: self.focusNextChild())
        self.confidential = Tick(say("export_dialog.confidential"))
        self.private_notes = Tick(say("export_dialog.private_notes"))
        self._warning = plain_label(say("export_dialog.warning"), "alarm", wraps=True)
        self._stays = plain_label(say("sending.confidential_out"), "quiet", wraps=True)
        for tick in (self.confidential, self.private_notes):
            tick.toggled.connect(lambda _: self._warn())
        self.work = QWidget()
        column = QVBoxLayout(self.work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.people)
        column.addSpacing(_BETWEEN - 4)
        column.addWidget(named_label("sending.message", self.message))
        column.addWidget(self.message)
        column.addSpacing(_BETWEEN - 4)
        column.addWidget(plain_label(say("export_dialog.disclose"), "quiet"))
        for widget in (self.confidential, self.private_notes, self._stays, self._warning):
            column.addWidget(widget)
        self.people.setVisible(len(self._offer.people) > 1)
        self.packet = PacketPart()
        self._warn()

    def _build_place(self, folder: str) -> None:
        self.place = SendPlace(folder)
        self.trouble = Trouble()

    def _build_buttons(self) -> None:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = QPushButton(say("sending.go_on"))
        self.go_on.clicked.connect(self.send)
        self.buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.rejected.connect(self.reject)

    def _build_column(self) -> None:
        about = plain_label(say("sending.independent_about"), "quiet", wraps=True)
        about.setContentsMargins(*margins(24, 0, 0, 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(_BETWEEN)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # grows with what is ticked
        whole = Whole(_WIDTH, _BETWEEN)
        for widget in (self.articles, self.independent, about, self.packet, self.work, self.place):
            whole.column.addWidget(widget)
        column.addWidget(whole)
        column.addWidget(self.trouble)
        column.addWidget(self.buttons)
        self.go_on.setDefault(True)  # a dialog knows of it only from here on

    def _show_kind(self) -> None:
        self.packet.setVisible(self.independent.isChecked())
        self.work.setVisible(not self.independent.isChecked())

    def _warn(self) -> None:
        ticked = self.confidential.isChecked() or self.private_notes.isChecked()
        self._warning.setVisible(ticked)
        self._stays.setVisible(not ticked)

    def _propose(self) -> None:
        many = say("sending.packet_name") if self.independent.isChecked() else ""
        self.place.propose(self.articles.title or many, REVIEW_FILE)

    def _missing(self) -> str:
        """What must be chosen first, in a sentence; empty where nothing is missing."""
        if not self.articles.articles:
            return say("sending.needs_articles")
        if self.independent.isChecked():
            return "" if self.packet.coders else say("sending.needs_coders")
        return "" if self.people.people is None or self.people.people else say("sending.needs_people")
