"""Who is called about what: by what the chain, the links, the register and the text say."""

from dataclasses import replace

import pytest

from annotator.formats.calling import sheet
from annotator.model.call_sheet import NOBODY, CallSheet, Why
from annotator.model.enums import Origin, ResponseKind, SourceKind, Stance, Tag
from annotator.model.spans import Span
from annotator.model.views import (
    ArticleExport,
    AttributionView,
    ClaimView,
    EvidenceView,
    LinkView,
    ResponseView,
    SourceView,
)
from annotator.text.sentences import sentences

TEXT = (
    "A former bookkeeper accuses the ferry line of double billing. It denied that. "
    "Mayor Ines Rask took money. An aide said the mayor slept well. The council was asleep."
)
LINE = SourceView("line", SourceKind.ORGANISATION, "Coast Ferries")
KEEPER = SourceView("keeper", SourceKind.PERSON, "Bo Lind")
RASK = SourceView("rask", SourceKind.PERSON, "Ines Rask")
REPORT = SourceView("report", SourceKind.DOCUMENT, "Mayor report")
ITSELF = SourceView("itself", SourceKind.ARTICLE, "the article")


def claim(
    id_: str, tag: Tag, quote: str, *chain: SourceView | AttributionView, **fields: object
) -> ClaimView:
    start = TEXT.index(quote)
    links = tuple(link if isinstance(link, AttributionView) else said(link) for link in chain)
    whole = ClaimView(
        id_, "art", tag, Span(start, start + len(quote)), quote, "", "", "", "", "", Origin.PERSON,
        withdrawn=False, reviewer="Ada", mine=True, created="", modified="", attributions=links,
    )  # fmt: skip
    return replace(whole, **fields)


def said(source: SourceView, *, checked: bool = False, mine: bool = True) -> AttributionView:
    return AttributionView(f"{source.id}-{mine}", source, "", None, "", checked, "Ada", mine)


def response(kind: ResponseKind) -> ResponseView:
    return ResponseView(kind, "", "", "", "", "Ada", mine=True, at="")


def heard(source: SourceView) -> EvidenceView:
    return EvidenceView("e", source, Stance.CONTRADICTS, "", "No.", "", "", "Ada", mine=True)


def made(*claims: ClaimView, register: tuple[SourceView, ...] = ()) -> CallSheet:
    ordered = tuple(sorted(claims, key=lambda each: each.span))
    export = ArticleExport("art", "Title", TEXT, "", (), ordered, sentences=sentences(TEXT))
    return sheet([export], register)


def on(found: CallSheet, source: str) -> tuple[list[tuple[str, int]], list[tuple[str, Why]]]:
    """What is attributed to a source, with the place in the chain, and what it is to reply to."""
    entry = next(each for each in found.entries if each.id == source)
    attributed = [(line.claim.id, line.place) for line in entry.attributed]
    return attributed, [(line.claim.id, line.why) for line in entry.to_reply]


BILLING = "accuses the ferry line of double billing"


def test_everyone_in_the_chain_has_the_claim_with_their_place():
    found = made(claim("a", Tag.FACT, "slept well", RASK, KEEPER, ITSELF))
    assert on(found, "rask") == ([("a", 1)], [])
    assert on(found, "keeper") == ([("a", 2)], [])
    assert len(found.entries) == 2  # nobody telephones the article


def test_of_two_links_to_one_source_mine_counts():
    found = made(claim("a", Tag.FACT, "slept well", said(RASK, mine=False), said(KEEPER), said(RASK)))
    assert on(found, "rask") == ([("a", 1)], [])
    assert on(found, "keeper") == ([("a", 2)], [])
    (line,) = next(each for each in found.entries if each.id == "rask").attributed
    assert line.link is not None
    assert line.link.mine


def test_who_denies_it_is_who_is_accused():
    link = LinkView("d", Tag.DENIAL, Span(0, 1), "denied that", "Ada", mine=True)
    allegation = claim("a", Tag.ALLEGATION, BILLING, KEEPER, links=(link,))
    denial = claim("d", Tag.DENIAL, "denied that", LINE)
    found = made(allegation, denial)
    assert on(found, "line") == ([("d", 1)], [("a", Why.DENIES)])
    (entry,) = (each for each in found.entries if each.id == "line")
    assert entry.replies_needed == 0
    assert entry.to_reply[0].denials == ("denied that",)


