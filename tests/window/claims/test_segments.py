"""One choice of a few, whose words may change."""

from enum import StrEnum

from annotator.window.claims.segments import Choice, Segments


class Fruit(StrEnum):
    APPLE = "apple"
    PEAR = "pear"


def test_a_segment_takes_other_words_and_stays_chosen(qtbot):
    row = Segments("Fruit", [Choice(one, one.value, one.value) for one in Fruit])
    qtbot.addWidget(row)
    row.set_value(Fruit.PEAR)
    row.set_word(Fruit.PEAR, "pear 3", "Pears, 3 left")
    words = [(one.text(), one.accessibleName()) for one in row._segments]
    assert words == [("apple", "apple"), ("pear 3", "Pears, 3 left")]
    assert row.value is Fruit.PEAR
