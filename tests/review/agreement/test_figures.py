"""All figures of an article: on sentences, spans and tags, of two people and more."""

import pytest
from hypothesis import given

from annotator.model.agreement import Agreement, Measure
from annotator.model.comparing import Marked
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.review.agreement.figures import figures
from annotator.review.agreement.material import Material
from tests.review.marks import ADA, BOB, CORA, PEOPLE, mark, marks

#: Ten sentences of nine characters with a blank between.
SENTENCES = tuple(Span(10 * n, 10 * n + 9) for n in range(10))
TWO = (ADA, BOB)


def article(*claims: Marked, people: tuple[str, ...] = TWO, sentences=SENTENCES) -> Material:
    return Material(people, 10 * len(sentences), sentences, claims)


def sentence(author: str, n: int, tag: Tag = Tag.ALLEGATION) -> Marked:
    """A claim on the n-th sentence."""
    return mark(author, 10 * n, 10 * n + 9, tag)


def measure(name: str, *materials: Material, people: tuple[str, ...] = TWO) -> Measure:
    return figures(materials, people).measure(name)


#: Both tag sentences 0 to 3 alike (two and two); 4 differs; 5 and 6 are tagged by one.
PLAIN = [
    *(sentence(person, n) for person in TWO for n in (0, 1)),
    *(sentence(person, n, Tag.DENIAL) for person in TWO for n in (2, 3)),
    sentence(ADA, 4),
    sentence(BOB, 4, Tag.DENIAL),
    sentence(ADA, 5),
    sentence(BOB, 6, Tag.DENIAL),
]


def test_kappa_on_sentences_worked_by_hand():
    """Seven of ten sentences are tagged, four alike.

    Ada: 4 allegations, 2 denials, 1 nothing; Bob: 2, 4, 1. By chance 8 + 8 + 1 = 17 of 49 would be alike.
    """
    found = measure("kappa.sentences", article(*PLAIN))
    assert found == Measure("kappa.sentences", pytest.approx((4 / 7 - 17 / 49) / (1 - 17 / 49)), 7, 0.7)


def test_alpha_on_sentences_worked_by_hand():
    """Of 14 values 6 are allegations, 6 denials, 2 nothing; 6 differ within, 14 x 14 - 76 = 120 could."""
    found = measure("alpha.sentences", article(*PLAIN))
    assert found == Measure("alpha.sentences", pytest.approx(1 - 13 * 6 / 120), 7, 0.7)


def test_sentences_that_nobody_tagged_change_nothing_but_the_coverage():
    longer = article(*PLAIN, sentences=tuple(Span(10 * n, 10 * n + 9) for n in range(1000)))
    for name in (
        "kappa.sentences",
        "alpha.sentences",
        "f1.exact",
        "f1.overlap",
        "tags.matched",
        "kappa.tags",
    ):
        short, long = measure(name, article(*PLAIN)), measure(name, longer)
        assert (short.value, short.n) == (long.value, long.n)
    assert measure("kappa.sentences", longer).coverage == 0.007


def test_a_sentence_has_all_tags_of_the_claims_that_touch_it():
    """Ada's claim reaches from the first into the second sentence; Bob's two claims make one set each."""
    ada, bob = mark(ADA, 5, 15), [sentence(BOB, 0), sentence(BOB, 1), mark(BOB, 12, 14, Tag.FACT)]
    found = measure("alpha.sentences", article(ada, *bob))
    # Units: ({A}, {A}) and ({A}, {A, F}): of 4 values 2 differ within, 2 x 3 could.
    assert found.value == pytest.approx(1 - 3 * 2 / 6)


def test_two_overlapping_claims_of_one_person_are_no_agreement():
    """Bob worked and found nothing; the nearest peer finds a kappa of a third here."""
    found = figures([article(sentence(ADA, 0), mark(ADA, 0, 5), sentence(ADA, 1, Tag.DENIAL))], TWO)
    for name in ("f1.exact", "f1.exact.tagged", "f1.overlap", "f1.overlap.tagged"):
        assert found.measure(name).value == 0
    for name in ("kappa.sentences", "alpha.sentences", "u_alpha", "u_alpha.binary"):
        assert found.measure(name).value <= 0
    for name in ("tags.matched", "kappa.tags", "cu_alpha"):
        assert found.measure(name).value is None
        assert found.measure(name).n == 0


