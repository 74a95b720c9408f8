"""Review files in: read aside, summed up, and taken in when the person says so."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.desk.desk import Desk
from annotator.desk.merging import look
from annotator.desk.queries.articles import article_page
from annotator.desk.queries.people import me
from annotator.model.changes import LIBRARY, Changes
from annotator.model.deliveries import Arrival, MergeOptions
from annotator.model.rows import Reviewer
from annotator.model.views import ArticlePage
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.dialogs.progress_card import ProgressCard
from annotator.window.merging.dialog import MergeDialog
from annotator.window.merging.incoming import Incoming
from annotator.window.merging.reading import FilesRead
from annotator.window.merging.taking import FilesTaken
from annotator.window.merging.wording import in_short, sender
from annotator.window.session import Session
from annotator.window.sources.late import while_there
from annotator.window.theme import Theme
from annotator.words import say


class Merging(QObject):
    """Takes in what colleagues sent.

    Signals: `beginning` before anything is taken in; `taken` with the id of the article to show, and whether
    work of colleagues is to be seen in it.
    """

    beginning = Signal()
    taken = Signal(str, bool)

    def __init__(
        self,
        session: Session,
        window: QWidget,
        messages: MessageBar,
        progress: ProgressCard,
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__()
        self._session, self._window, self._theme = session, window, theme
        self._messages, self._progress = messages, progress
        self._read: FilesRead | None = None
        self._taking: FilesTaken | None = None
        self._said = ""
        self._steps: tuple[str, ...] = ()  # those that the button of the last message takes back
        progress.cancelled.connect(self.stop)
        session.changed.connect(self._changed)

    @property
    def busy(self) -> bool:
        """Whether files are being read or taken in."""
        return self._read is not None or self._taking is not None

    def take_files(self, files: list[Path]) -> None:
        """Reads review files and shows what they would bring; more may be added while some are read."""
        if self._read is not None:
            self._read.add(files)
            return
        self._progress.start(say("window.reading", name=files[0].name))
        self._read = FilesRead(self._session, files, self)
        self._read.advanced.connect(self._progress.set_progress)
        self._read.finished.connect(self._all_read)
        self._read.start()

    def stop(self) -> None:
        """Lets go of what is being read, and stops what is being taken in."""
        if self._read is not None:
            self._read.stop()
            self._read.deleteLater()
            self._read = None
            self._progress.finish()
        if self._taking is not None:
            self._taking.stop()

    def take_in(self, chosen: Sequence[tuple[Incoming, MergeOptions]]) -> None:
        """Takes files in, each as a step of its own."""
        if self._taking is not None or not chosen:
            return
        self._progress.start(say("merging.taking", name=sender(chosen[0][0].summary)))
        self.beginning.emit()
        self._taking = FilesTaken(self._session, chosen, self)
        self._taking.advanced.connect(self._progress.set_progress)
        self._taking.finished.connect(self._all_taken)
        self._taking.start()

    def _all_read(self) -> None:
        read, self._read = self._read, None
        self._progress.finish()
        assert read is not None
        read.deleteLater()
        if read.incoming:
            self._session.ask(me, lambda found: self._show_dialog(read, found))
        else:
            self._messages.problem("\n".join(one.why for one in read.unread))

    def _show_dialog(self, read: FilesRead, found: Reviewer | None) -> None:
        dialog = MergeDialog(read.incoming, read.unread, found.name if found else "", self._window)
        dialog.take_wanted.connect(self.take_in)
        dialog.look_wanted.connect(
            lambda place, options: self._look_again(dialog, place, read.incoming[place], options)
        )
        dialog.compare_wanted.connect(partial(self._compare, dialog))
        dialog.open()

    def _look_again(self, dialog: MergeDialog, place: int, one: Incoming, options: MergeOptions) -> None:
        self._session.ask(
            lambda desk: look(desk, one.delivery, options),
            while_there(dialog, partial(dialog.show_summary, place)),
        )

    def _compare(self, dialog: MergeDialog, incoming: Incoming, arrival: Arrival) -> None:
        def page(desk: Desk) -> ArticlePage:
            return article_page(desk, arrival.like)

        self._session.ask(
            page, while_there(dialog, lambda found: self._show_texts(dialog, found, incoming, arrival))
        )

    def _show_texts(
        self, dialog: MergeDialog, here: ArticlePage, incoming: Incoming, arrival: Arrival
    ) -> None:
        from annotator.window.texts.window import Side, TextsWindow

        title, text = incoming.text_of(arrival.article)
        ours = Side(here.title, say("texts.here"), here.text)
        theirs = Side(title, say("texts.sent", name=sender(incoming.summary)), text)
        TextsWindow(ours, theirs, self._theme(), dialog).show()

    def _all_taken(self) -> None:
        taking, self._taking = self._taking, None
        self._progress.finish()
        assert taking is not None
        taking.deleteLater()
        if taking.problems:
            self._messages.problem("\n".join(taking.problems))
        if taking.stopped:
            self._messages.notice(say("merging.stopped", count=len(taking.taken)))
        elif taking.taken:
            self._tell(taking.taken)
        article, seen = _first_to_see([incoming for incoming, _ in taking.taken])
        if article:
            self.taken.emit(article, seen)

    def _tell(self, taken: Sequence[tuple[Incoming, Changes]]) -> None:
        steps = tuple(changes.step for _, changes in taken if changes.step)
        summary = taken[0][0].summary
        if len(taken) == 1:
            words = say("merging.taken", name=sender(summary), what=in_short(summary))
        else:
            words = say("merging.taken_several", count=len(taken))
        if steps:
            self._said, self._steps = words, steps
            self._messages.notice(words, say("window.undo_action"), self._undo)

    def _undo(self) -> None:
        steps, self._steps = self._steps, ()
        for _ in steps:
            self._session.undo(LIBRARY)

    def _changed(self, changes: Changes) -> None:
        """What the button would take back must be the newest."""
        if changes.step and self._steps and changes.step not in self._steps:
            self._steps = ()
            self._messages.take_back(self._said)


def _first_to_see(taken: Sequence[Incoming]) -> tuple[str, bool]:
    """The article to show, and whether something of colleagues is in it that may be seen."""
    arrivals = [arrival for one in taken for arrival in one.summary.arrivals]
    with_work = [
        one for one in arrivals if not one.hidden and one.claims + one.changed + one.reviews + one.comments
    ]
    for arrival in [*with_work, *arrivals][:1]:
        return arrival.article, arrival in with_work
    return "", False
