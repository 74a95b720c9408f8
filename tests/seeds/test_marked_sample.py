"""The claims that come marked stand where they say, are whole, and follow the codebook's links."""

import datetime
from typing import Any

import pytest

from annotator.model.enums import SourceKind, Stance, Tag
from tests.seeds.samples import FERRY, MARKED, place, text_of

TEXT = text_of(FERRY)
CLAIMS: list[dict[str, Any]] = MARKED["claims"]
SOURCES: dict[str, dict[str, str]] = {source["key"]: source for source in MARKED["sources"]}
BY_KEY = {claim["key"]: claim for claim in CLAIMS}
BUILT_IN = {"article itself", "not named"}
each_claim = pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["key"])


def span(claim: dict[str, Any]) -> tuple[int, int]:
    """The claim's place in the article."""
    return place(TEXT, claim["quote"], claim["occurrence"])


def tagged(tag: Tag) -> list[dict[str, Any]]:
    """The claims with the tag, in text order."""
    return [claim for claim in CLAIMS if claim["tag"] == tag]


def test_the_file_names_its_article_and_has_no_key_twice() -> None:
    assert MARKED["article"] == FERRY
    assert 10 <= len(CLAIMS) <= 14
    assert len(BY_KEY) == len(CLAIMS)
    assert len(SOURCES) == len(MARKED["sources"])


def test_claims_stand_in_text_order_outer_ones_first() -> None:
    places = [span(claim) for claim in CLAIMS]
    assert places == sorted(set(places), key=lambda place: (place[0], -place[1]))


@each_claim
def test_a_claim_has_every_field_and_a_known_tag(claim: dict[str, Any]) -> None:
    fields = {"key", "tag", "quote", "occurrence", "said_by", "evidence", "answers", "note", "plain_words"}
    assert set(claim) == fields
    assert claim["tag"] in list(Tag)
    assert claim["plain_words"].endswith(".")


@each_claim
def test_the_quote_stands_in_the_text_as_a_bare_statement(claim: dict[str, Any]) -> None:
    start, end = span(claim)
    quote = TEXT[start:end]
    assert quote == claim["quote"]
    assert quote == quote.strip(" .,\n")
    assert not TEXT[start - 1].isalnum(), "the quote begins inside a word"
    assert not TEXT[end].isalnum(), "the quote ends inside a word"


@each_claim
def test_the_words_that_name_a_source_stand_in_its_paragraph_outside_the_claim(claim: dict[str, Any]) -> None:
    start, end = span(claim)
    paragraph = next(part for part in TEXT.split("\n\n") if claim["quote"] in part)
    assert claim["said_by"]
    for link in claim["said_by"]:
        assert set(link) == {"source", "words", "cue"}
        assert link["source"] in BUILT_IN or link["source"] in SOURCES
        assert link["words"] in paragraph
        assert link["cue"] in paragraph
        assert bool(link["words"]) == (link["source"] not in BUILT_IN)
        assert link["words"] not in TEXT[start:end] or not link["words"]


@each_claim
def test_evidence_names_a_source_a_stance_and_a_day(claim: dict[str, Any]) -> None:
    for piece in claim["evidence"]:
        assert set(piece) == {"source", "stance", "locator", "quote", "url", "seen_on"}
        assert piece["source"] in SOURCES
        assert piece["stance"] in list(Stance)
        assert piece["locator"]
        datetime.date.fromisoformat(piece["seen_on"])


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_a_source_is_described_and_used(source: dict[str, str]) -> None:
    assert set(source) == {"key", "kind", "name", "role", "description", "reason"}
    assert source["kind"] in set(SourceKind) - {SourceKind.ARTICLE, SourceKind.UNNAMED}
    assert source["name"]
    anonymous = source["kind"] == SourceKind.ANONYMOUS
    assert bool(source["description"] and source["reason"]) == anonymous
    assert any(
        source["key"] == link["source"] for claim in CLAIMS for link in claim["said_by"] + claim["evidence"]
    )


def test_denials_answer_allegations_and_nothing_else_answers() -> None:
    for claim in CLAIMS:
        assert bool(claim["answers"]) == (claim["tag"] == Tag.DENIAL)
        assert all(BY_KEY[key]["tag"] == Tag.ALLEGATION for key in claim["answers"])


def test_one_allegation_is_left_for_the_newcomer_to_ask_about() -> None:
    answered = {key for claim in CLAIMS for key in claim["answers"]}
    unanswered = [claim["key"] for claim in tagged(Tag.ALLEGATION) if claim["key"] not in answered]
    assert unanswered == ["night-service"]
    assert BY_KEY["night-service"]["note"]


def test_the_sample_shows_an_allegation_inside_its_denial_passed_on_by_an_aide() -> None:
    denial, allegation = BY_KEY["rask-denies"], BY_KEY["rask-signed"]
    assert denial["answers"] == ["rask-signed"]
    assert span(denial)[0] < span(allegation)[0]
    assert span(denial)[1] == span(allegation)[1]
    assert [link["source"] for link in denial["said_by"]] == ["commissioner", "aide"]
    assert [link["source"] for link in allegation["said_by"]] == ["not named"]


def test_the_sample_shows_an_anonymous_source_and_evidence_of_every_stance() -> None:
    kinds = [SOURCES[link["source"]]["kind"] for link in BY_KEY["engine"]["said_by"]]
    assert kinds == [SourceKind.ANONYMOUS]
    assert {piece["stance"] for claim in CLAIMS for piece in claim["evidence"]} == set(Stance)
