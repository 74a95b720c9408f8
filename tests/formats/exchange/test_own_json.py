"""Our own JSON read back, whole or a line at a time."""

import json
from typing import Any

import pytest

from annotator.formats.exchange import json_lines, own_json
from annotator.model.enums import Origin, SourceKind, StatusValue, Verdict
from annotator.model.errors import BadInput
from annotator.model.places import Place, PlaceKind
from annotator.model.received import Received
from annotator.model.spans import Span
from tests.formats.exported import ARTICLE, DENIAL, TEXT
from tests.formats.golden import FOLDER


def read(document: object) -> Received:
    return own_json.read(json.dumps(document).encode(), "a.json", {})


def document(*claims: object, **article: Any) -> dict[str, Any]:
    return {
        "format": "redpencil",
        "version": 1,
        "articles": [{"text": TEXT, "claims": list(claims)} | article],
    }


def test_the_golden_file_is_read() -> None:
    data = (FOLDER / "export.json").read_bytes()
    assert own_json.knows(data)
    (text,) = own_json.read(data, "export.json", {}).texts
    assert (text.text, text.title, text.sha256) == (TEXT, ARTICLE.title, ARTICLE.sha256)
    assert [mark.label for mark in text.marks] == [claim.tag.value for claim in ARTICLE.claims]
    assert [mark.claim.quote for mark in text.marks] == [claim.quote for claim in ARTICLE.claims]
    denial = text.marks[0].claim
    assert (denial.id, denial.note, denial.plain_words) == (DENIAL.id, DENIAL.note, DENIAL.plain_words)
    assert (denial.status, denial.origin) == (StatusValue.NEEDS_CHANGE, Origin.PERSON)
    assert denial.answers == ("claim-inner", "claim-elsewhere")
    assert denial.version_of == "claim-of-max"
    assert denial.attributions[0].source.name == "Ada | Møller"
    assert denial.attributions[0].span == DENIAL.attributions[0].span
    assert denial.attributions[1].source.kind is SourceKind.ANONYMOUS
    assert [(one.verdict, one.author, one.outdated) for one in denial.reviews] == [
        (Verdict.AGREED, "max", True),
        (Verdict.CHANGED, "lin", False),
    ]
    assert text.marks[3].claim.reviewer == "ليلى"


def test_lines_give_the_same() -> None:
    data = b"".join(json_lines.write((ARTICLE,)))
    assert own_json.knows_lines(data)
    assert not own_json.knows(data)
    whole = own_json.read(b"".join(own_json.write((ARTICLE,))), "a.json", {})
    assert own_json.read_lines(data, "a.jsonl", {}).texts == whole.texts


def test_an_older_file_lacks_what_was_added_later() -> None:
    (text,) = read(document({"tag": "denial", "start": 31, "end": 34})).texts
    assert (text.marks[0].claim.quote, text.language, text.places) == ("The", "", ())


def test_places_and_remarks_come_along() -> None:
    places = [
        {"start": 0, "end": 5, "kind": "page", "value": "iv"},
        {"start": 5, "end": 9, "kind": "planet", "value": "x"},
        {"start": 5, "end": 10**8, "kind": "time", "value": "x"},
    ]
    (text,) = read(document(places=places, remarks=["seen", 3, None])).texts
    assert text.places == (Place(Span(0, 5), PlaceKind.PAGE, "iv"),)
    assert text.remarks == ("seen", "3")


def test_a_claim_that_fits_nowhere_keeps_its_quote_and_one_of_nothing_is_counted() -> None:
    received = read(
        document(
            {"tag": "denial", "start": 0, "end": 10**6, "quote": "denied"},
            {"tag": "denial", "start": 3, "end": 3},
            {"tag": "denial", "start": True, "end": "9"},
        )
    )
    (mark,) = received.texts[0].marks
    assert (mark.claim.span, mark.claim.quote) == (Span(0, 0), "denied")
    assert received.notes == (("exchange.unread", {"count": 2}),)


def test_words_that_cannot_be_kept_are_mended() -> None:
    (mark,) = read(document({"tag": "denial", "start": 0, "end": 5, "note": "a\0b\ud800c"})).texts[0].marks
    assert mark.claim.note == "abc"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b'{"format": "other", "version": 1}', "foreign"),
        (b"[]", "foreign"),
        (b'{"format": "redpencil", "version": 2, "articles": []}', "newer"),
        (b'{"format": "redpencil", "version": 1, "articles": []}', "nothing"),
        (b'{"format": "redpencil", "version": 1,\n"articles": [}', "not_json"),
        (b'{"format": "redpencil", "version": Infinity}', "odd_json"),
        (b'{"format": "redpencil", "version": "\xff"}', "not_utf8"),
        (b"[" * 100_000, "odd_json"),
        (b"[" + b"{}," * 1_000_000 + b"{}]", "too_much"),
    ],
)
def test_what_is_refused(data: bytes, key: str) -> None:
    with pytest.raises(BadInput) as caught:
        own_json.read(data, "a.json", {})
    assert caught.value.key == f"exchange.{key}"


def test_lines_of_a_newer_version_are_refused() -> None:
    with pytest.raises(BadInput, match=r"exchange\.newer"):
        own_json.read_lines(b'{"type": "article", "format": "redpencil", "version": 2}', "a.jsonl", {})
