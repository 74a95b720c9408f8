"""Rules about the text: its verbs, what stands twice, what nobody read; and how far an article is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.desk.checks.table import sentence
from annotator.desk.checks.textual import Textual
from annotator.model.enums import ResponseKind, StatusValue, Tag
from annotator.model.points import Asked, Checked, Level, Waived
from annotator.text.sentences import sentences
from tests.desk.checks.made import (
    ITSELF,
    NOT_NAMED,
    PAPER,
    PERSON,
    backed,
    claim,
    found,
    how_far,
    rules,
)
from tests.strategies import spans_in, texts

FINE = {"said": (PERSON,), "evidence": (backed(),)}


def words(*arguments, **more):
    return [(p.rule, p.values.get("word"), p.claim) for p in found(*arguments, **more) if "word" in p.values]


def test_a_statement_that_no_claim_covers():
    text = "The roof leaks, she said. It rains. “He said so,” it reads."
    assert words(text) == [("uncovered-statement", "said", None)]
    assert words(text, ticked=[0]) == []
    assert words(text, [claim(text, "The roof leaks", Tag.FACT, **FINE)]) == []
    both = "The clerk denied it, and the mayor said so."
    assert words(both) == [("uncovered-statement", "denied", None)]  # the first of its verbs stands for all


def test_reportedly_asks_who_reported_it():
    text = "The orchestra is reportedly on tour."
    tour = "orchestra is reportedly on tour"
    for said in ((), (NOT_NAMED,), (ITSELF,)):
        made = claim(text, tour, Tag.FACT, said=said, evidence=(backed(),))
        assert ("reportedly-without-outlet", "reportedly", tour) in words(text, [made])
    assert words(text, [claim(text, tour, Tag.FACT, said=(PAPER,), evidence=(backed(),))]) == []
    assert words(text) == [("reportedly-without-outlet", "reportedly", None)]
    assert words(text, ticked=[0]) == []
    assert "reportedly-without-outlet" not in rules("It is reportedly shut, according to the Gazette.")


def test_another_claims_source_does_not_name_who_reported():
    text = "He reportedly fled, and the mayor denied knowing him."
    denial = claim(text, "denied knowing him", Tag.DENIAL, said=(PERSON,), answers=("a",))
    assert ("reportedly-without-outlet", "reportedly", None) not in words(
        text, [denial]
    )  # its sentence is marked
    fled = claim(text, "He reportedly fled", Tag.FACT, **{**FINE, "said": (NOT_NAMED,)})
    assert words(text, [denial, fled]) == [("reportedly-without-outlet", "reportedly", "He reportedly fled")]


def test_of_claims_around_a_word_the_shortest_is_meant():
    text = "The orchestra is reportedly on tour."
    outer, inner = "orchestra is reportedly on tour", "is reportedly on tour"
    for named, found_at in ((outer, [inner]), (inner, [])):
        both = [
            claim(text, quote, Tag.FACT, **{**FINE, "said": (PAPER if quote == named else NOT_NAMED,)})
            for quote in (outer, inner)
        ]
        assert [at for rule, _, at in words(text, both) if rule == "reportedly-without-outlet"] == found_at


def test_refuted_is_worth_a_look():
    text = "The council refuted the article."
    denial = claim(text, "refuted the article", Tag.DENIAL, said=(PERSON,), answers=("a",))
    assert words(text, [denial]) == [("refuted", "refuted", "refuted the article")]
    assert ("refuted", "refuted", None) in words(text)
    assert "refuted" not in rules("The council denied the article.", [])
    assert "refuted" not in rules("“We refuted it,” she said.")


def test_loaded_verbs_of_saying_belong_to_the_claim_beside_them():
    text = "Huawei claimed that the board has shown nothing, and Ann left."
    shown = claim(text, "the board has shown nothing", Tag.FACT, **FINE)
    left = claim(text, "Ann left", Tag.FACT, **FINE)
    assert words(text, [shown, left]) == [
        ("loaded-verb-in-own-voice", "claimed", "the board has shown nothing")
    ]
    later = "Ann left, and Huawei claimed the board has shown nothing."
    both = [
        claim(later, "Ann left", Tag.FACT, **FINE),
        claim(later, "the board has shown nothing", Tag.FACT, **FINE),
    ]
    assert [at for _, _, at in words(later, both)] == ["the board has shown nothing"]
    assert words("“They claimed it,” she said.", ticked=[0]) == []


def test_other_loaded_verbs_count_in_the_articles_own_voice_only():
    text = "Officials hounded the firm. The firm was hounded, she said."
    first = claim(text, "Officials hounded the firm", Tag.ALLEGATION, said=(ITSELF,))
    second = claim(text, "The firm was hounded", Tag.ALLEGATION, said=(PERSON,))
    heard = [one for one in words(text, [first, second]) if one[0] == "loaded-verb-in-own-voice"]
    assert heard == [("loaded-verb-in-own-voice", "hounded", "Officials hounded the firm")]
    unmarked = [one for one in words(text) if one[0] == "loaded-verb-in-own-voice"]
    assert unmarked == [("loaded-verb-in-own-voice", "hounded", None)]  # in the second she says it


def test_a_claim_has_one_point_of_a_rule():
    text = "He claimed and insisted that it was so."
    made = claim(text, "it was so", Tag.FACT, **FINE)
    assert words(text, [made]) == [("loaded-verb-in-own-voice", "claimed", "it was so")]


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("The harbour was shut for the winter.\nThe harbour was shut for the winter.", [1]),
        ("The harbour was shut for the winter\nThe harbour was shut for the winter. It froze.", [1]),
        ("The harbour was shut for the winter\nThe  harbour was shut for the winter AP / Ann Lee", [1]),
        ("The harbour was shut for the winter AP / Ann Lee.\n\nThe harbour was shut for the winter.", [1]),
        (
            "The harbour was shut for the winter AP / Ann Lee.\n\n"
            "The harbour was shut for the winter by thick ice.\n\nThe harbour was shut for the winter.",
            [1, 2],
        ),
        ("The harbour was shut for the winter.\nThe harbour was shut for the winters.", []),
        ("No.\nNo.", []),
        ("It was shut for all of the winter.\n" * 3, [1, 2]),
        ("港口整个冬天都关闭了因为海面全部结冰所以没有任何一艘船能够离开港口。\n" * 2, [1]),
    ],
)
def test_the_same_sentence_twice(text, twice):
    split = sentences(text)
    places = [p.span for p in found(text) if p.rule == "same-sentence-twice"]
    assert places == [split[number] for number in twice]


def test_unread_sentences_are_one_line():
    text = "It rains. It snows. It hails. It thaws."
    (point,) = found(text, [claim(text, "It snows", Tag.DENIAL, answers=("a",))], ticked=[2])
    assert (point.rule, point.level, point.values) == ("unread-sentences", Level.NOTE, {"count": "2"})
    assert point.quote == "It rains."
    assert sentence(point).startswith("2 sentences")
    assert found(text, ticked=[0, 1, 2, 3]) == ()


def test_what_is_said_of_the_whole_article_stands_before_what_has_a_place():
    text = "It rains. It snows."
    listed = [point.rule for point in found(text, [claim(text, "It rains", Tag.FACT, said=(PAPER,))])]
    assert listed == ["unread-sentences", "single-source-fact"]


@pytest.mark.parametrize("language", ["de", "", "zh"])
def test_other_languages_get_the_rules_that_need_no_verbs(language):
    text = "Der Bürgermeister hat den Bericht nicht reportedly refuted, ist das nicht ein Wort?"
    made = claim(text, "den Bericht", said=())
    assert rules(text, [made], language=language) == [
        "allegation-without-source",
        "allegation-without-response",
    ]
    assert "refuted" in rules(text, [made], language="en")


def test_how_far_an_article_is():
    text = "It rains. It snows. It hails. It thaws. It pours."
    claims = [
        claim(text, "It rains", Tag.FACT, said=(PAPER,), evidence=(backed(),)),  # settled by evidence
        claim(text, "It snows", Tag.FACT, said=(PAPER,)),  # not yet
        claim(text, "It hails", said=(PERSON,), response=Asked(ResponseKind.NO_REPLY),
              status=Checked(StatusValue.CANNOT_VERIFY)),  # settled
        claim(text, "It thaws", said=(PERSON,), status=Checked(StatusValue.CONFIRMED)),  # a must is open
    ]  # fmt: skip
    far = how_far(text, claims)
    assert (far.sentences_read, far.sentences, far.read) == (4, 5, 0.8)
    assert (far.claims_settled, far.claims, far.settled) == (2, 4, 0.5)
    assert (far.must, far.look) == (1, 2)
    waived = [Waived("allegation-without-response", "It thaws", "asked by the desk", "Me", mine=True)]
    let_go = how_far(text, claims, ticked=[4], waived=waived)
    assert (let_go.read, let_go.claims_settled, let_go.must) == (1.0, 3, 0)


@pytest.mark.parametrize("value", [StatusValue.IN_PROGRESS, StatusValue.UNCHECKED])
def test_a_fact_somebody_is_still_at_is_not_settled(value):
    text = "It rains."
    made = claim(text, "It rains", Tag.FACT, **FINE, status=Checked(value))
    assert how_far(text, [made]).claims_settled == (value is StatusValue.UNCHECKED)


def test_an_empty_article_divides_by_nothing():
    far = how_far("It rains.")
    assert (far.read, far.settled) == (0.0, 0.0)


@given(st.data())
def test_touched_sentences_are_those_that_share_a_code_point(data):
    text = data.draw(texts(min_size=1))
    span = data.draw(spans_in(text))
    split = sentences(text)
    textual = Textual(text, [(one.start, one.end) for one in split])
    assert list(textual.touched(span)) == [n for n, one in enumerate(split) if one.overlaps(span)]
