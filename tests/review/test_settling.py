"""What is final after people have answered each other."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.enums import Tag, Verdict
from annotator.model.settling import Settled, Settlement, Unsettled, Why, Word
from annotator.review.pairing import compare
from annotator.review.settling import settle
from tests.review.marks import ADA, BOB, CORA, PEOPLE, mark, marks

A, B, C = mark(ADA, 0, 10, id_="a"), mark(BOB, 0, 10, id_="b"), mark(CORA, 0, 10, id_="c")
#: Bob's and Cora's other views of the same words.
B_OTHER, C_OTHER = mark(BOB, 0, 8, id_="b"), mark(CORA, 0, 10, Tag.FACT, "c")

_stamps = count()


def word(author: str, claim: str, verdict: Verdict, version: str | None = None) -> Word:
    """A word later than those made before it."""
    return Word(claim, author, verdict, f"{next(_stamps):06}", version)


def agree(author: str, claim: str) -> Word:
    return word(author, claim, Verdict.AGREED)


def reject(author: str, claim: str) -> Word:
    return word(author, claim, Verdict.REJECTED)


def discuss(author: str, claim: str) -> Word:
    return word(author, claim, Verdict.TO_DISCUSS)


def change(author: str, claim: str, version: str) -> Word:
    return word(author, claim, Verdict.CHANGED, version)


def settled(*claims, words=(), people=(ADA, BOB), signer=None) -> Settlement:
    return settle(compare(claims, people), words, people, signer)


def test_what_one_person_alone_marked_is_final():
    alone = settled(A, mark(ADA, 5, 15, id_="z"), people=(ADA,))
    assert alone.settled == (Settled("a", (), (ADA,)), Settled("z", (), (ADA,)))


def test_equal_claims_are_final_without_a_word():
    assert settled(A, B) == Settlement((Settled("a", ("b",), (ADA, BOB)),), (), ())


def test_a_claim_that_nobody_answered_waits_for_the_others():
    assert settled(A, people=PEOPLE).unsettled == (Unsettled(("a",), Why.UNANSWERED, (BOB, CORA)),)


def test_one_agreement_makes_it_final_while_others_are_silent():
    assert settled(A, words=[agree(BOB, "a")], people=PEOPLE).settled == (Settled("a", (), (ADA, BOB)),)


def test_different_claims_are_disputed_until_one_agrees_with_the_other():
    assert settled(A, B_OTHER).unsettled == (Unsettled(("a", "b"), Why.DISPUTED, (ADA, BOB)),)
    assert settled(A, B_OTHER, words=[agree(BOB, "a")]) == Settlement(
        (Settled("a", (), (ADA, BOB)),), (), ("b",)
    )


def test_a_change_waits_for_the_author_and_is_final_when_she_agrees():
    changed = change(BOB, "a", "b")
    assert settled(A, B_OTHER, words=[changed]).unsettled == (Unsettled(("a", "b"), Why.DISPUTED, (ADA,)),)
    done = settled(A, B_OTHER, words=[changed, agree(ADA, "b")])
    assert done == Settlement((Settled("b", (), (ADA, BOB)),), (), ("a",))


def test_a_version_belongs_to_what_it_changes_even_far_away():
    """Bob moved his version onto words where Ada has another claim, which stays open by itself."""
    far, near = mark(BOB, 30, 40, id_="v"), mark(ADA, 30, 40, id_="z")
    done = settled(A, far, near, words=[change(BOB, "a", "v"), agree(ADA, "v")])
    assert done.settled == (Settled("v", (), (ADA, BOB)),)
    assert done.dropped == ("a",)
    assert done.unsettled == (Unsettled(("z",), Why.UNANSWERED, (BOB,)),)


def test_a_version_of_a_version_takes_the_place_of_both():
    second = mark(ADA, 0, 6, id_="w")
    words = [change(BOB, "a", "b"), change(ADA, "b", "w")]
    assert settled(A, B_OTHER, second, words=words).unsettled == (Unsettled(("b", "w"), Why.DISPUTED, ()),)
    done = settled(A, B_OTHER, second, words=[*words, agree(BOB, "w")])
    assert done == Settlement((Settled("w", (), (ADA, BOB)),), (), ("a", "b"))


def test_changing_a_version_back_ends():
    """Ada changes Bob's version into the claim that he changed: both stand by their own."""
    words = [change(BOB, "a", "b"), change(ADA, "b", "a")]
    for version in (B_OTHER, mark(BOB, 30, 40, id_="b")):
        assert settled(A, version, words=words).unsettled == (Unsettled(("a", "b"), Why.DISPUTED, ()),)


