import pytest

from annotator.desk.receiving.times import moment

NOW = "2026-11-23T12:00:00.000Z"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2026-05-01T10:00:00.123Z", "2026-05-01T10:00:00.123Z"),
        ("2026-05-01T12:00:00+02:00", "2026-05-01T10:00:00.000Z"),
        ("2026-05-01 10:00", "2026-05-01T10:00:00.000Z"),
        (" 2026-05-01 ", "2026-05-01T00:00:00.000Z"),
        ("2026-05-01T10:00:00.123456", "2026-05-01T10:00:00.123Z"),
        ("2026-11-23T12:00:00.001Z", NOW),
        ("9999-12-31T23:59:59-12:00", ""),
        ("0001-01-01T00:00:00+12:00", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_times_become_utc_with_milliseconds_and_none_is_to_come(given: str, kept: str) -> None:
    assert moment(given, NOW) == kept
