"""Paragraphs joined, split and left out: no letter lost, every place on its words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span
from annotator.text.canonical import canonical
from annotator.text.paragraphs import Paragraphs, seam

WORDS = st.text(
    st.sampled_from("ab-z. \u00a0\t'é\u0301😀مي中文\u200f\ufeff\ufffe\u2010"), min_size=1, max_size=12
).filter(str.strip)


@st.composite
def articles(draw: st.DrawFn) -> Paragraphs:
    """A text of some paragraphs, each of which may have a page."""
    parts = draw(
        st.lists(st.tuples(WORDS, st.sampled_from(["\n", "\n\n", "\n \n\n"])), min_size=1, max_size=6)
    )
    text = canonical("".join(words + between for words, between in parts))
    bare = Paragraphs(text)
    pages = draw(
        st.lists(st.sampled_from(["", "1", "2"]), min_size=len(bare.spans), max_size=len(bare.spans))
    )
    places = tuple(
        Place(span, PlaceKind.PAGE, page) for span, page in zip(bare.spans, pages, strict=True) if page
    )
    return Paragraphs(text, places)


def letters(text: str) -> str:
    return "".join(text.split())


def words_of_places(article: Paragraphs) -> list[tuple[str, str]]:
    return [(letters(place.span.cut(article.text)), place.value) for place in article.places]


def is_sound(article: Paragraphs) -> bool:
    pairs = zip(article.places, article.places[1:], strict=False)
    in_order = all(one.span.end <= other.span.start for one, other in pairs)
    within = all(len(place.span) and place.span.end <= len(article.text) for place in article.places)
    return in_order and within and canonical(article.text) == article.text


FERRY = Paragraphs(
    "The ferry\n\nIt was tele-\n\nphoned about.\n\nIt sank.",
    (Place(Span(0, 9), PlaceKind.PAGE, "1"), Place(Span(25, 38), PlaceKind.PAGE, "2")),
)


def test_paragraphs_are_the_lines_with_words():
    text = "  A b \n\n \n c\n\td.\n"
    assert [span.cut(text) for span in Paragraphs(text).spans] == ["A b", "c", "d."]


def test_joining_puts_a_space_but_not_after_a_hyphen():
    assert FERRY.join(1).text.startswith("The ferry It was tele-\n\n")
    assert FERRY.join(2).text == "The ferry\n\nIt was tele-phoned about.\n\nIt sank."
    assert (seam("中", "文"), seam("中", "a"), seam("a", "中")) == ("", " ", " ")
    assert (seam("ein -", "a"), seam("tele\u2010", "a"), seam("12-", "a")) == (" ", "", "")


def test_joining_keeps_each_page_on_its_words():
    joined = FERRY.join(2)
    assert words_of_places(joined) == words_of_places(FERRY)
    assert joined.place_of(0) == FERRY.places[0]
    assert joined.place_of(1) is None


def test_the_first_paragraph_has_none_before_it():
    assert FERRY.join(0) == FERRY
    assert FERRY.join(4) == FERRY


@pytest.mark.parametrize("offset", [0, 9, 10, 11, 38, 40, 48])
def test_nothing_splits_where_no_words_are_on_one_side(offset):
    assert FERRY.split(offset) == FERRY


@pytest.mark.parametrize("offset", [3, 4])
def test_a_split_takes_the_space_with_it(offset):
    split = FERRY.split(offset)
    assert split.text.startswith("The\n\nferry\n\nIt was")
    assert words_of_places(split) == words_of_places(FERRY)


def test_a_paragraph_left_out_takes_its_gap_and_its_page_with_it():
    left = FERRY.leave_out(2)
    assert left.text == "The ferry\n\nIt was tele-\n\nIt sank."
    assert [place.value for place in left.places] == ["1"]
    assert FERRY.leave_out(3).text == "The ferry\n\nIt was tele-\n\nphoned about."
    assert Paragraphs("One.").leave_out(0).text == ""


def test_a_page_of_several_paragraphs_keeps_those_that_stay():
    text = "one two\n\nthree\n\n\nfour"
    article = Paragraphs(
        text, (Place(Span(0, 14), PlaceKind.PAGE, "1"), Place(Span(17, 21), PlaceKind.PAGE, "2"))
    )
    assert words_of_places(article.leave_out(1)) == [("onetwo", "1"), ("four", "2")]
    assert words_of_places(article.leave_out(0)) == [("three", "1"), ("four", "2")]


def test_what_comes_to_the_beginning_is_canonical():
    left = Paragraphs("a\n\n\ufeffb", (Place(Span(3, 5), PlaceKind.PAGE, "1"),)).leave_out(0)
    assert left == Paragraphs("b", (Place(Span(0, 1), PlaceKind.PAGE, "1"),))


@settings(max_examples=60)
@given(articles(), st.data())
def test_a_split_joined_again_is_what_it_was(article, data):
    offset = data.draw(st.integers(0, len(article.text)))
    split = article.split(offset)
    assert letters(split.text) == letters(article.text)
    assert words_of_places(split) == words_of_places(article)
    assert is_sound(split)
    if split == article:
        return
    again = split.join(article.at(offset) + 1)
    assert (len(again.spans), letters(again.text)) == (len(article.spans), letters(article.text))
    before, after = article.text[:offset].rstrip(), article.text[offset:].lstrip()
    between = article.text[len(before) : len(article.text) - len(after)]
    if between == seam(before, after):
        assert again == article


@settings(max_examples=60)
@given(articles(), st.data())
def test_any_mending_loses_only_what_is_left_out(article, data):
    left = letters(article.text)
    for _ in range(data.draw(st.integers(1, 5))):
        count = len(article.spans)
        if not count:
            break
        number, way = data.draw(st.integers(0, count - 1)), data.draw(st.sampled_from("jsl"))
        if way == "l":
            gone = letters(article.spans[number].cut(article.text))
            before = sum(len(letters(span.cut(article.text))) for span in article.spans[:number])
            left = left[:before] + left[before + len(gone) :]
            left = left.lstrip("\ufeff\ufffe") if not number else left
            article = article.leave_out(number)
        elif way == "j":
            article = article.join(number)
        else:
            article = article.split(data.draw(st.integers(0, len(article.text))))
        assert letters(article.text) == left
        assert is_sound(article)
