"""How far an article is: who is done, what waits for my word, what was touched after it was signed off."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.desk.commands.claims import DeleteClaim, MoveEdges, TagClaim, WriteNote
from annotator.desk.commands.comments import AddComment, EditComment
from annotator.desk.commands.finishing import DeclareDone, NotDone, SignOffArticle
from annotator.desk.commands.packets import Assign
from annotator.desk.commands.reading import MarkRead
from annotator.desk.commands.reviewing import Agree, Change, Discuss, Reject
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import RemoveAttribution, SayBy
from annotator.desk.deliveries import Sending, read_review, send
from annotator.desk.desk import Desk
from annotator.desk.merging import TakeIn
from annotator.desk.queries.articles import article_lines
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.desk.queries.people import people
from annotator.desk.queries.review_state import assignments, review_state
from annotator.desk.work import Command
from annotator.model.enums import Tag
from annotator.model.rows import SamePerson
from annotator.model.spans import Span
from annotator.store.door import step
from tests.desk.colleagues import LIE, MONEY, mark, sent
from tests.desk.content import quick_desk

PLACES = (Span(0, 20), Span(22, 36), Span(41, 73))


class Two:
    """Ann and Bob at one library, the one who is asked for at it at a time."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.ids = {"Ann": desk.me, "Bob": desk.add_person("Bob")}
        self.article = next(line.id for line in article_lines(desk) if line.title == "First")

    def do(self, name: str, command: Command) -> tuple[str, ...]:
        self.desk.switch(self.ids[name])
        return self.desk.run(command).made

    def waiting(self, name: str) -> tuple[str, ...]:
        self.desk.switch(self.ids[name])
        return review_state(self.desk, self.article).waiting


@pytest.fixture
def two(path: Path) -> Iterator[Two]:
    with quick_desk(path) as desk:
        yield Two(desk)


@pytest.fixture
def claim(two: Two) -> str:
    (made,) = two.do("Ann", TagClaim(two.article, PLACES[0], Tag.ALLEGATION))
    return made


def test_nothing_was_said_yet(two: Two, claim: str) -> None:
    state = review_state(two.desk, two.article)
    assert (state.assigned, state.blind, state.i_am_done, state.done, state.waiting) == (
        False,
        False,
        False,
        (),
        (),
    )
    assert state.sign_off is None


def test_only_what_asks_for_my_word_waits(two: Two, claim: str) -> None:
    two.do("Bob", Agree(claim))
    assert two.waiting("Ann") == ()
    two.do("Bob", Reject(claim, "no"))
    assert two.waiting("Ann") == (claim,)
    assert two.waiting("Bob") == ()
    two.do("Bob", Agree(claim))
    assert two.waiting("Ann") == ()
    two.do("Bob", Discuss(claim))
    assert two.waiting("Ann") == (claim,)


@pytest.mark.parametrize("answer", ["comment", "note", "move"])
def test_my_word_or_my_change_answers(two: Two, claim: str, answer: str) -> None:
    two.do("Bob", Reject(claim, "no"))
    two.do("Bob", AddComment(claim, "see page 3"))
    commands = {
        "comment": AddComment(claim, "it stands on page 4"),
        "note": WriteNote(claim, "page 4"),
        "move": MoveEdges(claim, Span(0, 9)),
    }
    two.do("Ann", commands[answer])
    assert two.waiting("Ann") == ()
    two.do("Bob", AddComment(claim, "not there"))
    assert two.waiting("Ann") == (claim,)


def test_withdrawing_answers(two: Two, claim: str) -> None:
    two.do("Bob", Reject(claim, "no"))
    two.do("Ann", DeleteClaim(claim))
    assert claim_view(two.desk, claim).withdrawn
    assert two.waiting("Ann") == ()


def test_agreeing_to_their_version_answers(two: Two, claim: str) -> None:
    two.do("Bob", Change(claim))
    assert two.waiting("Ann") == (claim,)
    (review,) = claim_view(two.desk, claim).reviews
    assert review.version is not None
    two.do("Ann", Agree(review.version))
    assert two.waiting("Ann") == ()


def test_an_edited_comment_asks_again(two: Two, claim: str) -> None:
    two.do("Bob", AddComment(claim, "where"))
    two.do("Ann", AddComment(claim, "there"))
    two.do("Bob", EditComment(claim_view(two.desk, claim).comments[0].id, "where exactly"))
    assert two.waiting("Ann") == (claim,)


def test_what_waits_stands_in_text_order(two: Two) -> None:
    made = [two.do("Ann", TagClaim(two.article, place, Tag.FACT))[0] for place in reversed(PLACES)]
    for one in made[1], made[2], made[0]:
        two.do("Bob", Discuss(one))
    assert two.waiting("Ann") == tuple(reversed(made))