def test_f1_worked_by_hand():
    """Of 12 claims 10 have the same words as the other's, 8 of them the same tag; one more pair overlaps."""
    claims = [*PLAIN, mark(ADA, 85, 89), mark(BOB, 87, 92)]
    found = figures([article(*claims)], TWO)
    values = {one.name: one.value for one in found.measures if one.name.startswith("f1.")}
    assert values == {
        "f1.exact": 10 / 14,
        "f1.exact.tagged": 8 / 14,
        "f1.overlap": 12 / 14,
        "f1.overlap.tagged": 10 / 14,
    }
    assert {one.n for one in found.measures if one.name.startswith("f1.")} == {14}


def test_tags_of_matched_claims_and_which_met_which():
    found = figures([article(*PLAIN)], TWO)
    assert found.measure("tags.matched") == Measure("tags.matched", 4 / 5, 5, 10 / 12)
    # Ada gave A A D D A, Bob A A D D D: by chance 3/5 x 2/5 + 2/5 x 3/5 alike.
    assert found.measure("kappa.tags").value == pytest.approx((4 / 5 - 12 / 25) / (1 - 12 / 25))
    assert found.confusion.tags == tuple(Tag)
    assert found.confusion.counts == ((2, 1, 0), (0, 2, 0), (0, 0, 0))


def test_of_three_people_every_pair_counts():
    claims = [sentence(ADA, 0), sentence(BOB, 0), sentence(CORA, 0, Tag.DENIAL), sentence(CORA, 1)]
    found = figures([article(*claims, people=PEOPLE)], PEOPLE)
    assert found.measure("f1.exact").value == 6 / 8  # Ada and Bob 1 of 1; each with Cora 1 of 1 and 2
    assert found.measure("f1.exact").n == 4
    assert found.confusion.counts == ((2, 2, 0), (2, 0, 0), (0, 0, 0))
    # Kappa is undefined for Ada and Bob (one tag throughout). Each of them and Cora are at one on neither of
    # two sentences, where one of four would be by chance.
    assert found.measure("kappa.sentences") == Measure("kappa.sentences", pytest.approx(-1 / 3), 5, 5 / 30)


def test_who_did_not_work_on_an_article_is_missing_not_at_odds():
    first, second = (
        [sentence(ADA, 0), sentence(BOB, 0), sentence(CORA, 0)],
        [sentence(ADA, 1), sentence(BOB, 1)],
    )
    found = figures([article(*first, people=PEOPLE), article(*second)], PEOPLE)
    assert found.measure("f1.exact").value == 1
    assert found.measure("alpha.sentences").n == 2
    alone = figures([article(sentence(ADA, 0), people=(ADA,))], TWO)
    assert {(one.value, one.n) for one in alone.measures} == {(None, 0)}


def test_others_and_claims_without_words_are_left_out():
    there = article(*PLAIN, sentence(CORA, 8), mark(ADA, 33, 33), people=PEOPLE)
    assert figures([there], TWO) == figures([article(*PLAIN)], TWO)


def test_units_of_several_articles_are_pooled():
    """Two articles with the same work: the shares stay, the n doubles."""
    once, twice = figures([article(*PLAIN)], TWO), figures([article(*PLAIN)] * 2, TWO)
    for one, other in zip(once.measures, twice.measures, strict=True):
        assert other.n == 2 * one.n
        assert (
            other.coverage == pytest.approx(one.coverage) if one.coverage else other.coverage == one.coverage
        )
    assert twice.measure("kappa.sentences").value == pytest.approx(once.measure("kappa.sentences").value)
    assert twice.confusion.counts == ((4, 2, 0), (0, 4, 0), (0, 0, 0))


@given(marks(people=TWO, length=99))
def test_the_order_of_two_people_only_turns_the_table(claims):
    one, other = figures([article(*claims)], TWO), figures([article(*claims)], (BOB, ADA))
    assert turned(one) == pytest.approx(turned(other))
    assert one.confusion.counts == tuple(zip(*other.confusion.counts, strict=True))


@given(marks(length=99))
def test_no_figure_is_ever_out_of_range_or_not_a_number(claims):
    for one in figures([article(*claims, people=PEOPLE)], PEOPLE).measures:
        assert one.value is None or one.value <= 1 + 1e-12
        assert one.coverage is None or 0 <= one.coverage <= 1 + 1e-12
        assert one.n >= 0


def turned(found: Agreement) -> dict[str, float]:
    return {one.name: -9.0 if one.value is None else one.value for one in found.measures}
