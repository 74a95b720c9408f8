"""Backups made, proved and kept beside real libraries; going back to one keeps the present, too."""

import gzip
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from annotator.desk import backups, proving
from annotator.desk.backups import (
    back_up,
    back_up_to,
    copy,
    difference,
    folder_of,
    has_news,
    keep,
    newest_sound,
    restore,
    shelf,
)
from annotator.desk.commands.claims import TagClaim
from annotator.desk.desk import Desk
from annotator.host.children import Children
from annotator.host.clock import Clock
from annotator.host.ids import new_id
from annotator.model.backups import Occasion
from annotator.model.enums import Tag
from annotator.model.errors import (
    BadInput,
    Cancelled,
    LibraryBusy,
    LibraryRefused,
    RedPencilError,
    WriteFailed,
)
from annotator.model.rows import Article
from annotator.model.spans import Span
from annotator.store import doctor
from annotator.store.library import Library
from annotator.words import say_all
from tests.desk.content import content, quick_desk

FILES = Path(__file__).parents[1] / "store" / "migrations" / "files"


def tag(desk: Desk, start: int = 0, end: int = 9) -> str:
    (claim,) = desk.run(TagClaim(desk.library.where(Article)[0].id, Span(start, end), Tag.FACT)).made
    return claim


def content_of(path: Path) -> dict:
    with Library(path, reading=True) as library:
        assert list(doctor.findings(library)) == []
        return content(library)


def damage(path: Path) -> None:
    """Changes a word of each text, as damage on the disk may: the library opens all the same."""
    with closing(sqlite3.connect(path, isolation_level=None)) as meddler:
        meddler.execute("UPDATE texts SET body = substr(body, 1, length(body) - 1) || '!'")


def tear(path: Path) -> None:
    """Takes the end of a file away."""
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_a_backup_says_all_that_the_library_says(path, desk):
    tag(desk)
    kept = back_up(desk, Occasion.ASKED)
    assert kept.report.sound
    assert shelf(path) == (kept.backup,)
    assert kept.backup.occasion is Occasion.ASKED
    assert kept.backup.number == 1
    assert content_of(kept.backup.path) == content(desk.library)
    assert names(folder_of(path)) == {kept.backup.path.name}


def test_what_says_nothing_new_is_dropped_and_what_does_is_kept(path, desk):
    first = back_up(desk, Occasion.START)
    assert not has_news(desk)
    again = back_up(desk, Occasion.WORK)
    assert (again.backup, again.same, again.report.sound) == (None, first.backup, True)
    tag(desk)
    assert has_news(desk)
    assert back_up(desk, Occasion.WORK).backup.number == 2
    kim = desk.add_person("Kim")
    back_up(desk, Occasion.WORK)
    desk.switch(kim)  # who works here stands in no entry of the journal
    assert has_news(desk)
    assert back_up(desk, Occasion.WORK).backup.number == 4
    assert len(names(folder_of(path))) == 4


def test_changes_go_on_between_the_steps_of_a_copy(path, desk, monkeypatch):
    monkeypatch.setattr("annotator.store.backups.copying._PAGES", 8)
    made = []

    def meanwhile() -> None:
        if len(made) < 12:
            made.append(tag(desk, len(made), 20))

    kept = keep(copy(desk, Occasion.WORK, meanwhile))
    assert len(made) > 5
    assert content_of(kept.backup.path) == content(desk.library)


def test_what_ends_a_copy_leaves_nothing_behind(path, desk, monkeypatch):
    monkeypatch.setattr("annotator.store.backups.copying._PAGES", 8)

    def close() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        copy(desk, Occasion.WORK, close)
    assert names(folder_of(path)) == set()
    copied = copy(desk, Occasion.WORK)
    monkeypatch.setattr(proving, "children", Children(lambda: ["sleep", "60"]))
    with pytest.raises(Cancelled):
        keep(copied, lambda: True)
    assert names(folder_of(path)) == set()
    tag(desk)


def test_a_library_that_is_damaged_gets_no_backup_and_the_report_says_so(path, desk):
    sound = back_up(desk, Occasion.START).backup
    damage(path)
    tag(desk)
    kept = back_up(desk, Occasion.WORK)
    assert kept.backup is None
    assert {one.key for one in kept.report.findings} >= {"doctor.text"}
    assert shelf(path) == (sound,)
    assert names(folder_of(path)) == {sound.path.name}


def test_a_copy_that_nobody_could_prove_is_no_backup(path, desk, monkeypatch):
    monkeypatch.setattr(proving, "children", Children(lambda: ["/nowhere/redpencil"]))
    with pytest.raises(LibraryRefused) as refused:
        back_up(desk, Occasion.START)
    assert refused.value.key == "backup.not_checked"
    assert say_all(refused.value.key, refused.value.values)
    assert names(folder_of(path)) == set()


