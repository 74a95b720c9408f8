"""The register, who says a claim, and what bears on it."""

import pytest

from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.sources import (
    AddSource,
    EditSource,
    JoinSources,
    NewSource,
    PartSources,
    RemoveSource,
)
from annotator.desk.commands.sourcing import (
    AddEvidence,
    CheckSaidBy,
    EditAttribution,
    EditEvidence,
    EvidenceFields,
    MoveAttribution,
    RemoveAttribution,
    SayBy,
)
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.desk.queries.history import history, turns
from annotator.desk.queries.sources import named_words, register, where_used
from annotator.model.changes import LIBRARY
from annotator.model.enums import SourceKind, Stance, Tag
from annotator.model.errors import BadInput, CannotUndo, NotAllowed, NothingFound
from annotator.model.rows import NOT_NAMED, THE_ARTICLE_ITSELF, Article, Attribution
from annotator.model.spans import Span
from annotator.store.door import step
from tests.desk.content import quick_desk


@pytest.fixture
def article(desk) -> str:
    """The first article."""
    return desk.library.where(Article)[0].id


@pytest.fixture
def claim(desk, article) -> str:
    """A claim of mine on "The mayor took money"."""
    (made,) = desk.run(TagClaim(article, Span(0, 20), Tag.ALLEGATION)).made
    return made


def add(desk, name: str, **known) -> str:
    (made,) = desk.run(AddSource(NewSource(name, **known))).made
    return made


def names(desk) -> list[str]:
    return [view.name for view in register(desk) if view.id not in (THE_ARTICLE_ITSELF, NOT_NAMED)]


def chain(desk, claim: str) -> list[str]:
    return [link.source.name for link in claim_view(desk, claim).attributions]


def test_a_name_that_is_there_is_found_not_doubled(desk):
    ben = add(desk, "Ben Miller")
    assert add(desk, " ben miller ") == ben
    assert add(desk, "Ben Miller", kind=SourceKind.ORGANISATION) != ben
    assert add(desk, "Ben Miller", confidential=True) != ben
    anonymous = {"kind": SourceKind.ANONYMOUS, "description": "an official", "reason": "fear"}
    assert add(desk, "", **anonymous) != add(desk, "", **anonymous)  # two officials may be two people


@pytest.mark.parametrize(
    "source",
    [
        NewSource(" "),
        NewSource("x", SourceKind.ANONYMOUS, description="an official"),
        NewSource("x", SourceKind.ANONYMOUS, reason="fear"),
    ],
)
def test_what_is_missing_is_asked_for(desk, source):
    with pytest.raises(BadInput):
        desk.run(AddSource(source))


def test_the_two_that_are_always_there_stay(desk):
    ben = add(desk, "Ben")
    for command in (
        EditSource(NOT_NAMED, NewSource("Somebody")),
        RemoveSource(THE_ARTICLE_ITSELF),
        JoinSources(ben, NOT_NAMED),
        JoinSources(THE_ARTICLE_ITSELF, ben),
        AddSource(NewSource("Nobody", SourceKind.UNNAMED)),
        EditSource(ben, NewSource("The article", SourceKind.ARTICLE)),
    ):
        with pytest.raises(NotAllowed):
            desk.run(command)


def test_joined_and_parted(desk, claim):
    miller, ben = add(desk, "B. Miller"), add(desk, "Ben Miller")
    desk.run(SayBy(claim, miller))
    desk.run(JoinSources(miller, ben))
    assert names(desk) == ["Ben Miller"]
    (view,) = [view for view in register(desk) if view.id == ben]
    assert (view.joined, view.uses) == (((miller, "B. Miller"),), 1)
    assert [use[2:] for use in where_used(desk, view)] == [(claim, "The mayor took money")]
    assert chain(desk, claim) == ["Ben Miller"]
    with pytest.raises(BadInput):
        desk.run(JoinSources(ben, miller))
    desk.run(PartSources(miller))
    assert names(desk) == ["B. Miller", "Ben Miller"]
    assert chain(desk, claim) == ["B. Miller"]


def test_a_confidential_source_never_joins_a_named_one(desk):
    open_, secret, other = add(desk, "Ben"), add(desk, "Dora", confidential=True), add(desk, "Ada")
    for ends in ((open_, secret), (secret, open_)):
        with pytest.raises(NotAllowed):
            desk.run(JoinSources(*ends))
    desk.run(JoinSources(open_, other))
    with pytest.raises(NotAllowed):
        desk.run(EditSource(open_, NewSource("Ben", confidential=True)))


def test_a_source_in_use_stays(desk, claim):
    ben, ada = add(desk, "Ben"), add(desk, "Ada")
    (piece,) = desk.run(AddEvidence(claim, ben)).made
    with pytest.raises(NotAllowed):
        desk.run(RemoveSource(ben))
    desk.run(EditEvidence(piece, EvidenceFields(), ada))
    desk.run(RemoveSource(ben))
    assert names(desk) == ["Ada"]
    with pytest.raises(CannotUndo) as refused:  # Ben is gone: the evidence cannot go back to him
        desk.undo(desk.library.where(Article)[0].id)
    assert refused.value.values["step"] == "Remove source “Ben”"


def test_a_chain_keeps_its_order_and_can_be_reordered(desk, claim):
    links = [desk.run(SayBy(claim, NewSource(name))).made[0] for name in "ABC"]
    assert chain(desk, claim) == ["A", "B", "C"]
    desk.run(MoveAttribution(links[2], -1))
    assert chain(desk, claim) == ["A", "C", "B"]
    desk.run(MoveAttribution(links[0], 5))
    assert chain(desk, claim) == ["C", "B", "A"]
    desk.run(MoveAttribution(links[1], -9))
    assert chain(desk, claim) == ["B", "C", "A"]
    assert desk.run(MoveAttribution(links[1], -1)).step == ""
    assert desk.run(MoveAttribution(links[0], 1)).step == ""