def test_who_denies_it_and_is_named_is_asked_once_as_who_denies_it():
    link = LinkView("d", Tag.DENIAL, Span(0, 1), "denied that", "Ada", mine=True)
    allegation = claim("a", Tag.ALLEGATION, "took money", KEEPER, links=(link,))
    found = made(allegation, claim("d", Tag.DENIAL, "denied that", RASK), register=(RASK,))
    assert on(found, "rask") == ([("d", 1)], [("a", Why.DENIES)])


def test_nobody_telephones_the_article_that_denies():
    link = LinkView("d", Tag.DENIAL, Span(0, 1), "denied that", "Ada", mine=True)
    allegation = claim("a", Tag.ALLEGATION, BILLING, KEEPER, links=(link,))
    found = made(allegation, claim("d", Tag.DENIAL, "denied that", ITSELF))
    assert [each.id for each in found.entries] == ["keeper"]


def test_who_is_named_in_the_claim_alone_is_asked_too():
    """A heading, say, is no sentence."""
    allegation = claim("a", Tag.ALLEGATION, "Ines Rask took money", KEEPER)
    export = ArticleExport("art", "Title", TEXT, "", (), (allegation,))
    assert on(sheet([export], (RASK,)), "rask") == ([], [("a", Why.NAMED)])


def test_a_name_that_was_joined_into_another_counts():
    joined = SourceView("rask", SourceKind.PERSON, "The mayor of Ostby", joined=(("old", "Ines Rask"),))
    found = made(claim("a", Tag.ALLEGATION, "took money", KEEPER), register=(joined,))
    assert on(found, "rask") == ([], [("a", Why.NAMED)])


def test_who_is_named_in_the_sentence_is_asked():
    found = made(claim("a", Tag.ALLEGATION, "took money", KEEPER), register=(RASK, LINE, KEEPER, REPORT))
    assert on(found, "rask") == ([], [("a", Why.NAMED)])
    assert {each.id for each in found.entries} == {"rask", "keeper"}


def test_a_name_in_the_next_sentence_accuses_nobody():
    found = made(claim("a", Tag.ALLEGATION, "The council was asleep"), register=(RASK,))
    assert on(found, NOBODY) == ([], [("a", Why.NOBODY)])


def test_who_says_it_is_not_accused_by_it():
    found = made(claim("a", Tag.ALLEGATION, "Mayor Ines Rask took money", RASK), register=(RASK,))
    assert on(found, "rask") == ([("a", 1)], [])
    assert on(found, NOBODY) == ([], [("a", Why.NOBODY)])


def test_facts_and_withdrawn_claims_need_no_reply():
    found = made(
        claim("f", Tag.FACT, "took money"),
        claim("w", Tag.ALLEGATION, "was asleep", KEEPER, withdrawn=True),
        register=(RASK,),
    )
    assert found.entries == ()


@pytest.mark.parametrize(
    ("kind", "evidence", "due"),
    [
        (None, (), True),
        (ResponseKind.NOT_ASKED, (), True),
        (ResponseKind.ASKED, (), True),
        (ResponseKind.ASKED, (heard(KEEPER),), True),  # what somebody else said is no reply
        (ResponseKind.ASKED, (heard(RASK),), False),
        (ResponseKind.DECLINED, (), False),
        (ResponseKind.NO_REPLY, (), False),
    ],
)
def test_when_a_reply_is_still_due(kind, evidence, due):
    responses = (response(kind),) if kind else ()
    allegation = claim("a", Tag.ALLEGATION, "took money", responses=responses, evidence=evidence)
    (entry,) = made(allegation, register=(RASK,)).entries
    assert entry.replies_needed == int(due)


def test_nobody_is_bothered_about_what_is_settled():
    settled = claim("a", Tag.ALLEGATION, "was asleep", responses=(response(ResponseKind.DECLINED),))
    assert made(settled).entries == ()


def test_those_whose_reply_is_due_come_first_and_nobody_last():
    found = made(
        claim("b", Tag.FACT, "slept well", said(LINE, checked=True)),
        claim("c", Tag.FACT, "It denied that", KEEPER),
        claim("a", Tag.ALLEGATION, "took money"),
        claim("n", Tag.ALLEGATION, "was asleep"),
        register=(RASK,),
    )
    assert [each.id for each in found.entries] == ["rask", "keeper", "line", NOBODY]
    assert [each.to_confirm for each in found.entries] == [0, 1, 0, 0]
