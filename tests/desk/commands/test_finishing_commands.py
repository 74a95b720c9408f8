"""Done and signed off: who said so, told where it was said before, and hidden tags."""

from pathlib import Path

import pytest

from annotator.desk.commands.articles import RemoveArticle
from annotator.desk.commands.claims import DeleteClaim, TagClaim
from annotator.desk.commands.finishing import DeclareDone, NotDone, SignOffArticle, TakeBackSignOff
from annotator.desk.commands.packets import Assign
from annotator.desk.commands.reviewing import Agree, AgreeAll
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence
from annotator.desk.queries.claims import claim_lines
from annotator.desk.queries.history import turns
from annotator.model.enums import Tag
from annotator.model.errors import BadInput, NothingFound
from annotator.model.rows import Article, Done, Review, SignOff
from annotator.model.spans import Span
from tests.desk.content import quick_desk


@pytest.fixture
def article(path: Path) -> str:
    with quick_desk(path) as desk:
        return desk.library.where(Article)[0].id


def test_done_is_said_once_and_taken_back(path: Path, article: str):
    with quick_desk(path, "Ada") as desk:
        assert desk.run(NotDone(article)).notice == "done.not_yet"
        changes = desk.run(DeclareDone(article))
        assert changes.articles == {article}
        assert changes.sources  # whoever shows the article reads all its claims again
        again = desk.run(DeclareDone(article))
        assert (again.step, again.notice) == ("", "done.already")
        assert [done.article for done in desk.library.where(Done)] == [article]
        assert turns(desk, article).undo == "Done with “First”"
        desk.run(NotDone(article))
        assert desk.library.where(Done) == []
        desk.undo(article)
        assert len(desk.library.where(Done)) == 1


def test_each_is_done_for_themselves(path: Path, article: str):
    with quick_desk(path, "Ada") as desk:
        desk.run(DeclareDone(article))
    with quick_desk(path, "Kim") as desk:
        desk.run(DeclareDone(article))
        assert len(desk.library.where(Done)) == 2
        desk.run(NotDone(article))
        assert len(desk.library.where(Done)) == 1
        assert desk.run(NotDone(article)).notice == "done.not_yet"


def test_a_sign_off_names_the_revision_and_the_newest_counts(path: Path, article: str):
    with quick_desk(path, "Ada") as desk:
        desk.run(SignOffArticle(article, " as agreed on the telephone "))
        (signed,) = desk.library.where(SignOff)
        assert (signed.article, signed.revision, signed.note) == (
            article,
            f"{article}-1",
            "as agreed on the telephone",
        )
        assert desk.run(SignOffArticle(article)).step  # signed again, after changes
        assert [one.note for one in desk.library.where(SignOff)] == [""]
        desk.undo(article)
        assert desk.library.where(SignOff) == [signed]
        desk.run(TakeBackSignOff(article))
        assert desk.library.where(SignOff) == []
        with pytest.raises(NothingFound, match=r"gone\.sign_offs"):
            desk.run(TakeBackSignOff(article))


def test_nobody_takes_back_anothers_signature(path: Path, article: str):
    with quick_desk(path, "Ada") as desk:
        desk.run(SignOffArticle(article))
    with quick_desk(path, "Kim") as desk:
        with pytest.raises(NothingFound, match=r"gone\.sign_offs"):
            desk.run(TakeBackSignOff(article))
        desk.run(SignOffArticle(article))
        assert len(desk.library.where(SignOff)) == 2


def test_an_article_in_the_bin_is_neither_done_nor_signed(path: Path, article: str):
    with quick_desk(path) as desk:
        desk.run(RemoveArticle(article))
        for command in (
            DeclareDone(article),
            NotDone(article),
            SignOffArticle(article),
            TakeBackSignOff(article),
            AgreeAll(article),
        ):
            with pytest.raises(NothingFound, match=r"gone\.articles"):
                desk.run(command)


def test_what_others_built_is_not_told_by_deleting_while_it_is_hidden(path: Path, article: str):
    with quick_desk(path, "Ada") as desk:
        (claim,) = desk.run(TagClaim(article, Span(0, 20), Tag.ALLEGATION)).made
    with quick_desk(path, "Kim") as desk:
        desk.run(Agree(claim))
        desk.run(Assign((article,), ("Ada",), blind=True))
    with quick_desk(path, "Ada") as desk:
        changes = desk.run(DeleteClaim(claim))
        assert (changes.notice, changes.label) == ("", "step.delete")
        assert claim_lines(desk, article) == ()
        desk.run(DeclareDone(article))
        assert [line.withdrawn for line in claim_lines(desk, article)] == [True]
        desk.undo(article)
        desk.undo(article)
        assert [line.withdrawn for line in claim_lines(desk, article)] == [False]


def test_what_is_hidden_from_me_is_neither_answered_nor_signed_until_i_am_done(path: Path, article: str):
    with quick_desk(path, "Kim") as desk:
        (claim,) = desk.run(TagClaim(article, Span(0, 20), Tag.ALLEGATION)).made
        desk.run(Assign((article,), ("Ada",), "On your own, please.", blind=True))
    with quick_desk(path, "Ada") as desk:
        for command in (Agree(claim), AddEvidence(claim, NewSource("Ledger"))):
            with pytest.raises(NothingFound, match=r"gone\.claims"):
                desk.run(command)
        assert desk.run(AgreeAll(article)).notice == "review.nothing_left"
        with pytest.raises(BadInput, match=r"sign_off\.hidden"):
            desk.run(SignOffArticle(article))
        assert claim_lines(desk, article) == ()
        desk.run(DeclareDone(article))
        assert [line.id for line in claim_lines(desk, article)] == [claim]
        desk.run(Agree(claim))
        desk.run(SignOffArticle(article))
        assert [review.claim for review in desk.library.where(Review)] == [claim]
