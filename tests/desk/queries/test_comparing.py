"""Comparing, settling and figures of what several people really wrote into one library."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.desk.commands.answers import Link
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import DeleteClaim, MoveEdges, TagClaim
from annotator.desk.commands.finishing import DeclareDone, SignOffArticle
from annotator.desk.commands.packets import Assign
from annotator.desk.commands.people import AlsoMe
from annotator.desk.commands.reviewing import Agree, Change, Reject
from annotator.desk.commands.sources import AddSource, JoinSources, NewSource
from annotator.desk.commands.sourcing import SayBy
from annotator.desk.desk import Desk
from annotator.desk.queries.comparing import (
    agreement,
    agreement_by_article,
    comparison,
    people_named,
    settlement,
)
from annotator.desk.samples import AddSample
from annotator.model.comparing import Difference
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import NothingFound
from annotator.model.settling import Why
from annotator.model.spans import Span
from tests.desk.content import quick_desk

TEXT = "The mayor took money, a witness said. “That is a lie,” her office said.\n\nThe council met twice."
MONEY, LIE, MET = Span(0, 20), Span(39, 52), Span(TEXT.index("The council"), len(TEXT) - 1)


class Newsroom:
    """One library in which several people work, one after the other."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.people = {"Ada": desk.me, **{name: desk.add_person(name) for name in ("Bob", "Cora")}}
        self.article = self.take_in("First", TEXT)

    def take_in(self, title: str, text: str) -> str:
        return self.desk.run(ImportArticle(Draft(text, title))).made[0]

    def work_as(self, name: str) -> None:
        if self.desk.me != self.people[name]:
            self.desk.switch(self.people[name])

    def mark(self, name: str, span: Span, tag: Tag = Tag.ALLEGATION, article: str = "") -> str:
        self.work_as(name)
        return self.desk.run(TagClaim(article or self.article, span, tag)).made[0]

    def names(self, ids) -> tuple[str, ...]:
        known = {one: name for name, one in self.people.items()}
        return tuple(known[one] for one in ids)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with quick_desk(tmp_path / "library.sqlite", "Ada") as desk:
        yield Newsroom(desk)


def kinds(room: Newsroom, *names: str) -> list[Difference]:
    people = [room.people[name] for name in names] or None
    return [group.kind for group in comparison(room.desk, room.article, people).groups]


def test_two_people_are_compared_me_first(room: Newsroom) -> None:
    for name in ("Ada", "Bob"):
        room.mark(name, MONEY)
    room.mark("Ada", LIE, Tag.DENIAL)
    found = comparison(room.desk, room.article)
    assert room.names(found.people) == ("Ada", "Bob")
    assert [group.kind for group in found.groups] == [Difference.SAME, Difference.ONLY]
    room.work_as("Bob")
    assert room.names(comparison(room.desk, room.article).people) == ("Bob", "Ada")


def test_who_is_asked_for_is_compared_by_any_of_their_ids(room: Newsroom) -> None:
    for name in ("Ada", "Bob", "Cora"):
        room.mark(name, MONEY)
    room.work_as("Ada")
    room.desk.run(AlsoMe(room.people["Cora"]))
    assert kinds(room, "Bob", "Cora") == [Difference.SAME]
    assert len(comparison(room.desk, room.article).people) == 2
    assert people_named(room.desk, ["Bob", room.people["Bob"]]) == (room.people["Bob"],)
    with pytest.raises(NothingFound):
        people_named(room.desk, ["Nobody"])


def test_equal_claims_of_one_person_are_one_with_what_was_said_of_either(room: Newsroom) -> None:
    """Cora turns out to be Ada on another machine; Bob agreed with one of the two, the later one."""
    claims = [room.mark(name, MONEY) for name in ("Ada", "Cora")]
    room.mark("Bob", LIE)
    room.desk.run(Agree(claims[1]))
    room.work_as("Cora")
    room.desk.run(SayBy(claims[1], NewSource("The witness")))
    room.work_as("Ada")
    room.desk.run(AlsoMe(room.people["Cora"]))
    money, _ = comparison(room.desk, room.article).groups
    assert [one.id for one in money.claims] == [claims[0]]
    assert len(money.claims[0].said) == 1
    (final,) = settlement(room.desk, room.article).settled
    assert (final.claim, final.equal, room.names(final.by)) == (claims[0], (), ("Ada", "Bob"))


def test_joined_sources_are_the_same_source(room: Newsroom) -> None:
    claims = [room.mark(name, MONEY) for name in ("Ada", "Bob")]
    sources = []
    for name, claim in zip(("Ada", "Bob"), claims, strict=True):
        room.work_as(name)
        made = room.desk.run(AddSource(NewSource(f"The witness, says {name}")))
        sources.append(made.made[0])
        room.desk.run(SayBy(claim, sources[-1]))
    assert kinds(room) == [Difference.SOURCES]
    room.desk.run(JoinSources(sources[0], sources[1]))
    assert kinds(room) == [Difference.SAME]


def test_a_link_that_one_lacks_is_one_difference_at_the_denial(room: Newsroom) -> None:
    pairs = [(room.mark(name, MONEY), room.mark(name, LIE, Tag.DENIAL)) for name in ("Ada", "Bob")]
    room.desk.run(Link(pairs[1][1], pairs[1][0]))
    assert kinds(room) == [Difference.SAME, Difference.SOURCES]
    room.work_as("Ada")
    room.desk.run(Link(pairs[0][1], pairs[0][0]))
    assert kinds(room) == [Difference.SAME, Difference.SAME]