def test_a_change_whose_version_is_gone_says_nothing():
    assert settled(A, words=[change(BOB, "a", "gone")]).unsettled[0].why is Why.UNANSWERED


def test_two_against_one():
    assert settled(A, B, C_OTHER, people=PEOPLE).unsettled == (
        Unsettled(("a", "b", "c"), Why.DISPUTED, PEOPLE),
    )
    done = settled(A, B, C_OTHER, people=PEOPLE, words=[agree(CORA, "b")])
    assert done == Settlement((Settled("a", ("b",), PEOPLE),), (), ("c",))


def test_a_rejection_blocks_what_others_stand_by():
    words = [agree(BOB, "a"), reject(CORA, "a")]
    assert settled(A, words=words, people=PEOPLE).unsettled == (Unsettled(("a",), Why.DISPUTED, (ADA,)),)


def test_a_rejection_of_an_equal_claim_is_one_of_both():
    assert settled(A, B, words=[reject(CORA, "b")], people=PEOPLE).unsettled == (
        Unsettled(("a", "b"), Why.DISPUTED, (ADA, BOB)),
    )


def test_a_rejected_claim_that_its_author_gave_up_is_turned_down():
    words = [reject(CORA, "a"), agree(ADA, "b"), agree(CORA, "b")]
    done = settled(A, B_OTHER, words=words, people=PEOPLE)
    assert done == Settlement((Settled("b", (), PEOPLE),), (), ("a",))


def test_agreeing_with_one_and_rejecting_the_other_goes_together():
    """Whichever was said first, and whatever the rejected claim's author still stands by."""
    for words in ([agree(CORA, "b"), reject(CORA, "a")], [reject(CORA, "a"), agree(CORA, "b")]):
        (left,) = settled(A, B_OTHER, words=words, people=PEOPLE).unsettled
        assert (left.why, left.waits_for) == (Why.DISPUTED, (ADA, BOB))
        done = settled(A, B_OTHER, words=[*words, agree(ADA, "b")], people=PEOPLE)
        assert done.settled == (Settled("b", (), PEOPLE),)


def test_to_discuss_blocks_until_the_same_person_agrees():
    words = [agree(BOB, "a"), discuss(CORA, "a")]
    assert settled(A, words=words, people=PEOPLE).unsettled == (Unsettled(("a",), Why.DISCUSSED, (ADA,)),)
    assert settled(A, words=[*words, agree(CORA, "a")], people=PEOPLE).settled


def test_who_agrees_with_another_claim_has_done_with_discussing():
    words = [discuss(CORA, "a"), agree(CORA, "b")]
    assert settled(A, B_OTHER, words=words, people=PEOPLE).unsettled[0].why is Why.DISPUTED
    assert settled(A, B_OTHER, words=words[::-1], people=PEOPLE).unsettled[0].why is Why.DISPUTED
    later = [agree(CORA, "b"), discuss(CORA, "a")]
    assert settled(A, B_OTHER, words=later, people=PEOPLE).unsettled[0].why is Why.DISCUSSED


def test_a_later_word_replaces_an_earlier_one():
    first, second = agree(BOB, "a"), reject(BOB, "a")
    assert not settled(A, words=[second, first]).settled


def outdated(word: Word) -> Word:
    return replace(word, outdated=True)


def test_an_outdated_agreement_is_none():
    found = settled(A, words=[outdated(agree(BOB, "a"))], people=PEOPLE)
    assert found.unsettled == (Unsettled(("a",), Why.UNANSWERED, (BOB, CORA)),)


