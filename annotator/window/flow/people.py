"""Who works in this window: asked once in a new library, and changed where a machine has several people."""

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.desk import commands
from annotator.desk.desk import Desk
from annotator.desk.devices import unpair
from annotator.desk.queries.people import me, people
from annotator.desk.work import Command
from annotator.model.changes import Changes
from annotator.model.errors import RedPencilError
from annotator.model.rows import Reviewer
from annotator.model.views import PersonView
from annotator.window.claims.editor import ClaimEditor
from annotator.window.dialogs.message_bar import MessageBar
from annotator.window.flow.reading import Reading
from annotator.window.frame.look import Look
from annotator.window.frame.status import Status
from annotator.window.session import Session
from annotator.words import say, say_all

if TYPE_CHECKING:
    from annotator.window.preferences.me import MePage
    from annotator.window.who.first_time import FirstTime
    from annotator.window.who.someone import SomeoneDialog


class Parts(NamedTuple):
    """What of the window this flow works with; `below` is the column under whose page the question stands."""

    window: QWidget
    editor: ClaimEditor
    status: Status
    messages: MessageBar
    below: QVBoxLayout
    look: Look


class PeopleHere(QObject):
    """Asks who somebody is, and lets another person of this machine take over.

    Signals: `preferences_wanted` from the menu of people, `page_wanted` where the keys have nowhere to go,
    `asking` with the strip in which somebody is asked.
    """

    preferences_wanted = Signal()
    page_wanted = Signal()
    asking = Signal(object)

    def __init__(self, session: Session, reading: Reading, parts: Parts) -> None:
        super().__init__()
        self._session, self._reading, self._parts = session, reading, parts
        self._strip: FirstTime | None = None

    def begin(self) -> None:
        """Asks for a name and a colour below the page, if nobody was ever asked in this library."""
        self._session.ask(_unnamed, self._ask_once)

    def choose(self) -> None:
        """Opens the menu of those who work here, at the name in the line at the foot."""
        self._session.ask(people, self._show_menu)

    def switch(self, reviewer: str) -> None:
        """Lets another person of this machine work; typing is kept first, nothing stays picked."""
        if self._may_leave():
            self._session.switch(reviewer, self._taken_over)

    def add(self, name: str, colour: str) -> None:
        """Makes one more person of this machine, who works from now on."""
        if self._may_leave():
            self._session.add_person(name, colour, self._taken_over, self._not_added)

    @cached_property
    def _someone(self) -> "SomeoneDialog":
        from annotator.desk.colours import COLOURS
        from annotator.window.who.someone import SomeoneDialog

        dialog = SomeoneDialog(COLOURS[0], self._parts.look.theme, self._parts.window)
        dialog.named.connect(self.add)
        return dialog

    def _ask_once(self, found: Reviewer | None) -> None:
        from annotator.window.who.first_time import FirstTime

        if found is None or self._strip is not None:
            return
        self._strip = FirstTime(found, self._parts.look.theme)
        self._strip.named.connect(self._name_me)
        self._strip.dismissed.connect(lambda: self._name_me(found.name, found.colour))
        self._parts.look.changed.connect(self._strip.set_theme)
        self._parts.below.addWidget(self._strip)
        self.asking.emit(self._strip)

    def _name_me(self, name: str, colour: str) -> None:
        command = commands.people.NameMe(name, colour)
        self._session.run(command, lambda _: self._answered(), self._not_named)

    def _answered(self) -> None:
        """The strip goes for good, and the keyboard to the page if it was there."""
        if self._strip is not None and self._strip.isVisible():
            focus = self._parts.window.focusWidget()
            had_keys = focus is not None and self._strip.isAncestorOf(focus)
            self._strip.hide()
            if had_keys:
                self.page_wanted.emit()

    def _not_named(self, error: RedPencilError) -> None:
        if self._strip is not None:
            self._strip.show_problem(say_all(error.key, error.values))

    def _show_menu(self, found: tuple[PersonView, ...]) -> None:
        from annotator.window.who.menu import people_menu

        here = [person for person in found if person.here]
        menu = people_menu(here, self._parts.look.theme, self.switch, self._parts.window)
        menu.addSeparator()
        menu.addAction(say("who.someone")).triggered.connect(lambda: self._ask_someone(found))
        menu.addAction(say("who.preferences")).triggered.connect(self.preferences_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._parts.status.place_for(menu.sizeHint()))

    def _ask_someone(self, found: tuple[PersonView, ...]) -> None:
        from annotator.desk.colours import suggest

        self._someone.begin(suggest(person.colour for person in found))
        self._someone.open()

    def _not_added(self, error: RedPencilError) -> None:
        self._someone.show_problem(say_all(error.key, error.values))

    def _may_leave(self) -> bool:
        """Keeps what is being typed. What was begun must be ended by who began it."""
        self._parts.editor.flush()
        if self._parts.editor.has_begun:
            self._parts.messages.notice(say("who.begun"))
            return False
        self._reading.pick(None)
        return True

    def _taken_over(self, _: Changes) -> None:
        if "_someone" in self.__dict__:
            self._someone.hide()
        self._answered()
        if self._reading.article:
            self._reading.open(self._reading.article)
        self._session.ask(me, self._tell)

    def _tell(self, found: Reviewer | None) -> None:
        if found is not None:
            self._parts.messages.notice(say("who.now", name=found.name))


def keep_me(session: Session, page: "MePage") -> None:
    """Does what the page of the preferences says about me, and shows on it what holds then."""
    from annotator.desk.queries.about_me import about_me
    from annotator.window.dialogs.once import while_there

    def show(_: object) -> None:
        session.ask(about_me, while_there(page, lambda found: page.show_me(found) if found else None))

    def tell(error: RedPencilError) -> None:
        page.show_problem(say_all(error.key, error.values))

    problem = while_there(page, tell)

    def run(command: Command) -> None:
        session.run(command, show, problem)

    page.me_changed.connect(lambda name, colour: run(commands.people.EditMe(name, colour)))
    page.also_me.connect(lambda reviewer: run(commands.people.AlsoMe(reviewer)))
    page.not_me.connect(lambda reviewer: run(commands.people.NotMe(reviewer)))
    page.not_mine.connect(
        lambda device: session.ask(lambda desk: unpair(desk.library, desk.me, device), show, problem)
    )


def _unnamed(desk: Desk) -> Reviewer | None:
    """Who works here, if that was never said."""
    return None if desk.is_named else me(desk)
