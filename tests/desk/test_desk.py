"""Opening a desk, whose hand it has, and that nothing is held when opening fails."""

from pathlib import Path

import pytest

from annotator.desk.care import examine
from annotator.desk.commands.people import EditMe
from annotator.desk.commands.sources import AddSource, NewSource
from annotator.desk.desk import Desk
from annotator.desk.identity import COLOURS, reading_reviewer
from annotator.desk.queries.people import me
from annotator.host.locks import LibraryLock
from annotator.model.changes import LIBRARY
from annotator.model.enums import SourceKind
from annotator.model.errors import BadInput, LibraryRefused, NotAllowed, NothingFound
from annotator.model.rows import NOT_NAMED, THE_ARTICLE_ITSELF, Device, Reviewer, Source
from annotator.store.library import Library


def test_a_missing_library_is_made_with_its_folder_owner_and_two_sources(tmp_path):
    path = tmp_path / "a" / "b" / "library.sqlite"
    with Desk(path) as desk:
        owner = me(desk)
        assert owner is not None
        assert owner.name
        assert owner.colour == COLOURS[0]
        assert [device.reviewer for device in desk.library.where(Device)] == [owner.id]
        assert {source.id: source.kind for source in desk.library.where(Source)} == {
            THE_ARTICLE_ITSELF: SourceKind.ARTICLE,
            NOT_NAMED: SourceKind.UNNAMED,
        }
    with Desk(path) as again:
        assert me(again) == owner
        assert len(again.library.query("SELECT * FROM steps")) == 1


def test_a_library_behind_a_link_is_opened_not_made_anew(tmp_path):
    with Desk(tmp_path / "real.sqlite") as desk:
        owner = desk.me
    (tmp_path / "link.sqlite").symlink_to(tmp_path / "real.sqlite")
    with Desk(tmp_path / "link.sqlite") as desk:
        assert desk.me == owner


def test_reading_makes_nothing(tmp_path):
    with pytest.raises(LibraryRefused) as refused:
        Desk(tmp_path / "library.sqlite", reading=True)
    assert refused.value.key == "library.missing"
    assert list(tmp_path.iterdir()) == []


def test_a_desk_that_reads_does_nothing_else(path):
    with Desk(path, reading=True) as desk, pytest.raises(NotAllowed):
        desk.run(AddSource(NewSource("Ben")))


def open_files() -> int:
    """How many files this process holds open, where the system tells."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


@pytest.mark.parametrize("reviewer", [" ", "a\0b"])
def test_a_name_that_is_none_is_refused_and_the_lock_let_go(path, reviewer):
    held = open_files()
    with pytest.raises(BadInput):
        Desk(path, reviewer=reviewer)
    assert open_files() == held
    with LibraryLock(path):
        pass
    with Library(path) as library:
        assert len(library.where(Reviewer)) == 1


def test_a_damaged_library_is_refused_and_the_lock_let_go(path):
    path.write_bytes(path.read_bytes()[:-5000])
    with pytest.raises(LibraryRefused):
        Desk(path)
    with LibraryLock(path):
        pass


def test_a_last_stamp_that_is_none_is_damage(path):
    with Library(path) as library, library.atomic():
        library.connection.execute("UPDATE steps SET stamp = 'yesterday'")
    with pytest.raises(LibraryRefused) as refused:
        Desk(path)
    assert refused.value.key == "library.damaged"


def test_another_reviewer_is_made_once_and_found_again(path):
    with Desk(path) as desk:
        mine = desk.me
    with Desk(path, reviewer="Kim") as desk:
        kim = desk.me
        assert me(desk) == Reviewer(kim, "Kim", COLOURS[1])
    with Desk(path, reviewer=" Kim ") as desk:
        assert desk.me == kim != mine
    with Desk(path) as desk:
        assert desk.me == mine
    with Desk(path, reviewer="Kim", reading=True) as desk:
        assert desk.me == kim
    with Library(path, reading=True) as library, pytest.raises(NothingFound):
        reading_reviewer(library, "Nobody")


def test_my_name_is_mine_to_change_and_to_change_back(path):
    with Desk(path) as desk:
        before = me(desk)
        desk.run(EditMe("Ida", "#010203"))
        assert me(desk) == Reviewer(desk.me, "Ida", "#010203")
        with pytest.raises(BadInput):
            desk.run(EditMe("  ", "#010203"))
        desk.undo(LIBRARY)
        assert me(desk) == before


def test_the_doctor_for_clients(path):
    before = path.read_bytes()
    report = examine(path)
    assert report.sound
    assert report.checked["articles"] == 2
    assert path.read_bytes() == before
    with Library(path) as library, library.atomic():
        library.connection.execute("UPDATE articles SET title = 'Other'")
    report = examine(path)
    assert [one.key for one in report.findings] == ["doctor.row_changed"] * 2 + ["doctor.search"] * 2
    assert [one.kind for one in report.hurt] == ["articles", "articles", "search"]
    assert report.checked == {}
    with pytest.raises(LibraryRefused):
        examine(path.with_name("none.sqlite"))
