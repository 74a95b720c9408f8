"""Who works: the owner of a library, several people of one machine, one person on two machines."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.comments import AddComment, RemoveComment
from annotator.desk.commands.packets import Assign
from annotator.desk.commands.people import AlsoMe, EditMe
from annotator.desk.commands.reviewing import Agree, TakeBackReview
from annotator.desk.desk import Desk
from annotator.desk.devices import paired
from annotator.desk.identity import reading_reviewer
from annotator.desk.queries.articles import article_page
from annotator.desk.queries.claims import claim_lines
from annotator.desk.queries.history import turns
from annotator.desk.queries.people import me
from annotator.desk.work import Command, Work
from annotator.model.changes import LIBRARY
from annotator.model.enums import Tag
from annotator.model.errors import BadInput, CannotUndo, NotAllowed, NothingFound
from annotator.model.rows import Anchor, Article, Claim, Device, Reviewer, SamePerson
from annotator.model.spans import Span
from annotator.model.stamped import Stamped
from annotator.store.door import step
from annotator.store.identities import has_written, identities, shown_identity, working_here
from tests.desk.content import content, quick_desk

TEAL = "#2F7F86"
THERE = "2026-01-01T00:00:00.000Z#0000"


def came_in(desk: Desk, name: str, device: str = "their-machine", article: str = "") -> str:
    """Rows of a colleague as merging brings them: the person, the machine, and a claim in an article."""
    person = f"id-of-{name}"
    text = article_page(desk, article).text if article else ""
    rows = [Reviewer(person, name, TEAL), Device(device, "laptop", person)]
    if article:
        rows += [
            Claim(f"claim-of-{name}", article, Tag.FACT),
            Anchor(f"a-{name}", f"claim-of-{name}", f"{article}-1", 0, 3, text[:3], "", text[3:35]),
        ]
    with step(desk.library, desk.hand, "step.import") as opened:
        opened.adopt([Stamped(row, person, device, THERE[:24], THERE) for row in rows])
    return person


def first(desk: Desk) -> str:
    return desk.library.where(Article)[0].id


def test_a_new_library_is_its_makers(tmp_path):
    with Desk(tmp_path / "new.sqlite", reviewer=" Ada ") as desk:
        ada = desk.me
        assert [one.name for one in desk.library.where(Reviewer)] == ["Ada"]
        assert desk.is_named
    with Desk(tmp_path / "new.sqlite") as desk:
        assert (desk.me, desk.is_named) == (ada, True)


def test_people_of_one_machine_take_turns(path):
    with quick_desk(path) as desk:
        owner = desk.me
        desk.run(TagClaim(first(desk), Span(0, 20), Tag.FACT))
        kim = desk.add_person(" Kim ")
        assert desk.me == owner  # nobody sits down by being made
        changes = desk.switch(kim)
        assert (changes.sources, changes.articles_list) == (True, True)
        assert (desk.me, desk.hand.reviewer, desk.is_named) == (kim, kim, True)
        assert not claim_lines(desk, first(desk))[0].mine
        assert turns(desk, first(desk)).undo == ""
        with pytest.raises(CannotUndo):
            desk.undo(first(desk))
        (kims,) = desk.run(TagClaim(first(desk), Span(0, 20), Tag.FACT)).made
        assert desk.library.author_of(Claim, kims) == kim
        desk.switch(owner)
        assert claim_lines(desk, first(desk))[0].mine
        assert turns(desk, first(desk)).undo == "Tag as reported fact"
        desk.undo(first(desk))
        assert [line.id for line in claim_lines(desk, first(desk))] == [kims]
        desk.switch(kim)
    with quick_desk(path) as desk:  # who worked last is who works
        assert desk.me == kim


def test_a_switch_is_for_the_library_and_a_named_reviewer_for_this_time(path):
    with quick_desk(path) as desk:
        owner, kim = desk.me, desk.add_person("Kim")
    with quick_desk(path, "Kim") as desk:
        assert desk.me == kim
        desk.switch(owner)
        assert desk.me == owner
    with quick_desk(path) as desk:
        assert desk.me == owner


def test_a_new_person_has_a_colour_of_their_own(path):
    with quick_desk(path) as desk:
        ids = [desk.add_person(name) for name in ("Kim", "Bob", "Cora", "Dan")]
        chosen = desk.add_person("Eve", "#123456")
        colours = [row.colour for row in desk.library.where(Reviewer)]
        assert len(set(colours)) == 6
        assert desk.library.find(Reviewer, chosen) == Reviewer(chosen, "Eve", "#123456")
        assert {desk.library.author_of(Reviewer, one) for one in ids} == set(ids)


@pytest.mark.parametrize(
    ("name", "colour", "error"),
    [(" ", "", BadInput), ("Kim", "", NotAllowed), ("kIM", "", NotAllowed), ("Bob", "red", BadInput)],
)
def test_a_person_who_cannot_be_made_is_not(path, name, colour, error):
    with quick_desk(path) as desk:
        desk.add_person("Kim")
        before = content(desk.library)
        with pytest.raises(error):
            desk.add_person(name, colour)
        assert content(desk.library) == before


def test_nobody_sits_down_as_a_colleague_who_works_elsewhere(path):
    with quick_desk(path) as desk:
        owner = desk.me
        bob = came_in(desk, "Bob", article=first(desk))
        with pytest.raises(NotAllowed, match=r"reviewer\.elsewhere"):
            desk.switch(bob)
        with pytest.raises(NotAllowed, match=r"reviewer\.name_taken"):
            desk.add_person("Bob")
        with pytest.raises(NothingFound):
            desk.switch("nobody")
        assert (desk.me, desk.library.here("reviewer")) == (owner, owner)
    with pytest.raises(NotAllowed, match=r"reviewer\.elsewhere"):
        quick_desk(path, "Bob").__enter__()
    with Desk(path, reviewer="Bob", reading=True) as desk:  # to look with his eyes does no harm
        assert desk.me == bob
        assert claim_lines(desk, first(desk))[0].mine


def test_of_two_people_of_a_name_the_one_who_works_here_is_meant(path):
    with quick_desk(path, "Bob") as desk:
        here = desk.me
        came_in(desk, "Bob", article=first(desk))
    with quick_desk(path, "Bob") as desk:
        assert desk.me == here
        assert reading_reviewer(desk.library, "Bob") == here


@dataclass(frozen=True)
class ShowAs(Command):
    """Says that I am another identity, which shows: so it comes from my other machine."""

    LABEL = "step.also_me"

    other: str

    def apply(self, work: Work) -> None:
        work.step.write(SamePerson(work.new_id(), work.me, self.other))
        work.scope(LIBRARY)
        work.called(self.LABEL, name=self.other)


def test_the_shown_identity_is_me_and_the_hand_writes(path):
    with quick_desk(path) as desk:
        hand = desk.me
        other = came_in(desk, "Ada", article=first(desk))
        desk.run(ShowAs(other))
        assert (desk.me, desk.writer) == (other, hand)
        desk.undo(LIBRARY)
        assert (desk.me, desk.writer) == (hand, hand)
        desk.redo(LIBRARY)
        assert (desk.me, desk.writer) == (other, hand)
        assert identities(desk.library, hand) == identities(desk.library, other) == {hand, other}
        desk.run(EditMe("Ada L.", TEAL))
        assert me(desk) == Reviewer(other, "Ada L.", TEAL)
        (claim,) = desk.run(TagClaim(first(desk), Span(4, 9), Tag.FACT)).made
        assert desk.library.author_of(Claim, claim) == hand
        assert [line.author for line in claim_lines(desk, first(desk))] == [other, other]
        assert turns(desk, first(desk)).undo  # steps are the hand's
        desk.undo(first(desk))
        desk.switch(other)  # the person, by whichever id, works under the one that writes here
        assert desk.writer == hand


def test_an_identity_is_taken_to_a_second_machine_outright(path):
    with quick_desk(path) as desk:
        local = desk.me
        fresh = not has_written(desk.library, local)
        assert not fresh  # the two articles of this library are the owner's imports
    second = path.with_name("second.sqlite")
    with quick_desk(second) as desk:
        local = desk.me
        desk.run(EditMe("Ada", TEAL))
        assert desk.become(Reviewer("ada-1", "Ada", "#7768AE"), "laptop-1")
        assert (desk.me, desk.writer, desk.is_named) == ("ada-1", "ada-1", True)
        assert shown_identity(desk.library, local) == "ada-1"
        assert me(desk) == Reviewer("ada-1", "Ada", "#7768AE")
        assert ("ada-1", "laptop-1") in paired(desk.library)
        assert desk.become(Reviewer("ada-1", "Ada", "#7768AE"), "laptop-3")  # one more machine of mine
        assert ("ada-1", "laptop-3") in paired(desk.library)
        assert len(desk.library.where(SamePerson)) == 1
    with quick_desk(second) as desk:
        assert desk.me == "ada-1"


def test_who_has_work_of_their_own_stays_who_they_are(path):
    with quick_desk(path) as desk:
        owner, before = desk.me, content(desk.library)
        assert not desk.become(Reviewer("ada-1", "Ada", TEAL), "laptop-1")
        assert (desk.me, content(desk.library)) == (owner, before)
        assert ("ada-1", "laptop-1") not in paired(desk.library)


def test_work_that_was_given_to_a_name_is_no_work_of_that_person(path):
    with quick_desk(path) as desk:
        desk.run(Assign((first(desk),), ("Cora",)))
        (cora,) = desk.library.where(Reviewer, name="Cora")
        assert not has_written(desk.library, cora.id)
        desk.run(EditMe("Cora", TEAL))  # the coder who opened the packet may have that very name
        desk.run(AlsoMe(cora.id))
        assert identities(desk.library, desk.me) == {desk.me, cora.id}


def test_those_who_work_here_are_told_from_those_whose_files_came(path):
    with quick_desk(path, "Kim") as desk:
        kim = desk.me
    with quick_desk(path) as desk:
        bob = came_in(desk, "Bob")
        assert working_here(desk.library) == {desk.me, kim}
        assert identities(desk.library, bob) == {bob}
        assert identities(desk.library, "unheard-of") == {"unheard-of"}


def test_a_desk_that_reads_changes_nobody(path):
    with Desk(path, reading=True) as desk:
        for act in (
            lambda: desk.add_person("Kim"),
            lambda: desk.switch(desk.me),
            lambda: desk.become(Reviewer("a", "Ada", TEAL), "d"),
        ):
            with pytest.raises(NotAllowed):
                act()


def test_a_kept_claim_takes_my_words_until_i_take_them_back(path: Path):
    """Bob removed his claim on his machine while I was commenting on it here."""
    with quick_desk(path) as desk:
        article = first(desk)
        bob = came_in(desk, "Bob", article=article)
        desk.run(Agree("claim-of-Bob"))
        later = f"{desk.run(AddComment('claim-of-Bob', 'Why?')).saved}#0001"
        gone = [
            Stamped(Claim("claim-of-Bob", article, Tag.FACT), bob, "their-machine", THERE[:24], later, True)
        ]
        with step(desk.library, desk.hand, "step.import") as opened:
            opened.adopt(gone)
        (line,) = claim_lines(desk, article)
        assert line.withdrawn
        with pytest.raises(BadInput, match=r"review\.withdrawn"):
            desk.run(Agree("claim-of-Bob"))
        (more,) = desk.run(AddComment("claim-of-Bob", "A pity.")).made
        desk.run(TakeBackReview("claim-of-Bob"))
        for comment in (more, desk.library.query("SELECT id FROM comments ORDER BY n")[0]["id"]):
            desk.run(RemoveComment(comment))
        assert claim_lines(desk, article) == ()
        with pytest.raises(NothingFound):
            desk.run(AddComment("claim-of-Bob", "Still there?"))
