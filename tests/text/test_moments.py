import pytest

from annotator.text.moments import in_utc


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("2026-05-01T12:00:00+02:00", "2026-05-01T10:00:00.000Z"),
        (" 2026-05-01T10:00:00.123456 ", "2026-05-01T10:00:00.123Z"),
        ("2026-05-01", "2026-05-01T00:00:00.000Z"),
        ("9999-12-31T23:59:59-12:00", ""),
        ("yesterday", ""),
    ],
)
def test_a_time_becomes_utc_with_milliseconds(words: str, kept: str) -> None:
    assert in_utc(words) == kept
