"""Taking a colleague's file in: what is told before, what is there after, and back again."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticle, RemoveArticle
from annotator.desk.commands.claims import DeleteClaim, TagClaim, WriteNote
from annotator.desk.commands.comments import AddComment
from annotator.desk.commands.finishing import DeclareDone
from annotator.desk.commands.packets import Assign
from annotator.desk.commands.people import AlsoMe
from annotator.desk.commands.reviewing import Agree
from annotator.desk.commands.sources import AddSource, EditSource, NewSource, RemoveSource
from annotator.desk.commands.sourcing import AddEvidence, SayBy
from annotator.desk.desk import Desk
from annotator.desk.devices import paired
from annotator.desk.merging import TakeIn, look
from annotator.host.clock import FURTHEST_AHEAD, Clock, iso, milliseconds
from annotator.model.changes import LIBRARY
from annotator.model.deliveries import Arrival, Delivery, MergeOptions, SetAside, SourceMatch
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import BadInput, Cancelled, CannotUndo
from annotator.model.rows import Anchor, Article, Claim, Review, Reviewer, SameAs, SamePerson, Source
from annotator.model.spans import Span
from annotator.model.stamped import Stamped
from annotator.store import doctor
from annotator.store.steps import newest_undoable
from tests.desk.content import content, quick_desk
from tests.desk.merging.colleagues import desk_of, straight
from tests.desk.merging.histories import WrongClock

TEXT = "The mayor took money, a witness said. “That is a lie,” her office said."
FIRST, SECOND = Span(0, 20), Span(22, 36)


@pytest.fixture
def article(ada: Desk) -> str:
    """An article of Ada's with one claim."""
    (made,) = ada.run(ImportArticle(Draft(TEXT, "Money"))).made
    tag(ada, made)
    return made


def tag(desk: Desk, article: str, span: Span = FIRST) -> str:
    (claim,) = desk.run(TagClaim(article, span, Tag.ALLEGATION)).made
    return claim


def exchange(one: Desk, other: Desk) -> None:
    other.run(TakeIn(straight(one)))
    one.run(TakeIn(straight(other)))


def only_arrival(desk: Desk, delivery: Delivery) -> Arrival:
    (arrival,) = look(desk, delivery).arrivals
    return arrival


def edited(delivery: Delivery, row_id: str, **changes: object) -> Delivery:
    """The file with one row changed by hand, under a later stamp."""
    later = iso(Clock().now_ms() + 60_000) + "#ffff"
    rows = tuple(
        replace(row, row=replace(row.row, **changes), stamp=later) if row.row.id == row_id else row
        for row in delivery.rows
    )
    return replace(delivery, rows=rows)


def test_an_article_comes_with_its_claims_as_one_step(ada, bo, article):
    before, file = content(bo.library), straight(ada)
    assert only_arrival(bo, file) == Arrival(article, "Money", ("Ada",), new=True, claims=1)
    assert content(bo.library) == before
    changes = bo.run(TakeIn(file))
    assert (changes.made, changes.label, changes.values) == ((article,), "step.merge", {"name": "Ada"})
    after = content(bo.library)
    assert after["claims"] == content(ada.library)["claims"]
    for scope in (article, LIBRARY):
        assert newest_undoable(bo.library, bo.hand.reviewer, scope).id == changes.step
    bo.undo(article)
    assert content(bo.library) == before
    bo.redo(LIBRARY)
    assert content(bo.library) == after
    bo.undo(LIBRARY)
    bo.run(TakeIn(file))
    assert content(bo.library) == after
    assert list(doctor.findings(bo.library)) == []


def test_a_file_taken_in_again_brings_nothing(ada, bo, article):
    bo.run(TakeIn(straight(ada)))
    assert look(bo, straight(ada)).is_empty
    again = bo.run(TakeIn(straight(ada)))
    assert (again.step, again.notice) == ("", "merge.nothing_new")
    assert not look(bo, straight(ada)).older


