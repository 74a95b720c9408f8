"""Backups in words."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from annotator.host.paths import resource
from annotator.model.backups import Backup, BackupDifference, Counted, Occasion
from annotator.window.keeping.wording import (
    first_few,
    loss,
    made_at,
    things,
    when,
)
from annotator.words import speak

NOON = datetime(2026, 11, 23, 12, 5).astimezone()  # a Monday, on the clock of whoever runs this


def at(days: int) -> str:
    return (NOON - timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Today, 12:05"),
        (1, "Yesterday, 12:05"),
        (2, "Saturday, 12:05"),
        (6, "Tuesday, 12:05"),
        (7, "16 Nov 2026, 12:05"),
        (-1, "24 Nov 2026, 12:05"),  # the clock was set back since
    ],
)
def test_a_moment_is_said_by_how_near_it_is(days: int, said: str) -> None:
    found = when(at(days), NOON.date())
    assert found == (said if date.today().year != 2026 else said.replace(" 2026", ""))


def test_inside_a_sentence_only_what_is_no_name_begins_small() -> None:
    assert when(at(0), NOON.date(), inside=True) == "today, 12:05"
    assert when(at(2), NOON.date(), inside=True) == "Saturday, 12:05"


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", ["heute, 12:05 Uhr", "Samstag, 12:05 Uhr"]), ("es", ["hoy, 12:05", "sábado, 12:05"])],
)
def test_inside_a_sentence_each_language_has_its_own_names(language: str, said: list[str]) -> None:
    speak(language, resource("translations"))
    try:
        assert [when(at(days), NOON.date(), inside=True) for days in (0, 2)] == said
    finally:
        speak("en", resource("translations"))


def test_a_backup_says_at_what_it_was_made() -> None:
    assert made_at(Backup(Path("x"), 1, at(0), Occasion.MERGE, 3_249_000)) == "before taking in a file"


def test_only_what_is_there_is_counted() -> None:
    assert things(Counted(claims=1, sources=2)) == "1 claim, 2 sources"
    assert things(Counted()) == ""


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (None, ""),
        (BackupDifference(Counted(3)), "nothing would be lost"),
        (BackupDifference(Counted(3), gone=Counted(2)), "2 claims would be lost"),
        (BackupDifference(Counted(3), back=Counted(2)), "nothing would be lost"),
        (
            BackupDifference(Counted(3), gone=Counted(1), changed=Counted(0, 1)),
            "1 claim would be lost; 1 article would be as before",
        ),
        (BackupDifference(Counted(3), readable=False), "what would be lost cannot be said"),
    ],
)
def test_the_loss_is_said_exactly_or_that_it_is_not_known(difference: BackupDifference, said: str) -> None:
    assert loss(difference) == said


def test_the_first_names_and_how_many_more() -> None:
    assert first_few(["a", "b", "c"]) == "a, b, c"
    assert first_few(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"
