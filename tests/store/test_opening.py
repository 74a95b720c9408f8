"""What is no library, or not a whole one, is refused with a sentence and left byte for byte as it was."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.desk import Desk
from annotator.model.drafts import Draft
from annotator.model.errors import LibraryRefused
from annotator.model.rows import Claim, Text
from annotator.store import doctor
from annotator.store.library import Library
from annotator.store.migrations import APPLICATION_ID, SCHEMA_VERSION
from annotator.store.opening import connect, make
from annotator.words import say_all
from tests.desk.content import content


def somebody_elses(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE articles (title)")
        other.commit()


def newer(path: Path) -> None:
    make(path)
    with closing(sqlite3.connect(path)) as later:
        later.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def with_application_id_only(path: Path) -> None:
    """Ours by its first bytes, but without any table."""
    with closing(sqlite3.connect(path)) as bare:
        bare.execute("CREATE TABLE articles (title)")
        bare.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        bare.commit()


NOT_OURS = {
    "empty": (lambda path: path.write_bytes(b""), "library.empty"),
    "text": (
        lambda path: path.write_text("SQLite format 3 is what I write about.\n" * 40),
        "library.foreign",
    ),
    "short": (lambda path: path.write_bytes(b"SQLite format 3\0"), "library.foreign"),
    "folder": (lambda path: path.mkdir(), "library.folder"),
    "pipe": (os.mkfifo, "library.foreign"),
    "missing": (lambda path: None, "library.missing"),
    "somebody else's": (somebody_elses, "library.foreign"),
    "newer": (newer, "library.newer"),
    "bare": (with_application_id_only, "library.damaged"),
}


def look(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() if file.is_file() else b"" for file in folder.iterdir()}


@pytest.mark.parametrize("reading", [True, False])
@pytest.mark.parametrize("what", NOT_OURS)
def test_what_is_no_library_is_refused_and_left(tmp_path, what, reading):
    lay, key = NOT_OURS[what]
    path = tmp_path / "library.sqlite"
    lay(path)
    before = look(tmp_path)
    if what == "bare" and reading:
        key = "library.older"  # it says that it has version 0
    with pytest.raises(LibraryRefused) as refused:
        Library(path, reading=reading)
    assert refused.value.key == key
    assert str(path) in say_all(refused.value.key, refused.value.values)
    assert look(tmp_path) == before


@pytest.mark.parametrize("what", sorted(NOT_OURS.keys() - {"missing", "bare"}))
def test_a_desk_leaves_not_even_a_lock_beside_what_is_no_library(tmp_path, what):
    NOT_OURS[what][0](tmp_path / "library.sqlite")
    before = look(tmp_path)
    with pytest.raises(LibraryRefused):
        Desk(tmp_path / "library.sqlite")
    assert look(tmp_path) == before


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    """A library with an article, closed."""
    path = tmp_path_factory.mktemp("written") / "library.sqlite"
    with Desk(path) as desk:
        desk.run(ImportArticle(Draft("The mayor said nothing. " * 200, "Nothing")))
    return path


def refusal(path: Path) -> LibraryRefused | None:
    try:
        Library(path, reading=True).close()
    except LibraryRefused as error:
        return error
    return None


def outcome(path: Path, sound: dict) -> str:
    """Opens and reads a library that may be damaged: refused, found by the doctor, or harmless."""
    damaged = path.read_bytes()
    refused = refusal(path)
    if refused:
        assert say_all(refused.key, refused.values)
        assert path.read_bytes() == damaged
        return "refused"
    with Library(path, reading=True) as library:
        found = list(doctor.findings(library))
        assert all(say_all(one.key, one.values) for one in found)
        if found:
            return "found"
        assert content(library) == sound
    return "harmless"


def damaged_at(path: Path, whole: bytes, place: int, flip: int) -> None:
    path.write_bytes(whole[:place] + bytes([whole[place] ^ flip]) + whole[place + 1 :])


def test_a_changed_byte_is_refused_found_or_without_meaning(tmp_path, written):
    whole = written.read_bytes()
    with Library(written, reading=True) as library:
        sound = content(library)
    path = tmp_path / "library.sqlite"
    outcomes = []
    filled = [place for place in range(100, len(whole)) if whole[place]]
    for place in [*range(16, 100), *filled[:: len(filled) // 40]]:
        damaged_at(path, whole, place, 0x15)
        outcomes.append(outcome(path, sound))
        assert {file.name for file in tmp_path.iterdir()} == {"library.sqlite"}
    assert outcomes.count("refused") > 20
    assert outcomes.count("found") > 3


@pytest.mark.parametrize("missing", [1, 1_000, 4_096, 10_000, 100_000, -60, -99, -1_000])
def test_a_file_cut_short_is_refused(tmp_path, written, missing):
    """A negative number is what is left."""
    whole = written.read_bytes()
    path = tmp_path / "library.sqlite"
    path.write_bytes(whole[:-missing])
    with pytest.raises(LibraryRefused) as refused:
        Library(path)
    assert refused.value.key in {"library.damaged", "library.foreign"}
    assert path.read_bytes() == whole[:-missing]


def test_damage_met_later_is_said_too(tmp_path, written):
    """A page in the middle is not read on opening; who reads it gets a sentence, no traceback."""
    with Library(written, reading=True) as library:
        page = library.query("SELECT rootpage FROM sqlite_master WHERE name = 'texts'")[0][0]
    whole = written.read_bytes()
    path = tmp_path / "library.sqlite"
    path.write_bytes(whole[: (page - 1) * 4096] + b"\xff" * 4096 + whole[page * 4096 :])
    with Library(path) as library:
        with pytest.raises(LibraryRefused) as refused:
            library.where(Text)
        assert refused.value.key == "library.damaged"
        assert str(path) in say_all(refused.value.key, refused.value.values)
        assert library.where(Claim) == []


def test_a_version_that_does_not_fit_is_refused(path):
    with closing(sqlite3.connect(path)) as meddler:
        meddler.execute("PRAGMA user_version = 0")
    before = look(path.parent)
    with pytest.raises(LibraryRefused) as refused:
        Library(path)
    assert refused.value.key == "library.damaged"
    assert look(path.parent) == before


PRAGMAS = {
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "cache_spill": 0,
    "busy_timeout": 5_000,
    "application_id": APPLICATION_ID,
    "user_version": SCHEMA_VERSION,
}


@pytest.mark.parametrize("pragma", PRAGMAS)
def test_pragmas_are_really_set(library, pragma):
    library.database  # noqa: B018 (sqlite-utils must not change them)
    assert library.query(f"PRAGMA {pragma}")[0][0] == PRAGMAS[pragma]


def test_a_library_left_in_wal_by_another_program_leaves_it(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    with Library(path) as library:
        assert library.query("PRAGMA journal_mode")[0][0] == "delete"
    assert set(look(path.parent)) == {"library.sqlite"}


def test_reading_cannot_write(path):
    with Library(path, reading=True) as library, pytest.raises(sqlite3.OperationalError):
        library.connection.execute("DELETE FROM here")


def test_a_library_is_made_under_another_name_first(tmp_path, monkeypatch):
    """Until it is whole, nothing stands under its own name; what fails leaves nothing."""
    path = tmp_path / "library.sqlite"
    seen = []

    def fail(temporary: Path, wanted: Path) -> None:
        seen.append(wanted.exists())
        connect(Path(temporary)).close()  # whole already
        raise OSError("no more")

    monkeypatch.setattr(os, "link", fail)
    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(LibraryRefused) as refused:
        make(path)
    assert refused.value.key == "library.cannot_make"
    assert seen == [False, False]
    assert list(tmp_path.iterdir()) == []


def test_a_library_replaces_no_file(tmp_path):
    path = tmp_path / "library.sqlite"
    path.write_text("mine")
    with pytest.raises(LibraryRefused) as refused:
        make(path)
    assert refused.value.key == "library.exists"
    assert look(tmp_path) == {"library.sqlite": b"mine"}


def test_a_library_locked_by_another_program_is_said_to_be(path, monkeypatch):
    monkeypatch.setattr("annotator.store.opening._PRAGMAS", ("busy_timeout = 0",))
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryRefused) as refused:
            Library(path)
    assert refused.value.key == "library.locked"


_AS_NOBODY = """
import os, sys
from pathlib import Path
from annotator.desk.desk import Desk
from annotator.model.errors import RedPencilError
from annotator.words import say_all
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for reading in (True, False):
    try:
        with Desk(Path(sys.argv[1]), reading=reading) as desk:
            print("opened", len(desk.library.query("SELECT * FROM sources")))
    except RedPencilError as error:
        say_all(error.key, error.values)
        print(error.key)
