"""The thread under a claim: its order, whose comments are whose, and the open point that it settles."""

from pathlib import Path

import pytest

from annotator.desk.commands.claims import DeleteClaim, TagClaim
from annotator.desk.commands.comments import AddComment, EditComment, RemoveComment
from annotator.desk.commands.reviewing import Discuss
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.desk.queries.points import open_points
from annotator.model.enums import Tag
from annotator.model.errors import BadInput, NotAllowed, NothingFound
from annotator.model.rows import Article, Comment
from annotator.model.spans import Span
from tests.desk.content import quick_desk


@pytest.fixture
def kims(path: Path) -> tuple[str, str]:
    """An article and a claim of Kim's in it."""
    with quick_desk(path, "Kim") as desk:
        article = desk.library.where(Article)[0].id
        (claim,) = desk.run(TagClaim(article, Span(0, 20), Tag.ALLEGATION)).made
    return article, claim


def thread(desk, claim: str) -> list[tuple[str, str]]:
    return [(entry.reviewer, entry.body) for entry in claim_view(desk, claim).comments]


def test_a_thread_is_in_the_order_in_which_it_was_written(path: Path, kims):
    article, claim = kims
    for name, body in (("Ada", " Who says so? \n"), ("Kim", "The clerk."), ("Ada", "Then\nsay it.")):
        with quick_desk(path, name) as desk:
            changes = desk.run(AddComment(claim, body))
            assert changes.claims == {claim}
    with quick_desk(path, "Ada") as desk:
        assert thread(desk, claim) == [
            ("Ada", "Who says so?"),
            ("Kim", "The clerk."),
            ("Ada", "Then\nsay it."),
        ]
        assert [entry.mine for entry in claim_view(desk, claim).comments] == [True, False, True]
        places = [entry.position for entry in desk.library.where(Comment, claim=claim)]
        assert places == sorted(set(places))
        assert claim_lines(desk, article)[0].comments == 3
        desk.undo(article)
        assert len(thread(desk, claim)) == 2


def test_ones_own_comment_is_changed_and_removed(path: Path, kims):
    article, claim = kims
    with quick_desk(path, "Ada") as desk:
        (comment,) = desk.run(AddComment(claim, "No.")).made
        desk.run(EditComment(comment, " Yes. "))
        assert thread(desk, claim) == [("Ada", "Yes.")]
        desk.run(RemoveComment(comment))
        assert thread(desk, claim) == []
        desk.undo(article)
        assert thread(desk, claim) == [("Ada", "Yes.")]
        desk.redo(article)
        for command in (EditComment(comment, "again"), RemoveComment(comment)):
            with pytest.raises(NothingFound, match=r"gone\.comments"):
                desk.run(command)


def test_anothers_comment_stays_as_it_is(path: Path, kims):
    _, claim = kims
    with quick_desk(path, "Ada") as desk:
        (comment,) = desk.run(AddComment(claim, "No.")).made
    with quick_desk(path, "Kim") as desk:  # also not by whose claim it is
        for command in (EditComment(comment, "Yes."), RemoveComment(comment)):
            with pytest.raises(NotAllowed) as refused:
                desk.run(command)
            assert refused.value.values["name"] == "Ada"
        assert thread(desk, claim) == [("Ada", "No.")]


@pytest.mark.parametrize("body", ["", " \n\t"])
def test_a_comment_has_words(path: Path, kims, body):
    _, claim = kims
    with quick_desk(path, "Ada") as desk:
        (comment,) = desk.run(AddComment(claim, "No.")).made
        for command in (AddComment(claim, body), EditComment(comment, body)):
            with pytest.raises(BadInput, match=r"comment\.needs_words"):
                desk.run(command)


def test_of_a_withdrawn_claim_one_may_still_talk(path: Path, kims):
    article, claim = kims
    with quick_desk(path, "Ada") as desk:
        (comment,) = desk.run(AddComment(claim, "No.")).made
    with quick_desk(path, "Kim") as desk:
        assert desk.run(DeleteClaim(claim)).notice == "claim.withdrawn"
        desk.run(AddComment(claim, "You are right."))
        assert claim_lines(desk, article)[0].withdrawn
    with quick_desk(path, "Ada") as desk:
        desk.run(RemoveComment(comment))
        assert thread(desk, claim) == [("Kim", "You are right.")]


@pytest.mark.parametrize(
    "question", [lambda claim: AddComment(claim, "Why?"), lambda claim: Discuss(claim, "Why?")]
)
def test_a_question_is_open_until_the_claims_owner_answers(path: Path, kims, question):
    article, claim = kims

    def asked(desk) -> list[str]:
        found = open_points(desk, article).points
        return [point.values["name"] for point in found if point.rule == "question-not-answered"]

    with quick_desk(path, "Ada") as desk:
        desk.run(question(claim))
        assert asked(desk) == ["Ada"]
    with quick_desk(path, "Kim") as desk:
        assert asked(desk) == ["Ada"]
        desk.run(AddComment(claim, "The clerk said so."))
        assert asked(desk) == []
        desk.undo(article)
        assert asked(desk) == ["Ada"]
