"""The places where one list must be changed to become another."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.window.rows.model import differing

KEYS = st.lists(st.integers(0, 9), max_size=10)


@given(KEYS, KEYS)
def test_differing_makes_one_list_of_another(old, new):
    made = list(old)
    for before, after in reversed(list(differing(old, new))):
        made[before.start : before.stop] = new[after.start : after.stop]
    assert made == new


@given(KEYS.map(sorted).map(set).map(sorted), st.sets(st.integers(0, 9)))
def test_differing_leaves_what_stays_alone(old, gone):
    new = [key for key in old if key not in gone]
    touched = [old[at] for before, _ in differing(old, new) for at in before]
    assert touched == [key for key in old if key in gone]
