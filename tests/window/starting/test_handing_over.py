"""Which library is opened, and what happens where a window has it."""

from pathlib import Path

from annotator.desk.settings import Settings
from annotator.host.paths import library_path
from annotator.window.starting import handing_over
from annotator.window.starting.handing_over import handed_over, library_to_open


def test_the_library_is_the_named_one_else_the_last_else_the_usual(tmp_path: Path, monkeypatch) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert library_to_open(settings) == library_path()
    last = tmp_path / "last.sqlite"
    settings.put(library=str(last))
    assert library_to_open(settings) == library_path()  # it is not there any more
    for nonsense in ("/", "\0", "n" * 5_000):
        settings.put(library=nonsense)
        assert library_to_open(settings) == library_path()
    settings.put(library=str(last))
    last.touch()
    assert library_to_open(settings) == last
    monkeypatch.setenv("REDPENCIL_LIBRARY", str(tmp_path / "named.sqlite"))
    assert library_to_open(settings) == tmp_path / "named.sqlite"


def test_files_go_to_the_window_on_the_library_that_would_be_opened(tmp_path: Path, monkeypatch) -> None:
    called = []
    monkeypatch.setattr(handing_over, "call_first", lambda *call: bool(called.append(call)) or True)
    assert handed_over(("a.txt",), str(tmp_path / "named.sqlite"))
    assert handed_over((), "")
    assert called == [(tmp_path / "named.sqlite", ("a.txt",)), (library_path(), ())]


def test_where_nobody_listens_nothing_is_handed_over(tmp_path: Path) -> None:
    assert not handed_over((), str(tmp_path / "library.sqlite"))
