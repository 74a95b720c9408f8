"""Answers, responses, statuses and read marks: what they change, whose they are, and what is refused."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.desk.commands.answers import AnswerNothing, Link, Unlink
from annotator.desk.commands.articles import RemoveArticle
from annotator.desk.commands.claims import DeleteClaim, Retag, TagClaim, TagMany
from annotator.desk.commands.reading import MarkRead, UnmarkRead
from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence, RemoveEvidence
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_page
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.desk.queries.history import turns
from annotator.model.enums import ResponseKind, StatusValue, Tag
from annotator.model.errors import BadInput, NotAllowed, NothingFound
from annotator.model.rows import Answer, Article, ReadMark, Response, Status
from annotator.model.spans import Span
from tests.desk.content import quick_desk

MONEY, LIE, TWICE = Span(0, 20), Span(43, 56), Span(0, 41)


@dataclass
class Marked:
    """An article with an allegation and a denial of mine."""

    article: str
    allegation: str
    denial: str


def marked(desk: Desk) -> Marked:
    article = desk.library.where(Article)[0].id
    (allegation,) = desk.run(TagClaim(article, MONEY, Tag.ALLEGATION)).made
    (denial,) = desk.run(TagClaim(article, LIE, Tag.DENIAL)).made
    return Marked(article, allegation, denial)


@pytest.fixture
def mine(desk) -> Marked:
    return marked(desk)


def by_id(desk: Desk, article: str) -> dict:
    return {line.id: line for line in claim_lines(desk, article)}


def test_a_link_shows_at_both_ends(desk, mine):
    changes = desk.run(Link(mine.denial, mine.allegation))
    assert changes.claims == {mine.denial, mine.allegation}
    lines = by_id(desk, mine.article)
    assert lines[mine.denial].answers == (mine.allegation,)
    assert (lines[mine.allegation].answered, lines[mine.denial].answered) == (1, 0)
    (there,), (back,) = claim_view(desk, mine.denial).links, claim_view(desk, mine.allegation).links
    assert (there.claim, there.tag, there.span, there.mine) == (mine.allegation, Tag.ALLEGATION, MONEY, True)
    assert (back.claim, back.quote) == (mine.denial, claim_view(desk, mine.denial).quote)
    assert claim_view(desk, mine.denial).answers == (mine.allegation,)
    assert claim_view(desk, mine.allegation).answers == ()


def test_the_same_link_is_made_once(desk, mine):
    desk.run(Link(mine.denial, mine.allegation))
    changes = desk.run(Link(mine.denial, mine.allegation))
    assert (changes.step, changes.notice) == ("", "answer.already")


@pytest.mark.parametrize("tag", [Tag.FACT, Tag.DENIAL])
def test_only_an_allegation_is_answered(desk, mine, tag):
    desk.run(Retag(mine.allegation, tag))
    with pytest.raises(BadInput, match=r"answer\.wrong_tags"):
        desk.run(Link(mine.denial, mine.allegation))


def test_a_claim_of_another_article_is_not_answered(desk, mine):
    other = desk.library.where(Article)[1].id
    (far,) = desk.run(TagClaim(other, MONEY, Tag.ALLEGATION)).made
    with pytest.raises(BadInput, match=r"answer\.other_article"):
        desk.run(Link(mine.denial, far))


@pytest.mark.parametrize("end", ["denial", "allegation"])
def test_an_answer_sleeps_while_an_end_is_something_else(desk, mine, end):
    desk.run(Link(mine.denial, mine.allegation))
    before = getattr(mine, end)
    changes = desk.run(Retag(before, Tag.FACT))
    assert changes.claims == {mine.denial, mine.allegation}  # both show otherwise now
    lines = by_id(desk, mine.article)
    assert (lines[mine.denial].answers, lines[mine.allegation].answered) == ((), 0)
    assert claim_view(desk, mine.denial).links == claim_view(desk, mine.allegation).links == ()
    desk.run(Retag(before, Tag.DENIAL if end == "denial" else Tag.ALLEGATION))
    assert by_id(desk, mine.article)[mine.denial].answers == (mine.allegation,)


def test_a_deleted_claim_takes_its_links_along(desk, mine):
    desk.run(Link(mine.denial, mine.allegation))
    changes = desk.run(DeleteClaim(mine.denial))
    assert mine.allegation in changes.claims
    assert by_id(desk, mine.article)[mine.allegation].answered == 0
    desk.undo(mine.article)
    assert by_id(desk, mine.article)[mine.allegation].answered == 1


def test_unlink_takes_my_link_only(path: Path):
    with quick_desk(path, "Kim") as desk:
        mine = marked(desk)
        desk.run(Link(mine.denial, mine.allegation))
    with quick_desk(path, "Ada") as desk:
        with pytest.raises(NotAllowed):
            desk.run(Unlink(mine.denial, mine.allegation))
        assert not claim_view(desk, mine.denial).links[0].mine
        desk.run(Link(mine.denial, mine.allegation))
        assert len(desk.library.where(Answer)) == 2
        (answer,) = claim_view(desk, mine.denial).links  # two links, one answer, which is mine too
        assert (answer.claim, answer.mine) == (mine.allegation, True)
        lines = by_id(desk, mine.article)
        assert (lines[mine.denial].answers, lines[mine.allegation].answered) == ((mine.allegation,), 1)
        desk.run(Unlink(mine.denial, mine.allegation))
        assert len(desk.library.where(Answer)) == 1


def test_in_an_article_in_the_bin_nothing_is_linked_or_unlinked(desk, mine):
    desk.run(Link(mine.denial, mine.allegation))
    desk.run(RemoveArticle(mine.article))
    for command in (
        Link(mine.denial, mine.allegation),
        Unlink(mine.denial, mine.allegation),
        AnswerNothing(mine.denial, "a rumour"),
    ):
        with pytest.raises(NothingFound):
            desk.run(command)
    assert len(desk.library.where(Answer)) == 1


@pytest.mark.parametrize("end", ["denial", "allegation"])
def test_a_withdrawn_claim_is_not_linked(path: Path, end: str):
    with quick_desk(path, "Kim") as desk:
        mine = marked(desk)
    with quick_desk(path, "Ada") as desk:
        desk.run(AddEvidence(getattr(mine, end), NewSource("Ledger")))
    with quick_desk(path, "Kim") as desk:
        assert desk.run(DeleteClaim(getattr(mine, end))).notice == "claim.withdrawn"
        with pytest.raises(BadInput, match=r"answer\.withdrawn"):
            desk.run(Link(mine.denial, mine.allegation))


def test_why_a_denial_answers_nothing_is_said_by_who_marked_it(path: Path):
    with quick_desk(path, "Kim") as desk:
        mine = marked(desk)
    with quick_desk(path, "Ada") as desk:
        with pytest.raises(NotAllowed):
            desk.run(AnswerNothing(mine.denial, "it answers a rumour"))
        assert claim_view(desk, mine.denial).answers_nothing == ""


def test_a_claim_others_have_linked_is_withdrawn_and_keeps_their_link_in_the_file(path: Path):
    with quick_desk(path, "Kim") as desk:
        mine = marked(desk)
    with quick_desk(path, "Ada") as desk:
        desk.run(Link(mine.denial, mine.allegation))
    with quick_desk(path, "Kim") as desk:
        assert desk.run(DeleteClaim(mine.denial)).notice == "claim.withdrawn"
        lines = by_id(desk, mine.article)
        assert lines[mine.denial].withdrawn
        assert lines[mine.allegation].answered == 0
        assert len(desk.library.where(Answer)) == 1
        with pytest.raises(BadInput, match=r"answer\.withdrawn"):
            desk.run(Link(mine.denial, mine.allegation))


def test_why_a_denial_answers_nothing(desk, mine):
    desk.run(AnswerNothing(mine.denial, "  it answers a rumour \n"))
    assert claim_view(desk, mine.denial).answers_nothing == "it answers a rumour"
    desk.run(AnswerNothing(mine.denial, " "))
    assert claim_view(desk, mine.denial).answers_nothing == ""


def test_a_person_has_one_response_which_changes(desk, mine):
    desk.run(
        Respond(
            mine.allegation, ResponseFields(ResponseKind.ASKED, "2026-03-01T10:00", "me", note=" by phone ")
        )
    )
    desk.run(Respond(mine.allegation, ResponseFields(ResponseKind.NO_REPLY, due="2026-03-01T18:00")))
    (word,) = claim_view(desk, mine.allegation).responses
    assert (word.kind, word.due, word.note, word.mine) == (
        ResponseKind.NO_REPLY,
        "2026-03-01T18:00",
        "",
        True,
    )
    assert by_id(desk, mine.article)[mine.allegation].response == "no reply"
    assert turns(desk, mine.article).undo == "Response: no reply"
    desk.run(Respond(mine.allegation, ResponseFields()))
    assert desk.library.where(Response) == []
    assert by_id(desk, mine.article)[mine.allegation].response == ""


def test_not_asked_with_a_note_is_kept(desk, mine):
    desk.run(Respond(mine.allegation, ResponseFields(note=" no number yet\n")))
    assert claim_view(desk, mine.allegation).responses[0].note == "no number yet"


def test_the_newest_response_counts_and_nobody_touches_anothers(path: Path):
    with quick_desk(path, "Kim") as desk:
        mine = marked(desk)
        desk.run(Respond(mine.allegation, ResponseFields(ResponseKind.ASKED)))
    with quick_desk(path, "Ada") as desk:
        desk.run(Respond(mine.allegation, ResponseFields(ResponseKind.DECLINED)))
        found = claim_view(desk, mine.allegation)
        assert [(word.reviewer, word.kind, word.mine) for word in found.responses] == [
            ("Kim", ResponseKind.ASKED, False),
            ("Ada", ResponseKind.DECLINED, True),
        ]
        assert by_id(desk, mine.article)[mine.allegation].response == found.response == "declined"
        desk.run(Respond(mine.allegation, ResponseFields()))
        assert claim_view(desk, mine.allegation).response == "asked"


def test_only_an_allegation_has_a_response(desk, mine):
    with pytest.raises(BadInput, match=r"response\.no_allegation"):
        desk.run(Respond(mine.denial, ResponseFields(ResponseKind.ASKED)))


@pytest.mark.parametrize("value", [StatusValue.CONFIRMED, StatusValue.NEEDS_CHANGE])
def test_what_is_confirmed_or_corrected_needs_evidence_or_a_reason(desk, mine, value):
    with pytest.raises(BadInput, match=r"status\.needs_reason"):
        desk.run(SetStatus(mine.allegation, StatusFields(value, "  ")))
    desk.run(SetStatus(mine.allegation, StatusFields(value, "seen the file")))
    assert by_id(desk, mine.article)[mine.allegation].status is value
    (piece,) = desk.run(AddEvidence(mine.denial, NewSource("Ledger"))).made
    desk.run(SetStatus(mine.denial, StatusFields(value)))
    assert by_id(desk, mine.article)[mine.denial].status is value
    desk.run(RemoveEvidence(piece))  # what was said stays said
    assert by_id(desk, mine.article)[mine.denial].status is value


def test_a_correction_has_old_words_and_new(desk, mine):
    fields = StatusFields(StatusValue.NEEDS_CHANGE, "the file says so", "took money ", " took a loan ")
    desk.run(SetStatus(mine.allegation, fields))
    (word,) = claim_view(desk, mine.allegation).statuses
    assert (word.old_words, word.new_words) == ("took money", "took a loan")
    desk.run(SetStatus(mine.allegation, StatusFields(StatusValue.DISPUTED, "", "took money", "took a loan")))
    (word,) = claim_view(desk, mine.allegation).statuses
    assert (word.value, word.old_words, word.new_words) == (StatusValue.DISPUTED, "", "")
    desk.run(SetStatus(mine.allegation, StatusFields()))
    assert desk.library.where(Status) == []


def test_unchecked_with_a_reason_is_kept(desk, mine):
    desk.run(SetStatus(mine.allegation, StatusFields(reason=" the archive is closed until Monday ")))
    (word,) = claim_view(desk, mine.allegation).statuses
    assert (word.value, word.reason) == (StatusValue.UNCHECKED, "the archive is closed until Monday")


def test_the_newest_status_counts_and_nobody_touches_anothers(path: Path):
    with quick_desk(path, "Kim") as desk:
        mine = marked(desk)
        desk.run(SetStatus(mine.allegation, StatusFields(StatusValue.CONFIRMED, "by phone")))
    with quick_desk(path, "Ada") as desk:
        desk.run(SetStatus(mine.allegation, StatusFields(StatusValue.DISPUTED)))
        found = claim_view(desk, mine.allegation)
        assert [(word.reviewer, word.value, word.mine) for word in found.statuses] == [
            ("Kim", StatusValue.CONFIRMED, False),
            ("Ada", StatusValue.DISPUTED, True),
        ]
        assert found.status is by_id(desk, mine.article)[mine.allegation].status is StatusValue.DISPUTED
        desk.run(SetStatus(mine.allegation, StatusFields()))
        assert claim_view(desk, mine.allegation).status is StatusValue.CONFIRMED


def test_sentences_are_ticked_and_unticked(desk, mine):
    assert desk.run(MarkRead(mine.article, (LIE, TWICE, LIE))).read_marks
    assert article_page(desk, mine.article).read == (TWICE, LIE)
    assert len(desk.library.where(ReadMark)) == 2
    assert desk.run(MarkRead(mine.article, (LIE,))).step == ""
    desk.run(UnmarkRead(mine.article, (TWICE,)))
    assert article_page(desk, mine.article).read == (LIE,)
    desk.undo(mine.article)
    assert article_page(desk, mine.article).read == (TWICE, LIE)
    desk.undo(mine.article)
    assert article_page(desk, mine.article).read == ()


def test_the_last_sentence_is_ticked_up_to_its_end(desk, mine):
    end = len(article_page(desk, mine.article).text)
    desk.run(MarkRead(mine.article, (Span(end - 5, end),)))
    assert article_page(desk, mine.article).read == (Span(end - 5, end),)
    with pytest.raises(BadInput, match=r"read\.no_sentence"):
        desk.run(MarkRead(mine.article, (Span(end - 5, end + 1),)))


@pytest.mark.parametrize("span", [Span(3, 3), Span(10, 5000)])
def test_no_sentence_no_tick(desk, mine, span):
    with pytest.raises(BadInput, match=r"read\.no_sentence"):
        desk.run(MarkRead(mine.article, (LIE, span)))
    assert article_page(desk, mine.article).read == ()


def test_ticks_are_each_persons_own(path: Path):
    with quick_desk(path, "Kim") as desk:
        article = desk.library.where(Article)[0].id
        desk.run(MarkRead(article, (TWICE,)))
    with quick_desk(path, "Ada") as desk:
        assert article_page(desk, article).read == ()
        desk.run(UnmarkRead(article, (TWICE,)))
    with quick_desk(path, "Kim") as desk:
        assert article_page(desk, article).read == (TWICE,)


def test_many_are_tagged_in_one_step(desk, mine):
    changes = desk.run(TagMany(mine.article, (MONEY, Span(4, 9), Span(75, 80)), Tag.ALLEGATION))
    assert (len(changes.made), changes.notice, changes.notice_values) == (
        2,
        "claims.tagged_some",
        {"count": "2"},
    )
    assert turns(desk, mine.article).undo == "Tag 2 passages as allegation"
    assert len(claim_lines(desk, mine.article)) == 4
    again = desk.run(TagMany(mine.article, (MONEY, Span(4, 9)), Tag.ALLEGATION))
    assert (again.step, again.notice) == ("", "claims.all_there")
    desk.undo(mine.article)
    assert set(by_id(desk, mine.article)) == {mine.allegation, mine.denial}


def test_of_many_none_is_tagged_if_one_has_no_words(desk, mine):
    with pytest.raises(BadInput, match=r"claim\.no_words"):
        desk.run(TagMany(mine.article, (Span(4, 9), Span(9, 10)), Tag.FACT))
    assert len(claim_lines(desk, mine.article)) == 2
