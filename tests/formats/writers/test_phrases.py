import pytest

from annotator.formats.writers.phrases import addresses_apart, evidence_line, source_line, source_name
from annotator.model.enums import SourceKind
from annotator.model.views import SourceView
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
        "supports: Harbour ledger, p. 3, as Jo Secret said, https://harbour.example/scan, seen on 2026-11-19"
        " “no entry <here>”"
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