def test_the_newest_sound_one_is_found_behind_damaged_ones(path, desk):
    made = []
    for n in range(3):
        tag(desk, n, 20)
        made.append(back_up(desk, Occasion.WORK).backup)
    assert newest_sound(path) == made[2]
    damage(made[2].path)
    tear(made[1].path)
    assert newest_sound(path) == made[0]
    made[0].path.unlink()
    assert newest_sound(path) is None


def test_a_difference_is_asked_while_the_library_is_open(path, desk):
    backup = back_up(desk, Occasion.START).backup
    tag(desk)
    told = difference(path, backup)
    assert (told.gone.claims, told.steps, told.newest[0].label) == (1, 1, "step.tag")
    tag(desk, 3, 8)


class Elsewhere(Clock):
    """A clock that is wrong by so many milliseconds."""

    def __init__(self, wrong: int) -> None:
        self._wrong = wrong

    def now_ms(self) -> int:
        return super().now_ms() + self._wrong


def test_going_back_keeps_the_present_and_going_back_again_brings_it(path):
    with quick_desk(path) as desk:
        before = content(desk.library)
        backup = back_up(desk, Occasion.START).backup
        tag(desk)
        after = content(desk.library)
    restored = restore(path, backup.path)
    assert content_of(path) == before
    assert restored.backup == shelf(path)[0]
    assert restored.kept == restored.backup.path
    assert restored.backup.occasion is Occasion.RESTORE
    restore(path, restored.kept)
    assert content_of(path) == after
    assert names(path.parent) == {"library.sqlite", "library.sqlite.lock", "library.sqlite.backups"}


def test_a_backup_whose_index_is_stale_can_be_gone_back_to(path):
    with Desk(path) as desk:
        backup = back_up(desk, Occasion.ASKED).backup
    with closing(sqlite3.connect(backup.path)) as other:
        other.execute("DELETE FROM search_articles")
        other.commit()
    assert newest_sound(path) == backup
    restore(path, backup.path)
    content_of(path)


def test_no_stamp_is_given_twice_though_the_clock_was_set_back(path):
    with quick_desk(path) as desk:
        backup = back_up(desk, Occasion.START).backup
        tag(desk)
        given = desk.library.query("SELECT max(stamp) FROM steps")[0][0]
    restore(path, backup.path)
    with quick_desk(path, clock=Elsewhere(-7 * 24 * 3_600_000)) as desk:
        tag(desk, 3, 8)
        assert desk.library.query("SELECT max(stamp) FROM steps")[0][0] > given
    assert content_of(path)


def test_a_damaged_library_is_set_aside_as_it_is(path):
    with quick_desk(path) as desk:
        before = content(desk.library)
        backup = back_up(desk, Occasion.START).backup
        tag(desk)
        given = desk.library.query("SELECT max(stamp) FROM steps")[0][0]
    for harm in (damage, tear, lambda file: file.write_bytes(b"no library any more " + given.encode())):
        harm(path)
        damaged = path.read_bytes()
        restored = restore(path, backup.path)
        assert restored.backup is None
        assert restored.kept.name.startswith("library damaged ")
        assert restored.kept.read_bytes() == damaged
        assert restored.kept.stat().st_nlink == 1
        restored.kept.unlink()
        assert content_of(path) == before
    with quick_desk(path) as desk:
        assert desk.hand.stamps.tick() > given
    assert shelf(path) == (backup,)


def test_the_present_one_is_kept_although_a_damaged_backup_says_the_same(path):
    with Desk(path) as desk:
        earlier = back_up(desk, Occasion.START).backup
        tag(desk)
        newest = back_up(desk, Occasion.WORK).backup
    assert earlier is not None
    assert newest is not None
    present = content_of(path)
    damage(newest.path)  # in the middle: what it says at its end is as before
    restored = restore(path, earlier.path)
    assert restored.backup is not None
    assert restored.backup.number == newest.number + 1
    assert content_of(restored.backup.path) == present


def test_without_room_for_a_backup_the_present_one_stays_beside(path, monkeypatch):
    with quick_desk(path) as desk:
        backup = back_up(desk, Occasion.START).backup
        tag(desk)
    source = shutil.copy(backup.path, path.with_name("earlier.sqlite"))
    shutil.rmtree(folder_of(path))
    folder_of(path).write_text("a file stands where the backups should")
    present = content_of(path)
    restored = restore(path, Path(source))
    assert restored.kept.name.startswith("library replaced ")
    assert content_of(restored.kept) == present
    assert content_of(path) == content_of(Path(source))


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_an_earlier_schema_is_backed_up_then_brought_up_to_date_and_can_come_back(tmp_path, version):
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress((FILES / f"library-{version}.sqlite.gz").read_bytes()))
    with quick_desk(path) as desk:
        up_to_date = content(desk.library)
    (backup,) = shelf(path)
    assert backup.occasion is Occasion.MIGRATION
    with closing(sqlite3.connect(backup.path)) as opened:
        assert opened.execute("PRAGMA user_version").fetchone() == (version,)
    restore(path, backup.path)
    assert content_of(path) == up_to_date


