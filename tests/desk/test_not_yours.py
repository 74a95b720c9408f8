"""Nobody edits another's row: a command on somebody else's claim adds rows of one's own, or is refused."""

import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from annotator.desk.commands.claims import (
    DeleteClaim,
    MoveEdges,
    Retag,
    TagClaim,
    WriteNote,
    WritePlainWords,
)
from annotator.desk.commands.people import AlsoMe
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import (
    AddEvidence,
    EditAttribution,
    EditEvidence,
    EvidenceFields,
    MoveAttribution,
    RemoveAttribution,
    RemoveEvidence,
    SayBy,
)
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.model.changes import LIBRARY
from annotator.model.enums import Tag
from annotator.model.errors import CannotUndo, NotAllowed, RedPencilError
from annotator.model.rows import Article, Claim, Reviewer, Revision, Sentences, Text
from annotator.model.spans import Span
from annotator.words import say_all
from tests.desk.content import content, quick_desk
from tests.desk.play import days_work

#: What belongs to nobody alone: it may be corrected by everybody.
SHARED = {"sources", "same_as", "articles", "appearances"}
#: What comes back with an article, whoever brings it.
OF_ARTICLES = {kind.TABLE for kind in (Article, Revision, Text, Sentences)}


@pytest.fixture
def kims(path) -> tuple[str, str, str, str]:
    """An article with a claim of Kim's, a link and a piece of evidence: their ids."""
    with quick_desk(path, "Kim") as desk:
        article = desk.library.where(Article)[0].id
        (claim,) = desk.run(TagClaim(article, Span(4, 20), Tag.DENIAL)).made
        (link,) = desk.run(SayBy(claim, NewSource("Ben"))).made
        (piece,) = desk.run(AddEvidence(claim, NewSource("Ledger"))).made
    return article, claim, link, piece


@pytest.mark.parametrize(
    "command",
    [
        lambda claim, link, piece: Retag(claim, Tag.FACT),
        lambda claim, link, piece: MoveEdges(claim, Span(4, 9)),
        lambda claim, link, piece: WriteNote(claim, "mine"),
        lambda claim, link, piece: WritePlainWords(claim, "mine"),
        lambda claim, link, piece: DeleteClaim(claim),
        lambda claim, link, piece: EditAttribution(link, cue="said"),
        lambda claim, link, piece: MoveAttribution(link, -1),
        lambda claim, link, piece: RemoveAttribution(link),
        lambda claim, link, piece: EditEvidence(piece, EvidenceFields(quote="mine")),
        lambda claim, link, piece: RemoveEvidence(piece),
    ],
)
def test_what_is_anothers_is_refused_by_name(path, kims, command):
    with quick_desk(path) as desk:
        before = content(desk.library)
        with pytest.raises(NotAllowed) as refused:
            desk.run(command(*kims[1:]))
        assert refused.value.values["name"] == "Kim"
        assert "Kim" in say_all(refused.value.key, refused.value.values)
        assert content(desk.library) == before


def test_ones_own_is_added_beside_it_under_ones_name(path, kims):
    _, claim, *_ = kims
    with quick_desk(path) as desk:
        desk.run(SayBy(claim, NewSource("Ben")))  # the same source: Kim's word is not mine
        desk.run(AddEvidence(claim, NewSource("Ledger")))
        view = claim_view(desk, claim)
    assert not view.mine
    assert [(link.source.name, link.reviewer == "Kim", link.mine) for link in view.attributions] == [
        ("Ben", True, False),
        ("Ben", False, True),
    ]
    assert [piece.mine for piece in view.evidence] == [False, True]


def test_a_claim_that_others_built_on_is_withdrawn_with_their_words_kept(path, kims):
    article, claim, link, _ = kims
    with quick_desk(path) as desk:
        (mine,) = desk.run(SayBy(claim, NewSource("Dora"))).made
    with quick_desk(path, "Kim") as desk:
        changes = desk.run(DeleteClaim(claim))
        assert changes.notice == "claim.withdrawn"
        (line,) = claim_lines(desk, article)
        assert line.withdrawn
        assert {one.id for one in claim_view(desk, claim).attributions} == {link, mine}
        desk.undo(article)
        assert not claim_lines(desk, article)[0].withdrawn


def test_a_claim_that_is_mine_alone_goes_with_its_links(path, kims):
    article, claim, *_ = kims
    with quick_desk(path, "Kim") as desk:
        before = content(desk.library)
        desk.run(DeleteClaim(claim))
        after = content(desk.library)
        assert [after[table] for table in ("claims", "anchors", "attributions", "evidence")] == [{}] * 4
        assert {row["name"] for row in after["sources"].values()} >= {"Ben", "Ledger"}
        desk.undo(article)
        assert content(desk.library) == before


def test_two_people_may_mark_the_same_words_and_one_person_only_once(path, kims):
    article, claim, *_ = kims
    with quick_desk(path) as desk:
        (mine,) = desk.run(TagClaim(article, Span(4, 20), Tag.DENIAL)).made
        again = desk.run(TagClaim(article, Span(4, 20), Tag.DENIAL))
        assert (again.step, again.made, again.pick, again.notice) == ("", (), mine, "claim.already")
        (other,) = desk.run(TagClaim(article, Span(4, 20), Tag.FACT)).made
        assert [line.mine for line in claim_lines(desk, article)] == [False, True, True]
        refused = desk.run(Retag(other, Tag.DENIAL))
        assert (refused.step, refused.pick) == ("", mine)
        (third,) = desk.run(TagClaim(article, Span(0, 3), Tag.DENIAL)).made
        with pytest.raises(NotAllowed, match="edges_taken"):
            desk.run(MoveEdges(third, Span(4, 20)))


def test_undo_is_of_ones_own_steps_only(path, kims):
    article, *_ = kims
    with quick_desk(path) as desk:
        before = content(desk.library)
        with pytest.raises(CannotUndo) as refused:
            desk.undo(article)
        assert refused.value.key == "undo.nothing"
        desk.undo(LIBRARY)  # my import of the second article goes, that of the first has Kim's claim
        with pytest.raises(CannotUndo) as refused:
            desk.undo(LIBRARY)
        assert refused.value.key == "undo.depends"
        assert content(desk.library)["claims"] == before["claims"]


@given(first=days_work(), second=days_work())
def test_whatever_a_second_person_does_the_firsts_rows_stay(prepared: Path, first, second):
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(prepared, Path(folder) / "l"))
        for name, moves in (("", first), ("Kim", second)):
            with quick_desk(path, name) as desk:
                others = others_rows(desk)
                for move in moves:
                    with suppress(RedPencilError):
                        command = move.command(desk)
                        if command and not isinstance(command, AlsoMe):  # then the first's rows are mine
                            desk.run(command)
                kept = others_rows(desk)
                assert {key: kept.get(key) for key in others} == others


def others_rows(desk) -> dict[tuple[str, str], dict]:
    """The rows of other people, but for what belongs to nobody alone."""
    return {
        (table, row_id): row
        for table, rows in content(desk.library).items()
        for row_id, row in rows.items()
        if table not in SHARED | OF_ARTICLES and row["author"] != desk.me
    }


def test_the_rows_of_others_are_there_to_be_looked_at(path, kims):
    """Or the test above would compare nothing with nothing."""
    with quick_desk(path) as desk:
        assert {table for table, _ in others_rows(desk)} >= {"claims", "anchors", "attributions", "evidence"}
        assert desk.library.find(Claim, kims[1])
        assert {one.name for one in desk.library.where(Reviewer)} >= {"Kim"}
