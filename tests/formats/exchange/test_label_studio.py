"""Label Studio: our tasks by its own interface check, and the exports of its several versions."""

import json
from typing import Any

import pytest

from annotator.formats.exchange import label_studio
from annotator.formats.exchange.label_studio.interface import interface
from annotator.model.enums import StatusValue
from annotator.model.errors import BadInput
from annotator.model.received import Received
from annotator.model.spans import Span
from tests.formats.exported import ARTICLE, DENIAL, FORMULA, INNER, TEXT


def written() -> list[dict[str, Any]]:
    tasks: list[dict[str, Any]] = json.loads(b"".join(label_studio.FORMAT.write((ARTICLE, ARTICLE))))
    return tasks


def read(document: object) -> Received:
    data = json.dumps(document).encode()
    assert label_studio.FORMAT.knows(data)
    return label_studio.FORMAT.read_claims(data, "a.json", {})


def test_label_studio_takes_interface_and_tasks() -> None:
    """By the check that its server makes before an import."""
    from label_studio_sdk.label_interface import LabelInterface

    checker = LabelInterface(interface())
    checker.validate()
    for task in written():
        assert checker.validate_task({"data": task["data"]})
        assert checker.validate_prediction(task["annotations"][0], return_errors=True) == []
    spoilt = written()[0]["annotations"][0]
    spoilt["result"][0]["value"]["labels"] = ["no such label"]
    assert not checker.validate_annotation(spoilt)


def test_a_task_holds_regions_status_notes_and_links() -> None:
    task = written()[0]
    results = task["annotations"][0]["result"]
    assert task["data"] == {"text": TEXT, "title": ARTICLE.title, "url": "https://post.example/ferry"}
    of = [result for result in results if result.get("id") == DENIAL.id]
    assert [result["from_name"] for result in of] == ["label", "status", "note", "plain_words"]
    assert of[0]["value"] == {
        "start": DENIAL.span.start,
        "end": DENIAL.span.end,
        "text": DENIAL.quote,
        "labels": ["denial"],
    }
    assert TEXT[of[0]["value"]["start"] : of[0]["value"]["end"]] == DENIAL.quote
    assert of[1]["value"]["choices"] == ["needs change"]
    assert of[2]["value"]["text"] == ["+ ask again\n# on Monday"]
    assert any("Said by: Ada | Møller" in line for line in of[0]["meta"]["text"])
    assert [one for one in results if one["type"] == "relation"] == [
        {
            "type": "relation",
            "from_id": DENIAL.id,
            "to_id": INNER.id,
            "direction": "right",
            "labels": ["answers"],
        }
    ]
    assert label_studio.FORMAT.write_beside(()) == {".labelstudio.xml": interface().encode()}


def test_our_own_tasks_come_back() -> None:
    marks = read(written()).texts[0].marks
    denial, formula = marks[0].claim, marks[2].claim
    assert (denial.id, denial.answers) == (DENIAL.id, (INNER.id,))
    assert (denial.note, denial.plain_words) == (DENIAL.note, DENIAL.plain_words)
    assert denial.status is StatusValue.NEEDS_CHANGE
    assert formula.quote == FORMULA.quote


def region(start: Any, end: Any, label: str = "Denial", **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [label]} | more.pop("value", {})
    return {"id": "r1", "from_name": "label", "to_name": "text", "type": "labels", "value": value} | more


def task(text: str, *results: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": 1, "data": {"text": text}, "annotations": [{"result": list(results)} | more]}


def test_who_made_an_annotation_and_when() -> None:
    by = {"id": 3, "email": "ada@news.example", "first_name": "Ada", "last_name": "Møller"}
    when = "2026-11-20T10:00:00.123456+01:00"
    (mark,) = read([task("Ada denied it.", region(4, 10), completed_by=by, created_at=when)]).texts[0].marks
    assert (mark.label, mark.claim.quote, mark.claim.reviewer) == ("Denial", "denied", "Ada Møller")
    assert mark.claim.created == "2026-11-20T09:00:00.123Z"
    (mark,) = read([task("Ada denied it.", region(4, 10), completed_by=3)]).texts[0].marks
    assert mark.claim.reviewer == "#3"


def test_positions_of_old_versions_count_utf_16() -> None:
    text = "💩This is an annotation."
    now = region(12, 22, value={"text": "annotation"})
    once = region(13, 23, value={"text": "annotation"})
    for result in (now, once):
        (mark,) = read([task(text, result)]).texts[0].marks
        assert (mark.claim.span, mark.claim.quote) == (Span(12, 22), "annotation")


def test_line_ends_written_as_two_characters() -> None:
    (mark,) = read([task("one\ntwo", region(0, 7, value={"text": "one\\ntwo"}))]).texts[0].marks
    assert (mark.claim.span, mark.claim.quote) == (Span(0, 7), "one\ntwo")


def test_what_else_was_said_of_a_region_is_kept_in_words() -> None:
    more = [
        {"id": "r1", "from_name": "sure", "type": "rating", "value": {"rating": 4}},
        {"id": "r1", "from_name": "kind", "type": "choices", "value": {"choices": ["a", "b"]}},
        {"id": "gone", "from_name": "kind", "type": "choices", "value": {"choices": ["c"]}},
        {"id": "r2", **{k: v for k, v in region(0, 3).items() if k != "id"}, "meta": {"text": ["see p. 3"]}},
        {"type": "relation", "from_id": "r2", "to_id": "r1", "direction": "left", "labels": ["before"]},
        {"type": "relation", "from_id": "r2", "to_id": "r9"},
    ]
    received = read([task("Ada denied it.", region(4, 10), *more)])
    (text,) = received.texts
    assert text.marks[0].remarks == ("sure: 4", "kind: a\nb", "before: “Ada”")
    assert text.marks[1].remarks == ("see p. 3",)
    assert text.remarks == ("kind: c",)
    assert received.notes == (("exchange.unread", {"count": 1}),)


def test_older_and_shorter_exports() -> None:
    old = {"data": {"body": "Ada denied it."}, "completions": [{"result": [region(4, 10)]}]}
    gave_up = task("Ada denied it.", region(0, 3), was_cancelled=True)
    first, second = read([old, gave_up]).texts
    assert [mark.claim.quote for mark in first.marks] == ["denied"]
    assert second.marks == ()
    short = [
        {
            "text": "Ada denied it.",
            "id": 1,
            "label": [{"start": 4, "end": 10, "text": "denied", "labels": ["Denial"]}],
        }
    ]
    assert [mark.claim.quote for mark in read(short).texts[0].marks] == ["denied"]


def test_other_json_is_not_taken_for_it() -> None:
    assert not label_studio.FORMAT.knows(b'{"format": "redpencil", "version": 1, "articles": []}')
    assert not label_studio.FORMAT.knows(b'{"annotations": [], "images": []}')
    for document in ([], {}, [1], [{"a": 1}]):
        with pytest.raises(BadInput, match=r"exchange\.foreign"):
            label_studio.FORMAT.read_claims(json.dumps(document).encode(), "a.json", {})
