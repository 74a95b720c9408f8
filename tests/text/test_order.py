import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.order import between

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_KEYS = st.text(_DIGITS, min_size=1, max_size=6).filter(lambda key: not key.endswith("0"))


@given(st.lists(st.integers(0, 1_000), max_size=120))
def test_inserting_anywhere_keeps_the_order(places: list[int]) -> None:
    keys: list[str] = []
    for number in places:
        place = number % (len(keys) + 1)
        made = between(keys[place - 1] if place else None, keys[place] if place < len(keys) else None)
        keys.insert(place, made)
        assert not made.endswith("0")
        assert set(made) <= set(_DIGITS)
    assert keys == sorted(set(keys))


@given(st.sets(_KEYS, min_size=2, max_size=2))
def test_between_any_two_keys_there_is_one(pair: set[str]) -> None:
    before, after = sorted(pair)
    assert before < between(before, after) < after
    assert between(None, before) < before
    assert after < between(after, None)


def test_adding_at_one_end_keeps_keys_short() -> None:
    last = first = between(None, None)
    for _ in range(1_000):
        last, first = between(last, None), between(None, first)
    assert len(last) <= 18  # a digit more every 61 keys
    assert len(first) <= 18


@pytest.mark.parametrize(
    ("before", "after"),
    [("", None), (None, ""), ("V0", None), (None, "0"), ("V-", "W"), ("é", None), ("W", "V"), ("V", "V")],
)
def test_what_is_no_key_or_not_in_order_is_refused(before: str | None, after: str | None) -> None:
    with pytest.raises(ValueError, match="not a key|not in order"):
        between(before, after)
