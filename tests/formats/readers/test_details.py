import pytest

from annotator.formats.readers import details
from annotator.formats.xml import parse


def test_texts_are_found_by_name_in_order() -> None:
    root = parse(
        b"<m xmlns:d='urn:d'><d:title> A \n b </d:title><d:creator>x</d:creator><creator>y</creator><e/></m>"
    )
    assert details.texts(root) == {"title": ["A b"], "creator": ["x", "y"]}


def test_names_that_programs_write_are_nobody() -> None:
    assert details.people(["Ines Harrow", "Unknown", "", "python-docx", "Ines Harrow", "Tom Reyes"]) == (
        "Ines Harrow, Tom Reyes"
    )


@pytest.mark.parametrize(("found", "title"), [("Ferry", "Ferry"), ("Untitled", ""), ("UNKNOWN TITLE", "")])
def test_titles_that_programs_write_are_none(found: str, title: str) -> None:
    assert details.title({"title": [found]}) == title
    assert details.title({}) == ""


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2026-03-02T23:59:00+01:00", "2026-03-02"),
        ("2026", ""),
        ("2026-13-02", ""),
        ("2026-03-021", ""),
        ("in March 2026-03-02", ""),
    ],
)
def test_a_day_is_whole_or_none(stamp: str, day: str) -> None:
    assert details.day(stamp) == day
