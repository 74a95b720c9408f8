"""Each rule about a claim: when it speaks and when it is silent."""

import pytest

from annotator.desk.checks.table import RULES, remedies, sentence
from annotator.model.enums import ResponseKind, SourceKind, Stance, StatusValue, Tag
from annotator.model.points import Asked, Checked, Level, OpenPoint, Waived
from tests.desk.checks.made import (
    ANONYMOUS,
    CONFIDENTIAL,
    ITSELF,
    NOT_NAMED,
    PAPER,
    PERSON,
    backed,
    claim,
    found,
    rules,
)

TEXT = "The clerk sold the list. He had the keys.\n\nThe office knew of 5 million."
SOLD = "The clerk sold the list"
DECLINED = Asked(ResponseKind.DECLINED)
TWO = (backed("s-a"), backed("s-b"))


def allegation(**more):
    return claim(TEXT, SOLD, **{"said": (PERSON,), "response": DECLINED, "evidence": TWO, **more})


def test_an_allegation_with_sources_and_a_response_is_clean():
    assert rules(TEXT, [allegation()]) == []


@pytest.mark.parametrize("said", [(NOT_NAMED,), (ITSELF,), (PERSON,), (ANONYMOUS,)])
def test_not_named_and_the_article_itself_are_sources(said):
    assert "allegation-without-source" not in rules(TEXT, [allegation(said=said)])


def test_an_allegation_without_any_source_must_be_settled():
    (point,) = [one for one in found(TEXT, [allegation(said=())]) if one.level is Level.MUST]
    assert (point.rule, point.claim, point.quote) == ("allegation-without-source", SOLD, SOLD)
    assert rules(TEXT, [allegation(said=())]) == ["allegation-without-source"]  # nothing else on top of it


@pytest.mark.parametrize(
    ("response", "open_"),
    [
        (None, True),
        (Asked(ResponseKind.NOT_ASKED), True),
        (Asked(ResponseKind.ASKED, "2026-03-01", "2026-03-02T12:00"), True),
        (Asked(ResponseKind.DECLINED), False),
        (Asked(ResponseKind.NO_REPLY), False),
    ],
)
def test_a_response_is_what_came_of_asking(response, open_):
    assert ("allegation-without-response" in rules(TEXT, [allegation(response=response)])) is open_


def test_a_denial_answers_and_no_response_is_needed():
    assert rules(TEXT, [allegation(response=None, answered_by=("d",))]) == []


def test_who_was_asked_is_told_apart_from_who_was_not():
    texts = {
        sentence(point)
        for response in (None, Asked(ResponseKind.ASKED))
        for point in found(TEXT, [allegation(response=response)])
        if point.rule == "allegation-without-response"
    }
    assert len(texts) == 2


def test_a_denial_answers_something_or_says_why_not():
    denial = claim(TEXT, SOLD, Tag.DENIAL, said=(PERSON,))
    assert rules(TEXT, [denial]) == ["denial-answers-nothing"]
    assert rules(TEXT, [claim(TEXT, SOLD, Tag.DENIAL, answers=("a",))]) == []
    assert rules(TEXT, [claim(TEXT, SOLD, Tag.DENIAL, answers_nothing="of an older report")]) == []


@pytest.mark.parametrize(
    ("old", "new", "open_"),
    [
        ("sold", "gave away", True),  # the old words stand
        ("gave away", "sold", False),  # carried out
        ("“SOLD”  ", "", False),  # those signs never stood there
        ("Sold the  list", "lent the list", True),  # typed a little otherwise
        ("lent", "gave away", True),  # neither: the new words are not there
        ("", "lent", True),
        ("list", "list. He had", False),  # the new words hold the old ones
        ("", "", True),
        ("5 million", "", False),  # these stand elsewhere, not at the claim
    ],
)
def test_corrections(old, new, open_):
    status = Checked(StatusValue.NEEDS_CHANGE, old, new)
    made = claim(
        TEXT, "The clerk sold the list. He", Tag.FACT, said=(PAPER,), evidence=(backed(),), status=status
    )
    assert ("correction-not-carried-out" in rules(TEXT, [made])) is open_


@pytest.mark.parametrize("value", [value for value in StatusValue if value is not StatusValue.NEEDS_CHANGE])
def test_only_what_needs_change_has_a_correction_to_carry_out(value):
    assert rules(TEXT, [allegation(status=Checked(value, "sold", "lent"))]) == []


