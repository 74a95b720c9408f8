"""Who I am: my name and colour, and other identities that are me too."""

from pathlib import Path

import pytest

from annotator.desk.commands.claims import DeleteClaim, MoveEdges, Retag, TagClaim
from annotator.desk.commands.people import AlsoMe, EditMe, NameMe, NotMe
from annotator.desk.commands.reviewing import Agree, TakeBackReview
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence, RemoveEvidence
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.desk.queries.people import me
from annotator.model.changes import LIBRARY
from annotator.model.enums import StatusValue, Tag
from annotator.model.errors import BadInput, NotAllowed, NothingFound
from annotator.model.rows import Article, Claim, Review, Reviewer, SamePerson, Status
from annotator.model.spans import Span
from annotator.words import say_all
from tests.desk.content import content, quick_desk

BLUE, TEAL = "#4A6FA5", "#2F7F86"
MONEY = Span(0, 20)


@pytest.fixture
def kims(path: Path) -> tuple[str, str, str]:
    """An article, a claim of Kim's in it, and Kim's id."""
    with quick_desk(path, "Kim") as desk:
        article = desk.library.where(Article)[0].id
        (claim,) = desk.run(TagClaim(article, MONEY, Tag.ALLEGATION)).made
        return article, claim, desk.me


@pytest.mark.parametrize(
    ("colour", "key"),
    [
        ("blue", "reviewer.no_colour"),
        ("#12345", "reviewer.no_colour"),
        ("#1234567", "reviewer.no_colour"),
        ("#12345g", "reviewer.no_colour"),
        ("", "reviewer.no_colour"),
        ("#B3261E", "reviewer.red"),
        ("#ff0000", "reviewer.red"),
    ],
)
def test_a_colour_is_one_and_is_not_red(desk, colour, key):
    before = content(desk.library)
    with pytest.raises(BadInput) as refused:
        desk.run(EditMe("Ada", colour))
    assert refused.value.key == key
    assert say_all(key, refused.value.values)
    assert content(desk.library) == before


@pytest.mark.parametrize("name", ["Kim", " KIM "])
def test_anothers_name_is_refused(path, kims, name):
    with quick_desk(path) as desk:
        with pytest.raises(NotAllowed, match=r"reviewer\.name_taken"):
            desk.run(EditMe(name, BLUE))
        desk.run(EditMe("Kim L.", BLUE))


def test_my_own_name_may_be_written_otherwise(path, kims):
    with quick_desk(path, "Kim") as desk:
        desk.run(EditMe("KIM", BLUE))
        assert me(desk) == Reviewer(desk.me, "KIM", BLUE)


def test_once_named_nobody_asks_again(path):
    with quick_desk(path) as desk:
        assert not desk.is_named
        with pytest.raises(BadInput):
            desk.run(NameMe(" ", BLUE))
        assert not desk.is_named
        mine = me(desk)
        assert mine is not None
        assert desk.run(NameMe(mine.name, mine.colour)).step == ""  # kept as it was: an answer too
        assert desk.is_named
        desk.run(NameMe("Ada", TEAL))
        desk.undo(LIBRARY)
        assert me(desk) == mine
        assert desk.is_named
    with quick_desk(path) as desk:
        assert desk.is_named


def test_who_was_named_at_the_start_is_not_asked(path):
    with quick_desk(path, "Ada") as desk:
        assert desk.is_named


def test_what_another_identity_wrote_is_mine_from_then_on(path, kims):
    article, claim, kim = kims
    with quick_desk(path, "Ada") as desk:
        with pytest.raises(NotAllowed):
            desk.run(Retag(claim, Tag.FACT))
        changes = desk.run(AlsoMe(kim))
        assert changes.sources  # whose claims are whose shows everywhere
        (line,) = claim_lines(desk, article)
        assert (line.mine, line.reviewer, line.author) == (True, "Ada", desk.me)
        desk.run(Retag(claim, Tag.FACT))
        assert desk.library.author_of(Claim, claim) == kim  # a changed row keeps its author
        again = desk.run(TagClaim(article, MONEY, Tag.FACT))
        assert (again.step, again.pick) == ("", claim)
        with pytest.raises(BadInput, match=r"review\.own"):
            desk.run(Agree(claim))
        assert desk.run(DeleteClaim(claim)).notice == ""
        assert claim_lines(desk, article) == ()