def test_who_is_done(two: Two) -> None:
    two.do("Bob", DeclareDone(two.article))
    two.do("Ann", DeclareDone(two.article))
    state = review_state(two.desk, two.article)
    assert (state.i_am_done, state.done) == (True, (two.ids["Bob"], two.ids["Ann"]))
    two.do("Ann", NotDone(two.article))
    assert review_state(two.desk, two.article).done == (two.ids["Bob"],)


def test_what_was_touched_after_the_sign_off(two: Two, claim: str) -> None:
    (other,) = two.do("Ann", TagClaim(two.article, PLACES[1], Tag.DENIAL))
    (still,) = two.do("Ann", TagClaim(two.article, PLACES[2], Tag.FACT))
    two.do("Ann", SayBy(other, NewSource("Ben")))
    two.do("Bob", SignOffArticle(two.article, "as agreed"))
    signed = review_state(two.desk, two.article).sign_off
    assert signed is not None
    assert (signed.author, signed.reviewer, signed.mine, signed.note) == (
        two.ids["Bob"],
        "Bob",
        True,
        "as agreed",
    )
    assert signed.changed == ()
    two.do("Ann", AddComment(claim, "wait"))
    two.do("Ann", RemoveAttribution(claim_view(two.desk, other).attributions[0].id))
    signed = review_state(two.desk, two.article).sign_off
    assert signed is not None
    assert signed.changed == (claim, other)
    two.do("Bob", SignOffArticle(two.article, "again"))
    signed = review_state(two.desk, two.article).sign_off
    assert signed is not None
    assert (signed.note, signed.changed) == ("again", ())
    assert still not in signed.changed


def test_what_is_older_than_the_sign_off_but_arrives_after_it_is_told(tmp_path: Path) -> None:
    file = sent(tmp_path, "Ben", (MONEY, Tag.ALLEGATION))
    with quick_desk(tmp_path / "ann.sqlite", "Ann") as desk:
        article = mark(desk, (LIE, Tag.DENIAL))
        desk.run(SignOffArticle(article))
        desk.run(TakeIn(read_review(file)))
        signed = review_state(desk, article).sign_off
        assert signed is not None
        (bens,) = [line.id for line in claim_lines(desk, article) if line.reviewer == "Ben"]
        assert signed.changed == (bens,)
        desk.run(SignOffArticle(article, "with Ben's"))
        signed = review_state(desk, article).sign_off
        assert signed is not None
        assert signed.changed == ()
        whole = send(desk, tmp_path / "whole", Sending((article,))).path
    with quick_desk(tmp_path / "cleo.sqlite", "Cleo") as desk:  # where all of it comes at once
        desk.run(TakeIn(read_review(whole)))
        signed = review_state(desk, article).sign_off
        assert signed is not None
        assert (signed.reviewer, signed.changed) == ("Ann", ())


def test_the_grid_of_who_is_done_with_what(two: Two) -> None:
    two.do("Ann", Assign((two.article,), ("Bob", "Cora"), "Tag on your own.", blind=True))
    two.do("Bob", TagClaim(two.article, PLACES[0], Tag.FACT))
    lines = {line.name: line for line in assignments(two.desk)}
    assert {name: (line.returned, line.done, line.claims, line.blind) for name, line in lines.items()} == {
        "Bob": (True, False, 1, True),
        "Cora": (False, False, 0, True),
    }
    state = review_state(two.desk, two.article)
    assert (state.assigned, state.blind, state.instructions) == (True, True, "Tag on your own.")
    two.do("Bob", DeclareDone(two.article))
    (bob,) = (line for line in assignments(two.desk) if line.name == "Bob")
    assert bob.done
    assert bob.at > "2026"


def test_a_tick_is_work_too(two: Two) -> None:
    two.do("Ann", Assign((two.article,), ("Bob",), "", blind=False))
    two.do("Bob", MarkRead(two.article, PLACES[:1]))
    (line,) = assignments(two.desk)
    assert (line.returned, line.done, line.claims) == (True, False, 0)


def test_people_are_told_once(two: Two) -> None:
    two.do("Ann", Assign((two.article,), ("Cora",), "", blind=False))
    found = people(two.desk)
    assert [(one.name, one.mine, one.here) for one in found][1:] == [
        ("Bob", False, True),
        ("Cora", False, False),
    ]
    assert (found[0].id, found[0].mine, found[0].here) == (two.ids["Ann"], True, True)
    with step(two.desk.library, two.desk.hand, "step.also_me") as made:
        made.write(SamePerson("same", found[2].id, two.ids["Ann"]))
    assert [one.id for one in people(two.desk)] == [two.ids["Ann"], two.ids["Bob"]]
    (line,) = assignments(two.desk)
    assert line.person == two.ids["Ann"]
