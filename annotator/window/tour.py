"""The tour: the real window at work on a sample, by mouse and keyboard, leaving pictures and an export."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.desk.settings import Settings
from annotator.desk.transfer import Choice
from annotator.model.errors import BadInput
from annotator.window.app import make_application
from annotator.window.frame.main_window import MainWindow
from annotator.window.hands import drag, press, span_of, type_words, wait_until
from annotator.window.starting.starter import Starter
from annotator.window.translation import speak_as_chosen
from annotator.words import say

_MARKED, _BARE, _ARABIC = "01-harbour-ferry.txt", "03-theatre-audit.txt", "06-mina.txt"
_NOT_CHECKABLE = "I hope that this is the last report of its kind"
_FACT = "ticket stubs had been kept “in shoeboxes” until last winter"
_DENIAL = "“Not one penny has left this building in anybody’s pocket,”"

#: What makes a folder one of an earlier tour, which may be replaced; no library of a person is called so.
_OURS = "tour.sqlite"


def play(folder: str) -> int:
    """Plays the tour into a folder and answers with the exit code.

    Raises BadInput for a folder with other things in it: only an earlier tour is replaced.
    """
    place = Path(folder)
    if place.exists():
        if any(place.iterdir()) and not (place / _OURS).is_file():
            raise BadInput("tour.not_empty", folder=folder)
        shutil.rmtree(place)
    place.mkdir(parents=True)
    app = make_application()
    speak_as_chosen(app, Settings())
    tour = Tour(place)
    try:
        tour.play()
    finally:
        tour.close()
        app.processEvents()
    print(say("tour.done", folder=folder))  # noqa: T201 (the tour is a command)
    return 0


class Tour:
    """Each stop does one thing a newcomer would do, then takes a picture."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        settings = Settings(folder / "settings.json")
        settings.put(theme="light")
        self._starter = Starter(settings)

    @property
    def window(self) -> MainWindow:
        """The window on tour."""
        assert self._starter.window is not None
        return self._starter.window

    def play(self) -> None:
        """From the welcome to the export, in light and dark."""
        self._starter.open(self._folder / _OURS)
        wait_until(lambda: self._starter.window is not None)
        self.picture("1-welcome")
        self.choose_sample(_BARE)
        self.picture("2-article")
        self.mark(_NOT_CHECKABLE, Qt.Key.Key_A)
        self.undo()
        for words, key in ((_FACT, Qt.Key.Key_F), (_DENIAL, Qt.Key.Key_D)):
            self.mark(words, key)
            self.say_by("Oona Prewett")
        self.picture("3-marked")
        self.choose_sample(_MARKED)
        self.pick("rejected the account")
        self.picture("window")
        self.wear("dark")
        self.picture("window-dark")
        self.choose_sample(_ARABIC)
        self.picture("4-arabic-dark")
        self.wear("light")
        self.picture("5-arabic")
        for name, form in (("claims.csv", "csv"), ("claims.md", "markdown"), ("claims.json", "json")):
            self.export(name, form)
        self.window.close()

    def close(self) -> None:
        """Closes the library."""
        self._starter.close()

    def picture(self, name: str) -> None:
        """Takes a picture of the window once everything is shown."""
        self._settle()
        QTest.qWait(300)  # the meters of the list follow by a moment
        self._settle()
        self.window.grab().save(str(self._folder / f"{name}.png"))

    def choose_sample(self, file: str) -> None:
        """Opens a sample, as the welcome's cards and the File menu do."""
        before = self.window.reading.article
        self.window.importing.add_sample(file)
        wait_until(lambda: self.window.reading.article not in ("", before))

    def mark(self, words: str, key: Qt.Key) -> None:
        """Drags over words and presses a tag's key."""
        page, view = self.window.reading.page, self.window.view
        assert page is not None
        claims = len(self.window.reading.lines)
        drag(view, span_of(page.text, words))
        press(view, key)
        wait_until(lambda: len(self.window.reading.lines) == claims + 1)
        self._settle()

    def undo(self) -> None:
        """Takes the last step back."""
        claims = len(self.window.reading.lines)
        press(self.window.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        wait_until(lambda: len(self.window.reading.lines) == claims - 1)

    def say_by(self, name: str) -> None:
        """Names the picked claim's source."""
        press(self.window.view, Qt.Key.Key_S)
        self._settle()
        field = self.window.editor.said_by.field
        type_words(field, name)
        press(field, Qt.Key.Key_Return)
        wait_until(lambda: self._speakers() == (name,))

    def pick(self, beginning: str) -> None:
        """Picks a claim by how it begins."""
        self._settle()  # an article shows before its claims are read
        line = next(line for line in self.window.reading.lines if line.quote.startswith(beginning))
        self.window.reading.pick(line.id)

    def wear(self, theme: str) -> None:
        """Changes into light or dark."""
        self.window.look.choose(theme)

    def export(self, name: str, form: str) -> None:
        """Writes the sample's claims to a file."""
        sample = self.window.reading.article
        self.window.exporting.write(self._folder / name, Choice(self._exported(sample)), form)
        wait_until((self._folder / name).is_file)

    def _exported(self, open_now: str) -> tuple[str, ...]:
        """The article with claims, which is not the one open last."""
        return tuple(line.id for line in self.window.exporting.known if line.id != open_now)

    def _speakers(self) -> tuple[str, ...]:
        line = self.window.reading.line(self.window.reading.picked or "")
        return line.speakers if line else ()

    def _settle(self) -> None:
        wait_until(lambda: self.window.session.idle)
