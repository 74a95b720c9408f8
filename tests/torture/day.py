"""What a checker does all day in the window, one thing after the other, by mouse and keys."""

import random
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.transfer import Choice
from annotator.model.drafts import Draft
from annotator.model.spans import Span
from annotator.window.hands import drag, wait_until
from tests.journeys.person import CTRL, NONE, SHIFT, Person

K = Qt.Key

#: Into so many things is a new article imported, as drafts come in over a day.
_NEW_ARTICLE = 60
_SENTENCES = (
    "The mayor’s office denied that {n} berths had been sold to a company in the harbour.",
    "A witness, who asked not to be named, said she had seen the ledger {n} times.",
    "“That is a lie,” a spokesman told the council on day {n} of the hearing 😀.",
    "According to the annual report, {n} members met twice and voted once.",
    "The ferry made {n} crossings in May, the company says, and none in June.",
)
_NAMES = ("Ada Møller", "the harbour company", "Oona Prewett", "Coast Courier", "a spokesman", "Reuters")
#: What opens beside the page or over it, and is closed again.
_DIALOGS = (
    *("preferences", "keys", "codebook", "sources", "call_sheet", "bin", "details", "about"),
    *("restore", "export", "send", "agreement", "packets"),
)
_TABS = ("tab_points", "tab_review", "tab_history", "tab_claims")
_FORMATS = (("day.csv", "csv"), ("day.json", "json"), ("day.md", "markdown"), ("day.html", "html"))


class Day:
    """Somebody at work; `act` does the next thing and says what it was."""

    def __init__(self, person: Person, folder: Path, choose: random.Random) -> None:
        self._person, self._folder, self._choose = person, folder, choose
        self._done = 0
        self._things: dict[str, tuple[int, Callable[[], None]]] = {
            "mark": (24, self._mark),
            "said by": (10, self._say_by),
            "evidence": (4, self._back_up),
            "note": (5, self._note),
            "retag": (5, self._retag),
            "read on": (14, self._read_on),
            "nothing here": (6, lambda: person.press(K.Key_Space)),
            "undo": (6, person.undo),
            "redo": (3, person.redo),
            "delete": (2, lambda: person.press(K.Key_Delete)),
            "pick": (5, self._pick),
            "open article": (4, self._open),
            "find": (3, self._find),
            "search": (3, self._search),
            "tab": (3, lambda: person.menu(choose.choice(_TABS))),
            "dialog": (4, self._dialog),
            "palette": (2, self._palette),
            "export": (2, self._export),
            "theme": (1, lambda: person.window.look.choose(choose.choice(("light", "dark")))),
            "zoom": (1, lambda: person.menu(choose.choice(("zoom_in", "zoom_out", "zoom_reset")))),
        }

    def act(self) -> str:
        """Does one thing and waits until the window has taken it in."""
        if self._done % _NEW_ARTICLE == 0:
            what, do = "import", self._import
        else:
            what = self._choose.choices([*self._things], [weight for weight, _ in self._things.values()])[0]
            do = self._things[what][1]
        self._done += 1
        do()
        self._person.settle()
        return what

    def _import(self) -> None:
        """A new article of some twenty paragraphs, which is opened."""
        numbers = (self._choose.randrange(1_000) for _ in range(60))
        made = [self._choose.choice(_SENTENCES).format(n=number) for number in numbers]
        text = "\n\n".join(
            [f"Draft {self._done}", *(" ".join(islice(made, n, n + 3)) for n in range(0, 60, 3))]
        )
        open_it = self._person.window.reading.open
        self._person.window.session.run(
            ImportArticle(Draft(text, f"Draft {self._done}")), lambda changes: open_it(changes.made[0])
        )

    def _mark(self) -> None:
        """Drags over some words of a sentence and presses a key."""
        person = self._person
        sentence = self._choose.choice(person.window.reading.page.sentences)
        words = sentence.cut(person.text).rstrip(".”")
        begin = words.index(self._choose.choice(words.split()[: 1 + words.count(" ") // 2]))
        drag(person.view, Span(sentence.start + begin, sentence.start + len(words)))
        person.settle()
        person.press(self._choose.choice((K.Key_A, K.Key_D, K.Key_F)))

    def _say_by(self) -> None:
        if self._person.picked is not None:
            self._person.say_by(self._choose.choice(_NAMES))

    def _back_up(self) -> None:
        if self._person.picked is not None:
            self._person.press(K.Key_E)
            self._type(self._choose.choice(_NAMES), K.Key_Return)

    def _note(self) -> None:
        if self._person.picked is not None:
            self._person.press(K.Key_N)
            self._type(f"Ask again about {self._done}.")

    def _type(self, words: str, *keys: Qt.Key) -> None:
        """Types where the focus is, and goes back to the article."""
        for key in (None, *keys, K.Key_Escape):
            field = QApplication.focusWidget()
            if field is None or field is self._person.view:
                return
            if key is None:
                QTest.keyClicks(field, words)
            else:
                QTest.keyClick(field, key)
            self._person.settle()

    def _retag(self) -> None:
        if self._person.picked is not None:
            self._person.press(self._choose.choice((K.Key_A, K.Key_D, K.Key_F)))

    def _read_on(self) -> None:
        key = self._choose.choice((K.Key_Down, K.Key_Down, K.Key_Down, K.Key_Up, K.Key_PageDown))
        self._person.press(key, self._choose.choice((NONE, NONE, SHIFT)))

    def _pick(self) -> None:
        if claims := self._person.claims:
            self._person.window.reading.pick(self._choose.choice(claims).id)

    def _open(self) -> None:
        """Another article, in the list, by keys."""
        shown = self._person.window.articles.list
        shown.setFocus()
        for _ in range(self._choose.randint(1, 4)):
            QTest.keyClick(shown, self._choose.choice((K.Key_Down, K.Key_Up)))
        QTest.keyClick(shown, K.Key_Return)

    def _find(self) -> None:
        self._person.press(K.Key_F, CTRL)
        self._type(self._choose.choice(("ledger", "said", "harbour", "denied")), K.Key_Return)

    def _search(self) -> None:
        field = self._person.window.articles.search
        field.setFocus()
        QTest.keyClicks(field, self._choose.choice(("mayor", "witness", "company", "zzz")))
        self._person.settle()
        QTest.keyClick(field, K.Key_Escape)
        self._person.view.setFocus()

    def _dialog(self) -> None:
        """Opens something and closes it by Escape, however late it comes."""
        action = self._person.window.actions_[self._choose.choice(_DIALOGS)]
        if not action.isEnabled():
            return
        seen: list[QWidget] = []
        escape = QTimer()
        escape.timeout.connect(lambda: seen.extend(_escaped()))
        escape.start(20)
        action.trigger()
        wait_until(lambda: bool(seen))
        wait_until(lambda: not _dialogs())
        escape.stop()
        self._person.window.activateWindow()

    def _palette(self) -> None:
        self._person.menu("palette")
        self._type(self._choose.choice(("zoom", "bin", "theme")))

    def _export(self) -> None:
        name, form = self._choose.choice(_FORMATS)
        article = self._person.window.reading.article
        self._person.window.exporting.write(self._folder / name, Choice((article,)), form)


def _dialogs() -> list[QDialog]:
    """The dialogs that are open."""
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, QDialog) and one.isVisible()]


def _escaped() -> list[QWidget]:
    """Escape, to whatever is open over the window; what that was."""
    over = (
        QApplication.activePopupWidget() or QApplication.activeModalWidget() or next(iter(_dialogs()), None)
    )
    if over is None:
        return []
    QTest.keyClick(over, K.Key_Escape)
    return [over]
