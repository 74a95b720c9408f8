"""Steps by sentence, word and character over texts that trip up programs."""

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.model.spans import Span
from annotator.text.graphemes import is_grapheme_edge
from annotator.text.sentences import sentence_at, sentences
from annotator.text.snap import is_word_edge
from annotator.window.article.stops import (
    Caret,
    character_after,
    collapsed,
    reach_sentences,
    reach_words,
    sentence_after,
    word_after,
)
from tests.strategies import texts

#: Texts of several sentences for sure; those at random have few.
SEVERAL = st.lists(
    st.sampled_from(["She denied it. ", "Nobody 🇪🇸 came.\n\n", "قال لا. ", "市长否认。", "“Why e\u0301?” "]),
    min_size=4,
    max_size=9,
).map("".join)

STEPS = st.lists(st.sampled_from([-1, 1]), min_size=1, max_size=12)


def at(offset: int) -> Caret:
    return Caret(offset, offset)


@given(text=st.one_of(SEVERAL, texts()))
def test_going_down_and_up_visits_every_sentence_once(text: str) -> None:
    found = sentences(text)
    assume(found)
    for by, begin, expected in ((1, 0, found), (-1, len(text), found[::-1])):
        visited = []
        here = sentence_at(found, begin)
        if here is not None:
            visited.append(here)
            begin = here.start
        while True:
            number = sentence_after(found, at(begin), by)
            assert number is not None
            if visited and found[number] == visited[-1]:
                break
            visited.append(found[number])
            begin = found[number].start
        assert visited == expected


@given(text=texts(), data=st.data())
def test_from_between_sentences_a_step_leads_to_the_neighbour(text: str, data: st.DataObject) -> None:
    found = sentences(text)
    gaps = [place for place in range(len(text) + 1) if sentence_at(found, place) is None]
    assume(found and gaps)
    place = data.draw(st.sampled_from(gaps))
    later = [number for number, each in enumerate(found) if each.start > place]
    earlier = [number for number, each in enumerate(found) if each.end < place]
    assert sentence_after(found, at(place), 1) == (later[0] if later else len(found) - 1)
    assert sentence_after(found, at(place), -1) == (earlier[-1] if earlier else 0)


@given(text=st.one_of(SEVERAL, texts(min_size=1)), data=st.data(), steps=STEPS)
def test_reaching_selects_whole_sentences_from_the_cursors_on(
    text: str, data: st.DataObject, steps: list[int]
) -> None:
    """The moving end stands as many sentences from the first one as the steps add up to."""
    found = sentences(text)
    assume(found)
    first = data.draw(st.integers(0, len(found) - 1))
    caret, there = at(found[first].start), first
    for number, step in enumerate(steps):
        caret = reach_sentences(found, caret, step)
        if number:
            there = min(max(there + step, 0), len(found) - 1)
        low, high = min(first, there), max(first, there)
        assert caret.span == Span(found[low].start, found[high].end)
        if there != first:
            assert caret.is_forward == (there > first)


@given(text=st.one_of(SEVERAL, texts(min_size=1)), data=st.data(), by=st.integers(-3, 3))
def test_reaching_from_any_selection_gives_whole_sentences(text: str, data: st.DataObject, by: int) -> None:
    found = sentences(text)
    assume(found and by)
    caret = Caret(data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text))))
    reached = reach_sentences(found, caret, by).span
    inside = [each for each in found if reached.contains(each)]
    assert inside
    assert reached == Span(inside[0].start, inside[-1].end)


@given(text=texts(min_size=1), data=st.data(), steps=STEPS)
def test_word_selections_end_at_edges_of_words_and_characters(
    text: str, data: st.DataObject, steps: list[int]
) -> None:
    place = data.draw(st.integers(0, len(text)))
    caret = at(place)
    for step in steps:
        caret = reach_words(text, caret, forward=step > 0)
        for end in (caret.span.start, caret.span.end) if caret.span else ():
            assert is_grapheme_edge(text, end)
            assert is_word_edge(text, end)
        words = caret.span.cut(text)
        assert words == words.strip()


@given(text=texts(min_size=1))
def test_reaching_on_by_words_comes_to_the_last_word_without_a_step_back(text: str) -> None:
    carets = [at(0)]
    while len(carets) < 2 or carets[-1] != carets[-2]:
        carets.append(reach_words(text, carets[-1], forward=True))
        assert len(carets) <= len(text) + 3
    ends = [caret.span.end for caret in carets if caret.span]
    assert ends == sorted(ends)
    letters = [place for place, character in enumerate(text) if character.isalnum()]
    assert not letters or carets[-1].span.end > letters[-1]


@given(text=texts(min_size=1))
def test_words_are_walked_through_in_order_and_none_begins_with_white_space(text: str) -> None:
    stops = [0]
    while (following := word_after(text, stops[-1], forward=True)) != stops[-1]:
        stops.append(following)
    assert all(before < after for before, after in pairwise(stops))
    for stop in stops[1:]:
        assert not text[stop].isspace()
        assert is_grapheme_edge(text, stop)
    for before, stop in pairwise(stops[1:]):
        assert word_after(text, stop, forward=False) == before


@given(text=texts(min_size=1))
def test_characters_are_walked_through_both_ways_alike(text: str) -> None:
    there, back = [0], [len(text)]
    while there[-1] < len(text):
        there.append(character_after(text, there[-1], forward=True))
    while back[-1] > 0:
        back.append(character_after(text, back[-1], forward=False))
    assert there == back[::-1]
    assert all(is_grapheme_edge(text, place) for place in there)


def test_taking_words_back_one_by_one_ends_where_the_selection_began() -> None:
    text = "The mayor 🇪🇸 denied it."
    caret = at(4)
    for words in ("mayor", "mayor 🇪🇸", "mayor 🇪🇸 denied"):
        caret = reach_words(text, caret, forward=True)
        assert caret.span.cut(text) == words
    for words in ("mayor 🇪🇸", "mayor", "", "The"):
        caret = reach_words(text, caret, forward=False)
        assert caret.span.cut(text) == words


def test_a_selection_that_is_given_up_leaves_the_cursor_in_its_last_sentence() -> None:
    text = "市长否认。记者说是。\n\nThe end. It is."
    found = sentences(text)
    first, second = found[0], found[1]
    assert first.end == second.start
    assert sentence_at(found, collapsed(found, Caret(first.start, first.end))) == first
    assert collapsed(found, Caret(second.end, first.start)) == first.start
    last = found[-1]
    assert collapsed(found, Caret(last.start, last.start + 2)) == last.start + 2