def test_an_older_file_is_said_to_be_older(ada, bo, article):
    older = straight(ada)
    claim = ada.library.where(Claim)[0].id
    ada.run(WriteNote(claim, "newer"))
    bo.run(TakeIn(straight(ada)))
    assert look(bo, older).older
    bo.run(TakeIn(older))
    assert bo.library.find(Claim, claim).note == "newer"


def test_new_changed_removed_claims_answers_and_comments_are_counted(ada, bo, article):
    claims = [tag(ada, article, Span(n, n + 3)) for n in (0, 4, 22)]
    exchange(ada, bo)
    tag(ada, article, Span(37, 45))
    ada.run(WriteNote(claims[0], "n"))
    ada.run(SayBy(claims[0], NewSource("Anna")))
    ada.run(SayBy(claims[1], NewSource("Anna")))
    ada.run(DeleteClaim(claims[2]))
    ada.run(DeclareDone(article))
    file = straight(ada)
    assert only_arrival(bo, file) == Arrival(
        article, "Money", ("Ada",), claims=1, changed=2, removed=1, other=1
    )
    assert look(bo, file).sources == 1
    for claim in claims[:2]:
        bo.run(Agree(claim))
    bo.run(AddComment(claims[0], "Who?"))
    assert only_arrival(ada, straight(bo)) == Arrival(article, "Money", ("Bo",), reviews=2, comments=1)


def test_words_of_colleagues_are_unread_until_seen_and_ones_own_are_not(ada, bo, article):
    claim = ada.library.where(Claim)[0].id
    exchange(ada, bo)
    bo.run(Agree(claim))
    bo.run(AddComment(claim, "Who?"))
    exchange(bo, ada)
    assert unread(ada) == {("reviews", ada.hand.reviewer), ("comments", ada.hand.reviewer)}
    assert unread(bo) == set()


def unread(desk: Desk) -> set[tuple[str, str]]:
    statement = (
        "SELECT 'reviews' AS kind, reader FROM unread u JOIN reviews r ON r.id = u.row"
        " UNION SELECT 'comments', reader FROM unread u JOIN comments r ON r.id = u.row"
    )
    return {(row["kind"], row["reader"]) for row in desk.library.query(statement)}


def test_an_article_in_the_bin_comes_out_and_goes_back_with_undo(ada, bo, article):
    bo.run(TakeIn(straight(ada)))
    bo.run(RemoveArticle(article))
    tag(ada, article, SECOND)
    arrival = only_arrival(bo, straight(ada))
    assert (arrival.new, arrival.claims, arrival.other) == (False, 1, 1)
    bo.run(TakeIn(straight(ada)))
    assert bo.library.find(Article, article) is not None
    bo.undo(LIBRARY)
    assert bo.library.find(Article, article) is None


def test_an_import_that_was_undone_comes_again_with_a_file(ada, bo, article):
    bo.run(ImportArticle(Draft(TEXT, "Money")))
    bo.undo(LIBRARY)
    bo.run(TakeIn(straight(ada)))
    assert content(bo.library)["claims"] == content(ada.library)["claims"]
    assert content(bo.library)["texts"].keys() == content(ada.library)["texts"].keys()


def test_another_text_of_the_same_title_is_kept_beside(ada, bo, article):
    (mine,) = bo.run(ImportArticle(Draft(TEXT + " More.", "MONEY"))).made
    assert only_arrival(bo, straight(ada)).like == mine
    bo.run(TakeIn(straight(ada)))
    assert {row.id for row in bo.library.where(Article)} == {article, mine}


