"""Libraries to work in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.desk.commands.answers import Link
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields, SayBy
from annotator.desk.desk import Desk
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.rows import Article
from annotator.model.spans import Span
from tests.desk.content import quick_desk

FIRST = "The mayor took money, a witness said. 😀 “That is a lie,” her office said.\n\nThe council met twice."
SECOND = "A company denied it. Nobody else would speak, and the file was closed in May."


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with two articles, to be copied."""
    path = tmp_path_factory.mktemp("prepared") / "library.sqlite"
    with quick_desk(path) as desk:
        desk.run(ImportArticle(Draft(FIRST, "First")))
        desk.run(ImportArticle(Draft(SECOND, "Second")))
    return path


@pytest.fixture(scope="session")
def shared(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same library, in which Kim has marked the first article too; to be copied."""
    path = tmp_path_factory.mktemp("shared") / "library.sqlite"
    path.write_bytes(prepared.read_bytes())
    with quick_desk(path, "Kim") as desk:
        article = desk.library.where(Article)[0].id
        (allegation,) = desk.run(TagClaim(article, Span(0, 20), Tag.ALLEGATION)).made
        (denial,) = desk.run(TagClaim(article, Span(43, 56), Tag.DENIAL)).made
        desk.run(TagClaim(article, Span(4, 9), Tag.FACT))
        desk.run(Link(denial, allegation))
        desk.run(SayBy(allegation, NewSource("Ben"), Span(4, 9), "said"))
        desk.run(AddEvidence(allegation, NewSource("Ledger"), EvidenceFields(quote="page 4")))
    return path


@pytest.fixture
def path(prepared: Path, tmp_path: Path) -> Path:
    """A library with two articles."""
    copy = tmp_path / "library.sqlite"
    copy.write_bytes(prepared.read_bytes())
    return copy


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    """A desk on a library with two articles."""
    with quick_desk(path) as opened:
        yield opened
