"""The article of the shared folder, where it is: what is flagged is what was written down by hand."""

from pathlib import Path

import pytest

from annotator.desk.commands.answers import Link
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.reading import MarkRead
from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.desk.queries.articles import article_page
from annotator.desk.queries.points import open_points
from annotator.desk.transfer import read_file
from annotator.model.enums import ResponseKind, SourceKind
from annotator.model.points import Level
from annotator.model.rows import NOT_NAMED, THE_ARTICLE_ITSELF
from tests.desk.checks import seed_expectations as seed

_SEEDS = sorted((Path(__file__).parents[3].parent / "shared" / "seeds").glob("000_161d35b8*.txt"))

SOURCES = {
    seed.HUAWEI: NewSource("Huawei", SourceKind.ORGANISATION),
    seed.REUTERS: NewSource("Reuters", SourceKind.NEWS_REPORT),
    seed.GOVERNMENT: NewSource("U.S. government", SourceKind.ORGANISATION),
    seed.ITSELF: THE_ARTICLE_ITSELF,
    seed.NOBODY: NOT_NAMED,
}


class Checker:
    """Marks the article and tells what is open, by the names of the hand-written list."""

    def __init__(self, desk) -> None:
        self.desk = desk
        (self.article,) = desk.run(ImportArticle(read_file(_SEEDS[0]))).made
        self.page = article_page(desk, self.article)
        self.ids: dict[str, str] = {}

    def mark(self) -> None:
        for claim in seed.CLAIMS:
            span = claim.span(self.page.text, self.page.sentences)
            (self.ids[claim.name],) = self.desk.run(TagClaim(self.article, span, claim.tag)).made
        ticked = tuple(self.page.sentences[number - 1] for number in seed.TICKED)
        self.desk.run(MarkRead(self.article, ticked))

    def open(self) -> set[tuple[str, str | int]]:
        names = {claim: name for name, claim in self.ids.items()}
        starts = [sentence.start for sentence in self.page.sentences]
        return {
            (point.rule, names[point.claim] if point.claim else starts.index(point.span.start) + 1)
            for point in open_points(self.desk, self.article).points
        }


@pytest.mark.skipif(not _SEEDS, reason="the article is not ours and not everywhere")
def test_what_an_editor_wants_flagged_is_flagged_at_every_stage(desk):
    checker = Checker(desk)
    assert checker.open() == seed.UNTOUCHED
    checker.mark()
    assert checker.open() == seed.MARKED
    for claim in seed.CLAIMS:
        desk.run(SayBy(checker.ids[claim.name], SOURCES[claim.said_by]))
    assert checker.open() == seed.SOURCED
    for denial, allegation in seed.LINKS:
        desk.run(Link(checker.ids[denial], checker.ids[allegation]))
    assert checker.open() == seed.LINKED
    desk.run(Respond(checker.ids["hounded"], ResponseFields(ResponseKind.ASKED)))
    assert checker.open() == seed.LINKED
    desk.run(Respond(checker.ids["hounded"], ResponseFields(ResponseKind.DECLINED)))
    assert checker.open() == seed.ANSWERED
    page = open_points(desk, checker.article)
    assert not any(point.level is Level.MUST for point in page.points)
    assert (page.progress.must, page.progress.look, page.progress.read) == (0, 7, 1.0)


def test_the_list_holds_together():
    names = [claim.name for claim in seed.CLAIMS]
    assert len(names) == len(set(names))
    assert {name for link in seed.LINKS for name in link} <= set(names)
    assert len({point for point in seed.MARKED if "allegation" in point[0] or "denial" in point[0]}) == 10