def test_sources_of_one_name_are_joined_only_if_somebody_says_so(ada, bo, article):
    ada.run(SayBy(ada.library.where(Claim)[0].id, NewSource("Anna Berg")))
    ada.run(AddSource(NewSource("Cy", confidential=True)))
    for name, confidential in (("anna berg", False), ("Cy", False)):
        bo.run(AddSource(NewSource(name, confidential=confidential)))
    theirs, mine = (desk.library.where(Source)[2].id for desk in (ada, bo))
    assert look(bo, straight(ada)).matches == (SourceMatch(mine, theirs, "anna berg"),)
    bo.run(TakeIn(straight(ada)))
    assert bo.library.where(SameAs) == []
    bo.undo(LIBRARY)
    bo.run(TakeIn(straight(ada), MergeOptions(join=((mine, theirs),))))
    assert [(row.source, row.other) for row in bo.library.where(SameAs)] == [(theirs, mine)]
    bo.undo(LIBRARY)
    assert bo.library.where(SameAs) == []
    assert look(bo, straight(ada)).matches


def test_a_source_that_a_colleague_names_comes_back(ada, bo, article):
    """Ada takes it out of her register while Bo, who has it from her, names it."""
    (anna,) = ada.run(AddSource(NewSource("Anna"))).made
    exchange(ada, bo)
    ada.run(RemoveSource(anna))
    bo.run(AddEvidence(bo.library.where(Claim)[0].id, anna))
    exchange(ada, bo)
    for desk in (ada, bo):
        assert desk.library.find(Source, anna) is not None
    ada.undo(LIBRARY)
    assert ada.library.find(Source, anna) is None


def test_a_claim_of_mine_that_a_colleague_edited_is_set_aside(ada, bo, article):
    claim = ada.library.where(Claim)[0].id
    exchange(ada, bo)
    tag(bo, article, SECOND)
    forged = edited(straight(bo), claim, note="not mine")
    summary = look(ada, forged)
    device = bo.hand.device
    name = next(row.row.name for row in forged.rows if row.row.id == device)
    assert summary.set_aside == (SetAside(ada.hand.reviewer, "Ada", device, name, 1),)
    ada.run(TakeIn(forged))
    assert ada.library.find(Claim, claim).note == ""
    assert len(ada.library.where(Claim)) == 2
    ada.run(TakeIn(forged, MergeOptions(trust=True)))
    assert ada.library.find(Claim, claim).note == "not mine"


def test_quotes_of_what_is_set_aside_are_shown(ada, bo, article):
    """Ada's library was lost; what Bo has of her work does not come in unasked."""
    bo.run(TakeIn(straight(ada)))
    claim, anchor = ada.library.where(Claim)[0], ada.library.where(Anchor)[0]
    ada.undo(article)
    file = edited(edited(straight(bo), claim.id, note="kept"), anchor.id)
    (aside,) = look(ada, file).set_aside
    assert (aside.rows, aside.quotes) == (2, ("The mayor took money",))


def test_my_other_machine_is_asked_about_once(ada, article, tmp_path):
    with desk_of(tmp_path / "other", "ADA") as laptop:
        laptop.run(TakeIn(straight(ada)))
        mine = tag(laptop, article, SECOND)
        file = straight(laptop)
        incoming, device = laptop.hand.reviewer, laptop.hand.device
        assert look(ada, file).same_names == ((incoming, "ADA"),)
        ada.run(TakeIn(file, MergeOptions(same_person=(incoming,))))
        assert {(row.reviewer, row.other) for row in ada.library.where(SamePerson)} == {(incoming, ada.me)}
        assert {(incoming, device), (ada.me, device)} <= paired(ada.library)
        laptop.run(WriteNote(mine, "on the train"))
        again = straight(laptop)
        assert look(ada, again).same_names == ()
        assert look(ada, again).set_aside == ()
        ada.run(TakeIn(again))
        assert ada.library.find(Claim, mine).note == "on the train"


def test_once_a_machine_is_said_to_be_mine_its_file_comes_in_at_that_once(ada, bo, article):
    bo.run(TakeIn(straight(ada)))
    bo.run(AlsoMe(ada.me))  # from now on work in Ada's name is work in Bo's
    tag(ada, article, SECOND)
    assert look(bo, straight(ada)).set_aside != ()
    mine = MergeOptions(same_person=(ada.me,))
    assert look(bo, straight(ada), mine).set_aside == ()
    bo.run(TakeIn(straight(ada), mine))
    assert len(bo.library.where(Claim)) == 2
    assert not bo.run(TakeIn(straight(ada), mine)).step