@pytest.mark.parametrize("objects", [reject, discuss])
def test_who_objected_to_what_was_said_before_is_waited_for(objects):
    said = [outdated(objects(BOB, "a")), agree(CORA, "a")]
    assert settled(A, words=said, people=PEOPLE).unsettled == (Unsettled(("a",), Why.UNANSWERED, (BOB,)),)
    assert settled(A, words=[*said, agree(BOB, "a")], people=PEOPLE).settled == (
        Settled("a", (), (ADA, BOB, CORA)),
    )
    assert settled(A, words=said, people=PEOPLE, signer=CORA).settled == (Settled("a", (), (ADA, CORA)),)


def test_nested_claims_are_settled_each_by_itself():
    inner = mark(ADA, 3, 6, id_="inner")
    done = settled(A, inner, B)
    assert done.settled == (Settled("a", ("b",), (ADA, BOB)),)
    assert done.unsettled == (Unsettled(("inner",), Why.UNANSWERED, (BOB,)),)


def test_after_a_sign_off_the_signers_word_counts_where_words_stand_against_each_other():
    words = [agree(CORA, "b")]
    assert settled(A, B_OTHER, words=words, people=PEOPLE).unsettled
    done = settled(A, B_OTHER, words=words, people=PEOPLE, signer=CORA)
    assert done == Settlement((Settled("b", (), (BOB, CORA)),), (), ("a",))


def test_what_the_signer_rejected_is_out():
    done = settled(A, B, words=[reject(CORA, "a")], people=PEOPLE, signer=CORA)
    assert done == Settlement((), (), ("a", "b"))


def test_where_the_signer_is_silent_nothing_is_decided():
    assert settled(A, people=PEOPLE, signer=CORA).unsettled[0].why is Why.UNANSWERED
    assert settled(A, B_OTHER, people=PEOPLE, signer=CORA).unsettled[0].why is Why.DISPUTED


def test_what_the_signer_wants_discussed_stays_open():
    words = [discuss(CORA, "a")]
    assert settled(A, B, words=words, people=PEOPLE, signer=CORA).unsettled[0].why is Why.DISCUSSED


@st.composite
def histories(draw):
    """Claims of three people and random words on them, versions among them."""
    claims = draw(marks(most=7))
    words = []
    for n in range(draw(st.integers(0, 8)) if claims else 0):
        author = draw(st.sampled_from(PEOPLE))
        verdict = draw(st.sampled_from(Verdict))
        own = [claim.id for claim in claims if claim.author == author]
        version = draw(st.sampled_from(own)) if own and verdict is Verdict.CHANGED else None
        words.append(Word(draw(st.sampled_from(claims)).id, author, verdict, f"{n:03}", version))
    return claims, words, draw(st.sampled_from([None, *PEOPLE]))


@given(histories())
def test_every_live_claim_is_in_exactly_one_place(history):
    claims, words, signer = history
    found = settled(*claims, words=words, people=PEOPLE, signer=signer)
    places = [claim for one in found.settled for claim in (one.claim, *one.equal)]
    places += [claim for one in found.unsettled for claim in one.claims]
    assert sorted([*places, *found.dropped]) == sorted(claim.id for claim in claims)


@given(histories().flatmap(lambda tried: st.tuples(st.just(tried), st.permutations(tried[1]))))
def test_the_order_in_which_words_arrive_does_not_matter(tried):
    (claims, words, signer), arrived = tried
    first = settled(*claims, words=words, people=PEOPLE, signer=signer)
    assert settled(*claims, words=arrived, people=PEOPLE, signer=signer) == first


@given(histories())
def test_nothing_is_final_by_one_voice_or_against_anybodys_last_word(history):
    claims, words, _ = history
    author = {claim.id: claim.author for claim in claims}
    for one in settled(*claims, words=words, people=PEOPLE).settled:
        assert len(one.by) > 1
        ids = (one.claim, *one.equal)
        last = {
            said.author: said for said in words if said.claim in ids and author[said.claim] != said.author
        }
        verdicts = {
            said.verdict for said in last.values() if said.version or said.verdict is not Verdict.CHANGED
        }
        assert verdicts <= {Verdict.AGREED, Verdict.CHANGED}
