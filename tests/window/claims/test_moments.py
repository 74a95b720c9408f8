from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.window.claims.moments import moment_of, read_moment, shown_moment

NOW = datetime(2025, 3, 14, 12, 0)  # a Friday


def local(*moment: int) -> str:
    """A moment where the person is, as the library keeps it."""
    return datetime(*moment).astimezone().isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  ", ""),
        ("14:30", local(2025, 3, 14, 14, 30)),
        ("9.05", local(2025, 3, 14, 9, 5)),
        ("14h", local(2025, 3, 14, 14, 0)),
        ("14h30", local(2025, 3, 14, 14, 30)),
        ("9pm", local(2025, 3, 14, 21, 0)),
        ("12 am", local(2025, 3, 14, 0, 0)),
        ("today", "2025-03-14"),
        ("Tomorrow 10:00", local(2025, 3, 15, 10, 0)),
        ("yesterday, 17:00", local(2025, 3, 13, 17, 0)),
        ("friday", "2025-03-14"),
        ("Mon 9:00", local(2025, 3, 17, 9, 0)),
        ("2025-03-20", "2025-03-20"),
        ("2025-03-20 9:00", local(2025, 3, 20, 9, 0)),
        ("2025-03-20T09:00", local(2025, 3, 20, 9, 0)),
        ("20.3.", "2025-03-20"),
        ("20.3.2026 08:15", local(2026, 3, 20, 8, 15)),
    ],
)
def test_what_people_type_is_read(typed, kept):
    assert read_moment(typed, NOW) == kept


@pytest.mark.parametrize(
    "typed", ["soon", "25:00", "14:61", "31.2.", "13pm", "t 10:00", "7", "tomorrow soon"]
)
def test_what_cannot_be_read_is_said_to_be_so(typed):
    assert read_moment(typed, NOW) is None


def test_a_moment_of_another_zone_shows_as_it_is_here():
    there = "2025-03-14T23:30+05:30"
    here = datetime.fromisoformat(there).astimezone()
    assert shown_moment(there) == here.strftime("%Y-%m-%d %H:%M")


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1)))
def test_what_is_shown_is_read_back_as_it_was(moment):
    kept = moment_of(moment)
    assert read_moment(shown_moment(kept), NOW) == kept


@given(st.integers(0, 6))
def test_a_weekday_is_the_next_such_day(ahead):
    day = date(2025, 3, 14) + timedelta(days=ahead)
    assert read_moment(day.strftime("%A"), NOW) == day.isoformat()


@given(st.text())
def test_anything_may_be_typed(words):
    kept = read_moment(words, NOW)
    assert kept is None or kept == "" or datetime.fromisoformat(kept)
