"""doccano: our lines by a strict reader, and the shapes that its exports have had."""

import json

import pytest
from hypothesis import given, settings

from annotator.formats.exchange import doccano
from annotator.model.errors import BadInput
from annotator.model.received import Received
from annotator.model.spans import Span
from annotator.model.views import ArticleExport
from tests.formats.exchange.round_trip import libraries
from tests.formats.exported import ARTICLE, DENIAL, TEXT


def read(*lines: object) -> Received:
    data = "\n".join(json.dumps(line) for line in lines).encode()
    assert doccano.knows(data)
    return doccano.read(data, "a.jsonl", {})


def strictly(data: bytes) -> list[dict[str, object]]:
    """The lines as doccano's importer wants them: one object a line, spans as start, end, label."""
    assert data.endswith(b"\n") or not data
    found = [json.loads(line) for line in data.decode().split("\n")[:-1]]
    for line in found:
        assert isinstance(line["text"], str)
        for start, end, label in line["label"]:
            assert isinstance(label, str)
            assert type(start) is type(end) is int
            assert 0 <= start < end <= len(line["text"])
    return found


def test_lines_are_what_the_importer_takes() -> None:
    (line,) = strictly(b"".join(doccano.write((ARTICLE,))))
    assert line["text"] == TEXT
    assert line["label"][0] == [DENIAL.span.start, DENIAL.span.end, "denial"]
    assert (line["title"], line["url"]) == (ARTICLE.title, "https://post.example/ferry")


@settings(max_examples=8)
@given(articles=libraries())
def test_any_article_makes_one_line(articles: tuple[ArticleExport, ...]) -> None:
    assert len(strictly(b"".join(doccano.write(articles)))) == len(articles)


@pytest.mark.parametrize("key", ["label", "labels", "annotations"])
def test_spans_under_any_of_their_names(key: str) -> None:
    received = read({"id": 7, "text": "Ada denied it.", key: [[4, 10, "Denial"], [0, 99, "x"], "loose"]})
    (text,) = received.texts
    assert [(mark.label, mark.claim.quote) for mark in text.marks] == [("Denial", "denied")]
    assert text.remarks == ("loose",)
    assert received.notes == (("exchange.unread", {"count": 1}),)


def test_entities_with_relations_and_comments() -> None:
    line = {
        "id": 1,
        "text": "Ada denied it. Max said it.",
        "entities": [
            {"id": 10, "label": "denial", "start_offset": 4, "end_offset": 10},
            {"id": 11, "label": "allegation", "start_offset": 15, "end_offset": 26},
        ],
        "relations": [
            {"id": 1, "from_id": 10, "to_id": 11, "type": "answers"},
            {"id": 2, "from_id": 11, "to_id": 10, "type": "before"},
            {"id": 3, "from_id": 11, "to_id": 99, "type": "before"},
        ],
        "Comments": ["look again"],
    }
    received = read(line)
    denial, allegation = received.texts[0].marks
    assert (denial.claim.span, denial.claim.answers) == (Span(4, 10), ("11",))
    assert allegation.remarks == ("before: “denied”",)
    assert received.texts[0].remarks == ("look again",)
    assert received.notes == (("exchange.unread", {"count": 1}),)


def test_positions_are_those_of_the_text_in_the_file() -> None:
    (text,) = read({"text": "👩‍🚒\r\nAda denied it.", "label": [[9, 15, "Denial"]]}).texts
    assert (text.text[:5], text.marks[0].claim.quote) == ("👩‍🚒\r\n", "denied")


def test_other_lines_are_not_taken_for_it() -> None:
    assert not doccano.knows(b'{"type": "article", "format": "redpencil", "text": ""}')
    assert not doccano.knows(b'{"text": "no labels"}')
    with pytest.raises(BadInput, match=r"exchange\.foreign"):
        doccano.read(b'{"a": 1}', "a.jsonl", {})
    with pytest.raises(BadInput) as caught:
        doccano.read(b'{"text": "a", "label": []}\n{"text": \n', "a.jsonl", {})
    assert caught.value.values["line"] == 2
