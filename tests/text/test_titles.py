import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.graphemes import is_grapheme_edge
from annotator.text.titles import title_of
from tests.strategies import texts


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n \nThe  mayor\tleft \nMore.", "The mayor left"),
        ("# The mayor *left*", "The mayor *left*"),
        ("## The mayor left ##", "The mayor left"),
        ("# **The mayor left**", "The mayor left"),
        ("**The mayor left**", "The mayor left"),
        ("_The mayor left_", "The mayor left"),
        ("**The** mayor **left**", "**The** mayor **left**"),
        ("#1 in C#", "#1 in C#"),
        ("---\n***\n#\nThe mayor", "The mayor"),
        ("市长否认\n了", "市长否认"),
        ("😀", "😀"),
        ("", ""),
        (" \n---\n", ""),
    ],
)
def test_the_first_line_that_says_something(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("line", "limit", "title"),
    [
        ("The mayor left", 14, "The mayor left"),
        ("The mayor left", 13, "The mayor…"),
        ("The mayor, he left", 12, "The mayor…"),
        ("abcdefghij", 6, "abcde…"),
        ("市长否认了指控", 5, "市长否认…"),
        ("a👩‍👩‍👧b", 5, "a…"),
    ],
)
def test_long_lines_end_at_a_word(line: str, limit: int, title: str) -> None:
    assert title_of(line, limit) == title


@given(texts(), st.integers(1, 40))
def test_a_title_is_one_line_within_the_limit(text: str, limit: int) -> None:
    line = " ".join(text.split())
    title = title_of(line, limit)
    assert len(title) <= limit
    assert title == title.strip()
    if title != line and line.startswith(title[:-1]):
        assert is_grapheme_edge(line, len(title) - 1)
