import json

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.redact import Disclosure, redact
from annotator.formats.writers import json_
from annotator.formats.writers.json_ import claim_object
from annotator.model.views import ArticleExport
from tests.formats.exported import ARTICLE, DENIAL, INNER
from tests.formats.golden import assert_golden
from tests.formats.strategies import articles

#: The outside names of DESIGN.md, section 6.
PROMISED = [
    "id",
    "article",
    "tag",
    "quote",
    "start",
    "end",
    "note",
    "plain_words",
    "reviewer",
    "attributions",
    "evidence",
    "answers",
    "response",
    "status",
    "reviews",
]


def test_golden() -> None:
    assert_golden("export.json", b"".join(json_.write(redact((ARTICLE,), Disclosure()))))


def test_an_empty_export_is_a_document() -> None:
    assert json.loads(b"".join(json_.write(()))) == {"format": "redpencil", "version": 1, "articles": []}


def test_a_claim_has_the_promised_names() -> None:
    shown = claim_object(DENIAL)
    assert not set(PROMISED) - set(shown)
    assert shown["tag"] == "denial"
    assert shown["answers"] == ["claim-inner", "claim-elsewhere"]
    assert shown["private_note"] == "Jo Secret rang at nine"
    assert "private_note" not in claim_object(INNER)
    json.dumps(shown)


def test_what_people_said_of_a_claim_stands_there_with_their_names() -> None:
    denial, inner = claim_object(DENIAL), claim_object(INNER)
    assert (denial["status"], inner["response"]) == ("needs change", "no reply")
    assert [each["reviewer"] for each in denial["statuses"]] == ["Max", "Rosa"]
    assert denial["statuses"][1]["old_words"] == "selling the list"
    assert denial["statuses"][1]["new_words"] == "=lending the *list*"
    assert inner["responses"][0]["asked_on"] == "2026-11-20T14:30+01:00"
    assert inner["answered_by"] == ["claim-denial"]
    assert denial["answered_by"] == []


@given(st.lists(articles(), max_size=3))
def test_positions_hold_in_what_is_read_back(exported: list[ArticleExport]) -> None:
    document = json.loads(b"".join(json_.write(tuple(exported))))
    assert [article["text"] for article in document["articles"]] == [article.text for article in exported]
    for shown, article in zip(document["articles"], exported, strict=True):
        assert [claim["id"] for claim in shown["claims"]] == [claim.id for claim in article.claims]
        for claim in shown["claims"]:
            assert shown["text"][claim["start"] : claim["end"]] == claim["quote"]


def test_the_words_that_name_a_source_have_their_place() -> None:
    speaker = json.loads(b"".join(json_.write((ARTICLE,))))["articles"][0]["claims"][0]["attributions"][0]
    assert ARTICLE.text[speaker["start"] : speaker["end"]] == speaker["words"] == "The mayor"
    assert (speaker["source"], speaker["kind"], speaker["cue"], speaker["checked"]) == (
        "Ada | Møller",
        "person",
        "denied",
        True,
    )
