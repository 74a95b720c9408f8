"""Stamps only grow, whatever the clock does."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.host.clock import FURTHEST_AHEAD, Clock, HybridClock, iso, local, milliseconds
from annotator.host.ids import IdMaker
from annotator.model.errors import BadInput

NOW = 1_795_392_000_000  # 2026-11-23T00:00:00Z, see test_iso
moments = st.integers(min_value=NOW - 10_000, max_value=NOW + 10_000)


class SetClock(Clock):
    """A clock that says what it is told."""

    def __init__(self, ms: int = NOW) -> None:
        self.ms = ms

    def now_ms(self) -> int:
        return self.ms


def test_local_is_what_the_clock_on_the_wall_shows(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Kolkata")  # five and a half hours ahead
    time.tzset()
    try:
        assert local("2026-11-23T02:46:57.123Z") == "2026-11-23 08:16"
        assert local("?") == "?"
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


def test_iso():
    assert datetime(2026, 11, 23, tzinfo=UTC).timestamp() * 1000 == NOW
    assert iso(NOW) == "2026-11-23T00:00:00.000Z"
    assert iso(NOW + 10_017_123) == "2026-11-23T02:46:57.123Z"
    assert iso(0) == "1970-01-01T00:00:00.000Z"


@given(st.integers(min_value=0, max_value=253_402_300_799_999))  # to the end of the year 9999
def test_iso_and_back(ms):
    assert milliseconds(iso(ms)) == ms


@given(st.integers(0, NOW), st.integers(0, NOW))
def test_iso_sorts_as_time_does(a, b):
    assert (iso(a) < iso(b)) == (a < b)


def test_the_real_clock_tells_this_time():
    assert abs(Clock().now_ms() - datetime.now(UTC).timestamp() * 1000) < 5_000


def test_stamps_show_time_and_count():
    clock = SetClock(NOW + 123)
    hybrid = HybridClock(clock)
    assert hybrid.tick() == "2026-11-23T00:00:00.123Z#0000"
    assert hybrid.tick() == "2026-11-23T00:00:00.123Z#0001"
    clock.ms -= 5_000
    assert hybrid.tick() == "2026-11-23T00:00:00.123Z#0002"
    clock.ms += 5_001
    assert hybrid.tick() == "2026-11-23T00:00:00.124Z#0000"


def test_the_count_flows_over_into_the_next_millisecond():
    hybrid = HybridClock(SetClock(NOW))
    hybrid.seen(f"{iso(NOW)}#fffe")
    assert [hybrid.tick() for _ in range(3)] == [
        f"{iso(NOW)}#ffff",
        f"{iso(NOW + 1)}#0000",
        f"{iso(NOW + 1)}#0001",
    ]


def test_goes_on_after_the_last_stamp_of_a_library_even_if_that_was_ahead():
    last = f"{iso(NOW + 30 * FURTHEST_AHEAD)}#0007"
    hybrid = HybridClock(SetClock(), last)
    assert hybrid.ms == NOW + 30 * FURTHEST_AHEAD + 1
    assert [hybrid.tick(), hybrid.tick()] == [f"{iso(hybrid.ms)}#0000", f"{iso(hybrid.ms)}#0001"]


@given(st.lists(st.tuples(moments, st.booleans(), st.integers(0, 0xFFFF)), max_size=60))
def test_every_tick_is_later_than_all_before(events):
    clock, known = SetClock(), ""
    hybrid = HybridClock(clock)
    for ms, received, count in events:
        if received:
            stamp = f"{iso(ms)}#{count:04x}"
            hybrid.seen(stamp)
            known = max(known, stamp)
        else:
            clock.ms = ms
            stamp = hybrid.tick()
            assert stamp > known
            known = stamp


@given(st.lists(st.tuples(moments, st.booleans(), st.integers(0, 3)), min_size=1, max_size=40))
def test_ids_made_from_it_grow_too_also_when_the_program_starts_anew(events):
    clock, maker, made = SetClock(), IdMaker(), []
    hybrid = HybridClock(clock)
    for ms, anew, later in events:
        clock.ms = ms
        stamp = hybrid.tick()
        for _ in range(2):
            clock.ms += later  # a step takes time
            made.append(str(maker.make(hybrid.ms)))
        if anew:
            hybrid, maker = HybridClock(clock, stamp), IdMaker()
    assert made == sorted(set(made))


def test_a_stamp_from_far_ahead_is_refused_and_forgotten():
    hybrid = HybridClock(SetClock())
    hybrid.seen(f"{iso(NOW + FURTHEST_AHEAD)}#0000")
    before = hybrid.tick()
    with pytest.raises(BadInput) as refused:
        hybrid.seen(f"{iso(NOW + FURTHEST_AHEAD + 1)}#0000")
    assert refused.value.key == "clock.ahead"
    assert hybrid.tick() == before[:-1] + "2"


@pytest.mark.parametrize(
    "stamp",
    [
        "",
        "now",
        "2026-11-23T00:00:00.000Z",
        "2026-11-23T00:00:00.000Z#1",
        "2026-11-23T00:00:00.000Z#00FF",
        "2026-13-23T00:00:00.000Z#0000",
        "２026-11-23T00:00:00.000Z#0000",
        "2026-11-23T00:00:00.000Z#0000\n",
    ],
)
def test_what_is_no_stamp_is_refused(stamp):
    with pytest.raises(BadInput) as refused:
        HybridClock(SetClock()).seen(stamp)
    assert refused.value.key == "clock.no_stamp"