def test_without_a_backup_no_schema_is_changed(tmp_path):
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress((FILES / "library-4.sqlite.gz").read_bytes()))
    folder_of(path).write_text("a file stands where the backups should")
    old = path.read_bytes()
    with pytest.raises(LibraryRefused) as refused:
        Desk(path)
    assert refused.value.key == "library.no_backup"
    assert str(path) in say_all(refused.value.key, refused.value.values)
    assert path.read_bytes() == old


def test_a_damaged_library_of_an_earlier_schema_is_left_as_it_is(tmp_path):
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress((FILES / "library-4.sqlite.gz").read_bytes()))
    damage(path)
    old = path.read_bytes()
    with pytest.raises(LibraryRefused) as refused:
        Desk(path)
    assert refused.value.key == "library.damaged"
    assert "its fingerprint is another" in say_all(refused.value.key, refused.value.values)
    assert path.read_bytes() == old
    assert shelf(path) == ()


def test_a_new_library_needs_no_backup(tmp_path):
    with quick_desk(tmp_path / "new.sqlite"):
        assert names(tmp_path) == {"new.sqlite", "new.sqlite.lock"}


REFUSED = {
    "empty": (lambda file, _: file.write_bytes(b""), "library.empty"),
    "foreign": (lambda file, _: file.write_text("a letter to the editor"), "library.foreign"),
    "missing": (lambda file, _: file.unlink(missing_ok=True), "library.missing"),
    "torn": (lambda file, _: tear(file), "restore.not_sound"),
    "changed": (lambda file, _: damage(file), "restore.not_sound"),
    "newer": (lambda file, _: newer(file), "library.newer"),
    "itself": (lambda file, path: (file.unlink(), os.link(path, file)), "restore.itself"),
}


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as later:
        later.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_sound_library_takes_no_place(path, tmp_path, kind):
    source = Path(shutil.copy(path, tmp_path / "source.sqlite"))
    harm, key = REFUSED[kind]
    harm(source, path)
    present = path.read_bytes()
    with pytest.raises(LibraryRefused) as refused:
        restore(path, source)
    assert refused.value.key == key
    assert "source" in say_all(refused.value.key, refused.value.values) or kind == "itself"
    assert path.read_bytes() == present
    assert [name for name in names(path.parent) if "damaged" in name or name.endswith(".back")] == []


def test_a_library_in_use_is_not_replaced(path, desk, tmp_path):
    source = Path(shutil.copy(path, tmp_path / "source.sqlite"))
    with pytest.raises(LibraryBusy):
        restore(path, source)
    tag(desk)


def test_a_lost_library_comes_back(path, tmp_path):
    before = content_of(path)
    source = Path(shutil.copy(path, tmp_path / "source.sqlite"))
    path.unlink()
    (tmp_path / "library.sqlite-journal").write_bytes(b"of the lost one, which nothing may be rolled back by")
    restored = restore(path, source)
    assert (restored.kept, restored.backup) == (None, None)
    assert content_of(path) == before


def test_a_copy_is_written_elsewhere_while_the_library_is_in_use(path, desk, tmp_path):
    to = tmp_path / "elsewhere.sqlite"
    tag(desk)
    path.chmod(0o600)
    written = back_up_to(path, to)
    assert (written.path, written.size) == (to, to.stat().st_size)
    assert written.checked["claims"] == 1
    assert content_of(to) == content(desk.library)
    assert os.name == "nt" or stat.S_IMODE(to.stat().st_mode) == 0o600
    with pytest.raises(BadInput) as refused:
        back_up_to(path, to)
    assert refused.value.key == "backup.exists"
    tag(desk, 3, 8)
    assert back_up_to(path, to, replace=True).checked["claims"] == 2


def test_a_copy_never_replaces_the_library_or_what_is_no_file(path, desk, tmp_path):
    (tmp_path / "folder").mkdir()
    for to, key in ((path, "export.is_library"), (tmp_path / "folder", "write.is_folder")):
        with pytest.raises(RedPencilError) as refused:
            back_up_to(path, to, replace=True)
        assert refused.value.key == key
    for ending in ("-journal", ".lock", ".backups"):
        with pytest.raises(BadInput):
            back_up_to(path, path.with_name(path.name + ending), replace=True)
    with pytest.raises(WriteFailed) as failed:
        back_up_to(path, tmp_path / "nowhere" / new_id(0))
    assert failed.value.key == "backup.failed"
    damage(path)
    with pytest.raises(LibraryRefused) as hurt:
        back_up_to(path, tmp_path / "copy.sqlite")
    assert hurt.value.key == "backup.hurt"
    assert [name for name in names(tmp_path) if name.endswith((".part", "copy.sqlite"))] == []


def test_every_occasion_has_its_words():
    assert len({say_all(f"occasion.{one.value}", {}) for one in Occasion}) == len(Occasion)
    assert backups.shelf(Path("nowhere")) == ()
