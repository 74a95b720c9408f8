from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotator.formats.writers.characters import printable


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
def test_what_is_printable_can_stand_in_xml_one_for_one(words):
    shown = printable(words)
    assert len(shown) == len(words)
    element = etree.Element("a")
    element.text = shown  # raises ValueError for what XML cannot hold
    assert etree.fromstring(etree.tostring(element, encoding="utf-8")).text == shown


def test_what_can_be_shown_stays():
    kept = "a\tb\nc é e\u0301 😀 سجل\u202e\u2066\u200d\u00a0"
    assert printable(kept) == kept
    assert printable("\x00\x1b[2J\x7f\x9b\ud800\ufffe") == "\u2400\u241b[2J\u2421\ufffd\ufffd\ufffd"
