"""A library in which Ada and Bob marked one article, and the window of Ada on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_page
from annotator.desk.settings import Settings
from annotator.desk.work import Command
from annotator.model.drafts import Draft
from annotator.model.enums import Tag, Verdict
from annotator.window.app import Starter
from annotator.window.hands import span_of
from tests.desk.content import quick_desk
from tests.journeys.person import Person, leave

TEXT = (
    "Harbour ferry\n\n"
    "The ferry returns in June, its operator said. "
    "A former bookkeeper accuses the company of charging one repair to two grants. "
    "The company rejected the account, saying each repair was charged once. "
    "Its books were open to auditors. Two grants were paid in March. A hearing is due in spring.\n"
)
ADA = (
    ("The ferry returns in June", Tag.FACT),
    ("accuses the company", Tag.ALLEGATION),
    ("rejected the account", Tag.DENIAL),
    ("A hearing is due", Tag.FACT),
)
BOB = (
    ("The ferry returns in June", Tag.FACT),
    ("accuses the company", Tag.FACT),
    ("rejected the account, saying each repair was charged once", Tag.DENIAL),
    ("Its books were open", Tag.FACT),
)


class Together(Person):
    """Ada before her window; Bob works in the same library while it is closed."""

    article = ""

    def id_of(self, words: str, mine: bool) -> str:
        """A claim whose words begin so, of mine or of Bob's."""
        found = (line for line in self.claims if line.quote.startswith(words) and line.mine is mine)
        return next(found).id

    def word(self, claim: str) -> Verdict | None:
        """My word on a claim as the library has it."""
        return next((one.verdict for one in self.whole(claim).reviews if one.mine), None)

    def known(self) -> None:
        """Waits until what was changed last is known to the Review tab."""
        done: list[bool] = []
        self.window.colleagues.once_known(lambda: done.append(True))
        self.settle()
        assert done

    def write(self, words: str) -> None:
        """Types where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget(), words)

    def enter(self) -> None:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        self.settle()


@pytest.fixture
def two(qtbot, tmp_path: Path) -> Iterator[Callable[..., Together]]:
    """Opens Ada's window after Bob has done what is given, each made of the article and Ada's claims."""
    path = tmp_path / "library.sqlite"
    starter = Starter(Settings(tmp_path / "settings.json"))

    def opened(*bobs: Callable[[str, dict[str, str]], Command], bobs_claims: bool = True) -> Together:
        article, adas = _written(path, BOB if bobs_claims else ())
        with quick_desk(path, reviewer="Bob") as desk:
            for wanted in bobs:
                desk.run(wanted(article, adas))
        person = Together(starter, path)
        person.article = article
        person.window.session.ask(lambda desk: desk.library.query("PRAGMA synchronous = OFF"))
        person.window.reading.open(article)
        person.settle()
        return person

    yield opened
    leave(starter)


def _written(path: Path, bobs: tuple[tuple[str, Tag], ...]) -> tuple[str, dict[str, str]]:
    with quick_desk(path, reviewer="Ada") as desk:
        article = desk.run(ImportArticle(Draft(TEXT, "Harbour ferry"))).made[0]
        adas = {words: _tag(desk, article, words, tag) for words, tag in ADA}
    with quick_desk(path, reviewer="Bob") as desk:
        for words, tag in bobs:
            _tag(desk, article, words, tag)
    return article, adas


def _tag(desk: Desk, article: str, words: str, tag: Tag) -> str:
    return desk.run(TagClaim(article, span_of(article_page(desk, article).text, words), tag)).made[0]
