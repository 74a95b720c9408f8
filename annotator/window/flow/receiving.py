"""Claims of other tools on their way in: looked at in a dialog, taken in by one step."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.model.changes import Changes
from annotator.model.errors import RedPencilError
from annotator.model.received import Received
from annotator.model.receptions import Reception
from annotator.model.views import ArticleLine
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.session import Session
from annotator.window.sources.late import while_there
from annotator.words import say_all

if TYPE_CHECKING:
    from annotator.desk.receiving.plan import Wishes
    from annotator.window.receiving.dialog import ReceiveDialog

#: Hears what came in, in words, and the id of the article that got it.
Then = Callable[[tuple[str, str]], None]


class Receiving(QObject):
    """Shows what a file of claims comes to. Signal: `opened` with the id of the article to show."""

    opened = Signal(str)

    def __init__(self, session: Session, window: QWidget, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._window, self._messages = session, window, messages

    def look_at(self, received: Received, over: QWidget, then: Then = lambda _: None) -> None:
        """Asks what the file's labels mean and where its claims go; `then` hears once they came in."""
        from annotator.desk.receiving import look

        def found(desk: Desk) -> tuple[Reception, tuple[ArticleLine, ...]]:
            return look(desk, received), article_lines(desk)

        self._session.ask(
            found,
            while_there(over, lambda answer: self._show(received, over, then, *answer)),
            self._refused,
        )

    def _show(
        self,
        received: Received,
        over: QWidget,
        then: Then,
        reception: Reception,
        lines: tuple[ArticleLine, ...],
    ) -> None:
        from annotator.window.receiving.dialog import ReceiveDialog

        dialog = ReceiveDialog(received, reception, lines, over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.look_wanted.connect(lambda wishes: self._look_again(dialog, received, wishes))
        dialog.take_wanted.connect(lambda wishes: self._take_in(dialog, received, wishes, then))
        dialog.open()

    def _look_again(self, dialog: "ReceiveDialog", received: Received, wishes: "Wishes") -> None:
        from annotator.desk.receiving import look

        self._session.ask(
            lambda desk: look(desk, received, wishes.mapping, wishes.articles, as_mine=wishes.as_mine),
            while_there(dialog, lambda reception: dialog.show_reception(wishes, reception)),
            while_there(dialog, dialog.refuse),
        )

    def _take_in(self, dialog: "ReceiveDialog", received: Received, wishes: "Wishes", then: Then) -> None:
        from annotator.desk.receiving import TakeClaims

        words = dialog.told

        def came_in(changes: Changes) -> None:
            article = changes.made[0] if changes.made else ""
            while_there(dialog, lambda _: dialog.done(dialog.DialogCode.Accepted))(changes)
            if article:
                self.opened.emit(article)
            if not changes.notice:  # else the command itself has something to say
                self._messages.notice(words)
            then((words, article))

        self._session.run(
            TakeClaims(received, wishes.mapping, wishes.articles, wishes.as_mine),
            came_in,
            while_there(dialog, dialog.refuse),
        )

    def _refused(self, error: RedPencilError) -> None:
        self._messages.problem(say_all(error.key, error.values))
