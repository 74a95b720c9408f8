"""The bars: each benchmark says its figure and its limit; the table of all of them is printed at the end."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.desk.settings import Settings
from annotator.host.pace import collect_seldom, take_turns_often
from annotator.window.app import Starter
from annotator.window.hands import wait_until
from tests.benchmarks.big import build_big_library

Bar = Callable[[str, float, float, str], None]

_ROWS: list[tuple[str, float, float, str]] = []


@pytest.fixture
def bar() -> Bar:
    """Notes a figure beside its limit and fails where it is over it."""

    def note(name: str, figure: float, limit: float, unit: str) -> None:
        _ROWS.append((name, figure, limit, unit))
        assert figure <= limit, f"{name}: {figure:.1f} {unit}, over {limit:g}"

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the table."""
    if not _ROWS:
        return
    terminalreporter.section("bars")
    for name, figure, limit, unit in _ROWS:
        verdict = "holds" if figure <= limit else "MISSED"
        terminalreporter.write_line(f"{name:<58} {figure:>8.1f} {unit:<6} bar {limit:>6g}   {verdict}")
    held = sum(figure <= limit for _, figure, limit, _ in _ROWS)
    terminalreporter.write_line(f"{held} of {len(_ROWS)} bars hold")


@pytest.fixture(scope="session")
def big_library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A library with an article of 1 MB and 10,000 claims, and the article's id."""
    path = tmp_path_factory.mktemp("big") / "library.sqlite"
    return path, build_big_library(path)


@pytest.fixture
def big_window(qtbot, tmp_path: Path, big_library: tuple[Path, str]) -> Iterator[Starter]:
    """The window on a copy of that library, the article not yet open."""
    collect_seldom()
    take_turns_often()
    path = tmp_path / "library.sqlite"
    shutil.copy(big_library[0], path)
    starter = Starter(Settings(tmp_path / "settings.json"))
    starter.open(path)
    wait_until(lambda: starter.window is not None and starter.window.session.idle)
    starter.window.reading.close()
    starter.window.show()
    wait_until(lambda: starter.window.session.idle)
    yield starter
    starter.window.close()
    starter.close()
    QApplication.processEvents()
