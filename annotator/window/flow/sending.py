"""Review files out: asked for, written aside, and told."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.desk import deliveries
from annotator.desk.deliveries import SendReport
from annotator.desk.desk import Desk
from annotator.desk.packets import Packet, send_packet
from annotator.desk.queries.articles import article_lines
from annotator.desk.queries.people import people
from annotator.desk.settings import Settings
from annotator.model.changes import Changes
from annotator.model.errors import Cancelled, RedPencilError
from annotator.model.views import ArticleLine, PersonView
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.dialogs.progress_card import ProgressCard
from annotator.window.flow.reading import Reading
from annotator.window.links import open_folder
from annotator.window.session import Session
from annotator.words import say, say_all


class Sending(QObject):
    """Asks what to send, has the file written aside, and says where it is."""

    def __init__(
        self,
        session: Session,
        reading: Reading,
        window: QWidget,
        messages: MessageBar,
        progress: ProgressCard,
        settings: Settings,
    ) -> None:
        super().__init__()
        self._session, self._reading, self._window = session, reading, window
        self._messages, self._progress, self._settings = messages, progress, settings
        self._stop = Event()
        progress.cancelled.connect(lambda: self._stop.set())

    def ask(self) -> None:
        """Opens the dialog for work to be looked at, once it is known what there is."""
        self._session.ask(_offered, lambda found: self._show_dialog(*found))

    def ask_packet(self) -> None:
        """Opens the dialog for articles to be tagged independently."""
        self._session.ask(_offered, lambda found: self._show_dialog(*found, packet=True))

    def send(self, path: Path, sending: deliveries.Sending) -> None:
        """Writes a review file; the dialog has asked about one that is there."""
        stop = self._begin(path)
        self._session.ask(
            lambda desk: deliveries.send(desk, path, sending, stop.is_set), self._written, self._refused
        )

    def send_packet(self, path: Path, packet: Packet) -> None:
        """Gives the articles to the coders, and writes the file for them."""
        stop = self._begin(path)

        def write(_: Changes) -> None:
            self._session.ask(
                lambda desk: send_packet(desk, path, packet, stop.is_set),
                lambda report: self._packet_written(report, packet),
                self._refused,
            )

        self._session.run(packet.assign, write, self._refused)

    def _show_dialog(
        self, lines: tuple[ArticleLine, ...], there: tuple[PersonView, ...], *, packet: bool = False
    ) -> None:
        from annotator.window.dialogs.once import open_once
        from annotator.window.sending.dialog import Offer, SendDialog

        offer = Offer(lines, self._reading.article, there)
        dialog = SendDialog(offer, self._settings.get("export_folder"), self._window)
        dialog.send_wanted.connect(self.send)
        dialog.packet_wanted.connect(self.send_packet)
        if packet:
            dialog.begin_packet()
        open_once(dialog)

    def _begin(self, path: Path) -> Event:
        self._settings.put(export_folder=str(path.parent))
        self._progress.start(say("sending.writing"))
        self._stop = Event()  # one for each file: a late Cancel must not stop the next
        return self._stop

    def _written(self, report: SendReport) -> None:
        self._tell_place(report, say("sending.written", name=report.path.name, count=report.claims))

    def _packet_written(self, report: SendReport, packet: Packet) -> None:
        names = ", ".join(packet.coders)
        self._tell_place(report, say("sending.written_packet", name=report.path.name, names=names))

    def _tell_place(self, report: SendReport, words: str) -> None:
        self._progress.finish()
        folder = report.path.absolute().parent
        self._messages.notice(words, say("window.open_folder"), lambda: open_folder(folder))

    def _refused(self, error: RedPencilError) -> None:
        self._progress.finish()
        tell = self._messages.notice if isinstance(error, Cancelled) else self._messages.problem
        tell(say_all(error.key, error.values))


def _offered(desk: Desk) -> tuple[tuple[ArticleLine, ...], tuple[PersonView, ...]]:
    return article_lines(desk), people(desk)
