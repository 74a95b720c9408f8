"""What takes hold of a library keeps it, and whatever was taken away is noticed before a write."""

import os
import shutil
import time
from pathlib import Path
from threading import Timer

import pytest

from annotator.desk import holding
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.host import locks
from annotator.model.drafts import Draft
from annotator.model.errors import LibraryBusy, LibraryRefused, WriteFailed
from annotator.store.library import Library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def draft(n: int) -> ImportArticle:
    return ImportArticle(Draft(f"Text {n}", f"Article {n}"))


def titles(path: Path) -> list[str]:
    with Desk(path, reading=True) as desk:
        return sorted(line.title for line in article_lines(desk))


def content(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.parent.iterdir() if not file.name.endswith(".lock")}


def refused(desk: Desk, n: int) -> str:
    with pytest.raises(WriteFailed) as failed:
        desk.run(draft(n))
    assert not desk.library.connection.in_transaction
    return failed.value.key


def test_a_file_that_was_moved_is_not_written_to_until_it_is_back(path):
    away = path.with_name("away.sqlite")
    with Desk(path) as desk:
        desk.run(draft(1))
        path.rename(away)
        before = content(path)
        assert refused(desk, 2) == "save.moved"
        shutil.copy(away, path)  # what a synchroniser puts in its place
        before |= {"library.sqlite": away.read_bytes()}
        assert refused(desk, 3) == "save.moved"
        assert content(path) == before
        away.replace(path)
        desk.run(draft(4))
    assert titles(path) == ["Article 1", "Article 4"]


@pytest.mark.parametrize("gone", ["file", "folder", "replaced folder"])
def test_nothing_is_made_anew_where_the_library_was(tmp_path, gone):
    path = tmp_path / "desk" / "library.sqlite"
    with Desk(path) as desk:
        if gone == "file":
            path.unlink()
        else:
            path.parent.rename(tmp_path / "away")
        if gone == "replaced folder":
            path.parent.mkdir()
        assert refused(desk, 1) == "save.moved"
    left = ["library.sqlite.lock"] if gone == "file" else []
    assert not path.parent.exists() or [entry.name for entry in path.parent.iterdir()] == left


def test_sqlite_notices_by_itself_what_moves_between_our_look_and_its_own(path):
    with Desk(path) as desk:
        desk.library._allowed = lambda: None
        path.rename(path.with_name("away.sqlite"))
        assert refused(desk, 1) == "save.moved"


def test_a_library_that_another_took_over_is_not_written_to(path, monkeypatch):
    monkeypatch.setattr(
        locks, "take_lock", lambda handle: None
    )  # as where locks do not reach the other machine
    with Desk(path) as desk:
        desk.run(draft(1))
        monkeypatch.setattr(locks, "device_name", lambda: "desk-7")
        with Desk(path) as other:
            other.run(draft(2))
            assert refused(desk, 3) == "save.taken_over"
        assert refused(desk, 4) == "save.taken_over"  # what it knows of the library is old
    with Desk(path) as again:
        again.run(draft(5))
    assert titles(path) == ["Article 1", "Article 2", "Article 5"]


def robbed_in_the_middle(desk: Desk) -> None:
    with desk.library.atomic():
        desk.library.connection.execute("UPDATE sources SET name = 'Other'")
        desk.library.path.with_name("library.sqlite.lock").write_bytes(b"{}")


def test_it_is_looked_at_once_more_when_all_is_ready_to_be_written(path):
    with Desk(path) as desk:
        before = content(path)
        with pytest.raises(WriteFailed):
            robbed_in_the_middle(desk)
        assert content(path) == before


def test_a_change_inside_a_change_asks_no_more(path):
    asked = []
    with Desk(path):
        pass
    with Library(path, allowed=lambda: asked.append(1)) as library:
        with library.atomic(), library.atomic():
            pass
        assert len(asked) == 2


def test_a_library_that_another_machine_left_open_is_taken_on_purpose(path, monkeypatch):
    monkeypatch.setattr(locks, "take_lock", lambda handle: None)
    monkeypatch.setattr(locks, "_is_local", lambda path: False)
    monkeypatch.setattr(locks, "_LAST_WRITE", 0)
    monkeypatch.setattr(locks, "device_name", lambda: "desk-7")
    with Desk(path) as desk:
        desk.run(draft(1))
        monkeypatch.setattr(locks, "device_name", lambda: "here")
        with pytest.raises(LibraryBusy) as busy:
            Desk(path)
        assert busy.value.key == "library.elsewhere"
        with Desk(path, take_over=True) as mine:
            mine.run(draft(2))
            assert refused(desk, 3) == "save.taken_over"
    assert titles(path) == ["Article 1", "Article 2"]


def test_a_reader_leaves_alone_what_another_machine_is_writing(path, monkeypatch):
    """Where SQLite's locks do not reach, its journal would be taken for that of a killed program."""
    monkeypatch.setattr(locks, "_is_local", lambda path: False)
    monkeypatch.setattr(locks, "device_name", lambda: "desk-7")
    monkeypatch.setattr(holding, "_PATIENCE", 0.05)
    journal = path.with_name("library.sqlite-journal")
    with Desk(path) as desk:
        desk.run(draft(1))
        monkeypatch.setattr(locks, "device_name", lambda: "here")
        with Desk(path, reading=True) as reader:
            assert len(article_lines(reader)) == 1
            journal.write_bytes(b"half a change")
            with pytest.raises(LibraryBusy) as busy:
                article_lines(reader)
            with pytest.raises(LibraryBusy):
                Desk(path, reading=True)
            assert busy.value.key == "library.elsewhere"
            assert journal.read_bytes() == b"half a change"
            Timer(0.02, journal.unlink).start()
            assert len(article_lines(reader)) == 1
    monkeypatch.setattr(locks, "_is_local", lambda path: True)
    assert holding.beside(path) is None


def test_a_library_with_two_names_is_only_read(path):
    Desk(path).close()
    os.link(path, path.with_name("second.sqlite"))
    before = content(path)
    with pytest.raises(LibraryRefused) as two:
        Desk(path)
    assert two.value.key == "library.two_names"
    assert titles(path) == []
    assert content(path) == before
    path.with_name("second.sqlite").unlink()
    Desk(path).close()


def test_the_journal_and_the_lock_stand_beside_the_file_itself(tmp_path):
    path, link = tmp_path / "real" / "library.sqlite", tmp_path / "link.sqlite"
    link.symlink_to(path)
    with Desk(link) as desk:
        assert desk.library.path == path
        with desk.library.atomic():
            desk.library.connection.execute("UPDATE sources SET name = 'Other'")
            assert (tmp_path / "real" / "library.sqlite-journal").exists()
        assert (tmp_path / "real" / "library.sqlite.lock").exists()
    assert [entry.name for entry in tmp_path.iterdir() if not entry.is_dir()] == ["link.sqlite"]


def test_a_link_in_circles_is_refused(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    for reading in (True, False):
        with pytest.raises(LibraryRefused):
            Desk(tmp_path / "a", reading=reading)


def test_looking_costs_next_to_nothing(path, figure):
    """Twice for each change, of which the quickest takes 1.7 ms."""
    with Desk(path) as desk:
        allowed = desk.library._allowed
        took = []
        for _ in range(300):
            begun = time.perf_counter()
            allowed()
            took.append(time.perf_counter() - begun)
    middle = sorted(took)[150] * 1e6
    figure(f"whether a library is still ours: {middle:.0f} µs")
    assert middle < 300
