"""What the window tells: notices after a change, reasons for a refusal, changes the disk did not take."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from annotator.model.changes import Changes
from annotator.model.errors import RedPencilError
from annotator.window.dialogs.message_bar import MessageBar, Way
from annotator.window.frame.status import Status
from annotator.window.session import Session
from annotator.words import say, say_all
from annotator.words.stored import say_stored

#: When changes that the disk did not take are tried again by themselves, in milliseconds: soon at first, then
#: after twice as long each time.
_SOON, _LATEST = 2_000, 30_000

#: Steps that write much at once: what tells of them offers to take them back.
_AT_ONCE = frozenset({"step.agree_all"})

#: A change that takes no longer than this shows as saved at once, in milliseconds.
_PATIENCE = 500


class Telling(QObject):
    """Keeps the message bar and the word "Saved" true.

    Signal: `elsewhere_wanted` to save to another place what the disk does not take.
    """

    elsewhere_wanted = Signal()

    def __init__(self, session: Session, bar: MessageBar, status: Status) -> None:
        super().__init__()
        self._session, self._bar, self._status = session, bar, status
        self._saved_at = ""
        self._in_trouble = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_SOON)
        self._again.timeout.connect(self._try_again)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(status.show_saving)
        session.changed.connect(self._changed)
        session.saving.connect(self._saving)
        session.refused.connect(self.refuse)
        session.unsaved.connect(self._unsaved)
        session.damaged.connect(self._give_up)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._came_back)

    def hint(self, key: str) -> None:
        """Tells something in passing."""
        self._bar.notice(say(key))

    def hint_over(self, key: str) -> None:
        """Takes back what was told in passing, where it holds no longer."""
        self._bar.take_back(say(key))

    def refuse(self, error: RedPencilError) -> None:
        """Tells why something was not done."""
        self._bar.notice(say_all(error.key, error.values))

    def _changed(self, changes: Changes) -> None:
        if changes.step:
            self._saved_at = changes.saved
            self._status.show_saved(changes.saved)
        if changes.notice:
            self._notice(changes)
        if self._solved():
            self._bar.notice(say("window.saved_again"))

    def _notice(self, changes: Changes) -> None:
        words = say_stored(changes.notice, changes.notice_values)
        if changes.label in _AT_ONCE and changes.step:
            scope = next(iter(changes.articles))
            self._bar.notice(words, say("window.undo_action"), lambda: self._session.undo(scope))
        else:
            self._bar.notice(words)

    def _saving(self, on: bool) -> None:
        if on:
            self._patience.start()
            return
        self._patience.stop()
        if not self._session.has_unsaved:
            self._status.show_saved(self._saved_at)
            self._solved()

    def _solved(self) -> bool:
        """Whether a trouble with the disk is over now, be it that what was kept is done or refused."""
        if not self._in_trouble or self._session.has_unsaved:
            return False
        self._give_up()
        self._again.setInterval(_SOON)
        return True

    def _unsaved(self, error: RedPencilError) -> None:
        self._status.show_unsaved()
        if self._session.report is not None:  # the disk is the least trouble of a damaged library
            return
        elsewhere = Way(say("saving.elsewhere"), self.elsewhere_wanted.emit)
        words = f"{say_all(error.key, error.values)} {say('saving.kept')}"
        self._bar.problem(words, say("window.try_again"), self._session.try_again, also=elsewhere)
        self._in_trouble = True
        if not self._again.isActive():
            self._again.start()

    def _try_again(self) -> None:
        self._again.setInterval(min(2 * self._again.interval(), _LATEST))
        self._session.try_again()

    def _came_back(self, state: Qt.ApplicationState) -> None:
        """Whoever has made room comes back to see it used."""
        if self._in_trouble and state == Qt.ApplicationState.ApplicationActive:
            self._session.try_again()

    def _give_up(self) -> None:
        self._in_trouble = False
        self._again.stop()
        self._bar.solved()
