"""What every test gets: no screen, a home of its own, and a fixed amount of random trying."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt loads, which reads it once
os.environ["REDPENCIL_LANGUAGE"] = "en"  # what tests expect to read

import pytest
from hypothesis import HealthCheck, settings

from annotator.host.pace import collect_by_hand, collect_what_is_due

# `ci` tries the same few examples on every run; `thorough` is for a night, and remembers what failed.
settings.register_profile(
    "ci",
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("REDPENCIL_HYPOTHESIS", "ci"))

collect_by_hand()  # as the window does: a writer of one test must not take away the widgets of another

_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_STATE_HOME": ".local/state",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


@pytest.fixture(autouse=True, scope="session")
def _caches(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One folder for Qt's sockets (it asks for mode 0700) and one for font caches, for the whole run."""
    for name in ("XDG_RUNTIME_DIR", "XDG_CACHE_HOME"):
        folder = tmp_path_factory.mktemp(name.lower())
        folder.chmod(0o700)
        os.environ[name] = str(folder)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home folder: no test reads or writes the files of the person who runs it."""
    folder = tmp_path_factory.mktemp("home")
    for name, place in _FOLDERS.items():
        monkeypatch.setenv(name, str(folder / place))
    monkeypatch.delenv("REDPENCIL_LIBRARY", raising=False)
    return folder


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Rings are looked for between two tests, on the thread that tests run on."""
    collect_what_is_due()


@pytest.fixture(autouse=True)
def _plain_look() -> Iterator[None]:
    """A window dresses the whole application; the next test finds it undressed again."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if isinstance(application, getattr(widgets, "QApplication", ())) and application.styleSheet():
        application.setStyleSheet("")
        application.setPalette(application.style().standardPalette())


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Notes a line for the end of the run, wherever the test runs."""
    return lambda line: record_property("figure", line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the lines that tests noted."""
    reports = (report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, ()))
    for name, line in (one for report in reports for one in getattr(report, "user_properties", ())):
        if name == "figure":
            terminalreporter.write_line(str(line))
