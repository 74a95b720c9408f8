"""Words are found however they are written, and never in half a character."""

import unicodedata
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.spans import Span
from annotator.text.find import Finder, folded
from annotator.text.graphemes import is_grapheme_edge

#: Characters whose fold is longer or shorter than they are, that join, that are not seen, of many scripts.
# fmt: off
PIECES = [*"aAbeEsS.-'’“\" ", "ß", "ﬁ", "fi", "İ", "i", "ς", "Σ", "é", "e\u0301", "n\u0303", "\u0301", "\n"]
PIECES += ["\u00a0", "\u00ad", "\u200f", "👩", "👩\u200d👧", "👍🏽", "❤\ufe0f", "🇪🇸", "🇩", "각", "가"]
PIECES += ["\u11a8", "华", "为", "م", "مُ", "\u0640", "ש", "שׁ", "が", "か", "कि", "\u200c"]
# fmt: on

texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
needles = st.sampled_from(["Strasse", "élan vital", "don't", "كتاب جديد", "华为", "👩\u200d👧 ja"])
#: Nobody looks for an accent without its letter.
queries = st.lists(
    st.sampled_from([piece for piece in PIECES if piece != "\u0301"]), min_size=1, max_size=3
).map("".join)


def cut(text, words, **how):
    return [span.cut(text) for span in Finder(text).occurrences(words, **how)]


@given(texts, queries, st.booleans())
def test_what_is_found_reads_like_the_words_and_is_whole(text, words, exact):
    spans = list(Finder(text).occurrences(words, exact=exact))
    for span in spans:
        assert folded(span.cut(text), exact=exact) == folded(words, exact=exact) != ""
        assert is_grapheme_edge(text, span.start)
        assert is_grapheme_edge(text, span.end)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(texts, queries, st.booleans())
def test_nothing_is_missed(text, words, exact):
    """Every stretch of whole characters that reads like the words is found, or overlaps one that is."""
    wanted = folded(words, exact=exact)
    spans = list(Finder(text).occurrences(words, exact=exact))
    edges = [at for at in range(len(text) + 1) if is_grapheme_edge(text, at)]
    for start, end in combinations(edges, 2):
        if wanted and folded(text[start:end], exact=exact) == wanted and not text[start].isspace():
            assert any(Span(start, end).overlaps(found) for found in spans)


@given(texts, needles, texts, st.data())
def test_planted_words_are_found(before, words, after, data):
    """With other case, white space, quotation marks and another way to write accents."""
    planted = data.draw(st.sampled_from([words, words.upper(), words.lower(), words.casefold()]))
    planted = planted.replace(" ", data.draw(st.sampled_from([" ", "\n", "\u00a0 ", " \u200f\n"])))
    planted = planted.replace("'", data.draw(st.sampled_from(["'", "’"])))
    planted = unicodedata.normalize(data.draw(st.sampled_from(["NFC", "NFD"])), planted)
    text = f"{before} ({planted}) {after}"
    place = Span(len(before) + 2, len(before) + 2 + len(planted))
    assert place in list(Finder(text).occurrences(words, exact=True))
    assert place in list(Finder(text).occurrences(words))


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("sßs", "ss", ["ß"]),
        ("Straße", "stras", []),  # half of an ß is no place
        ("ﬁnd a Fish", "fi", ["ﬁ", "Fi"]),
        ("İstanbul Istanbul", "istanbul", ["İstanbul", "Istanbul"]),
        ("a \u00a0\n b, a b, ab", "a b", ["a \u00a0\n b", "a b"]),
        ('“no” and "no" and „no“', '"no"', ["“no”", '"no"', "„no“"]),
        ("hy\u00adphen\u00ad", "hyphen", ["hy\u00adphen"]),
        ("👩\u200d👩\u200d👧 👩", "👩", ["👩"]),
        ("각 가", "가", ["가"]),
        ("مُحَـمَّد", "محمد", ["مُحَـمَّد"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("a b ", " A ", ["a"]),
    ],
)
def test_cases(text, words, found):
    assert cut(text, words) == found


def test_accents_count_only_where_they_are_to():
    text = "café, cafe\u0301, CAFE"
    assert cut(text, "cafe") == ["café", "cafe\u0301", "CAFE"]
    assert cut(text, "cafe", exact=True) == ["CAFE"]
    assert cut(text, "CAFÉ", exact=True) == ["café", "cafe\u0301"]
    assert cut("が か", "か") == ["か"]  # another sound, not an accent


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Huawei, Huawei’s, anti-Huawei, Huaweis", "huawei", 3),
        ("1.2 and 2", "2", 1),
        ("华为公司", "公司", 1),
        ("hy\u00adphen\u00ad hyphens", "hyphen", 1),
        ("cafe\u0301s café", "café", 1),
        ("word", "word", 1),
    ],
)
def test_whole_words(text, words, found):
    assert len(Finder(text).occurrences(words, whole_words=True)) == found


@pytest.mark.parametrize("words", ["", "  \n", "\u200f", "\u0301"])
def test_nothing_to_look_for(words):
    assert list(Finder("a \u200f b\u0301 c").occurrences(words)) == []
