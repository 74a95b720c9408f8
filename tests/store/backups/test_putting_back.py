"""A copy takes a library's place in such an order that a crash at any moment leaves the one or the other."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.host.clock import Clock, iso
from annotator.store.backups import putting_back
from annotator.store.backups.putting_back import (
    make_ready,
    make_room,
    newest_stamp,
    put,
    set_aside,
    take_back,
)
from annotator.store.library import Library
from annotator.store.opening import make
from tests.desk.content import quick_desk

TIME = "2026-11-23T14:45:12Z"
ASIDE = "library damaged 2026-11-23T14-45-12Z.sqlite"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"the present one")
    return path


def look(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_room_is_hidden_beside_and_what_a_killed_program_left_is_gone(tmp_path, library):
    (tmp_path / ".library.sqlite.0123456789abcdef.back").write_bytes(b"left")
    (tmp_path / ".library.sqlite.0123456789abcdef.back-journal").write_bytes(b"left")
    of_another = ".other.sqlite.0123456789abcdef.back"
    others = {of_another, ".library.sqlite.mine.backup", ".library.sqlite.old.back"}
    for other in others:
        (tmp_path / other).write_bytes(b"not ours")
    ready = make_room(library)
    assert ready.name.startswith(".library.sqlite.")
    assert set(look(tmp_path)) == {library.name, ready.name, *others}


def test_a_journal_goes_with_the_library_that_is_set_aside(tmp_path, library):
    (tmp_path / "library.sqlite-journal").write_bytes(b"its journal")
    ready = make_room(library)
    ready.write_bytes(b"the earlier one")
    assert set_aside(library, "damaged", TIME) == tmp_path / ASIDE
    put(ready, library)
    assert look(tmp_path) == {
        "library.sqlite": b"the earlier one",
        ASIDE: b"the present one",
        f"{ASIDE}-journal": b"its journal",
    }


def test_what_was_set_aside_is_taken_back(tmp_path, library):
    (tmp_path / "library.sqlite-journal").write_bytes(b"its journal")
    before = look(tmp_path)
    aside = set_aside(library, "damaged", TIME)
    (tmp_path / "library.sqlite-journal").unlink()  # as far as `put` may come before it fails
    take_back(aside, library)
    assert look(tmp_path) == before


def test_a_library_is_set_aside_where_files_have_one_name_only(tmp_path, library, monkeypatch):
    def no_links(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", no_links)
    aside = set_aside(library, "replaced", TIME)
    assert aside.read_bytes() == b"the present one"
    take_back(aside, library)
    assert look(tmp_path) == {"library.sqlite": b"the present one"}


#: What changes names in a folder.
EVENTS = {"os.rename", "os.remove", "os.link"}


def die_at(event_number: int, act) -> bool:
    """Does something in a process that ends at one of its acts on names; whether it came to that act."""
    if (child := os.fork()) == 0:
        seen = 0

        def watch(event: str, _: tuple) -> None:
            nonlocal seen
            if event in EVENTS:
                seen += 1
                if seen == event_number:
                    os._exit(9)

        sys.addaudithook(watch)
        try:
            act()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_kill_at_any_act_leaves_one_of_both_in_place_and_never_a_wrong_journal(tmp_path):
    deaths = 0
    for number in range(1, 20):
        folder = tmp_path / str(number)
        folder.mkdir()
        library, ready = folder / "library.sqlite", folder / ".library.sqlite.0.back"
        library.write_bytes(b"present")
        ready.write_bytes(b"earlier")
        (folder / "library.sqlite-journal").write_bytes(b"journal of the present")

        def act(ready: Path = ready, library: Path = library) -> None:
            set_aside(library, "damaged", TIME)
            put(ready, library)

        if not die_at(number, act):
            break
        deaths += 1
        there = look(folder)
        assert there["library.sqlite"] in (b"present", b"earlier")
        assert b"present" in (there["library.sqlite"], there.get(ASIDE))
        assert b"journal of the present" in (
            there.get("library.sqlite-journal"),
            there.get(f"{ASIDE}-journal"),
        )
        if there["library.sqlite"] == b"earlier":
            assert "library.sqlite-journal" not in there
    assert deaths == 6  # two names more, one journal and what else may lie there less, the copy in its place


def test_a_copy_gives_only_later_stamps_than_the_floor(tmp_path):
    path = tmp_path / "copy.sqlite"
    with quick_desk(path):
        pass
    in_an_hour = Clock().now_ms() + 3_600_000
    floor = iso(in_an_hour) + "#0007"
    make_ready(path, floor)
    with quick_desk(path) as desk:
        assert floor < desk.hand.stamps.tick() < iso(in_an_hour + 2)
    make_ready(path, "2001-01-01T00:00:00.000Z#0000")
    with Library(path, reading=True) as library:
        assert library.here("floor") == floor


class InThePast(Clock):
    """A clock that stands still, a year ago."""

    def now_ms(self) -> int:
        return super().now_ms() - 365 * 24 * 3_600_000


def test_the_newest_stamp_is_that_of_the_last_step_or_the_floor(tmp_path):
    path = tmp_path / "library.sqlite"
    with quick_desk(path, clock=InThePast()) as desk:
        stamp = desk.library.query("SELECT max(stamp) FROM steps")[0][0]
    assert newest_stamp(path, whole=True) == stamp
    make_ready(path, "2026-11-23T14:45:12.000Z#0001")
    assert newest_stamp(path, whole=True) == "2026-11-23T14:45:12.000Z#0001"
    assert newest_stamp(tmp_path / "none.sqlite", whole=False) == ""


def test_of_a_file_that_cannot_be_read_the_newest_stamp_in_its_bytes_counts(tmp_path, monkeypatch):
    monkeypatch.setattr(putting_back, "_AT_ONCE", 64)
    path = tmp_path / "damaged.sqlite"
    for before in (0, 30, 40, 63, 64, 65):  # also where it lies on the border of two pieces
        said = (
            b"\0" * before
            + b"2020-11-20T10:00:00.123Z#00ff"
            + b"\xff" * 90
            + b"2020-11-19T10:00:00.123Z#0000"
        )
        path.write_bytes(said)
        assert newest_stamp(path, whole=False) == "2020-11-20T10:00:00.123Z#00ff"


def test_a_time_that_cannot_be_is_passed_over(tmp_path):
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(b"2020-11-20T10:00:00.123Z#00ff 2096-11-20T10:00:00.123Z#00ff")
    assert newest_stamp(path, whole=False) == "2020-11-20T10:00:00.123Z#00ff"


def test_make_leaves_no_journal_beside_the_copy(tmp_path):
    path = tmp_path / "copy.sqlite"
    make(path)
    with quick_desk(path):
        pass
    (tmp_path / "copy.sqlite.lock").unlink()
    make_ready(path, "")
    assert list(look(tmp_path)) == ["copy.sqlite"]
    with closing(sqlite3.connect(path)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