def test_links_that_came_to_the_same_place_can_still_be_passed(desk, claim):
    links = [desk.run(SayBy(claim, NewSource(name))).made[0] for name in "ABC"]
    with step(desk.library, desk.hand, "step.move_said_by") as opened:
        for link in links[:2]:  # as after a merge: two people added at the end at the same time
            found = desk.library.find(Attribution, link)
            opened.write(Attribution(link, claim, found.source, "V"))
    desk.run(MoveAttribution(links[2], -1))
    assert sorted(chain(desk, claim)) == ["A", "B", "C"]
    desk.run(MoveAttribution(links[2], -2))
    assert chain(desk, claim)[0] == "C"


def test_the_words_that_name_a_source(desk, claim, article):
    (link,) = desk.run(SayBy(claim, NewSource("A witness"), Span(22, 31), " said ")).made
    (view,) = claim_view(desk, claim).attributions
    assert (view.words, view.span, view.cue, view.checked) == ("a witness", Span(22, 31), "said", False)
    assert claim_lines(desk, article)[0].names == (Span(22, 31),)
    desk.run(EditAttribution(link, checked=True, span=Span(24, 31)))
    (view,) = claim_view(desk, claim).attributions
    assert (view.words, view.cue, view.checked) == ("witness", "said", True)
    with pytest.raises(BadInput):
        desk.run(EditAttribution(link, span=Span(0, 10_000)))
    again = desk.run(SayBy(claim, NewSource("A witness")))
    assert (again.step, again.notice) == ("", "source.already_said")
    desk.run(RemoveAttribution(link))
    assert chain(desk, claim) == []
    assert claim_lines(desk, article)[0].without_source
    with pytest.raises(NothingFound):
        desk.run(RemoveAttribution(link))


def test_evidence_holds_what_was_said_of_it(desk, claim, article):
    fields = EvidenceFields(Stance.CONTRADICTS, " p. 4 ", "no such sum", "https://a.example", "2026-02-03")
    desk.run(AddEvidence(claim, NewSource("Ledger", SourceKind.DOCUMENT), fields))
    (piece,) = claim_view(desk, claim).evidence
    assert (piece.source.name, piece.stance, piece.locator) == ("Ledger", Stance.CONTRADICTS, "p. 4")
    assert (piece.quote, piece.url, piece.seen_on) == ("no such sum", "https://a.example", "2026-02-03")
    assert claim_lines(desk, article)[0].evidence == 1


def test_what_undo_and_redo_would_do_is_said_in_words(desk, claim, article):
    desk.run(SayBy(claim, NewSource("Ben")))
    assert turns(desk, article).undo == "Said by “Ben”"
    assert turns(desk, article).redo == ""
    desk.undo(article)
    assert (turns(desk, article).undo, turns(desk, article).redo) == ("Tag as allegation", "Said by “Ben”")
    assert [(line.kind, line.undone) for line in history(desk, article)] == [
        ("undo", False),
        ("do", True),
        ("do", False),
    ]
    desk.run(TagClaim(article, Span(4, 9), Tag.FACT))
    assert turns(desk, article).redo == ""  # something new was done since
    assert turns(desk, LIBRARY).undo == "Import “Second”"  # other scopes are not touched
    assert history(desk, article, limit=1)[0].label == "step.tag"


def test_checking_who_says_it_ticks_my_links_and_no_others(path):
    with quick_desk(path) as desk:
        article = desk.library.where(Article)[0].id
        (claim,) = desk.run(TagClaim(article, Span(0, 20), Tag.ALLEGATION)).made
        desk.run(SayBy(claim, NewSource("Ada")))
    with quick_desk(path, "Second Reader") as desk:
        desk.run(SayBy(claim, NewSource("Ben")))
        desk.run(SayBy(claim, NewSource("Cleo")))
        desk.run(CheckSaidBy(claim, checked=True))
        assert [link.checked for link in claim_view(desk, claim).attributions] == [False, True, True]
        desk.run(CheckSaidBy(claim, checked=False))
        assert not any(link.checked for link in claim_view(desk, claim).attributions)


def test_checking_what_is_checked_writes_nothing(desk, claim):
    desk.run(SayBy(claim, NewSource("Ada")))
    desk.run(CheckSaidBy(claim, checked=True))
    assert desk.run(CheckSaidBy(claim, checked=True)).step == ""


def test_who_has_said_nothing_has_nothing_to_check(desk, claim):
    with pytest.raises(BadInput) as refused:
        desk.run(CheckSaidBy(claim, checked=True))
    assert refused.value.key == "parts.nobody_to_check"


def test_the_words_that_name_a_source_lead_to_the_entry_that_shows(desk, article, claim):
    desk.run(SayBy(claim, NewSource("H. F. Ltd"), Span(0, 9)))
    desk.run(SayBy(claim, NewSource("Somebody without words")))
    (joined,) = (source.id for source in register(desk) if source.name == "H. F. Ltd")
    shown = add(desk, "Harbour Ferries")
    desk.run(JoinSources(joined, shown))
    words = claim_view(desk, claim).attributions[0].words
    assert named_words(desk, article) == ((words, shown),)
    desk.run(RemoveAttribution(claim_view(desk, claim).attributions[0].id))
    assert named_words(desk, article) == ()
