import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.readers.mail_text import paragraphs

LONG = (
    "The company said each repair had been charged only once, and that its books were open to anyone who "
    "would ask; nobody had, it said, until the council met on Monday evening to hear of the second invoice."
)


def words_of(text: str, *, is_flowed: bool = False) -> list[tuple[int, str]]:
    return [(found.depth, found.text) for found in paragraphs(text, is_flowed=is_flowed)]


@pytest.mark.parametrize("width", [60, 72, 78])
@pytest.mark.parametrize("quoted", ["", "> "])
def test_lines_broken_to_fit_are_put_together(width: int, quoted: str) -> None:
    wrapped = textwrap.fill(LONG, width)
    found = paragraphs("\r\n".join(quoted + line for line in wrapped.split("\n")))
    assert [(one.depth, one.text, one.is_mended) for one in found] == [(len(quoted) // 2, LONG, True)]


@settings(max_examples=12)
@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=30, max_size=80))
def test_any_words_that_were_wrapped_come_back(words: list[str]) -> None:
    wrapped = textwrap.wrap(" ".join(words), 72)
    padded = [*wrapped, "", "x" * 72]  # the width shows somewhere in a mail
    assert words_of("\n".join(padded))[0] == (0, " ".join(words))


def test_lines_that_would_have_fitted_stay_apart() -> None:
    text = LONG[:65] + "\n\nInes Harrow\nPress office\n" + "x" * 65
    assert words_of(text) == [(0, LONG[:65]), (0, "Ines Harrow\nPress office\n" + "x" * 65)]


def test_lists_stay_lists() -> None:
    line = "- " + LONG[:65]
    numbered = line.replace("- T", "1. ")
    assert words_of(f"{line}\n{line}\n{numbered}") == [(0, f"{line}\n{line}\n{numbered}")]


@pytest.mark.parametrize("text", [LONG + "\n" + LONG, "short\nlines\nonly"])
def test_lines_that_were_not_wrapped_stay(text: str) -> None:
    assert words_of(text) == [(0, text)]
    assert not paragraphs(text)[0].is_mended


def test_quotes_have_their_depth_and_a_change_of_it_ends_a_paragraph() -> None:
    assert words_of("one\n> two\n>> three\n> > four\n>\n> five\nsix") == [
        (0, "one"),
        (1, "two"),
        (2, "three\nfour"),
        (1, "five"),
        (0, "six"),
    ]


def test_flowing_lines_flow() -> None:
    text = "one \ntwo\n three \n\n> four \n> five\n-- \nInes"
    assert words_of(text, is_flowed=True) == [(0, "one two\nthree"), (1, "four five"), (0, "Ines")]


def test_the_line_before_a_signature_is_a_gap() -> None:
    assert words_of("one\n-- \nInes") == [(0, "one"), (0, "Ines")]


def test_nothing_is_no_paragraph() -> None:
    assert paragraphs("") == []
    assert paragraphs(" \n>\n\n") == []
