"""What of an article's differences is mine to answer."""

from dataclasses import replace

from annotator.model.comparing import Comparison, Difference
from annotator.model.enums import Verdict
from annotator.window.review.differences import at_hand
from tests.window.review.people_at_work import (
    ADA,
    BOB,
    BOBS,
    CORA,
    LINES,
    MINE,
    REJECTED,
    SOURCES,
    TAG,
    WORDS,
    a_page,
    answered,
    group,
)


def test_what_is_the_same_from_everyone_is_no_difference():
    assert a_page().differences == (TAG, WORDS, BOBS, SOURCES, REJECTED, MINE)


def test_open_is_what_has_a_colleagues_claim_without_my_word():
    page = a_page()
    assert page.mine_to_answer == (TAG, WORDS, BOBS, SOURCES)
    assert page.open == (TAG, BOBS, SOURCES)  # the words that differ I rejected


def test_a_difference_between_three_is_open_until_both_have_my_word():
    page = answered(a_page(), "b2")
    assert page.open[0] == TAG
    assert at_hand(TAG, page) == "c2"
    assert answered(page, "c2", verdict=Verdict.TO_DISCUSS).open == (BOBS, SOURCES)


def test_the_claim_at_hand_is_a_colleagues_even_where_it_is_answered():
    assert at_hand(WORDS, a_page()) == "b3"
    assert at_hand(MINE, a_page()) == "a7"


def test_what_was_withdrawn_asks_for_no_answer():
    lines = LINES | {"b4": replace(LINES["b4"], withdrawn=True)}
    page = a_page(lines=lines)
    assert BOBS not in page.open
    assert "b4" not in [one.id for one in page.unanswered_claims]


def test_all_that_is_left_leaves_out_what_i_marked_just_so():
    assert {one.id for one in a_page().unanswered_claims} == {"b2", "c2", "b4"}


def test_who_is_not_known_has_no_name():
    assert a_page().person("b") == BOB
    assert a_page().person("z").name == ""


def test_a_word_on_its_way_counts_already():
    page = a_page().after({"b4": Verdict.AGREED})
    assert page.open == (TAG, SOURCES)
    assert page.my_word("b4") is Verdict.AGREED
    assert a_page().after({}) == a_page()


CORA_TOO = group("a1", "b1", kinds={Difference.ONLY}, missing=("c",))


def test_what_i_marked_just_so_myself_asks_for_no_answer_though_somebody_else_did_not():
    page = a_page(comparison=Comparison(("a", "b", "c"), (CORA_TOO,)))
    assert page.differences == (CORA_TOO,)
    assert page.open == page.mine_to_answer == ()


def as_cora(**words):
    """The same two claims for Cora, who marked nothing there."""
    lines = {
        claim: replace(LINES[claim], mine=False, verdicts=(("c", words[claim]),) if claim in words else ())
        for claim in ("a1", "b1")
    }
    people = tuple(replace(one, mine=one.id == "c") for one in (ADA, BOB, CORA))
    return a_page(lines=lines, people=people, comparison=Comparison(("a", "b", "c"), (CORA_TOO,)))


def test_one_answer_is_enough_for_two_claims_that_say_the_same_but_for_a_rejection():
    assert as_cora().unanswered(CORA_TOO) == ("a1", "b1")
    for word in (Verdict.AGREED, Verdict.CHANGED, Verdict.TO_DISCUSS):
        assert as_cora(b1=word).open == ()
    assert as_cora(b1=Verdict.REJECTED).unanswered(CORA_TOO) == ("a1",)
