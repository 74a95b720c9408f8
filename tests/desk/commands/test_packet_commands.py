"""Giving articles to people: who is known, who is to come, and what is taken back."""

from pathlib import Path

import pytest

from annotator.desk.commands.articles import RemoveArticle
from annotator.desk.commands.packets import Assign, Unassign
from annotator.desk.commands.people import AlsoMe
from annotator.desk.queries.history import turns
from annotator.model.changes import LIBRARY
from annotator.model.errors import BadInput, NotAllowed, NothingFound
from annotator.model.rows import Article, Assignment, Reviewer
from tests.desk.content import content, quick_desk


def articles(desk) -> tuple[str, str]:
    first, second = desk.library.where(Article)
    return first.id, second.id


def given(desk) -> set[tuple[str, str, str, bool]]:
    names = {one.id: one.name for one in desk.library.where(Reviewer)}
    return {
        (row.article, names[row.reviewer], row.instructions, row.blind)
        for row in desk.library.where(Assignment)
    }


def test_articles_are_given_to_people_by_name(desk):
    first, second = articles(desk)
    before = content(desk.library)
    changes = desk.run(
        Assign((first, second, first), (" Cora", "Dan", "cora", ""), " Codebook 2. ", blind=True)
    )
    assert given(desk) == {
        (article, name, "Codebook 2.", True) for article in (first, second) for name in ("Cora", "Dan")
    }
    assert changes.articles == {first, second, LIBRARY}
    assert turns(desk, first).undo == turns(desk, LIBRARY).undo == "Give 2 articles to Cora, Dan"
    names = {one.name: one.id for one in desk.library.where(Reviewer)}
    assert desk.library.author_of(Reviewer, names["Cora"]) == names["Cora"]  # theirs to change
    colours = [one.colour for one in desk.library.where(Reviewer)]
    assert len(set(colours)) == 3  # mine, Cora's and Dan's
    desk.undo(LIBRARY)
    assert content(desk.library) == before


def test_a_known_name_is_that_person(path: Path):
    with quick_desk(path, "Cora") as desk:
        cora = desk.me
    with quick_desk(path) as desk:
        first, _ = articles(desk)
        desk.run(Assign((first,), ("CORA",)))
        assert [row.reviewer for row in desk.library.where(Assignment)] == [cora]


def test_given_again_the_words_are_the_new_ones(desk):
    first, _ = articles(desk)
    desk.run(Assign((first,), ("Cora",), "Be quick.", blind=True))
    desk.run(Assign((first,), ("Cora",), "Take your time."))
    assert given(desk) == {(first, "Cora", "Take your time.", False)}


@pytest.mark.parametrize(
    ("given_articles", "names", "key"),
    [
        (0, ("Cora",), "packet.needs_articles"),
        (1, (), "packet.needs_people"),
        (1, (" ",), "packet.needs_people"),
    ],
)
def test_what_and_to_whom_is_needed(desk, given_articles, names, key):
    with pytest.raises(BadInput) as refused:
        desk.run(Assign(articles(desk)[:given_articles], names))
    assert refused.value.key == key
    assert len(desk.library.where(Reviewer)) == 1


def test_what_lies_in_the_bin_is_not_given(desk):
    first, second = articles(desk)
    desk.run(RemoveArticle(second))
    with pytest.raises(NothingFound):
        desk.run(Assign((first, second), ("Cora",)))
    assert given(desk) == set()


def test_an_article_is_taken_from_somebody_again(desk):
    first, second = articles(desk)
    desk.run(Assign((first, second), ("Cora", "Dan")))
    (cora,) = desk.library.where(Reviewer, name="Cora")
    desk.run(Unassign(first, cora.id))
    assert given(desk) == {(first, "Dan", "", False), (second, "Cora", "", False), (second, "Dan", "", False)}
    assert turns(desk, first).undo == "Take “First” back from Cora"
    with pytest.raises(NothingFound, match=r"gone\.assignments"):
        desk.run(Unassign(first, cora.id))


def test_what_another_gave_is_not_mine_to_take_back(path: Path):
    with quick_desk(path) as desk:
        first, _ = articles(desk)
        desk.run(Assign((first,), ("Cora",)))
        (cora,) = desk.library.where(Reviewer, name="Cora")
    with quick_desk(path, "Ada") as desk:
        with pytest.raises(NotAllowed):
            desk.run(Unassign(first, cora.id))
        desk.run(Assign((first,), ("Cora",), "Mine."))
        desk.run(Unassign(first, cora.id))
        assert given(desk) == {(first, "Cora", "", False)}


def test_who_says_that_the_name_is_theirs_has_the_work(path: Path):
    with quick_desk(path) as desk:
        first, _ = articles(desk)
        desk.run(Assign((first,), ("Cora",)))
        (cora,) = desk.library.where(Reviewer, name="Cora")
    with quick_desk(path, "C. Lee") as desk:
        desk.run(AlsoMe(cora.id))
        mine = desk.me
    with quick_desk(path) as desk:
        desk.run(Unassign(first, mine))  # by whatever id that person is named
        assert given(desk) == set()


def test_who_was_given_work_may_sit_down_and_do_it(path: Path):
    with quick_desk(path) as desk:
        desk.run(Assign(articles(desk), ("Cora",)))
        (cora,) = desk.library.where(Reviewer, name="Cora")
    with quick_desk(path, "Cora") as desk:
        assert desk.me == cora.id