def test_typographic_signs_do_not_hide_old_words():
    text = "The yard’s owner said “never – ever” again."
    status = Checked(StatusValue.NEEDS_CHANGE, 'yard\'s owner said "never - ever"')
    made = claim(text, "The yard’s owner", Tag.FACT, said=(PAPER,), evidence=(backed(),), status=status)
    assert rules(text, [made]) == ["correction-not-carried-out"]


def test_a_question_names_who_asks():
    (point,) = [p for p in found(TEXT, [allegation(question_by="Noor")]) if p.level is Level.MUST]
    assert point.rule == "question-not-answered"
    assert "Noor" in sentence(point)


@pytest.mark.parametrize(
    ("said", "evidence", "heard"),
    [
        ((PERSON,), (), ["single-source"]),
        ((PERSON, PAPER), (), ["single-source"]),  # a relay is no further source
        ((PERSON,), (backed("s-person"),), ["single-source"]),  # nor is the speaker's own word
        ((PERSON, PAPER), (backed("s-paper"),), ["single-source"]),
        ((PERSON,), (backed(stance=Stance.CONTRADICTS),), ["single-source"]),
        ((PERSON,), (backed(stance=Stance.CONTEXT),), ["single-source"]),
        ((PERSON,), (backed(),), []),
        ((ANONYMOUS,), (), ["only-anonymous"]),
        ((ANONYMOUS, PAPER), (), ["only-anonymous"]),  # relayed by a paper, still nobody is named
        ((CONFIDENTIAL,), (), ["only-anonymous"]),
        ((NOT_NAMED,), (), ["only-anonymous"]),
        ((ANONYMOUS,), (backed("s-x", kind=SourceKind.ANONYMOUS),), ["only-anonymous"]),
        ((ANONYMOUS,), (backed(),), []),
        ((ITSELF,), (), ["single-source"]),
    ],
)
def test_who_stands_behind_an_allegation(said, evidence, heard):
    assert rules(TEXT, [allegation(said=said, evidence=evidence)]) == heard


@pytest.mark.parametrize(
    ("said", "evidence", "heard"),
    [
        ((), (), ["fact-without-source-or-evidence"]),
        ((PAPER,), (), ["single-source-fact"]),
        ((), (backed(),), ["single-source-fact"]),
        ((PAPER,), (backed(),), []),
        ((), (backed(stance=Stance.CONTEXT),), []),
    ],
)
def test_who_stands_behind_a_reported_fact(said, evidence, heard):
    assert rules(TEXT, [claim(TEXT, SOLD, Tag.FACT, said=said, evidence=evidence)]) == heard


def test_levels_are_those_of_the_codebook():
    by_level = {level: [rule.id for rule in RULES.values() if rule.level is level] for level in Level}
    assert by_level[Level.MUST] == [
        "allegation-without-source",
        "allegation-without-response",
        "denial-answers-nothing",
        "correction-not-carried-out",
        "question-not-answered",
    ]
    assert len(by_level[Level.LOOK]) == 6
    assert len(by_level[Level.NOTE]) == 4


def test_what_was_let_go_stands_last_with_its_reason():
    let_go = Waived("allegation-without-response", SOLD, "asked by the desk", "Noor", mine=False)
    mine = Waived("allegation-without-response", SOLD, "not needed", "Me", mine=True)
    elsewhere = Waived("allegation-without-source", None, "all of them", "Me", mine=True)
    last = found(TEXT, [allegation(said=(), response=None)], waived=[mine, let_go, elsewhere])[-1]
    assert (last.rule, last.waived, last.waived_by_me) == ("allegation-without-response", "not needed", True)
    rest = found(TEXT, [allegation(said=(), response=None)], waived=[let_go])
    assert [(one.rule, one.waived_by) for one in rest if one.claim] == [
        ("allegation-without-source", ""),
        ("allegation-without-response", "Noor"),
    ]


def test_points_stand_by_level_and_then_in_text_order():
    late = claim(TEXT, "The office knew", said=())
    early = claim(TEXT, "He had the keys", Tag.FACT)
    order = [(one.level, one.span.start) for one in found(TEXT, [late, early, allegation(said=())])]
    assert order == sorted(order, key=lambda place: (list(Level).index(place[0]), place[1]))


def test_every_point_has_a_sentence_and_fitting_remedies():
    for rule in RULES.values():
        assert all(kind in ("tag", "read", "read_on") for kind in remedies_of(rule, None))
        assert not {"tag", "read", "read_on"} & set(remedies_of(rule, "c"))


def remedies_of(rule, claim_id):
    return remedies(OpenPoint(rule.id, rule.level, claim_id))
