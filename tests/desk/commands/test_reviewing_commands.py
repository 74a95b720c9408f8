"""Answering colleagues: one word of each person on a claim, versions beside it, and what is refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.desk.commands.answers import AnswerNothing, Link
from annotator.desk.commands.claims import DeleteClaim, MoveEdges, Retag, TagClaim, WriteNote, WritePlainWords
from annotator.desk.commands.reviewing import Agree, AgreeAll, Change, Discuss, Reject, TakeBackReview
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import (
    AddEvidence,
    CheckSaidBy,
    EditAttribution,
    EvidenceFields,
    MoveAttribution,
    SayBy,
)
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.desk.desk import Desk
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.desk.queries.history import turns
from annotator.model.enums import Stance, StatusValue, Tag, Verdict
from annotator.model.errors import BadInput, NothingFound
from annotator.model.rows import Article, Claim, Review
from annotator.model.spans import Span
from annotator.words.stored import say_stored
from tests.desk.content import content, quick_desk

MONEY, LIE = Span(0, 20), Span(43, 56)


@dataclass
class Kims:
    """An article in which Kim marked an allegation and a denial that answers it."""

    article: str
    allegation: str
    denial: str


@pytest.fixture
def kims(path: Path) -> Kims:
    with quick_desk(path, "Kim") as desk:
        article = desk.library.where(Article)[0].id
        (allegation,) = desk.run(TagClaim(article, MONEY, Tag.ALLEGATION)).made
        (denial,) = desk.run(TagClaim(article, LIE, Tag.DENIAL)).made
        desk.run(Link(denial, allegation))
        desk.run(SayBy(allegation, NewSource("Ben"), Span(4, 9), "said"))
        desk.run(SayBy(allegation, NewSource("The agency"), cue="reported"))
        desk.run(CheckSaidBy(allegation, True))
        desk.run(
            AddEvidence(allegation, NewSource("Ledger"), EvidenceFields(Stance.CONTRADICTS, "p. 4", "no"))
        )
        desk.run(WriteNote(allegation, "Kim’s note"))
        desk.run(WriteNote(allegation, "Kim’s secret", private=True))
        desk.run(WritePlainWords(allegation, "The mayor took money."))
    return Kims(article, allegation, denial)


@pytest.fixture
def ada(path: Path, kims: Kims) -> Iterator[Desk]:
    """Ada's desk on the library with Kim's claims."""
    with quick_desk(path, "Ada") as desk:
        yield desk


def words(desk: Desk, claim: str) -> list[tuple[str, Verdict, str]]:
    return [(one.reviewer, one.verdict, one.reason) for one in claim_view(desk, claim).reviews]


def test_a_later_answer_replaces_mine(ada: Desk, kims: Kims):
    changes = ada.run(Agree(kims.allegation))
    assert changes.claims == {kims.allegation}
    assert words(ada, kims.allegation) == [("Ada", Verdict.AGREED, "")]
    ada.run(Reject(kims.allegation, "  not what it says \n"))
    assert words(ada, kims.allegation) == [("Ada", Verdict.REJECTED, "not what it says")]
    ada.run(Discuss(kims.allegation))
    assert words(ada, kims.allegation) == [("Ada", Verdict.TO_DISCUSS, "")]
    assert len(ada.library.where(Review)) == 1
    assert turns(ada, kims.article).undo == "Discuss a claim with Kim"
    for before in (Verdict.REJECTED, Verdict.AGREED):
        ada.undo(kims.article)
        assert words(ada, kims.allegation)[0][1] is before
    ada.undo(kims.article)
    assert words(ada, kims.allegation) == []


def test_the_same_answer_again_is_told(ada: Desk, kims: Kims):
    ada.run(Reject(kims.allegation, "why"))
    again = ada.run(Reject(kims.allegation, "why "))
    assert (again.step, again.notice) == ("", "review.already")


def test_each_person_has_a_word_of_their_own(path: Path, kims: Kims):
    with quick_desk(path, "Ada") as desk:
        desk.run(Agree(kims.allegation))
    with quick_desk(path, "Bob") as desk:
        desk.run(Discuss(kims.allegation, "who says so?"))
        assert words(desk, kims.allegation) == [
            ("Ada", Verdict.AGREED, ""),
            ("Bob", Verdict.TO_DISCUSS, "who says so?"),
        ]
        desk.run(TakeBackReview(kims.allegation))
        assert words(desk, kims.allegation) == [("Ada", Verdict.AGREED, "")]
        with pytest.raises(NothingFound, match=r"gone\.reviews"):
            desk.run(TakeBackReview(kims.allegation))


@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_rejection_needs_a_reason(ada: Desk, kims: Kims, reason: str):
    with pytest.raises(BadInput, match=r"review\.needs_reason"):
        ada.run(Reject(kims.allegation, reason))


def answers(claim: str) -> list:
    return [Agree(claim), Reject(claim, "no"), Discuss(claim), Change(claim)]


def test_nobody_answers_a_claim_of_their_own(path: Path, kims: Kims):
    with quick_desk(path, "Kim") as desk:
        for command in answers(kims.allegation):
            with pytest.raises(BadInput, match=r"review\.own"):
                desk.run(command)


def test_nobody_answers_what_was_withdrawn(path: Path, kims: Kims):
    with quick_desk(path, "Ada") as desk:
        desk.run(Agree(kims.allegation))
    with quick_desk(path, "Kim") as desk:
        assert desk.run(DeleteClaim(kims.allegation)).notice == "claim.withdrawn"
    with quick_desk(path, "Ada") as desk:
        for command in answers(kims.allegation):
            with pytest.raises(BadInput, match=r"review\.withdrawn"):
                desk.run(command)
        desk.run(TakeBackReview(kims.allegation))  # one's own word can always be taken back
        assert words(desk, kims.allegation) == []


def test_a_claim_that_is_gone_is_not_answered(ada: Desk):
    for command in answers("no-such-claim"):
        with pytest.raises(NothingFound, match=r"gone\.claims"):
            ada.run(command)


def test_my_version_has_the_sources_evidence_and_links_of_theirs(ada: Desk, kims: Kims):
    changes = ada.run(Change(kims.allegation))
    (version,) = changes.made
    assert changes.pick == version
    theirs, mine = claim_view(ada, kims.allegation), claim_view(ada, version)
    assert (mine.reviewer, mine.mine, mine.version_of) == ("Ada", True, kims.allegation)
    assert (mine.span, mine.quote, mine.tag) == (theirs.span, theirs.quote, Tag.ALLEGATION)
    assert [(link.source.name, link.words, link.span, link.cue) for link in mine.attributions] == [
        ("Ben", "mayor", Span(4, 9), "said"),
        ("The agency", "", None, "reported"),
    ]
    assert all(link.mine and not link.checked for link in mine.attributions)  # that Kim checked is Kim's
    assert [(piece.source.name, piece.stance, piece.locator, piece.quote) for piece in mine.evidence] == [
        ("Ledger", Stance.CONTRADICTS, "p. 4", "no")
    ]
    assert [(link.claim, link.mine) for link in mine.links] == [(kims.denial, True)]
    assert (mine.note, mine.private_note, mine.plain_words) == ("", "", "")
    (word,) = theirs.reviews
    assert (word.verdict, word.version) == (Verdict.CHANGED, version)
    assert theirs.tag is Tag.ALLEGATION  # theirs is as it was


def test_my_version_of_a_denial_answers_what_theirs_does(path: Path, kims: Kims):
    with quick_desk(path, "Kim") as desk:
        (other,) = desk.run(TagClaim(kims.article, Span(75, 85), Tag.DENIAL)).made
        desk.run(AnswerNothing(other, "a rumour"))
    with quick_desk(path, "Ada") as desk:
        (version,) = desk.run(Change(kims.denial)).made
        assert claim_view(desk, version).answers == (kims.allegation,)
        (version,) = desk.run(Change(other)).made
        assert claim_view(desk, version).answers_nothing == "a rumour"


def test_one_undo_takes_a_version_back(ada: Desk, kims: Kims):
    before = content(ada.library)
    ada.run(Change(kims.allegation))
    after = content(ada.library)
    ada.undo(kims.article)
    assert content(ada.library) == before
    ada.redo(kims.article)
    assert content(ada.library) == after


def test_changing_again_picks_the_version_that_is_there(ada: Desk, kims: Kims):
    (version,) = ada.run(Change(kims.allegation)).made
    ada.run(Retag(version, Tag.FACT))
    ada.run(MoveEdges(version, Span(0, 41)))
    again = ada.run(Change(kims.allegation))
    assert (again.made, again.pick, again.notice) == ((), version, "review.already")


def test_a_claim_of_mine_that_says_the_same_is_the_version(ada: Desk, kims: Kims):
    (mine,) = ada.run(TagClaim(kims.article, MONEY, Tag.ALLEGATION)).made
    changes = ada.run(Change(kims.allegation))
    assert (changes.made, changes.pick) == ((), mine)
    (word,) = claim_view(ada, kims.allegation).reviews
    assert (word.verdict, word.version) == (Verdict.CHANGED, mine)
    view = claim_view(ada, mine)
    assert (view.version_of, view.attributions) == (None, ())  # it was made on its own and stays so


@pytest.mark.parametrize("other", [(MONEY, Tag.FACT), (Span(0, 19), Tag.ALLEGATION)])
def test_a_claim_of_mine_that_differs_is_not_the_version(ada: Desk, kims: Kims, other):
    ada.run(TagClaim(kims.article, *other))
    (version,) = ada.run(Change(kims.allegation)).made
    assert claim_view(ada, version).version_of == kims.allegation


def test_taking_the_answer_back_leaves_my_version(ada: Desk, kims: Kims):
    (version,) = ada.run(Change(kims.allegation)).made
    ada.run(TakeBackReview(kims.allegation))
    assert claim_view(ada, kims.allegation).reviews == ()
    assert claim_view(ada, version).version_of == kims.allegation


def test_deleting_my_version_takes_the_answer_back(ada: Desk, kims: Kims):
    (version,) = ada.run(Change(kims.allegation)).made
    assert ada.run(DeleteClaim(version)).notice == ""
    assert ada.library.find(Claim, version) is None
    assert claim_view(ada, kims.allegation).reviews == ()
    ada.undo(kims.article)
    assert claim_view(ada, kims.allegation).reviews[0].version == version


def test_withdrawing_my_version_takes_the_answer_back_too(path: Path, kims: Kims):
    with quick_desk(path, "Ada") as desk:
        (version,) = desk.run(Change(kims.allegation)).made
    with quick_desk(path, "Kim") as desk:
        desk.run(Agree(version))
    with quick_desk(path, "Ada") as desk:
        assert desk.run(DeleteClaim(version)).notice == "claim.withdrawn"
        assert claim_view(desk, kims.allegation).reviews == ()
        assert words(desk, version) == [("Kim", Verdict.AGREED, "")]


def test_what_two_people_said_alike_is_copied_once(path: Path, kims: Kims):
    with quick_desk(path, "Bob") as desk:
        desk.run(SayBy(kims.allegation, NewSource("Ben")))
        desk.run(
            AddEvidence(
                kims.allegation, NewSource("Ledger"), EvidenceFields(Stance.CONTRADICTS, "p. 4", "no")
            )
        )
        desk.run(
            AddEvidence(
                kims.allegation, NewSource("Ledger"), EvidenceFields(Stance.CONTRADICTS, "p. 5", "no")
            )
        )
        desk.run(Link(kims.denial, kims.allegation))
    with quick_desk(path, "Ada") as desk:
        (version,) = desk.run(Change(kims.allegation)).made
        mine = claim_view(desk, version)
        assert [link.source.name for link in mine.attributions] == ["Ben", "The agency"]
        assert [piece.locator for piece in mine.evidence] == ["p. 4", "p. 5"]
        assert len(mine.links) == 1


def test_all_the_rest_is_agreed_to_in_one_step(path: Path, kims: Kims):
    with quick_desk(path, "Bob") as desk:
        (bobs,) = desk.run(TagClaim(kims.article, Span(21, 36), Tag.FACT)).made
        (same,) = desk.run(TagClaim(kims.article, Span(4, 9), Tag.FACT)).made
        (gone,) = desk.run(TagClaim(kims.article, Span(10, 14), Tag.FACT)).made
    with quick_desk(path, "Ada") as desk:
        desk.run(Reject(kims.denial, "no denial"))
        desk.run(TagClaim(kims.article, Span(4, 9), Tag.FACT))
        desk.run(TagClaim(kims.article, Span(21, 36), Tag.DENIAL))  # the same words, another tag
        desk.run(AddEvidence(gone, NewSource("Ledger")))
    with quick_desk(path, "Bob") as desk:
        desk.run(DeleteClaim(gone))
    with quick_desk(path, "Ada") as desk:
        before = content(desk.library)
        changes = desk.run(AgreeAll(kims.article))
        assert (changes.notice, changes.notice_values) == ("review.agreed_all", {"count": "2"})
        assert say_stored(changes.notice, changes.notice_values) == "Agreed with 2 claims."
        agreed = {review.claim for review in desk.library.where(Review) if review.verdict is Verdict.AGREED}
        assert agreed == {kims.allegation, bobs}
        assert same not in agreed
        assert turns(desk, kims.article).undo == "Agree with 2 claims"
        assert desk.run(AgreeAll(kims.article)).notice == "review.nothing_left"
        desk.undo(kims.article)
        assert content(desk.library) == before


def test_all_of_one_person_is_agreed_to(path: Path, kims: Kims):
    with quick_desk(path, "Bob") as desk:
        bob = desk.me
        (bobs,) = desk.run(TagClaim(kims.article, Span(21, 36), Tag.FACT)).made
    with quick_desk(path, "Ada") as desk:
        desk.run(AgreeAll(kims.article, bob))
        assert [review.claim for review in desk.library.where(Review)] == [bobs]


def test_ones_own_is_added_to_a_colleagues_claim_and_ordered_in_the_chain(ada: Desk, kims: Kims):
    (link,) = ada.run(SayBy(kims.allegation, NewSource("Dora"))).made
    ada.run(SetStatus(kims.allegation, StatusFields(StatusValue.DISPUTED)))
    ada.run(Link(kims.denial, kims.allegation))
    speakers = lambda: claim_lines(ada, kims.article)[0].speakers  # noqa: E731
    assert speakers() == ("Ben", "The agency", "Dora")
    ada.run(MoveAttribution(link, -1))
    assert speakers() == ("Ben", "Dora", "The agency")
    ada.run(MoveAttribution(link, -1))
    assert speakers() == ("Dora", "Ben", "The agency")
    ada.run(MoveAttribution(link, -1))
    assert speakers() == ("Dora", "Ben", "The agency")
    ada.run(EditAttribution(link, cue="wrote"))
    view = claim_view(ada, kims.allegation)
    assert [(one.source.name, one.mine, one.cue) for one in view.attributions][0] == ("Dora", True, "wrote")
    assert (view.status, view.mine) == (StatusValue.DISPUTED, False)
