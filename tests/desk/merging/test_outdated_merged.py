"""A claim changed on one machine while a colleague answers it on another: the answer was to what it said."""

import pytest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import MoveEdges, Retag, TagClaim
from annotator.desk.commands.reviewing import Agree, Discuss
from annotator.desk.desk import Desk
from annotator.desk.merging import TakeIn
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.desk.queries.comparing import settlement
from annotator.desk.queries.points import open_points
from annotator.desk.queries.review_state import review_state
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.settling import Why
from annotator.model.spans import Span
from tests.desk.merging.colleagues import straight

TEXT = "The mayor took money, a witness said. “That is a lie,” her office said."
MONEY, WIDER = Span(0, 20), Span(0, 36)


@pytest.fixture
def claim(ada: Desk, bo: Desk) -> str:
    """A claim of Ada's that Bo has as well."""
    (article,) = ada.run(ImportArticle(Draft(TEXT, "Money"))).made
    (made,) = ada.run(TagClaim(article, MONEY, Tag.ALLEGATION)).made
    bo.run(TakeIn(straight(ada)))
    return made


def exchange(one: Desk, other: Desk) -> None:
    """One takes in what the other has, then the other way round."""
    one.run(TakeIn(straight(other)))
    other.run(TakeIn(straight(one)))


def outdated(desk: Desk, claim: str) -> bool:
    """Whether Bo's one word on the claim is, in the list and in the thread alike."""
    (word,) = claim_view(desk, claim).reviews
    (line,) = claim_lines(desk, claim_view(desk, claim).article, [claim])
    assert (bool(line.verdicts), bool(line.outdated)) == (not word.outdated, word.outdated)
    return word.outdated


@pytest.mark.parametrize("ada_first", [True, False])
@pytest.mark.parametrize("change", [lambda one: Retag(one, Tag.FACT), lambda one: MoveEdges(one, WIDER)])
@pytest.mark.parametrize("change_first", [True, False])
def test_an_answer_that_crossed_a_change_counts_on_neither(
    ada: Desk, bo: Desk, claim: str, ada_first: bool, change, change_first: bool
) -> None:
    acts = [(ada, change(claim)), (bo, Agree(claim))]
    for desk, command in acts if change_first else reversed(acts):
        desk.run(command)
    assert not outdated(bo, claim)
    exchange(*((ada, bo) if ada_first else (bo, ada)))
    article = claim_view(ada, claim).article
    for desk in (ada, bo):
        assert outdated(desk, claim)
        (left,) = settlement(desk, article).unsettled
        assert (left.why, left.waits_for) == (Why.UNANSWERED, (bo.me,))
    bo.run(Agree(claim))
    exchange(*((ada, bo) if ada_first else (bo, ada)))
    for desk in (ada, bo):
        assert not outdated(desk, claim)
        assert [one.claim for one in settlement(desk, article).settled] == [claim]


def test_taking_the_change_back_makes_the_answer_count_on_both(ada: Desk, bo: Desk, claim: str) -> None:
    article = claim_view(ada, claim).article
    bo.run(Agree(claim))
    ada.run(Retag(claim, Tag.DENIAL))
    exchange(ada, bo)
    ada.run(Retag(claim, Tag.ALLEGATION))
    bo.run(TakeIn(straight(ada)))
    assert [outdated(desk, claim) for desk in (ada, bo)] == [False, False]
    assert [one.claim for one in settlement(bo, article).settled] == [claim]


def asked(desk: Desk, article: str) -> tuple[tuple[str, ...], list[str]]:
    """The claims that wait for who works, and those of which a point says that a question is open."""
    points = open_points(desk, article).points
    return review_state(desk, article).waiting, [
        str(point.claim) for point in points if point.rule == "question-not-answered"
    ]


def test_a_question_about_what_the_claim_no_longer_says_is_not_put_to_its_author(
    ada: Desk, bo: Desk, claim: str
) -> None:
    article = claim_view(ada, claim).article
    ada.run(Retag(claim, Tag.FACT))
    bo.run(Discuss(claim, "an allegation?"))  # later than the change, which he has not seen
    ada.run(TakeIn(straight(bo)))
    assert asked(ada, article) == ((), [])
    bo.run(TakeIn(straight(ada)))
    bo.run(Discuss(claim, "a fact?"))
    ada.run(TakeIn(straight(bo)))
    assert asked(ada, article) == ((claim,), [claim])
