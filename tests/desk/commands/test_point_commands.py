"""Letting open points go and taking that back."""

import pytest

from annotator.desk.commands.articles import RemoveArticle
from annotator.desk.commands.claims import DeleteClaim, TagClaim
from annotator.desk.commands.points import Unwaive, Waive
from annotator.desk.queries.points import open_points
from annotator.model.enums import Tag
from annotator.model.errors import BadInput, NotAllowed, NothingFound
from annotator.model.rows import Article, Claim, Waiver
from annotator.model.spans import Span
from tests.desk.content import content, quick_desk

RULE = "allegation-without-source"


@pytest.fixture
def article(desk):
    return desk.library.where(Article)[0].id


@pytest.fixture
def claim(desk, article):
    return desk.run(TagClaim(article, Span(4, 20), Tag.ALLEGATION)).made[0]


def waived(desk, article):
    return [
        (point.rule, point.claim, point.waived, point.waived_by_me)
        for point in open_points(desk, article).points
        if point.waived
    ]


def test_a_point_let_go_keeps_its_reason_and_comes_back(desk, article, claim):
    must = open_points(desk, article).progress.must
    changes = desk.run(Waive(article, RULE, "  wire copy ", claim))
    assert (changes.claims, changes.articles) == ({claim}, {article})
    assert waived(desk, article) == [(RULE, claim, "wire copy", True)]
    assert open_points(desk, article).progress.must == must - 1
    desk.run(Unwaive(article, RULE, claim))
    assert waived(desk, article) == []
    assert open_points(desk, article).progress.must == must


def test_a_second_reason_replaces_the_first(desk, article, claim):
    desk.run(Waive(article, RULE, "wire copy", claim))
    desk.run(Waive(article, RULE, "the desk knows", claim))
    assert waived(desk, article) == [(RULE, claim, "the desk knows", True)]
    assert len(desk.library.where(Waiver)) == 1


def test_letting_go_can_be_undone(desk, article, claim):
    before = content(desk.library)
    desk.run(Waive(article, RULE, "wire copy", claim))
    desk.undo(article)
    assert content(desk.library) == before


def test_what_belongs_to_no_claim_is_let_go_in_the_whole_article(desk, article, claim):
    desk.run(Waive(article, "uncovered-statement", "an interview"))
    assert {point[:2] for point in waived(desk, article)} == {("uncovered-statement", None)}
    assert waived(desk, desk.library.where(Article)[1].id) == []
    desk.undo(article)
    assert waived(desk, article) == []


@pytest.mark.parametrize(("rule", "reason"), [(RULE, ""), (RULE, " \n"), ("no-such-rule", "because")])
def test_a_reason_and_a_rule_are_needed(desk, article, claim, rule, reason):
    with pytest.raises(BadInput):
        desk.run(Waive(article, rule, reason, claim))
    assert desk.library.where(Waiver) == []


def test_a_claim_of_another_article_is_refused(desk, article, claim):
    other = desk.library.where(Article)[1].id
    with pytest.raises(BadInput):
        desk.run(Waive(other, RULE, "because", claim))
    desk.run(RemoveArticle(other))
    with pytest.raises(NothingFound):
        desk.run(Waive(other, "unread-sentences", "because"))


def test_another_persons_waiver_counts_and_stays_theirs(path):
    with quick_desk(path) as mine:
        article = mine.library.where(Article)[0].id
        claim = mine.run(TagClaim(article, Span(4, 20), Tag.ALLEGATION)).made[0]
    with quick_desk(path, "Noor") as hers:
        hers.run(Waive(article, RULE, "the desk knows", claim))
    with quick_desk(path) as mine:
        assert waived(mine, article) == [(RULE, claim, "the desk knows", False)]
        assert [p.waived_by for p in open_points(mine, article).points if p.waived] == ["Noor"]
        with pytest.raises(NotAllowed):
            mine.run(Unwaive(article, RULE, claim))
        mine.run(Waive(article, RULE, "and so do I", claim))
        assert waived(mine, article) == [(RULE, claim, "and so do I", True)]
        mine.run(Unwaive(article, RULE, claim))
        assert waived(mine, article) == [(RULE, claim, "the desk knows", False)]


def test_each_claim_is_let_go_by_itself(desk, article, claim):
    (other,) = desk.run(TagClaim(article, Span(0, 9), Tag.ALLEGATION)).made
    for one, reason in ((claim, "wire copy"), (other, "the desk knows")):
        desk.run(Waive(article, RULE, reason, one))
    assert {point[1:3] for point in waived(desk, article)} == {
        (claim, "wire copy"),
        (other, "the desk knows"),
    }
    desk.run(Unwaive(article, RULE, claim))
    assert [point[1] for point in waived(desk, article)] == [other]
    with pytest.raises(NothingFound):
        desk.run(Unwaive(article, RULE))


def test_nothing_to_take_back_is_said(desk, article, claim):
    with pytest.raises(NothingFound):
        desk.run(Unwaive(article, RULE, claim))


def test_a_waiver_goes_with_its_claim(desk, article, claim):
    desk.run(Waive(article, RULE, "wire copy", claim))
    desk.run(DeleteClaim(claim))
    assert desk.library.where(Claim) == []
    assert desk.library.where(Waiver) == []