def test_one_undo_makes_two_people_of_one_again(path, kims):
    article, claim, kim = kims
    with quick_desk(path, "Ada") as desk:
        desk.run(AlsoMe(kim))
        desk.undo(LIBRARY)
        assert not claim_lines(desk, article)[0].mine
        with pytest.raises(NotAllowed):
            desk.run(Retag(claim, Tag.FACT))
        desk.redo(LIBRARY)
        assert claim_lines(desk, article)[0].mine


def test_identities_are_joined_once_and_parted_again(path, kims):
    article, _, kim = kims
    with quick_desk(path, "Ada") as desk:
        for reviewer in (desk.me, "nobody"):
            with pytest.raises((BadInput, NothingFound)):
                desk.run(AlsoMe(reviewer))
        desk.run(AlsoMe(kim))
        with pytest.raises(BadInput, match=r"reviewer\.already_me"):
            desk.run(AlsoMe(kim))
        desk.run(NotMe(kim))
        assert desk.library.where(SamePerson) == []
        assert not claim_lines(desk, article)[0].mine
        with pytest.raises(NothingFound, match=r"gone\.same_person"):
            desk.run(NotMe(kim))


def test_undo_is_of_the_hand_that_did_it(path, kims):
    """Kim's steps are not Ada's to take back because the two are said to be one."""
    article, claim, kim = kims
    with quick_desk(path, "Ada") as desk:
        desk.run(AlsoMe(kim))
        desk.run(AddEvidence(claim, NewSource("Ledger")))
        desk.undo(article)
        assert claim_view(desk, claim).evidence == ()
        with pytest.raises(Exception, match=r"undo\.nothing"):
            desk.undo(article)


def test_a_person_with_two_identities_has_one_word_on_a_claim(path, kims):
    _, claim, kim = kims
    for name, value in (("Bob", StatusValue.CONFIRMED), ("Ada", StatusValue.DISPUTED)):
        with quick_desk(path, name) as desk:
            desk.run(SetStatus(claim, StatusFields(value, "seen")))
            desk.run(Agree(claim))
            bob = desk.me if name == "Bob" else bob  # noqa: F821
    with quick_desk(path, "Ada") as desk:
        desk.run(AlsoMe(bob))
        desk.run(SetStatus(claim, StatusFields(StatusValue.CONFIRMED, "seen")))  # as Bob said, before Ada
        assert claim_view(desk, claim).status is StatusValue.CONFIRMED
        assert len(desk.library.where(Status)) == 1
        desk.run(TakeBackReview(claim))
        assert desk.library.where(Review) == []


def test_equal_claims_of_two_identities_go_together(path, kims):
    article, claim, kim = kims
    with quick_desk(path, "Ada") as desk:
        (other,) = desk.run(TagClaim(article, MONEY, Tag.ALLEGATION)).made
        (piece,) = desk.run(AddEvidence(other, NewSource("Ledger"))).made
        desk.run(AlsoMe(kim))
        (line,) = claim_lines(desk, article)
        assert (line.id, line.evidence) == (claim, 1)
        desk.run(RemoveEvidence(piece))
        desk.run(Retag(claim, Tag.FACT))
        desk.run(MoveEdges(claim, Span(0, 41)))
        (line,) = claim_lines(desk, article)
        assert (line.id, line.tag, line.span) == (claim, Tag.FACT, Span(0, 41))
        desk.run(DeleteClaim(claim))
        assert claim_lines(desk, article) == ()
        assert desk.library.where(Claim) == []
        desk.undo(article)
        assert [line.id for line in claim_lines(desk, article)] == [claim]
