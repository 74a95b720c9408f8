"""What is searched is what holds now: what was taken back or became secret is found no longer."""

from pathlib import Path

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import DeleteClaim, TagClaim, WriteNote
from annotator.desk.commands.sources import EditSource, NewSource
from annotator.desk.commands.sourcing import AddEvidence, RemoveAttribution, RemoveEvidence, SayBy
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.desk.desk import Desk
from annotator.desk.queries.search import first_hits, ranked_hits
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.enums import SourceKind, StatusValue, Tag
from annotator.model.rows import Article, Source
from annotator.model.search import ClaimFilter, Hit, HitKind
from annotator.model.spans import Span
from tests.desk.conftest import FIRST
from tests.desk.content import quick_desk

MONEY, LIE = Span(0, 20), Span(42, 55)


def hits(desk: Desk, words: str, only: ClaimFilter = ClaimFilter()) -> list[Hit]:  # noqa: B008 (frozen)
    """The best hits, article by article."""
    return [hit for group in ranked_hits(desk, words, only).groups for hit in group.hits]


def claims(desk: Desk, only: ClaimFilter) -> set[str | None]:
    return {hit.claim for hit in hits(desk, "", only)}


def claim(desk: Desk, span: Span = MONEY) -> str:
    article = desk.library.where(Article, title="First")[0].id
    return desk.run(TagClaim(article, span, Tag.ALLEGATION)).made[0]


def source(desk: Desk, name: str) -> Source:
    return desk.library.where(Source, name=name)[0]


def test_a_source_that_becomes_confidential_is_found_no_longer(desk):
    desk.run(SayBy(claim(desk), NewSource("Mara Lindqvist", role="deckhand")))
    assert len(hits(desk, "lindqvist")) == 1
    secret = NewSource("Mara Lindqvist", role="deckhand", confidential=True)
    desk.run(EditSource(source(desk, "Mara Lindqvist").id, secret))
    assert hits(desk, "lindqvist") == []
    index = desk.library.query("SELECT name FROM search_sources")
    assert not any("lindqvist" in row["name"] for row in index)


def test_the_article_itself_and_nobody_are_no_names_to_find(desk):
    for kind, span in ((SourceKind.ARTICLE, MONEY), (SourceKind.UNNAMED, LIE)):
        (there,) = desk.library.where(Source, kind=kind)
        desk.run(SayBy(claim(desk, span), there.id))
        assert hits(desk, there.name) == []


def test_a_source_is_found_by_the_first_claim_that_names_it_as_long_as_one_does(desk):
    late, early = claim(desk, LIE), claim(desk)
    (said,) = desk.run(SayBy(late, NewSource("Mara Lindqvist"))).made
    mara = source(desk, "Mara Lindqvist").id
    (backed,) = desk.run(AddEvidence(early, mara)).made
    assert [(hit.kind, hit.claim) for hit in hits(desk, "lindqvist")] == [(HitKind.SOURCE, early)]
    desk.run(RemoveEvidence(backed))
    assert [hit.claim for hit in hits(desk, "lindqvist")] == [late]
    desk.run(RemoveAttribution(said))
    assert hits(desk, "lindqvist") == []


def test_filters_see_what_was_taken_away(desk):
    one = claim(desk)
    (said,) = desk.run(SayBy(one, NewSource("Mara Lindqvist"))).made
    (backed,) = desk.run(AddEvidence(one, NewSource("Ledger"))).made
    desk.run(RemoveAttribution(said))
    desk.run(RemoveEvidence(backed))
    assert (
        claims(desk, ClaimFilter(source="Mara Lindqvist"))
        == claims(desk, ClaimFilter(evidence=True))
        == set()
    )
    assert claims(desk, ClaimFilter(source="")) == claims(desk, ClaimFilter(evidence=False)) == {one}


def test_of_several_peoples_statuses_the_newest_is_filtered_by(path: Path):
    with quick_desk(path, "Kim") as desk:
        one = claim(desk)
        desk.run(SetStatus(one, StatusFields(StatusValue.CONFIRMED, "by phone")))
    with quick_desk(path, "Ada") as desk:
        desk.run(SetStatus(one, StatusFields(StatusValue.DISPUTED)))
        assert claims(desk, ClaimFilter(status=StatusValue.CONFIRMED)) == set()
        assert claims(desk, ClaimFilter(status=StatusValue.DISPUTED)) == {one}
        desk.run(SetStatus(one, StatusFields()))
        assert claims(desk, ClaimFilter(status=StatusValue.CONFIRMED)) == {one}
        assert claims(desk, ClaimFilter(status=StatusValue.DISPUTED)) == set()


def test_a_withdrawn_claim_leaves_the_index(path: Path):
    with quick_desk(path, "Kim") as desk:
        one = claim(desk)
        desk.run(WriteNote(one, "treasurer"))
    with quick_desk(path, "Ada") as desk:
        desk.run(AddEvidence(one, NewSource("Ledger")))
    with quick_desk(path, "Kim") as desk:
        assert len(hits(desk, "treasurer")) == 1
        assert desk.run(DeleteClaim(one)).notice == "claim.withdrawn"
        assert hits(desk, "treasurer") == hits(desk, "ledger") == []
        assert desk.library.query("SELECT * FROM search_claims") == []
        desk.undo(desk.library.where(Article, title="First")[0].id)
        assert len(hits(desk, "treasurer")) == 1


def test_where_a_text_appeared_again_is_found_until_that_is_undone(desk):
    desk.run(ImportArticle(Draft(FIRST, "First", publisher="Evening Post")))
    assert len(hits(desk, "evening")) == 1
    desk.undo(LIBRARY)
    assert hits(desk, "evening") == []


def test_a_claim_shows_by_its_own_words_first(desk):
    one = claim(desk)
    desk.run(WriteNote(one, "the money again"))
    assert [(hit.kind, hit.words) for hit in hits(desk, "money") if hit.claim] == [
        (HitKind.CLAIM, "The mayor took money")
    ]


def test_a_title_weighs_more_than_a_text_full_of_the_word(desk):
    desk.run(ImportArticle(Draft("A horse ran by.", "Zebra")))
    desk.run(ImportArticle(Draft("Zebra, zebra, zebra, zebra.", "Horses")))
    assert [group.title for group in ranked_hits(desk, "zebra").groups] == ["Zebra", "Horses"]


def test_an_article_stands_as_high_as_its_highest_hit(desk):
    claim(desk)
    desk.run(ImportArticle(Draft("The mayor took money elsewhere.", "Newer")))
    # The newer text is the first text, but First has the first claim, and claims come first.
    assert [group.title for group in first_hits(desk, "mayor").groups] == ["First", "Newer"]
