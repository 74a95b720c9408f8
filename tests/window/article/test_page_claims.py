"""The page's claims by place: their order, and a mark that stands for a claim until it is kept."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.window.article.claims import PENDING, PageClaims
from tests.window.article.conftest import claim

TEXT = "The company denied it twice."


def line(name: str, start: int, length: int) -> ClaimLine:
    return ClaimLine(name, Tag.DENIAL, Span(start, start + length), "", (), (), 0, False, "Ada", True, False)


LINES = st.builds(line, st.sampled_from("abcdef"), st.integers(0, 8), st.integers(1, 5))


@given(
    first=st.lists(LINES), changes=st.lists(st.tuples(st.lists(LINES, max_size=2), st.sampled_from("abcdef")))
)
def test_the_rank_is_the_place_in_text_order_after_any_changes(
    first: list[ClaimLine], changes: list[tuple[list[ClaimLine], str]]
) -> None:
    claims = PageClaims(first)
    there = {each.id: each for each in first}
    for changed, gone in [([], ""), *changes]:
        claims.update(changed, [gone])
        there.pop(gone, None)
        there |= {each.id: each for each in changed}
        ordered = sorted(there.values(), key=lambda each: (each.span.start, -each.span.end, each.id))
        assert [claims.rank(each) for each in ordered] == list(range(1, len(ordered) + 1))
        assert len(claims) == len(there)


def test_a_pending_mark_is_drawn_and_nothing_else() -> None:
    claims = PageClaims([claim("a", TEXT, "The company")])
    span = Span(4, 18)
    claims.put_pending(span, Tag.DENIAL)
    assert [each.id for each in claims.overlapping(0, 28)] == ["a", PENDING]
    assert [each.id for each in claims.within(0, 28)] == ["a"]
    assert claims.at(5) == ["a"]
    assert len(claims) == 1
    assert claims.height(claims.overlapping(0, 28)[1]) != claims.height(claims.overlapping(0, 28)[0])


def test_the_mark_goes_when_its_claim_comes_and_not_before() -> None:
    claims = PageClaims()
    span = Span(4, 18)
    claims.put_pending(span, Tag.DENIAL)
    claims.update([claim("b", TEXT, "company denied", Tag.FACT), claim("c", TEXT, "company", Tag.DENIAL)])
    assert claims.pending is not None
    claims.update([claim("d", TEXT, "company denied", Tag.DENIAL)])
    assert claims.pending is None


def test_the_mark_is_handed_on_to_claims_read_anew_without_it() -> None:
    before = PageClaims()
    before.put_pending(Span(4, 18), Tag.DENIAL)
    without, with_it = PageClaims(), PageClaims([claim("d", TEXT, "company denied", Tag.DENIAL)])
    without.inherit(before)
    with_it.inherit(before)
    assert without.pending is not None
    assert with_it.pending is None
    without.drop_pending()
    assert without.overlapping(0, 28) == []


SHOWN = st.one_of(st.none(), st.frozensets(st.sampled_from(["ada", "bob"])))


@given(
    first=st.lists(LINES),
    authors=st.lists(st.sampled_from(["ada", "bob"]), min_size=6, max_size=6),
    shown=st.lists(SHOWN, min_size=1, max_size=3),
    gone=st.lists(st.sampled_from("abcdef"), max_size=3),
)
def test_only_claims_of_people_shown_have_a_place_and_none_is_lost(
    first: list[ClaimLine], authors: list[str], shown: list[frozenset[str] | None], gone: list[str]
) -> None:
    by = dict(zip("abcdef", authors, strict=True))
    lines = [replace(each, author=by[each.id], mine=by[each.id] == "ada") for each in first]
    there = {each.id: each for each in lines}
    claims = PageClaims(lines, shown[0])
    for people in shown[1:]:
        claims = PageClaims(claims.every, people)
    claims.update([there[name] for name in sorted(there)[:2]], gone)
    for name in set(gone) - set(sorted(there)[:2]):
        there.pop(name, None)
    seen = {name for name, each in there.items() if shown[-1] is None or each.author in shown[-1]}
    assert {each.id for each in claims.overlapping(0, 40)} == seen
    assert len(claims) == len(seen)
    assert {each.id for each in claims.every} == set(there)
    assert claims.has_others == any(not each.mine for each in there.values())