"""


def as_nobody(path: Path) -> list[str]:
    """What reading and writing a library say to somebody who may not write."""
    done = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, str(path)],
        capture_output=True, text=True, cwd=Path(__file__).parents[2], check=True,
    )  # fmt: skip
    return done.stdout.splitlines()


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that everybody may look into; those that pytest makes are for oneself."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def test_a_read_only_folder(open_to_all):
    path = open_to_all / "library.sqlite"
    Desk(path).close()
    path.with_name("library.sqlite.lock").unlink()
    open_to_all.chmod(0o555)
    try:
        before = look(open_to_all)
        assert as_nobody(path) == ["opened 2", "library.folder_read_only"]
        assert as_nobody(open_to_all / "new.sqlite") == ["library.missing", "library.folder_read_only"]
        assert as_nobody(open_to_all / "sub" / "new.sqlite") == ["library.missing", "library.cannot_make"]
        assert look(open_to_all) == before
    finally:
        open_to_all.chmod(0o755)


def test_a_read_only_file(open_to_all):
    path = open_to_all / "library.sqlite"
    Desk(path).close()
    path.chmod(0o444)
    open_to_all.chmod(0o777)
    path.with_name("library.sqlite.lock").chmod(0o666)
    assert as_nobody(path) == ["opened 2", "library.read_only"]