def test_a_paired_device_may_change_my_work(ada, bo, article):
    claim = ada.library.where(Claim)[0].id
    bo.run(TakeIn(straight(ada)))
    file = edited(straight(bo), claim, note="mine, from there")
    pair = (ada.hand.reviewer, bo.hand.device)
    ada.run(TakeIn(file, MergeOptions(pair=(pair,))))
    assert ada.library.find(Claim, claim).note == "mine, from there"
    assert pair in paired(ada.library)


def test_a_packet_says_whom_it_is_for(ada, bo, article):
    ada.run(Assign((article,), ("Cora", "Dan"), "Mark all", blind=True))
    ids = {row.name: row.id for row in ada.library.where(Reviewer)}
    file = straight(ada)
    assert set(look(bo, file).assigned_to) == {ids["Cora"], ids["Dan"]}
    bo.run(TakeIn(file, MergeOptions(same_person=(ids["Cora"],))))
    assert look(bo, file).assigned_to == ()
    assert (ids["Cora"], ada.hand.device) not in paired(bo.library)
    assert look(ada, straight(bo)).assigned_to == ()


def test_of_a_blind_article_nothing_is_told(ada, bo, article):
    ada.run(Assign((article,), ("Bo",), blind=True))
    bo_there = next(row.id for row in ada.library.where(Reviewer) if row.name == "Bo")
    hidden = Arrival(article, "Money", (), new=True, hidden=True)
    me = MergeOptions(same_person=(bo_there,))
    assert look(bo, straight(ada), me).arrivals == (hidden,)
    bo.run(TakeIn(straight(ada), me))
    tag(ada, article, SECOND)
    assert look(bo, straight(ada)).arrivals == (replace(hidden, new=False),)
    bo.run(DeclareDone(article))
    assert only_arrival(bo, straight(ada)).claims == 1


def test_sources_named_where_tags_are_hidden_are_not_told(ada, bo, article):
    ada.run(Assign((article,), ("Bo",), blind=True))
    bo_there = next(row.id for row in ada.library.where(Reviewer) if row.name == "Bo")
    bo.run(TakeIn(straight(ada), MergeOptions(same_person=(bo_there,))))
    bo.run(AddSource(NewSource("The ledger")))
    ada.run(SayBy(ada.library.where(Claim)[0].id, NewSource("The ledger")))
    (open_to_all,) = ada.run(AddSource(NewSource("The port"))).made
    told = look(bo, straight(ada))
    assert told.matches == ()
    assert told.sources == 1
    bo.run(TakeIn(straight(ada)))
    ledger, there = ada.library.where(Source, name="The ledger")[0].id, bo.library.where(Source)
    assert {ledger, open_to_all} <= {row.id for row in there}
    ada.run(EditSource(ledger, NewSource("The ledger", role="of the port")))
    assert look(bo, straight(ada)).sources == 0
    bo.run(DeclareDone(article))
    assert look(bo, straight(ada)).sources == 1


def test_what_i_do_next_is_later_than_what_came(ada, bo, article):
    claim = ada.library.where(Claim)[0].id
    now = milliseconds(straight(ada).rows[0].created)
    ahead = f"{iso(now + FURTHEST_AHEAD - 60_000)}#0000"
    rows = tuple(replace(row, stamp=ahead) if row.row.id == claim else row for row in straight(ada).rows)
    saved = bo.run(TakeIn(replace(straight(ada), rows=rows))).saved
    assert saved >= ahead[:24]
    assert stamp_of(bo, Claim, tag(bo, article, SECOND)) > ahead


def stamp_of(desk: Desk, kind: type, row_id: str) -> str:
    found: Stamped = desk.library.stamped(kind, [row_id])[row_id]
    return found.stamp


