"""Dates and times as they are shown."""

import datetime
import time

import pytest
from PySide6.QtCore import QLocale

from annotator.window.dates import local_day, local_time, long_date, short_date


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


def test_short_dates_name_the_year_only_if_it_is_another():
    this_year = datetime.date.today().year
    assert short_date(f"{this_year}-03-14") == "14 Mar"
    assert short_date("2019-12-03") == "3 Dec 2019"
    assert short_date("2019-12-03T10:00:00.000Z") == "3 Dec 2019"


@pytest.mark.parametrize("kept", ["", "2019", "2019-12", "last spring"])
def test_what_is_no_whole_date_stays(kept):
    assert short_date(kept) == kept
    assert long_date(kept) == kept


def test_long_dates():
    assert long_date("2025-03-14") == "14 March 2025"


@pytest.fixture
def honolulu(monkeypatch):
    """Ten hours behind UTC, without summer time."""
    monkeypatch.setenv("TZ", "XXX10")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_moments_are_told_where_the_person_is(honolulu):
    assert local_time("2026-11-23T02:46:57.123Z") == "16:46"
    assert local_day("2026-11-23T02:46:57.123Z") == "Sunday, 22 November 2026"
