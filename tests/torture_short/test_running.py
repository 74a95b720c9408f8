"""The runner of the torture: what counts as failed, and where the figures go."""

from pathlib import Path

import pytest

from tests.torture import page, running
from tests.torture.bars import DETAILS, Bar, Outcome, outcome, share
from tests.torture.running import Ran, Row


def row(name: str = "x") -> Row:
    return Row(name, Bar("a | b", "nothing is lost", lambda amount, seed: Outcome(True, "")))


def test_a_row_whose_control_passes_has_failed():
    assert outcome("12 of 12", [], True).holds
    assert not outcome("12 of 12", [], False).holds
    assert not outcome("11 of 12", ["one was lost"], True).holds


def test_not_more_is_told_than_anybody_reads():
    assert len(outcome("", ["lost"] * 1_000, True).details) == DETAILS


def test_there_is_always_something_to_try():
    assert [share(1_000, amount) for amount in (1.0, 0.1, 0.000_1)] == [1_000, 100, 1]


def test_a_row_that_cannot_even_begin_has_failed():
    ran = running.run_apart(row("no_such_module"), 0.1, 1)
    assert not ran.outcome.holds
    assert "no_such_module" in ran.outcome.details[-1]


def test_every_row_of_the_issue_is_there():
    """By what stands in the files, since to import them all takes long."""
    rows = {path.stem for path in running.FOLDER.glob("*.py") if "\nBAR = Bar(" in path.read_text("utf-8")}
    assert rows >= {"power_cuts", "kills", "faults", "full_disk", "flips", "versions", "two_programs"}
    assert rows >= {"actions", "strings", "fuzz", "working_day", "merges", "hostile_files"}


def test_the_figures_take_the_place_of_those_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "trust.md"
    file.write_text(f"before\n{page.BEGIN}\nyesterday\n{page.END}\nafter\n", encoding="utf-8")
    monkeypatch.setattr(page, "PAGE", file)
    page.write([Ran(row(), Outcome(False, "3 lost"), 120.0)], 1.0, 1)
    words = file.read_text(encoding="utf-8")
    assert words.startswith("before")
    assert words.endswith("after\n")
    assert "yesterday" not in words
    assert "| a \\| b | nothing is lost | 3 lost | 2 min | **no** |" in words
    assert "0 of 1 bars hold" in words
