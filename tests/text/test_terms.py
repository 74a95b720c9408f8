"""The words of a text as a search compares them."""

import pytest
from hypothesis import given

from annotator.text.terms import folded, indexed
from tests.strategies import texts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Ferry CAFÉ, naïve", "the ferry cafe naive"),
        ("cafe\u0301", "cafe"),  # the accent a character of its own
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("U.S. 1,000 don’t", "u s 1 000 don t"),
        ("fer\u00adry", "ferry"),  # a soft hyphen
        ("市长否认", "市长 长否 否认 认"),
        ("市", "市"),
        ("AI技术x", "ai 技术 术 x"),
        ("ｶﾞｽ ガス", "ガス ス ガス ス"),  # half-width kana, its voiced mark apart
        ("\u1112\u1161\u11ab국", "한국 국"),  # a Hangul syllable put together from parts
        ("الوزيرُ أحمد", "الوزير احمد"),  # a vowel point, and a hamza above
        ("ممـــتاز", "ممتاز"),  # drawn out
        ("שָׁלוֹם", "שלום"),
        ("हिन्दी", "हिन्दी"),  # vowel signs are letters there
        ("snake_case", "snake case"),
        ("… — “”", ""),
    ],
)
def test_words(text, words):
    assert indexed(text) == words


@given(texts())
def test_words_hold_nothing_that_an_index_reads_otherwise(text):
    """Each is one word for SQLite's plainest tokenizer: ASCII letters and digits, and all beyond ASCII."""
    for word in indexed(text).split(" "):
        assert all(sign.isalnum() or not sign.isascii() for sign in word)
        assert word == word.casefold()


@given(texts())
def test_a_folded_text_folds_to_itself(text):
    assert indexed(folded(text).text) == indexed(text)


@given(texts(min_size=1))
def test_places_lead_back_into_the_text_in_order(text):
    found = folded(text)
    spans = [found.span(n, n + 1) for n in range(len(found.text))]
    for span in spans:
        assert span.cut(text)
        assert span.end <= len(text)
    assert all(one.start <= other.start for one, other in zip(spans, spans[1:], strict=False))
    for n, span in enumerate(spans):
        assert found.text[n] in folded(span.cut(text)).text
