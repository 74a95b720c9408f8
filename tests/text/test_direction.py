import pytest

from annotator.text.direction import begins_right


@pytest.mark.parametrize(
    ("words", "right"),
    [("Bees", False), ("نفي", True), ("12 % نفي", True), ("“שלום”", True), ("😀 123", False), ("", False)],
)
def test_the_first_letter_with_a_direction_decides(words, right):
    assert begins_right(words) is right
