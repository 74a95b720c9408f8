"""Searching a library: what is found, where it is shown, and what is not found any more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.desk.commands.articles import ArticleDetails, EditDetails, ImportArticle, RemoveArticle
from annotator.desk.commands.claims import DeleteClaim, TagClaim, WriteNote, WritePlainWords
from annotator.desk.commands.sources import EditSource, JoinSources, NewSource
from annotator.desk.commands.sourcing import AddEvidence, SayBy
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.desk.desk import Desk
from annotator.desk.queries.claims import claim_lines
from annotator.desk.queries.search import choices, first_hits, ranked_hits
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.enums import StatusValue, Tag
from annotator.model.errors import Cancelled
from annotator.model.rows import Article, Source
from annotator.model.search import ClaimFilter, Hit, HitKind, SearchPage
from annotator.model.spans import Span
from tests.desk.conftest import FIRST, SECOND

MONEY, LIE = Span(0, 20), Span(42, 55)


def first_id(desk: Desk) -> str:
    return desk.library.where(Article, title="First")[0].id


def claim(desk: Desk, span: Span = MONEY, tag: Tag = Tag.ALLEGATION) -> str:
    return desk.run(TagClaim(first_id(desk), span, tag)).made[0]


def hits(page: SearchPage) -> list[Hit]:
    return [hit for group in page.groups for hit in group.hits]


def found(desk: Desk, words: str, only: ClaimFilter = ClaimFilter()) -> list[tuple[HitKind, str]]:  # noqa: B008 (frozen)
    """Kind and shown words of each hit; at once and ranked the same ones."""
    at_once, best = (
        sorted((hit.kind, hit.words) for hit in hits(ask(desk, words, only)))
        for ask in (first_hits, ranked_hits)
    )
    assert at_once == best
    assert ranked_hits(desk, words, only).total == len(best)
    return best


def test_a_text_with_the_place_in_it(desk):
    (hit,) = hits(first_hits(desk, "witness"))
    assert (hit.kind, hit.claim) == (HitKind.TEXT, None)
    assert hit.span.cut(FIRST) == "witness"
    assert [span.cut(hit.words) for span in hit.found] == ["witness"]


def test_a_place_behind_an_emoji(desk):
    (hit,) = hits(first_hits(desk, "council met"))
    assert hit.span.cut(FIRST) == "council"


def test_all_words_must_occur_and_the_last_may_go_on(desk):
    assert len(found(desk, "company closed fil")) == 1
    assert found(desk, "company closed fill") == []
    assert found(desk, "compan closed") == []
    assert len(found(desk, '"denied it"')) == 1
    assert found(desk, '"it denied"') == []


def test_title_and_publisher(desk):
    article = first_id(desk)
    desk.run(EditDetails(article, ArticleDetails("Harbour affair", publisher="Coast Courier")))
    assert len(found(desk, "harbour")) == len(found(desk, "courier witness")) == 1
    desk.run(EditDetails(article, ArticleDetails("Harbour affair", publisher="Daily")))
    assert found(desk, "courier") == []
    (group,) = first_hits(desk, "harb").groups
    assert [span.cut(group.title) for span in group.found] == ["Harbour"]


def test_a_claim_by_its_words_its_note_and_its_plain_words(desk):
    one = claim(desk)
    (hit, _) = hits(first_hits(desk, "mayor money"))
    assert (hit.kind, hit.claim, hit.span, hit.tag) == (HitKind.CLAIM, one, MONEY, Tag.ALLEGATION)
    desk.run(WriteNote(one, "ask the treasurer"))
    assert found(desk, "treasurer") == [(HitKind.NOTE, "ask the treasurer")]
    desk.run(WritePlainWords(one, "The mayor was bribed."))
    assert found(desk, "bribed") == [(HitKind.CLAIM, "The mayor was bribed.")]
    desk.undo(first_id(desk))
    assert found(desk, "bribed") == []


def test_a_private_note_is_not_found(desk):
    desk.run(WriteNote(claim(desk), "doubtful", private=True))
    assert found(desk, "doubtful") == []


def test_what_was_deleted_or_binned_is_not_found(desk):
    one = claim(desk)
    desk.run(WriteNote(one, "treasurer"))
    desk.run(DeleteClaim(one))
    assert found(desk, "treasurer") == []
    desk.undo(first_id(desk))
    desk.run(RemoveArticle(first_id(desk)))
    assert found(desk, "treasurer") == found(desk, "witness") == []
    desk.undo(LIBRARY)
    assert len(found(desk, "treasurer")) == len(found(desk, "witness")) == 1


def test_a_source_by_the_claims_that_name_it(desk):
    one = claim(desk)
    desk.run(SayBy(one, NewSource("Mara Lindqvist", role="deckhand")))
    desk.run(AddEvidence(claim(desk, LIE), NewSource("Harbour ledger")))
    assert found(desk, "lindqvist deck") == [(HitKind.SOURCE, "Mara Lindqvist · deckhand")]
    assert hits(first_hits(desk, "ledger"))[0].span == LIE
    mara = desk.library.where(Source, name="Mara Lindqvist")[0].id
    desk.run(EditSource(mara, NewSource("Mara Lind")))
    assert found(desk, "lindqvist") == []


def test_a_confidential_source_is_not_found(desk):
    desk.run(SayBy(claim(desk), NewSource("Deep Throat", role="insider", confidential=True)))
    assert found(desk, "throat") == found(desk, "insider") == []


@pytest.mark.parametrize(
    ("words", "number"), [("否认", 1), ("市长否", 1), ("长", 1), ("认市", 0), ("受贿", 0)]
)
def test_chinese_words(desk, words, number):
    desk.run(ImportArticle(Draft("市长否认了。", "T")))
    assert len(found(desk, words)) == number


def test_arabic_and_hebrew_words(desk):
    desk.run(ImportArticle(Draft("قالَ الوَزيرُ ذلك. שר החוץ הכחיש.", "T")))
    assert len(found(desk, "الوزير")) == len(found(desk, "הכחיש שר")) == 1


@pytest.fixture(scope="module")
def still(prepared: Path) -> Iterator[Desk]:
    """A desk that many searches share; it only reads."""
    with Desk(prepared, reading=True) as opened:
        yield opened


@given(words=st.text(max_size=40))
def test_anything_can_be_searched_for(still, words):
    """No sign of the index's own language has a meaning."""
    for asked in (
        words,
        f"{words}*",
        f'"{words}',
        f"NEAR({words})",
        f"title:{words} OR {words}",
        f"^{words} -x",
    ):
        first_hits(still, asked)


