"""What is open, read from a real library as people change it."""

import pytest

from annotator.desk.commands.answers import AnswerNothing, Link
from annotator.desk.commands.articles import RemoveArticle
from annotator.desk.commands.claims import DeleteClaim, Retag, TagClaim
from annotator.desk.commands.reading import MarkRead
from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.commands.sources import JoinSources, NewSource
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields, SayBy
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.desk.queries.articles import article_page
from annotator.desk.queries.points import PointsMemory, open_points, point_object
from annotator.model.enums import ResponseKind, SourceKind, StatusValue, Tag, Verdict
from annotator.model.errors import NothingFound
from annotator.model.points import Level
from annotator.model.rows import NOT_NAMED, Article, Comment, Review, Source
from annotator.model.spans import Span
from annotator.store.door import step
from tests.desk.conftest import FIRST
from tests.desk.content import quick_desk


@pytest.fixture
def article(desk):
    return desk.library.where(Article)[0].id


def tag(desk, article, words, tag_=Tag.ALLEGATION):
    start = FIRST.index(words)
    return desk.run(TagClaim(article, Span(start, start + len(words)), tag_)).made[0]


def rules(desk, article, claim=None):
    return [p.rule for p in open_points(desk, article).points if not p.waived and p.claim == claim]


def musts(desk, article):
    return [(p.rule, p.quote) for p in open_points(desk, article).points if p.level is Level.MUST]


def test_marking_opens_points_and_sourcing_and_linking_settle_them(desk, article):
    took = tag(desk, article, "The mayor took money")
    lie = tag(desk, article, "“That is a lie,”", Tag.DENIAL)
    assert rules(desk, article, took) == ["allegation-without-source", "allegation-without-response"]
    assert rules(desk, article, lie) == ["denial-answers-nothing"]
    desk.run(SayBy(took, NewSource("The witness")))
    assert rules(desk, article, took) == ["allegation-without-response", "single-source"]
    desk.run(Link(lie, took))
    assert rules(desk, article, took) == ["single-source"]
    assert rules(desk, article, lie) == []
    desk.run(AddEvidence(took, NewSource("The ledger", SourceKind.DOCUMENT)))
    assert rules(desk, article, took) == []
    assert musts(desk, article) == []


def test_retagging_and_withdrawing_put_links_to_sleep(desk, article):
    took = tag(desk, article, "The mayor took money")
    lie = tag(desk, article, "“That is a lie,”", Tag.DENIAL)
    desk.run(Link(lie, took))
    desk.run(Retag(took, Tag.FACT))
    assert rules(desk, article, lie) == ["denial-answers-nothing"]
    desk.run(Retag(took, Tag.ALLEGATION))
    assert rules(desk, article, lie) == []


def test_responses_reasons_and_statuses_count(desk, article):
    took = tag(desk, article, "The mayor took money")
    lie = tag(desk, article, "“That is a lie,”", Tag.DENIAL)
    desk.run(SayBy(took, NOT_NAMED))
    desk.run(Respond(took, ResponseFields(ResponseKind.ASKED, asked_on="2026-03-01")))
    assert "allegation-without-response" in rules(desk, article, took)
    desk.run(Respond(took, ResponseFields(ResponseKind.DECLINED)))
    desk.run(AnswerNothing(lie, "of an older report"))
    desk.run(
        SetStatus(took, StatusFields(StatusValue.NEEDS_CHANGE, "wrong sum", "took money", "took a loan"))
    )
    assert musts(desk, article) == [("correction-not-carried-out", "The mayor took money")]


def test_joined_sources_are_one(desk, article):
    took = tag(desk, article, "The mayor took money")
    desk.run(SayBy(took, NewSource("The witness")))
    desk.run(AddEvidence(took, NewSource("A. Witness"), EvidenceFields()))
    assert "single-source" not in rules(desk, article, took)
    first, second = (desk.library.where(Source, name=name)[0].id for name in ("The witness", "A. Witness"))
    desk.run(JoinSources(second, first))
    assert "single-source" in rules(desk, article, took)


def test_withdrawn_and_deleted_claims_have_no_points(path):
    with quick_desk(path) as mine:
        article = mine.library.where(Article)[0].id
        took = tag(mine, article, "The mayor took money")
        lie = tag(mine, article, "“That is a lie,”", Tag.DENIAL)
    with quick_desk(path, "Noor") as hers:
        hers.run(SayBy(took, NOT_NAMED))
        hers.run(Link(lie, took))
    with quick_desk(path) as mine:
        assert mine.run(DeleteClaim(took)).notice == "claim.withdrawn"
        assert rules(mine, article, took) == []
        assert rules(mine, article, lie) == ["denial-answers-nothing"]  # what it answered is no more
        mine.run(DeleteClaim(lie))
        assert rules(mine, article, lie) == []


def write(desk, article, row):
    with step(desk.library, desk.hand, "step.note") as opened:
        opened.scopes = {article}
        opened.write(row)


def test_a_question_waits_until_the_claims_reviewer_writes(path):
    with quick_desk(path, "Ada") as mine:
        article = mine.library.where(Article)[0].id
        took = tag(mine, article, "The mayor took money")
        write(mine, article, Comment("c-1", took, "V", "I asked twice."))
        assert "question-not-answered" not in rules(mine, article, took)
    with quick_desk(path, "Noor") as hers:
        write(hers, article, Comment("c-2", took, "W", "Whom?"))
        assert "question-not-answered" in rules(hers, article, took)
    with quick_desk(path, "Ada") as mine:
        (point,) = [p for p in open_points(mine, article).points if p.rule == "question-not-answered"]
        assert point.values == {"name": "Noor"}
        write(mine, article, Comment("c-3", took, "X", "The office."))
        assert "question-not-answered" not in rules(mine, article, took)
    with quick_desk(path, "Noor") as hers:
        write(hers, article, Review("r-1", took, Verdict.AGREED))
        assert "question-not-answered" not in rules(hers, article, took)
        write(hers, article, Review("r-1", took, Verdict.TO_DISCUSS))
        assert "question-not-answered" in rules(hers, article, took)


def test_ticks_and_claims_make_sentences_read(desk, article):
    page = article_page(desk, article)
    assert open_points(desk, article).progress.sentences == len(page.sentences)
    assert open_points(desk, article).progress.read == 0
    desk.run(MarkRead(article, (page.sentences[-1],)))
    tag(desk, article, "The mayor took money")
    assert open_points(desk, article).progress.sentences_read == 2


def test_places_are_code_points_of_the_text(desk, article):
    for point in open_points(desk, article).points:
        made = point_object(article, point)
        assert FIRST[made["start"] : made["end"]] == made["quote"] != ""


def test_a_memory_answers_as_none_and_knows_when_the_article_or_its_language_is_another(desk, article):
    memory = PointsMemory()
    other = desk.library.where(Article)[1].id
    for asked in (article, article, other, article):
        assert open_points(desk, asked, memory) == open_points(desk, asked)
    assert not open_points(desk, article, memory).language_note
    write(desk, article, Article(article, "First", language="de"))
    assert open_points(desk, article, memory).language_note
    assert "uncovered-statement" not in {p.rule for p in open_points(desk, article, memory).points}


def test_an_article_in_the_bin_is_not_there(desk, article):
    desk.run(RemoveArticle(article))
    with pytest.raises(NothingFound):
        open_points(desk, article)
