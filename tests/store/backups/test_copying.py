"""A copy made between changes is the library at its end; one that fails leaves nothing."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.errors import LibraryRefused, WriteFailed
from annotator.store.backups import copying
from annotator.store.backups.copying import copy_new, copy_pages
from annotator.store.opening import connect, make
from annotator.words import say_all


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    make(path)
    return path


@pytest.fixture
def connection(library: Path) -> Iterator[sqlite3.Connection]:
    """A writing connection to a library of some hundred pages more, none of which waits for the disk."""
    with closing(connect(library)) as opened:
        opened.execute("PRAGMA synchronous = OFF")
        opened.execute("CREATE TABLE filling (n INTEGER PRIMARY KEY, body TEXT)")
        opened.executemany("INSERT INTO filling (body) VALUES (?)", [("x" * 4_000,) for _ in range(600)])
        opened.commit()
        yield opened


@pytest.fixture
def part(tmp_path: Path) -> Path:
    path = tmp_path / "copy.part"
    path.touch()
    return path


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "_PAGES", 32)


def dump(path: Path) -> list[str]:
    """All that a database says, and that its pages are sound."""
    with closing(sqlite3.connect(path)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [tuple(row) for row in opened.execute("SELECT * FROM filling UNION ALL SELECT * FROM here")]


def test_changes_go_on_between_the_steps_and_are_in_the_copy(library, connection, part):
    """Rows behind and before the place the copy has come to, new pages, freed pages, and one taken back."""
    steps = []

    def meanwhile() -> None:
        steps.append(part.stat().st_size)
        n = len(steps)
        connection.execute("UPDATE filling SET body = ? WHERE n IN (1, 300, 600)", (f"change {n}",))
        connection.executemany("INSERT INTO filling (body) VALUES (?)", [("y" * 4_000,)] * 3)
        connection.execute("DELETE FROM filling WHERE n = ?", (100 + n,))
        connection.commit()
        connection.execute("UPDATE filling SET body = 'never' WHERE n < 300")
        connection.rollback()

    copy_pages(connection, part, library, meanwhile)
    assert len(steps) > 15
    assert dump(part) == dump(library)
    assert f"change {len(steps)}" in str(dump(part))
    assert "never" not in str(dump(part))


def test_a_copy_that_others_make_begin_anew_comes_to_its_end(library, connection, part):
    """Another program writes at every step, which begins the copy anew each time."""
    begun = []
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("PRAGMA synchronous = OFF")

        def meanwhile() -> None:
            begun.append(1)
            other.execute("UPDATE filling SET body = ? WHERE n = 5", (f"other {len(begun)}",))

        copy_pages(connection, part, library, meanwhile)
    assert 4 <= len(begun) < 10
    assert dump(part) == dump(library)


def test_what_is_raised_meanwhile_ends_the_copy(library, connection, part):
    class Closing(Exception):
        pass

    def close() -> None:
        raise Closing

    with pytest.raises(Closing):
        copy_pages(connection, part, library, close)
    connection.execute("UPDATE filling SET body = 'after' WHERE n = 1")  # the connection is as it was
    connection.commit()


def test_a_library_that_another_program_holds_is_said(library, connection, part):
    connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryRefused) as refused:
            copy_pages(connection, part, library)
    assert refused.value.key == "library.locked"
    assert say_all(refused.value.key, refused.value.values)


def test_a_damaged_library_is_no_fault_of_the_disk(library, connection, part):
    """Pages are copied as they are, and the proof finds it; what is not read at all is said to be damaged."""
    connection.close()
    whole = library.read_bytes()
    library.write_bytes(whole[:4096] + b"\xff" * 4096 + whole[4096 * 2 :])
    with closing(sqlite3.connect(library)) as opened:
        copy_pages(opened, part, library)
    assert part.read_bytes()[4096 : 4096 * 2] == b"\xff" * 4096
    library.write_bytes(b"\xff" * 100 + whole[100:])
    with closing(sqlite3.connect(library)) as opened, pytest.raises(LibraryRefused) as refused:
        copy_pages(opened, part, library)
    assert refused.value.key == "library.damaged"


def test_a_library_left_in_wal_is_copied_without(library, part):
    with closing(sqlite3.connect(library)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        copy_pages(other, part, library)
    assert part.read_bytes()[18:20] == b"\x01\x01"  # the file format of a rollback journal


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_said_and_nothing_is_left_on_it(library, connection, small_disk):
    with pytest.raises(WriteFailed) as failed:
        copy_new(connection, library, small_disk / "copy.sqlite")
    assert failed.value.key == "backup.disk_full"
    assert str(small_disk) in say_all(failed.value.key, failed.value.values)
    assert list(small_disk.iterdir()) == []


def test_a_new_copy_never_replaces_a_file(tmp_path, library, connection):
    there = tmp_path / "there.sqlite"
    there.write_text("mine")
    with pytest.raises(LibraryRefused) as refused:
        copy_new(connection, library, there)
    assert refused.value.key == "library.exists"
    assert there.read_text() == "mine"
    before = {file.name for file in tmp_path.iterdir()}
    copy_new(connection, library, tmp_path / "new.sqlite")
    assert dump(tmp_path / "new.sqlite") == dump(library)
    assert {file.name for file in tmp_path.iterdir()} == {*before, "new.sqlite"}


def test_no_folder_no_copy(tmp_path, library, connection):
    with pytest.raises(WriteFailed) as failed:
        copy_new(connection, library, tmp_path / "nowhere" / "copy.sqlite")
    assert failed.value.key == "backup.failed"
