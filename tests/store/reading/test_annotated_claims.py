"""The view that other programs read: its columns stay, and it keeps confidential names back."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.desk.commands.articles import ImportArticle, RemoveArticle
from annotator.desk.commands.claims import DeleteClaim, Retag, TagClaim, WriteNote
from annotator.desk.commands.sources import EditSource, JoinSources, NewSource
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields, SayBy
from annotator.desk.desk import Desk
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.model.drafts import Draft
from annotator.model.enums import SourceKind, Stance, StatusValue, Tag
from annotator.model.rows import Answer, Claim, Source, Status
from annotator.model.spans import Span
from annotator.store.door import step

COLUMNS = [
    "claim_id",
    "article_id",
    "article",
    "tag",
    "quote",
    "start_char",
    "end_char",
    "said_by",
    "evidence",
    "answers",
    "status",
    "note",
    "reviewer",
    "created",
    "modified",
]
TEXT = "😀 She took it, he said. “Never,” she said."


@pytest.fixture
def marked(tmp_path):
    """A desk on a library with an allegation and a denial that answers it."""
    with Desk(tmp_path / "library.sqlite") as desk:
        (article,) = desk.run(ImportArticle(Draft(TEXT, "It"))).made
        (taken,) = desk.run(TagClaim(article, Span(2, 13), Tag.ALLEGATION)).made
        (never,) = desk.run(TagClaim(article, Span(25, 30), Tag.DENIAL)).made
        with step(desk.library, desk.hand, "step.tag") as opened:
            opened.write(Answer("w-1", never, taken))
        yield desk, article, taken, never


def view(desk) -> list[dict]:
    """Read by another connection, as another program does."""
    with closing(sqlite3.connect(desk.library.path)) as other:
        other.row_factory = sqlite3.Row
        return [dict(row) for row in other.execute("SELECT * FROM annotated_claims")]


def test_its_columns_and_what_they_say(marked):
    desk, article, taken, never = marked
    desk.run(SayBy(taken, NewSource("Ben")))
    desk.run(SayBy(taken, NewSource("The Gazette", SourceKind.NEWS_REPORT)))
    desk.run(AddEvidence(taken, NewSource("Ledger", SourceKind.DOCUMENT), EvidenceFields(locator="p. 3")))
    desk.run(AddEvidence(taken, NewSource("Ben"), EvidenceFields(Stance.CONTRADICTS)))
    desk.run(WriteNote(taken, "ring him"))
    desk.run(WriteNote(taken, "secret", private=True))
    with step(desk.library, desk.hand, "step.note") as opened:
        opened.write(Status("u-1", taken, StatusValue.CONFIRMED))
    first, second = view(desk)
    assert list(first) == COLUMNS
    seen = claim_view(desk, taken)
    assert first == {
        "claim_id": taken, "article_id": article, "article": "It", "tag": "allegation",
        "quote": "She took it", "start_char": 2, "end_char": 13, "said_by": "Ben ← The Gazette",
        "evidence": "supports: Ledger, p. 3; contradicts: Ben", "answers": None, "status": "confirmed",
        "note": "ring him", "reviewer": seen.reviewer, "created": seen.created, "modified": seen.modified,
    }  # fmt: skip
    assert (second["claim_id"], second["answers"], second["status"]) == (never, taken, "unchecked")
    assert TEXT[second["start_char"] : second["end_char"]] == second["quote"] == "Never"


def test_a_confidential_name_is_kept_back_everywhere(marked):
    desk, _, taken, never = marked
    said = desk.run(SayBy(taken, NewSource("Dora Quill", confidential=True))).made
    desk.run(
        AddEvidence(never, NewSource("Dora Quill", confidential=True), EvidenceFields(locator="her desk"))
    )
    assert said
    with closing(sqlite3.connect(desk.library.path)) as other:
        every = str(other.execute("SELECT * FROM annotated_claims").fetchall())
    assert "Quill" not in every
    assert "her desk" not in every
    assert view(desk)[0]["said_by"] == "confidential source"
    assert view(desk)[1]["evidence"] == "supports: confidential source"


def test_a_joined_source_shows_by_the_other_name_as_in_the_window(marked):
    desk, article, taken, _ = marked
    desk.run(SayBy(taken, NewSource("B. Miller")))
    (other,) = desk.run(SayBy(taken, NewSource("Ben Miller"))).made
    sources = {source.name: source.id for source in desk.library.where(Source)}
    desk.run(JoinSources(sources["B. Miller"], sources["Ben Miller"]))
    desk.run(EditSource(sources["Ben Miller"], NewSource("Benjamin Miller")))
    assert view(desk)[0]["said_by"] == "Benjamin Miller ← Benjamin Miller"
    assert claim_lines(desk, article)[0].speakers == ("Benjamin Miller",) * 2
    assert other


def answers_seen(desk, article) -> tuple[dict, dict]:
    """What each claim answers, by the view and by the window, in its order."""
    by_view = {row["claim_id"]: (row["answers"] or "").split() for row in view(desk)}
    in_window = {
        line.id: [link.claim for link in claim_view(desk, line.id).links]
        for line in claim_lines(desk, article)
        if line.tag is Tag.DENIAL
    }
    return by_view, in_window


def test_several_answers_stand_in_text_order_each_once(marked):
    desk, article, taken, never = marked
    (first,) = desk.run(TagClaim(article, Span(2, 5), Tag.ALLEGATION)).made
    (longer,) = desk.run(TagClaim(article, Span(2, 22), Tag.ALLEGATION)).made
    for allegation in (first, longer, longer):
        with step(desk.library, desk.hand, "step.tag") as opened:
            opened.write(Answer(f"w-{opened.stamp}", never, allegation))
    by_view, in_window = answers_seen(desk, article)
    assert by_view[never] == in_window[never] == [longer, taken, first]


@pytest.mark.parametrize("tag", [Tag.FACT, Tag.DENIAL])
def test_what_is_no_allegation_any_more_is_not_answered(marked, tag):
    desk, article, taken, never = marked
    desk.run(Retag(taken, tag))
    by_view, in_window = answers_seen(desk, article)
    assert by_view[never] == in_window[never] == []
    desk.run(Retag(taken, Tag.ALLEGATION))
    assert answers_seen(desk, article)[0][never] == [taken]


def test_a_withdrawn_allegation_is_not_answered(marked):
    desk, article, taken, never = marked
    with step(desk.library, desk.hand, "step.delete") as opened:
        opened.write(replace(desk.library.find(Claim, taken), withdrawn=True))
    by_view, in_window = answers_seen(desk, article)
    assert by_view == {never: []}
    assert in_window[never] == []


def test_what_is_gone_is_not_in_it(marked):
    desk, article, taken, never = marked
    desk.run(Retag(never, Tag.FACT))
    assert [row["answers"] for row in view(desk)] == [None, None]  # asleep while it is no denial
    desk.run(Retag(never, Tag.DENIAL))
    assert view(desk)[1]["answers"] == taken
    desk.run(DeleteClaim(taken))
    assert [(row["claim_id"], row["answers"]) for row in view(desk)] == [(never, None)]
    desk.run(RemoveArticle(article))
    assert view(desk) == []
