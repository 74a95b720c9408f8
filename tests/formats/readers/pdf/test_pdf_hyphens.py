"""Words divided at the end of a line, and words that have a hyphen of their own."""

import pytest

from annotator.formats.readers.pdf.hyphens import Words, plain
from annotator.formats.readers.pdf.lines import DIVIDED

KNOWN = Words(
    ["The timetable was re-written by the time a former cooperative was known here", "a former one"]
)


def joined(before: str, after: str) -> str:
    return KNOWN.before(before, after) + after


@pytest.mark.parametrize("sign", ["-", "\u2010", "\u00ad", DIVIDED])
def test_a_divided_word_is_made_whole(sign):
    assert joined(f"said the news{sign}", "paper today") == "said the newspaper today"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("die Ost-", "West-Leitung", "die Ost-West-Leitung"),
        ("between 1998-", "2004", "between 1998-2004"),
        ("a well-", "known supplier", "a well-known supplier"),
        ("in re-", "written form", "in re-written form"),
        ("a co-", "operative", "a cooperative"),
        ("two-", "and threefold", "two- and threefold"),
        ("Ein-", "und Ausgang", "Ein- und Ausgang"),
        (f"Ost{DIVIDED}", "West", "Ost-West"),
    ],
)
def test_a_hyphen_of_its_own_stays(before, after, words):
    assert joined(before, after) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [("a dash -", "and on", "a dash - and on"), ("one", "two", "one two"), ("工程", "款已", "工程款已")],
)
def test_other_lines_are_joined_by_a_space_where_their_script_has_spaces(before, after, words):
    assert joined(before, after) == words


def test_a_drop_cap_is_a_word_where_the_rest_is_one():
    assert KNOWN.drop_cap("A", "former clerk") == "A former clerk"
    assert KNOWN.drop_cap("H", "oneybees that") == "Honeybees that"


def test_no_sign_of_ours_is_left():
    assert plain(f"won.\x0e1\x0f Then a tele{DIVIDED}", marks=True) == "won.1 Then a tele-"
    assert plain("won.\x0e1\x0f Then \x0f", marks=False) == "won. Then"
