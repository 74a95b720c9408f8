"""Web Annotations: by the W3C's rules what we write, and read what other tools write."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from hypothesis import given, settings

from annotator.formats.exchange import w3c
from annotator.formats.exchange.w3c.terms import CONTEXT
from annotator.formats.redact import Disclosure, redact
from annotator.model.enums import StatusValue
from annotator.model.errors import BadInput
from annotator.model.received import Received
from annotator.model.spans import Span
from annotator.model.views import ArticleExport
from tests.formats.exchange.round_trip import libraries
from tests.formats.exported import ARTICLE, DENIAL, TEXT
from tests.formats.golden import assert_golden

#: Every term of the W3C's own context that our files use.
OF_THE_W3C = frozenset(
    (
        *("id", "type", "motivation", "creator", "created", "modified", "body", "target", "name", "value"),
        *("format", "purpose", "source", "scope", "selector", "exact", "prefix", "suffix", "start", "end"),
    )
)


@cache
def rules() -> Any:
    return fastjsonschema.compile(json.loads(Path(__file__).with_name("w3c_model.schema.json").read_text()))


def written(articles: tuple[ArticleExport, ...]) -> Any:
    return json.loads(b"".join(w3c.FORMAT.write(articles)))


def read(document: object) -> Received:
    data = json.dumps(document).encode()
    assert w3c.knows(data)
    return w3c.read(data, "a.jsonld", {})


def test_golden() -> None:
    assert_golden("export.jsonld", b"".join(w3c.FORMAT.write(redact((ARTICLE,), Disclosure()))))


@settings(max_examples=8)
@given(articles=libraries())
def test_a_file_is_what_the_w3c_wants(articles: tuple[ArticleExport, ...]) -> None:
    document = written(articles)
    rules()(document)
    texts = {f"urn:redpencil:text:{article.sha256}": article.text for article in articles}
    for item in document["first"]["items"]:
        quote, place = item["target"]["selector"]
        assert texts[item["target"]["source"]][place["start"] : place["end"]] == quote["exact"]


def test_no_term_is_without_a_meaning() -> None:
    """A term that no context knows vanishes for whoever reads JSON-LD."""
    ours = set(CONTEXT[1])
    for item in written((ARTICLE,))["first"]["items"]:
        said = {*item, *item["creator"], *item["target"]}
        said |= {key for part in (*item["body"], *item["target"]["selector"]) for key in part}
        assert said <= OF_THE_W3C | ours, said - OF_THE_W3C - ours


def test_the_page_is_the_scope() -> None:
    assert written((ARTICLE,))["first"]["items"][0]["target"]["scope"] == "https://post.example/ferry"


def test_a_claim_comes_back_whole() -> None:
    text = w3c.read(b"".join(w3c.FORMAT.write((ARTICLE,))), "a.jsonld", {}).texts[0]
    claim = text.marks[0].claim
    assert (text.text, text.title, text.sha256) == (TEXT, ARTICLE.title, ARTICLE.sha256)
    assert (claim.id, claim.span, claim.quote) == (DENIAL.id, DENIAL.span, DENIAL.quote)
    assert claim.answers == ("claim-inner", "claim-elsewhere")
    assert claim.version_of == "claim-of-max"
    assert claim.status is StatusValue.NEEDS_CHANGE
    assert claim.attributions[1].source.name == "Jo Secret"


def annotation(**said: Any) -> dict[str, Any]:
    return {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"} | said


QUOTE = {"type": "TextQuoteSelector", "exact": "ferry", "prefix": "the ", "suffix": " sails"}
PLACE = {"type": "TextPositionSelector", "start": 4, "end": 9}


def test_an_annotation_of_another_tool() -> None:
    received = read(
        annotation(
            id="http://tool.example/a1",
            motivation="classifying",
            creator={"id": "http://people.example/r", "name": "R. Ahn"},
            created="2026-11-20T10:00:00+01:00",
            body=[
                {"type": "TextualBody", "purpose": "tagging", "value": "Vorwurf"},
                {"type": "TextualBody", "purpose": "commenting", "value": "who says so?"},
                {"type": "TextualBody", "purpose": "questioning", "value": "really?"},
                "http://tool.example/why",
            ],
            target={"source": "https://post.example/ferry", "selector": [QUOTE, PLACE]},
        )
    )
    (text,) = received.texts
    (mark,) = text.marks
    assert text.text == ""
    assert text.appearances[0].url == "https://post.example/ferry"
    assert (mark.label, mark.claim.quote, mark.claim.span) == ("Vorwurf", "ferry", Span(4, 9))
    assert (mark.claim.prefix, mark.claim.suffix) == ("the ", " sails")
    assert (mark.claim.note, mark.claim.reviewer) == ("who says so?", "R. Ahn")
    assert (mark.claim.author, mark.claim.created) == ("http://people.example/r", "2026-11-20T09:00:00.000Z")
    assert mark.remarks == ("questioning: really?", "http://tool.example/why")
    assert received.labels == {"Vorwurf": 1}


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda items: items,
        lambda items: {"type": "AnnotationPage", "items": items},
        lambda items: {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": items}},
        lambda items: {"@context": "http://www.w3.org/ns/anno.jsonld", "@graph": items},
        lambda items: items[0],
    ],
)
def test_however_annotations_are_wrapped(wrapped: Any) -> None:
    target = {"source": "urn:redpencil:text:" + "a" * 64, "selector": PLACE}
    (text,) = read(wrapped([annotation(id="urn:x:1", motivation="highlighting", target=target)])).texts
    assert (text.sha256, text.marks[0].claim.span, text.marks[0].label) == (
        "a" * 64,
        Span(4, 9),
        "highlighting",
    )


def test_selectors_that_cannot_be_used_are_told_and_those_within_are_found() -> None:
    refined = {"type": "XPathSelector", "value": "/html/body/p[1]", "refinedBy": QUOTE}
    received = read(
        annotation(motivation="tagging", target={"source": "http://a.example/", "selector": refined})
    )
    assert received.texts[0].marks[0].claim.quote == "ferry"
    assert received.notes == (("exchange.left", {"count": 1, "what": "XPathSelector"}),)


def test_what_points_nowhere_is_counted_and_what_is_on_the_whole_is_kept() -> None:
    nowhere = annotation(
        target={"source": "http://a.example/", "selector": {"type": "CssSelector", "value": "p"}}
    )
    whole = annotation(
        target="http://a.example/", body={"type": "TextualBody", "value": "a good page"}, creator="acct:r"
    )
    empty = annotation(target={"source": "http://a.example/", "selector": PLACE | {"end": 4}})
    received = read([nowhere, whole, empty])
    assert received.notes[0] == ("exchange.unread", {"count": 2})
    assert received.texts[0].remarks == ("acct:r: a good page",)


def test_an_annotation_on_an_annotation_is_a_comment_or_an_answer() -> None:
    on = {"source": "http://a.example/", "selector": QUOTE}
    claim = annotation(id="urn:x:allegation", body=label("allegation"), target=on)
    denial = annotation(id="urn:x:denial", body=label("denial"), target=on | {"selector": PLACE})
    link = annotation(id="urn:x:link", motivation="replying", body="urn:x:denial", target="urn:x:allegation")
    comment = annotation(
        id="urn:x:c",
        body={"type": "TextualBody", "value": "I doubt it"},
        creator={"name": "Max"},
        target="urn:x:allegation",
    )
    (text,) = read([link, comment, claim, denial]).texts
    first, second = (mark.claim for mark in text.marks)
    assert second.answers == ("urn:x:allegation",)
    assert [(one.body, one.reviewer) for one in first.comments] == [("I doubt it", "Max")]


def label(words: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": "classifying", "value": words}


def test_a_class_comes_before_a_tag() -> None:
    tag = {"type": "TextualBody", "purpose": "tagging", "value": "urgent"}
    on = {"source": "http://a.example/", "selector": QUOTE}
    (mark,) = read(annotation(body=[tag, label("denial")], target=on)).texts[0].marks
    assert (mark.label, mark.remarks) == ("denial", ("urgent",))


def test_what_hypothesis_exports() -> None:
    exported = {
        "export_date": "2026-11-20T09:00:00Z",
        "client_version": "1.1",
        "annotations": [
            {
                "id": "h1",
                "created": "2026-11-20T09:00:00.123456+00:00",
                "updated": "2026-11-20T09:05:00.123456+00:00",
                "user": "acct:rosa@hypothes.is",
                "uri": "https://post.example/ferry",
                "text": "who says so?",
                "tags": ["denial", "urgent"],
                "document": {"title": ["The ferry"]},
                "target": [
                    {
                        "source": "https://post.example/ferry",
                        "selector": [{"type": "RangeSelector", "startOffset": 3}, PLACE, QUOTE],
                    }
                ],
            },
            {
                "id": "h2",
                "user": "acct:max@hypothes.is",
                "user_info": {"display_name": "Max"},
                "uri": "https://post.example/ferry",
                "text": "the mayor",
                "references": ["h1"],
                "target": [{"source": "https://post.example/ferry"}],
            },
        ],
    }
    (text,) = read(exported).texts
    (mark,) = text.marks
    assert (text.title, text.appearances[0].url) == ("The ferry", "https://post.example/ferry")
    assert (mark.label, mark.remarks, mark.claim.reviewer) == ("denial", ("urgent",), "rosa")
    assert (mark.claim.created, mark.claim.modified) == (
        "2026-11-20T09:00:00.123Z",
        "2026-11-20T09:05:00.123Z",
    )
    assert [(one.body, one.reviewer) for one in mark.claim.comments] == [("the mayor", "Max")]


@pytest.mark.parametrize(
    "document", [{}, [], {"type": "AnnotationPage", "items": []}, {"articles": []}, "words", 3]
)
def test_a_file_without_annotations_is_refused(document: object) -> None:
    with pytest.raises(BadInput, match=r"exchange\.(foreign|nothing)"):
        w3c.read(json.dumps(document).encode(), "a.jsonld", {})


def test_review_files_and_other_json_are_not_taken_for_annotations() -> None:
    assert not w3c.knows(b'{"@context": "http://www.w3.org/ns/anno.jsonld", "file": "redpencil review file"}')
    assert not w3c.knows(b'{"type": "FeatureCollection"}')
    assert not w3c.knows(b"http://www.w3.org/ns/anno.jsonld")
