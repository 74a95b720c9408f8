"""Dates and times as they are read, in each language; the calendar of Babel is the measure of the names."""

import datetime
import time

import pytest
from babel.dates import get_day_names, get_month_names

from annotator.words import say
from annotator.words.dates import local_day, local_time, long_date, short_date

WRITTEN = {  # 3 December 2019, a Tuesday, at 16:46:57
    "en": ("3 Dec 2019", "3 December 2019", "Tuesday, 3 December 2019", "16:46", "16:46:57"),
    "en_US": ("Dec 3, 2019", "December 3, 2019", "Tuesday, December 3, 2019", "4:46 p.m.", "4:46:57 p.m."),
    "de": ("3. Dez. 2019", "3. Dezember 2019", "Dienstag, 3. Dezember 2019", "16:46", "16:46:57"),
    "es": ("3 dic 2019", "3 de diciembre de 2019", "Martes, 3 de diciembre de 2019", "16:46", "16:46:57"),
}


@pytest.fixture
def honolulu(monkeypatch):
    """Ten hours behind UTC, without summer time."""
    monkeypatch.setenv("TZ", "XXX10")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("language", WRITTEN)
def test_each_language_in_its_own_way(speaking, honolulu, language):
    speaking(language)
    at = "2019-12-04T02:46:57.123Z"
    told = (short_date("2019-12-03"), long_date("2019-12-03"), local_day(at), local_time(at))
    assert (*told, local_time(at, seconds=True)) == WRITTEN[language]


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_months_and_days_by_their_names(speaking, language):
    speaking(language)
    months = get_month_names("wide", locale=language)
    assert {n: say(f"month.{n}") for n in range(1, 13)} == dict(months)
    days = get_day_names("wide", locale=language)  # theirs begin with Monday as 0
    assert [say(f"weekday.{n}").lower() for n in range(1, 8)] == [days[n].lower() for n in range(7)]


def test_short_dates_name_the_year_only_if_it_is_another(speaking):
    this_year = datetime.date.today().year
    assert short_date(f"{this_year}-03-14") == "14 Mar"
    assert short_date("2019-12-03T10:00:00.000Z") == "3 Dec 2019"
    speaking("de")
    assert short_date(f"{this_year}-03-14") == "14. März"


@pytest.mark.parametrize(
    "kept", ["", "2019", "2019-12", "2019-02-30", "20191203", "2019-W49-2", "last spring"]
)
def test_what_is_no_whole_date_stays(kept):
    assert short_date(kept) == kept
    assert long_date(kept) == kept


@pytest.mark.parametrize("kept", ["", "7", "garbage", "0001-01-01T00:00:00.000Z"])
def test_what_is_no_moment_has_no_time_of_day(honolulu, kept):
    assert local_time(kept) == ""
    assert local_day(kept) == kept


@pytest.mark.parametrize(("hour", "told"), [(0, "12:05 a.m."), (11, "11:05 a.m."), (12, "12:05 p.m.")])
def test_noon_and_midnight_by_a_clock_of_twelve(speaking, monkeypatch, hour, told):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    speaking("en_US")
    assert local_time(f"2026-11-23T{hour:02}:05:00.000Z") == told
    monkeypatch.undo()
    time.tzset()
