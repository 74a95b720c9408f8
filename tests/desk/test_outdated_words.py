"""A word on a claim counts for what the claim said when it was given, and for nothing else."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.desk.commands.claims import DeleteClaim, MoveEdges, Retag, TagClaim, WriteNote, WritePlainWords
from annotator.desk.commands.comments import AddComment
from annotator.desk.commands.reviewing import Agree, AgreeAll, Change, Discuss, Reject, TakeBackReview
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields, SayBy
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.desk.queries.comparing import settlement
from annotator.desk.work import Command
from annotator.model.enums import Stance, Tag, Verdict
from annotator.model.rows import Review
from annotator.model.settling import Why
from annotator.model.spans import Span
from annotator.store.door import step
from tests.desk.content import quick_desk

MONEY, WIDER, ELSEWHERE = Span(0, 20), Span(0, 36), Span(41, 73)
CHANGES = [lambda claim: Retag(claim, Tag.FACT), lambda claim: MoveEdges(claim, WIDER)]
WORDS = [Agree, Change, Discuss, lambda claim: Reject(claim, "not so")]


class Two:
    """Ada and Ben at one library, the one who is named at it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.ids = {"Ada": desk.me, "Ben": desk.add_person("Ben")}
        self.article = next(line.id for line in article_lines(desk) if line.title == "First")
        (self.claim,) = self.do("Ada", TagClaim(self.article, MONEY, Tag.ALLEGATION))

    def at_desk(self, name: str) -> Desk:
        if self.desk.me != self.ids[name]:
            self.desk.switch(self.ids[name])
        return self.desk

    def do(self, name: str, *commands: Command) -> tuple[str, ...]:
        return tuple(made for command in commands for made in self.at_desk(name).run(command).made)

    def undo(self, name: str) -> None:
        self.at_desk(name).undo(self.article)

    @property
    def counts(self) -> bool:
        """Whether Ben's word counts, as every reading of it says alike."""
        (line,) = claim_lines(self.desk, self.article, [self.claim])
        (word,) = (one for one in claim_view(self.desk, self.claim).reviews if one.author == self.ids["Ben"])
        ben, given = [self.ids["Ben"]], [(self.ids["Ben"], word.verdict)]
        assert [list(line.verdicts), list(line.outdated)] == ([[], given] if word.outdated else [given, []])
        if word.verdict is Verdict.AGREED:
            found = settlement(self.desk, self.article)
            final = [one.claim for one in found.settled]
            waits = [one for one in found.unsettled if self.claim in one.claims]
            assert (self.claim in final) is not word.outdated
            assert [(one.why, list(one.waits_for)) for one in waits] == (
                [(Why.UNANSWERED, ben)] if word.outdated else []
            )
        return not word.outdated


@pytest.fixture
def two(path: Path) -> Iterator[Two]:
    with quick_desk(path, "Ada") as desk:
        yield Two(desk)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("word", WORDS)
def test_another_tag_or_place_makes_a_word_outdated_until_it_is_undone(two: Two, change, word) -> None:
    two.do("Ben", word(two.claim))
    assert two.counts
    two.do("Ada", change(two.claim))
    assert not two.counts
    two.undo("Ada")
    assert two.counts


def test_all_else_may_change(two: Two) -> None:
    two.do("Ben", Agree(two.claim))
    two.do(
        "Ada",
        WriteNote(two.claim, "a note"),
        WritePlainWords(two.claim, "plain"),
        SayBy(two.claim, NewSource("Ben Hill"), Span(4, 9), "said"),
        AddEvidence(two.claim, NewSource("Ledger"), EvidenceFields(Stance.SUPPORTS)),
        AddComment(two.claim, "see the ledger"),
    )
    assert two.counts


@pytest.mark.parametrize("word", WORDS)
def test_a_word_given_anew_replaces_the_outdated_one(two: Two, word) -> None:
    two.do("Ben", Agree(two.claim))
    two.do("Ada", Retag(two.claim, Tag.DENIAL))
    two.do("Ben", word(two.claim))
    assert two.counts
    assert len(two.desk.library.where(Review, claim=two.claim)) == 1
    two.do("Ada", Retag(two.claim, Tag.ALLEGATION))  # what he agreed with at first
    assert not two.counts


def test_agreeing_with_all_takes_in_what_was_changed_since(two: Two) -> None:
    two.do("Ben", Agree(two.claim))
    (other,) = two.do("Ada", TagClaim(two.article, ELSEWHERE, Tag.DENIAL), Retag(two.claim, Tag.FACT))
    two.do("Ben", AgreeAll(two.article))
    assert two.counts
    assert {row.claim for row in two.desk.library.where(Review)} == {two.claim, other}
    assert len(two.desk.library.where(Review)) == 2
    two.do("Ada", Retag(two.claim, Tag.DENIAL), Retag(other, Tag.FACT))
    ben = ((two.ids["Ben"], Verdict.AGREED),)
    assert [line.outdated for line in claim_lines(two.desk, two.article)] == [ben, ben]
    for _ in range(2):
        two.undo("Ada")
    assert two.counts
    two.undo("Ben")
    assert not two.counts