def test_a_file_from_the_day_after_tomorrow_is_refused_whole(ada, bo, article):
    before = content(bo.library)
    later = f"{iso(milliseconds(straight(ada).rows[0].created) + 2 * FURTHEST_AHEAD)}#0000"
    file = straight(ada)
    file = replace(file, rows=(*file.rows[:-1], replace(file.rows[-1], stamp=later)))
    for attempt in (lambda: look(bo, file), lambda: bo.run(TakeIn(file))):
        with pytest.raises(BadInput) as refused:
            attempt()
        assert refused.value.key == "clock.ahead"
    assert content(bo.library) == before


def test_a_clock_that_once_was_wrong_keeps_no_file_out(bo, tmp_path):
    path = tmp_path / "cleo.sqlite"
    with quick_desk(path, "Cleo", WrongClock(3 * FURTHEST_AHEAD)) as cleo:
        (article,) = cleo.run(ImportArticle(Draft(TEXT, "Money"))).made
    bo.run(ImportArticle(Draft(TEXT, "Money")))
    tag(bo, article)
    with quick_desk(path) as cleo:  # the clock is right again, and what she wrote with it stays
        assert only_arrival(cleo, straight(bo)).claims == 1
        cleo.run(TakeIn(straight(bo)))
        assert len(cleo.library.where(Claim)) == 1
        with pytest.raises(BadInput, match=r"clock\.ahead"):  # hers are of the day after tomorrow still
            bo.run(TakeIn(straight(cleo)))


def test_progress_is_told_and_can_be_stopped(ada, bo, article):
    file, told = straight(ada), []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        raise Cancelled

    before = content(bo.library)
    with pytest.raises(Cancelled):
        bo.run(TakeIn(file, tell=stop))
    assert content(bo.library) == before
    told.clear()
    bo.run(TakeIn(file, tell=lambda done, of: told.append((done, of))))
    assert told[-1][0] == told[-1][1] > 0


def test_what_i_have_answered_since_is_not_taken_back(ada, bo, article):
    bo.run(TakeIn(straight(ada)))
    bo.run(Agree(bo.library.where(Claim)[0].id))
    with pytest.raises(CannotUndo):
        bo.undo(LIBRARY)


def test_a_removed_claim_that_came_back_is_removed_again_by_undo(ada, bo, article):
    """My answer to it does not stand in the way: it was there while the claim was removed."""
    claim = ada.library.where(Claim)[0].id
    bo.run(TakeIn(straight(ada)))
    bo.run(Agree(claim))
    ada.run(DeleteClaim(claim))
    bo.run(TakeIn(straight(ada)))
    assert bo.library.find(Claim, claim) is None
    ada.undo(article)
    bo.run(TakeIn(straight(ada)))
    assert bo.library.find(Claim, claim) is not None
    bo.undo(LIBRARY)
    assert bo.library.find(Claim, claim) is None
    bo.redo(LIBRARY)
    assert bo.library.find(Claim, claim) is not None


def test_merges_that_build_on_one_another_go_back_and_forth_in_order(ada, bo, article, bases, tmp_path):
    """Cleo's answer came after Ada's claim."""
    claim = ada.library.where(Claim)[0].id
    with quick_desk(Path(shutil.copy(bases / "Cleo.sqlite", tmp_path)), "Cleo") as cleo:
        cleo.run(TakeIn(straight(ada)))
        cleo.run(Agree(claim))
        bo.run(TakeIn(straight(ada)))
        bo.run(TakeIn(straight(cleo)))
    bo.undo(LIBRARY)
    bo.undo(LIBRARY)
    bo.redo(LIBRARY)
    bo.redo(LIBRARY)
    assert len(bo.library.where(Review)) == 1
    bo.undo(LIBRARY)
    bo.undo(LIBRARY)
    assert bo.library.where(Claim) == []
    assert list(doctor.findings(bo.library)) == []