def test_filters_combine(desk):
    allegation, denial = claim(desk), claim(desk, LIE, Tag.DENIAL)
    desk.run(SayBy(allegation, NewSource("Ann")))
    desk.run(AddEvidence(allegation, NewSource("Ledger")))
    desk.run(SetStatus(allegation, StatusFields(StatusValue.CONFIRMED)))
    me = claim_lines(desk, first_id(desk))[0].reviewer
    filters = {
        ClaimFilter(): {allegation, denial},
        ClaimFilter(tags=frozenset({Tag.DENIAL})): {denial},
        ClaimFilter(tags=frozenset(Tag)): {allegation, denial},
        ClaimFilter(status=StatusValue.CONFIRMED): {allegation},
        ClaimFilter(status=StatusValue.UNCHECKED): {denial},
        ClaimFilter(reviewer=me): {allegation, denial},
        ClaimFilter(reviewer="Nobody"): set(),
        ClaimFilter(source="Ann"): {allegation},
        ClaimFilter(source="Ledger"): set(),
        ClaimFilter(source=""): {denial},
        ClaimFilter(evidence=True): {allegation},
        ClaimFilter(evidence=False): {denial},
        ClaimFilter(evidence=False, status=StatusValue.CONFIRMED): set(),
    }
    lines = claim_lines(desk, first_id(desk))
    for only, expected in filters.items():
        assert {line.id for line in lines if only.admits(line)} == expected
        if only:
            assert {hit.claim for hit in hits(first_hits(desk, "", only))} == expected
            assert ranked_hits(desk, "", only).total == len(expected)
    only = ClaimFilter(evidence=True)
    assert found(desk, "mayor", only) == [(HitKind.CLAIM, "The mayor took money")]
    assert found(desk, "lie", only) == []


def test_a_joined_source_filters_as_the_one_that_shows(desk):
    one = claim(desk)
    desk.run(SayBy(one, NewSource("Ann")))
    desk.run(SayBy(claim(desk, LIE), NewSource("Anna")))
    ann, anna = (desk.library.where(Source, name=name)[0].id for name in ("Ann", "Anna"))
    desk.run(JoinSources(ann, anna))
    assert len(hits(first_hits(desk, "", ClaimFilter(source="Anna")))) == 2
    assert first_hits(desk, "", ClaimFilter(source="Ann")).count == 0
    assert choices(desk).sources == ("Anna",)


def test_more_than_fit(desk):
    for n in range(6):
        desk.run(ImportArticle(Draft(f"Article {n} about a zebra.", f"T{n}")))
    page = first_hits(desk, "zebra", limit=3)
    assert (page.count, page.total) == (3, None)
    page = ranked_hits(desk, "zebra", limit=3)
    assert (page.count, page.total) == (3, 6)


def test_the_best_come_first(desk):
    desk.run(ImportArticle(Draft("A zebra. " + "Nothing else happened. " * 50, "Long")))
    desk.run(ImportArticle(Draft("Zebra, zebra, zebra.", "Zebra")))
    desk.run(ImportArticle(Draft("A zebra. " + "Nothing else at all happened. " * 50, "Longer")))
    assert first_hits(desk, "zebra").groups[0].title == "Longer"  # the newest
    assert ranked_hits(desk, "zebra").groups[0].title == "Zebra"


def test_a_search_gives_way(desk):
    for n in range(300):
        desk.run(ImportArticle(Draft(f"{SECOND} {n}", f"T{n}")))
    with pytest.raises(Cancelled):
        ranked_hits(desk, "denied", give_way=lambda: True)
    assert ranked_hits(desk, "denied").total == 301  # and the next is asked as if nothing had been
    desk.run(ImportArticle(Draft("And a change.", "T")))