def test_an_outdated_word_can_be_taken_back(two: Two) -> None:
    two.do("Ben", Agree(two.claim))
    two.do("Ada", Retag(two.claim, Tag.FACT))
    two.do("Ben", TakeBackReview(two.claim))
    assert claim_view(two.desk, two.claim).reviews == ()


def test_a_version_stays_and_stands_for_itself(two: Two) -> None:
    (version,) = two.do("Ben", Change(two.claim))
    two.do("Ben", Retag(version, Tag.DENIAL))
    assert two.counts  # it is about Ada's claim, which is as it was
    two.do("Ada", Agree(version))
    assert [one.claim for one in settlement(two.desk, two.article).settled] == [version]
    two.do("Ben", MoveEdges(version, WIDER))
    assert settlement(two.desk, two.article).settled == ()
    two.do("Ada", Retag(two.claim, Tag.FACT))
    assert not two.counts
    two.do("Ben", Change(two.claim))
    assert two.counts
    assert claim_view(two.desk, two.claim).reviews[-1].version == version


def test_a_withdrawn_claim_keeps_the_words_that_were_given_on_it(two: Two) -> None:
    two.do("Ben", Agree(two.claim))
    two.do("Ada", DeleteClaim(two.claim))
    (line,) = claim_lines(two.desk, two.article, [two.claim])
    assert line.withdrawn
    assert line.verdicts == ((two.ids["Ben"], Verdict.AGREED),)


def test_a_claim_kept_for_others_keeps_the_words_that_were_given_on_it(two: Two) -> None:
    two.do("Ben", Agree(two.claim))
    two.desk.library.connection.execute("UPDATE claims SET deleted = 1 WHERE id = ?", (two.claim,))
    two.desk.library.connection.execute("UPDATE anchors SET deleted = 1 WHERE claim = ?", (two.claim,))
    (line,) = claim_lines(two.desk, two.article, [two.claim])
    assert line.withdrawn
    assert line.verdicts == ((two.ids["Ben"], Verdict.AGREED),)


def test_of_what_an_older_word_was_said_nobody_knows_so_it_counts(two: Two) -> None:
    two.do("Ben", Agree(two.claim))
    two.desk.library.connection.execute("UPDATE reviews SET of = ''")
    two.do("Ada", Retag(two.claim, Tag.FACT))
    assert two.counts


def test_a_person_s_newest_word_counts_or_none(two: Two) -> None:
    """Of two words, as two machines may have written them, an older one is not brought up again."""
    two.do("Ben", Agree(two.claim))
    two.do("Ada", Retag(two.claim, Tag.FACT))
    (older,) = two.desk.library.where(Review)
    with_id = "01a20000-0000-7000-8000-00000000000f"
    said = f"reported fact 0-20 {two.article}-1"
    with step(two.desk.library, two.at_desk("Ben").hand, "step.agree") as opened:
        opened.write(Review(with_id, two.claim, Verdict.AGREED, of=said))
    assert two.counts
    two.do("Ada", Retag(two.claim, Tag.ALLEGATION))
    assert older.of == f"allegation 0-20 {two.article}-1"
    assert not two.counts


SPANS = [MONEY, WIDER, ELSEWHERE]
ACTS = st.lists(
    st.one_of(
        st.sampled_from(Tag),
        st.sampled_from(SPANS),
        st.sampled_from(["agree", "undo Ada", "undo Ben"]),
    ),
    max_size=12,
)


@given(acts=ACTS)
def test_a_word_counts_exactly_while_the_claim_says_what_it_said(prepared: Path, acts: list[object]) -> None:
    with TemporaryDirectory() as folder, quick_desk(shutil.copy(prepared, Path(folder) / "l"), "Ada") as desk:
        two = Two(desk)
        now, before = (Tag.ALLEGATION, MONEY), [(Tag.ALLEGATION, MONEY)]
        agreed: list[tuple[Tag, Span]] = []
        for act in acts:
            match act:
                case "agree" if now not in agreed[-1:]:
                    two.do("Ben", Agree(two.claim))
                    agreed.append(now)
                case "undo Ben" if agreed:
                    two.undo("Ben")
                    agreed.pop()
                case "undo Ada" if before[1:]:
                    two.undo("Ada")
                    before.pop()
                case Tag() if act is not now[0]:
                    two.do("Ada", Retag(two.claim, act))
                    before.append((act, now[1]))
                case Span() if act != now[1]:
                    two.do("Ada", MoveEdges(two.claim, act))
                    before.append((now[0], act))
            now = before[-1]
            if agreed:
                assert two.counts is (agreed[-1] == now)
