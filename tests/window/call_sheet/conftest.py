"""A real library with two articles and people to call, and the call sheet's window on it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.sources import AddSource, NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.desk.desk import Desk
from annotator.desk.queries.claims import claim_view
from annotator.desk.work import Command
from annotator.model.drafts import Draft
from annotator.model.enums import SourceKind, Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimView
from annotator.window.call_sheet.card import LineCard
from annotator.window.call_sheet.window import CallSheetWindow
from annotator.window.session import Session
from annotator.window.theme import load_theme
from tests.desk.content import quick_desk
from tests.window.at_work import AtWork

TEXT = (
    "The ferry returns in June, its operator said. It cost a million, its operator said.\n\n"
    "A former bookkeeper says Mayor Rask took money. The council was asleep."
)
OTHER = "The lock was closed in May, Coast Ferries said."


@dataclass(frozen=True)
class Made:
    """What stands in the prepared library, by id."""

    article: str
    other: str
    returns: str
    cost: str
    money: str
    asleep: str
    ferries: str
    rask: str
    keeper: str


def tagging(made: tuple[str, str], words: str, tag: Tag, text: str = TEXT) -> TagClaim:
    start = text.index(words)
    return TagClaim(made[0 if text is TEXT else 1], Span(start, start + len(words)), tag)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> tuple[Path, Made]:
    """The library, to be copied."""
    path = tmp_path_factory.mktemp("calls") / "library.sqlite"
    with quick_desk(path) as desk:

        def run(command: Command) -> str:
            return desk.run(command).made[0]

        articles = (
            run(ImportArticle(Draft(TEXT, "Harbour ferry"))),
            run(ImportArticle(Draft(OTHER, "The lock"))),
        )
        claims = (
            ("The ferry returns in June", Tag.FACT),
            ("It cost a million", Tag.FACT),
            ("took money", Tag.ALLEGATION),
            ("The council was asleep", Tag.ALLEGATION),
        )
        sources = (
            NewSource("Coast Ferries", SourceKind.ORGANISATION, role="operator", url="https://f.example"),
            NewSource("Ines Rask"),
            NewSource("Bo Lind", description="a bookkeeper", reason="fear", confidential=True),
        )
        tagged = [run(tagging(articles, words, tag)) for words, tag in claims]
        made = Made(*articles, *tagged, *(run(AddSource(source)) for source in sources))
        run(SayBy(made.returns, made.ferries))
        run(SayBy(made.cost, made.ferries))
        run(SayBy(made.money, made.keeper))
    return path, made


@pytest.fixture
def session(qtbot, tmp_path: Path, prepared: tuple[Path, Made]) -> Iterator[Session]:
    """A session on a copy of the library; no test here pulls a plug, so it does not wait for the disk."""
    copy = tmp_path / "library.sqlite"
    copy.write_bytes(prepared[0].read_bytes())
    opened = Session(copy, _quick)
    yield opened
    opened.close()


def _quick(path: Path) -> Desk:
    desk = Desk(path)
    desk.library.connection.execute("PRAGMA synchronous = OFF")
    return desk


class Calls(AtWork):
    """The session with its claims and sources; each call waits until the library has answered."""

    def __init__(self, qtbot, session: Session, made: Made) -> None:
        super().__init__(qtbot, session)
        for name, id_ in asdict(made).items():
            setattr(self, name, id_)

    def tag(self, words: str, tag: Tag, text: str = TEXT) -> str:
        return self.run(tagging((self.article, self.other), words, tag, text)).made[0]

    def view(self, claim: str) -> ClaimView:
        return self.ask(lambda desk: claim_view(desk, claim))

    def heard(self, claim: str) -> list[str]:
        return [piece.quote for piece in self.view(claim).evidence]

    def undo(self) -> None:
        self.session.undo(self.article)
        self.wait()


@pytest.fixture
def calls(qtbot, session: Session, prepared: tuple[Path, Made]) -> Calls:
    return Calls(qtbot, session, prepared[1])


class Shown:
    """The window as somebody sees it."""

    def __init__(self, window: CallSheetWindow) -> None:
        self.window = window

    def names(self) -> list[str]:
        return [self.window.sources.entries.index(row).data() for row in range(self.rows())]

    def rows(self) -> int:
        return self.window.sources.entries.rowCount()

    def pick(self, name: str) -> None:
        row = next(row for row, each in enumerate(self.names()) if each.startswith(name))
        self.window.sources.setCurrentIndex(self.window.sources.entries.index(row))

    def cards(self) -> tuple[LineCard, ...]:
        return self.window.sheet.cards

    def card(self, claim: str) -> LineCard:
        return next(card for card in self.cards() if card.line.claim.id == claim)

    def words(self) -> str:
        return "\n".join(card.told for card in self.cards())


@pytest.fixture
def shown(qtbot, calls: Calls) -> Shown:
    """The call sheet of the first article, in front."""
    window = CallSheetWindow(calls.session, load_theme("light"), calls.article)
    qtbot.addWidget(window)
    window.show_for(calls.article)
    qtbot.waitUntil(window.isActiveWindow)
    calls.wait()
    return Shown(window)
