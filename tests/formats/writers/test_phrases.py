from dataclasses import replace

import pytest

from annotator.formats.writers.phrases import (
    addresses_apart,
    evidence_line,
    response_line,
    source_line,
    source_name,
    status_line,
)
from annotator.model.enums import ResponseKind, SourceKind, StatusValue
from annotator.model.views import ResponseView, SourceView, StatusView
from tests.formats.exported import AIDE, DENIAL, LEDGER, UNNAMED


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (LEDGER, "Harbour ledger"),
        (UNNAMED, "Not named in the text"),
        (SourceView("1", SourceKind.ARTICLE, "x"), "The article itself"),
        (SourceView("1", SourceKind.ANONYMOUS, "", description="a clerk"), "anonymous (a clerk)"),
        (AIDE, "Jo Secret (a member of the mayor’s staff)"),
    ],
)
def test_source_name(source: SourceView, name: str) -> None:
    assert source_name(source) == name


def test_source_line_says_all_there_is() -> None:
    assert source_line(LEDGER) == "Harbour ledger – document, https://harbour.example/a_b?c=1"


def test_evidence_line() -> None:
    assert evidence_line(DENIAL.evidence[0]) == (
        "supports: Harbour ledger, p. 3, as Jo Secret said, https://harbour.example/scan,"
        " seen on 19 November 2026 “no entry <here>”"
    )


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        (
            "see https://a.example/x_y, and",
            [("see ", False), ("https://a.example/x_y", True), (", and", False)],
        ),
        ("http://a.example.", [("http://a.example", True), (".", False)]),
        ("javascript:alert(1) file:///etc", [("javascript:alert(1) file:///etc", False)]),
        ('https://a/"onclick=', [("https://a/", True), ('"onclick=', False)]),
        ("", []),
    ],
)
def test_addresses_apart(words: str, pieces: list[tuple[str, bool]]) -> None:
    assert list(addresses_apart(words)) == pieces


@pytest.mark.parametrize(
    ("kind", "fields", "line"),
    [
        (ResponseKind.ASKED, {}, "asked"),
        (
            ResponseKind.ASKED,
            {"asked_on": "2026-11-20", "due": "2026-11-21T10:00"},
            "asked on 20 November 2026, reply due by 21 November 2026, 10:00",
        ),
        (ResponseKind.DECLINED, {"asked_by": "Ada", "note": "by letter"}, "declined, by Ada, by letter"),
        (ResponseKind.DECLINED, {"asked_on": "2026-11-20"}, "declined, asked on 20 November 2026"),
        (ResponseKind.NO_REPLY, {}, "no reply"),
        (ResponseKind.NO_REPLY, {"due": "2026-11-21T10:00"}, "no reply by 21 November 2026, 10:00"),
        (ResponseKind.NOT_ASKED, {"note": "on holiday"}, "not asked, on holiday"),
    ],
)
def test_a_response_says_what_came_of_asking(kind, fields, line):
    given = {"asked_on": "", "asked_by": "", "due": "", "note": ""} | fields
    assert response_line(ResponseView(kind, **given, reviewer="Ada", mine=True, at="")) == line


def test_a_status_says_the_correction_and_why():
    said = StatusView(StatusValue.NEEDS_CHANGE, "the ledger", "two", "three", "Ada", mine=True, at="")
    assert status_line(said) == "needs a change, “two” → “three”, the ledger"
    assert status_line(replace(said, reason="", old_words="", new_words="")) == "needs a change"
