"""A reply on the telephone: evidence and response in one step, the words in one place."""

import pytest

from annotator.desk.commands.calls import RecordReply
from annotator.desk.commands.claims import TagClaim
from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.commands.sources import AddSource, NewSource
from annotator.desk.commands.sourcing import EvidenceFields
from annotator.desk.desk import Desk
from annotator.desk.queries.claims import claim_view
from annotator.desk.queries.history import turns
from annotator.model.enums import ResponseKind, Stance, Tag
from annotator.model.errors import BadInput
from annotator.model.rows import Article
from annotator.model.spans import Span
from annotator.model.views import ClaimView
from tests.desk.content import quick_desk

NO = EvidenceFields(Stance.CONTRADICTS, quote="No, never.", seen_on="2026-11-20")


@pytest.fixture
def allegation(desk: Desk) -> str:
    return tagged(desk, Tag.ALLEGATION)


@pytest.fixture
def office(desk: Desk) -> str:
    return desk.run(AddSource(NewSource("The mayor’s office"))).made[0]


def tagged(desk: Desk, tag: Tag) -> str:
    return desk.run(TagClaim(desk.library.where(Article)[0].id, Span(0, 20), tag)).made[0]


def words_of(view: ClaimView) -> list[str]:
    return [piece.quote for piece in view.evidence]


def test_a_reply_is_evidence_and_says_that_they_were_asked(desk, allegation, office):
    changes = desk.run(RecordReply(allegation, office, NO))
    view = claim_view(desk, allegation)
    (evidence,), (response,) = view.evidence, view.responses
    assert changes.made == (evidence.id,)
    assert (evidence.source.id, evidence.stance, evidence.quote) == (office, Stance.CONTRADICTS, "No, never.")
    assert response.kind is ResponseKind.ASKED
    assert response.asked_on == changes.saved
    assert response.asked_by == view.reviewer
    assert response.note == ""  # what is said in confidence stands in the evidence alone


def test_one_undo_takes_both_back(desk, allegation, office):
    desk.run(RecordReply(allegation, office, NO))
    article = claim_view(desk, allegation).article
    assert turns(desk, article).undo == "Reply of “The mayor’s office”"
    desk.undo(article)
    view = claim_view(desk, allegation)
    assert (view.evidence, view.responses) == ((), ())


def test_when_it_was_asked_before_stays(desk, allegation, office):
    before = ResponseFields(ResponseKind.NO_REPLY, "2026-11-01T09:00", "Max", "2026-11-02T18:00", "by mail")
    desk.run(Respond(allegation, before))
    desk.run(RecordReply(allegation, office, NO))
    (response,) = claim_view(desk, allegation).responses
    assert response.kind is ResponseKind.ASKED
    assert (response.asked_on, response.asked_by) == ("2026-11-01T09:00", "Max")
    assert (response.due, response.note) == ("2026-11-02T18:00", "by mail")


def test_what_was_noted_before_asking_stays(desk, allegation, office):
    desk.run(Respond(allegation, ResponseFields(due="2026-11-02T18:00", note="no number yet")))
    changes = desk.run(RecordReply(allegation, office, NO))
    (response,) = claim_view(desk, allegation).responses
    assert (response.kind, response.due, response.note) == (
        ResponseKind.ASKED,
        "2026-11-02T18:00",
        "no number yet",
    )
    assert (response.asked_on, response.asked_by) == (changes.saved, claim_view(desk, allegation).reviewer)


def test_what_a_colleague_recorded_is_not_taken_for_mine(path):
    with quick_desk(path, "Kim") as desk:
        allegation = tagged(desk, Tag.ALLEGATION)
        desk.run(Respond(allegation, ResponseFields(ResponseKind.DECLINED, "2026-11-01T09:00", "Kim")))
    with quick_desk(path, "Ada") as desk:
        desk.run(RecordReply(allegation, desk.run(AddSource(NewSource("The mayor’s office"))).made[0], NO))
        kims, adas = claim_view(desk, allegation).responses
    assert (kims.kind, kims.reviewer, kims.asked_by) == (ResponseKind.DECLINED, "Kim", "Kim")
    assert (adas.kind, adas.reviewer, adas.asked_by) == (ResponseKind.ASKED, "Ada", "Ada")
    assert adas.asked_on != kims.asked_on


def test_a_second_reply_leaves_the_response_alone(desk, allegation, office):
    desk.run(RecordReply(allegation, office, NO))
    (before,) = claim_view(desk, allegation).responses
    desk.run(RecordReply(allegation, office, EvidenceFields(quote="Well, once.")))
    view = claim_view(desk, allegation)
    assert view.responses == (before,)
    assert words_of(view) == ["No, never.", "Well, once."]


def test_only_an_allegation_is_replied_to(desk, office):
    fact = tagged(desk, Tag.FACT)
    with pytest.raises(BadInput):
        desk.run(RecordReply(fact, office, NO))
    assert words_of(claim_view(desk, fact)) == []