def test_an_editor_without_claims_sees_what_there_is_to_answer(room: Newsroom) -> None:
    claim = room.mark("Ada", MONEY)
    room.work_as("Bob")
    (group,) = comparison(room.desk, room.article).groups
    assert (group.kind, room.names(group.missing)) == (Difference.ONLY, ("Bob",))
    version = room.desk.run(Change(claim)).pick
    room.desk.run(MoveEdges(version, Span(0, 15)))
    (group,) = comparison(room.desk, room.article).groups
    assert {claim, version} == {one.id for one in group.claims}
    assert group.kind is Difference.SPAN


def test_an_editor_who_only_answers_is_no_coder(room: Newsroom) -> None:
    """Neither the difference list of two coders nor their figures change by what she says and changes."""
    claims = [room.mark(name, MONEY) for name in ("Ada", "Bob")]
    room.mark("Bob", MET, Tag.FACT)
    before = agreement(room.desk)
    room.work_as("Cora")
    room.desk.run(Agree(claims[1]))
    room.desk.run(Change(claims[0]))
    room.desk.run(DeclareDone(room.article))
    assert kinds(room) == [Difference.SAME, Difference.ONLY]
    assert agreement(room.desk).measures == before.measures


def test_who_is_done_and_found_nothing_is_a_coder(room: Newsroom) -> None:
    room.mark("Ada", MONEY)
    assert agreement(room.desk).measure("f1.exact").value is None
    room.work_as("Bob")
    room.desk.run(DeclareDone(room.article))
    assert agreement(room.desk).measure("f1.exact").value == 0
    assert kinds(room) == [Difference.ONLY]


def test_withdrawn_and_removed_claims_are_nobodys(room: Newsroom) -> None:
    kept, gone = room.mark("Ada", MONEY), room.mark("Ada", MET)
    room.mark("Bob", LIE)
    room.desk.run(Agree(kept))
    room.work_as("Ada")
    room.desk.run(DeleteClaim(kept))
    room.desk.run(DeleteClaim(gone))
    (group,) = comparison(room.desk, room.article).groups
    assert room.names(claim.author for claim in group.claims) == ("Bob",)


def test_what_is_blind_for_me_is_not_compared(room: Newsroom) -> None:
    for name in ("Ada", "Bob"):
        room.mark(name, MONEY)
    room.work_as("Ada")
    room.desk.run(Assign((room.article,), ("Ada",), "Please tag independently.", True))
    assert comparison(room.desk, room.article).people == (room.people["Ada"],)
    assert agreement(room.desk).measure("f1.exact").value is None
    assert settlement(room.desk, room.article).unsettled == ()
    room.desk.run(DeclareDone(room.article))
    assert len(comparison(room.desk, room.article).people) == 2


def test_from_tagging_to_the_final_version(room: Newsroom) -> None:
    hers, lie, his = (
        room.mark("Ada", MONEY),
        room.mark("Ada", LIE, Tag.DENIAL),
        room.mark("Bob", MET, Tag.FACT),
    )
    open_ = settlement(room.desk, room.article).unsettled
    assert [one.why for one in open_] == [Why.UNANSWERED] * 3
    assert [room.names(one.waits_for) for one in open_] == [("Bob",), ("Bob",), ("Ada",)]
    version = room.desk.run(Change(hers)).pick
    room.desk.run(MoveEdges(version, Span(0, 15)))
    room.desk.run(Reject(lie, "An opinion."))
    room.work_as("Ada")
    room.desk.run(Agree(version))
    room.desk.run(Agree(his))
    found = settlement(room.desk, room.article)
    assert [one.claim for one in found.settled] == [version, his]
    assert found.dropped == (hers,)
    assert [one.why for one in found.unsettled] == [Why.DISPUTED]
    room.work_as("Bob")
    room.desk.run(SignOffArticle(room.article))
    assert settlement(room.desk, room.article).dropped == (hers, lie)


def test_the_library_pools_articles_and_leaves_samples_out(room: Newsroom) -> None:
    second = room.take_in("Second", "A company denied it. Nobody else would speak.")
    sample = room.desk.run(AddSample("01-harbour-ferry.txt")).made[0]
    for name in ("Ada", "Bob"):
        room.mark(name, MONEY)
        room.mark(name, Span(0, 9), Tag.DENIAL, sample)
    room.mark("Ada", Span(0, 19), Tag.DENIAL, second)
    room.mark("Bob", Span(0, 19), Tag.FACT, second)
    whole = agreement(room.desk)
    assert (whole.measure("f1.exact").value, whole.measure("f1.exact.tagged").value) == (1, 0.5)
    assert agreement(room.desk, [sample]).measure("f1.exact.tagged").value > 0
    lines = agreement_by_article(room.desk)
    assert [(line.title, one.measure("f1.exact.tagged").value) for line, one in lines] == [
        ("Second", 0),
        ("First", 1),
    ]
    assert agreement_by_article(room.desk, [room.people["Ada"], room.people["Cora"]]) == ()


def test_an_article_that_is_not_there(room: Newsroom) -> None:
    for ask in (comparison, settlement):
        with pytest.raises(NothingFound):
            ask(room.desk, "nowhere")
