"""Lines from right to left: what a line looks like by the Unicode Bidirectional Algorithm is read back."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.readers.pdf.brackets import turned
from annotator.formats.readers.pdf.directions import directions
from annotator.formats.readers.pdf.leftward import Glyph, cells, logical

SIZE = 10.0
#: A word of each kind, as its letters stand on the page from left to right in a paragraph that runs leftward.
#: Numbers and foreign words keep their order, all else is turned round.
HEBREW = st.sampled_from(["גשר", 'דו"ח', "מים", "(שער)", "לא,", "סוף."])
ARABIC = st.sampled_from(["جسر", "ماء،", "قال", "(باب)", "نهر."])
KEPT = st.sampled_from(["12", "3,500", "9:30", "4/5/2024", "Blue", "Nordwind", "G20"])
MIRRORED = str.maketrans("()[]«»", ")(][»«")


def shown(words, *, mirrored):
    """How words that run leftward look from left to right: a reference of its own, by whole words."""
    looks = []
    for word in reversed(words):
        keeps = all(unicodedata.bidirectional(letter) not in {"R", "AL"} for letter in word)
        turned_round = word[::-1].translate(MIRRORED) if mirrored else word[::-1]
        looks.append(word if keeps else turned_round)
    return " ".join(looks)


def set_in_type(look):
    """Letters half a size wide, with gaps for spaces."""
    return [
        Glyph(letter, at * 5.0, at * 5.0, at * 5.0 + 5.0, len(look) - at)
        for at, letter in enumerate(look)
        if letter != " "
    ]


def read_back(look, *, arabic=False, leftward=True):
    return logical(cells(set_in_type(look), SIZE), leftward=leftward, arabic=arabic)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.booleans(), st.booleans())
def test_the_look_of_a_line_is_read_back(data, arabic, mirrored):
    native = ARABIC if arabic else HEBREW
    pairs = data.draw(st.lists(st.tuples(native, KEPT), min_size=1, max_size=6))
    words = [word for pair in pairs for word in pair]
    found = read_back(shown(words, mirrored=mirrored), arabic=arabic)
    assert found.text == " ".join(words)
    assert found.sure


@pytest.mark.parametrize(
    ("look", "words", "arabic"),
    [
        ("12-ב רבד", "דבר ב-12", False),
        ("2019-2021 םינשב", "בשנים 2019-2021", False),
        ("2021-2019 ذنم", "منذ 2019-2021", True),
        ("%15 نم", "من 15%", True),
        ("15% לש", "של 15%", False),
        (".Blue Harbour Ltd בתכמ", "מכתב Blue Harbour Ltd.", False),
        ("רבד Red (Blue) לש", "של Red (Blue) דבר", False),
        (".9:30", "9:30.", False),
    ],
)
def test_numbers_and_names_stand_where_they_are_read(look, words, arabic):
    assert read_back(look, arabic=arabic).text == words


def test_a_name_beside_a_number_may_be_read_both_ways_and_is_said_to_be_unsure():
    assert not read_back("Blue 12 רבד").sure


def test_words_from_right_to_left_within_a_foreign_line():
    assert read_back("the word רבד ,רשג was said", leftward=False).text == "the word גשר, דבר was said"


def test_forms_are_letters_again_and_other_signs_stay():
    assert read_back("\ufefb \ufb4b \u00b2").text == "\u00b2 \u05d5\u05b9 \u0644\u0627"


def test_parts_of_a_ligature_come_in_their_order():
    alef, lam = Glyph("\u0627", 0.0, 0.0, 5.0, 1), Glyph("\u0644", 0.0, 0.0, 5.0, 2)
    both = [
        logical(cells(order, SIZE), leftward=True, arabic=True).text for order in ([alef, lam], [lam, alef])
    ]
    assert both == ["\u0644\u0627"] * 2


def test_a_mark_follows_its_letter():
    letters = [Glyph("ב", 0.0, 0.0, 5.0, 3), Glyph("ר", 5.0, 5.0, 10.0, 1), Glyph("\u05b7", 6.0, 6.0, 8.0, 2)]
    assert logical(cells(letters, SIZE), leftward=True, arabic=False).text == "ר\u05b7ב"


def test_brackets_open_and_close_by_the_spaces_beside_them():
    assert "".join(turned(list("א )ב( ג"))) == "א (ב) ג"
    assert "".join(turned(list("א (ב), ג"))) == "א (ב), ג"


def test_a_row_runs_as_it_and_its_neighbours_do():
    found = directions(["a page of English words", "אבג said the man", "and so on", "more words", "2024."])
    assert [each and each.leftward for each in found] == [None, False, None, None, None]
    assert directions(["אבגד הוזח", "2024."])[1] is not None
