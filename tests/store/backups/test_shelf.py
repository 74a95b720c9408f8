"""Which backups stay, whatever clocks say; names, half files and permissions."""

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.backups import Backup, Occasion
from annotator.model.errors import WriteFailed
from annotator.store.backups import shelf as shelves
from annotator.store.backups.shelf import accept, drop, folder_of, new_part, shelf, superfluous
from annotator.words import say_all

START = datetime(2026, 1, 1, tzinfo=UTC)
DAY = 24 * 60


def backups(minutes: list[int]) -> list[Backup]:
    """Backups in the order of their numbers, made so many minutes after the start of 2026."""
    return [
        Backup(Path(f"{n}"), n, f"{START + timedelta(minutes=at):%Y-%m-%dT%H:%M:%SZ}", Occasion.WORK, 1)
        for n, at in enumerate(minutes, 1)
    ]


def stay(all_of_them: list[Backup]) -> set[int]:
    return {one.number for one in all_of_them} - {one.number for one in superfluous(all_of_them)}


def one_by_one(all_of_them: list[Backup]) -> set[int]:
    """What stays if each is made, and the superfluous taken away, one after the other."""
    there: list[Backup] = []
    for one in all_of_them:
        there.append(one)
        there = [each for each in there if each not in superfluous(there)]
    return {one.number for one in there}


def added_up(steps: list[int]) -> list[int]:
    return [sum(steps[: n + 1]) for n in range(len(steps))]


#: From a minute to some weeks between two backups, as a right clock tells them.
apart = st.one_of(st.integers(1, 90), st.integers(DAY // 2, 3 * DAY), st.integers(20 * DAY, 50 * DAY))
right = st.lists(apart, max_size=120).map(added_up)
many = st.lists(apart, min_size=20, max_size=120).map(added_up)
#: Any times at all.
wild = st.lists(st.integers(-20_000 * DAY, 20_000 * DAY), max_size=120)


@given(st.one_of(right, wild))
def test_the_ten_newest_always_stay_and_never_more_than_the_cap(minutes):
    made = backups(minutes)
    left = stay(made)
    assert left >= {one.number for one in made[-10:]}
    assert len(left) <= 41


def newest_of(made: list[Backup], form: str, count: int) -> set[int]:
    """The newest of each of the last periods, said in another way: the last one that a dictionary keeps."""
    last = {f"{datetime.fromisoformat(one.made):{form}}": one.number for one in made}
    return set(list(last.values())[-count:])


@settings(max_examples=15)
@given(right)
def test_by_a_right_clock_the_newest_of_each_last_day_week_and_month_stays(minutes):
    made = backups(minutes)
    newest = {one.number for one in made[-10:]}
    expected = newest | newest_of(made, "%Y-%m-%d", 12) | newest_of(made, "%G-%V", 10)
    assert stay(made) == expected | newest_of(made, "%Y-%m", 9)
    assert one_by_one(made) == stay(made)  # nothing goes early that would have been the last of its month


@settings(max_examples=15)
@given(right.filter(bool), st.integers(1, 5_000 * DAY))
def test_one_more_takes_at_most_four_away_and_of_each_kind_the_oldest(minutes, later):
    made = [one for one in backups(minutes) if one.number in stay(backups(minutes))]
    more = [*made, backups([*minutes, minutes[-1] + later])[-1]]
    assert len(superfluous(more)) <= 4


@settings(max_examples=10)
@given(many, st.data())
def test_a_clock_set_back_costs_at_most_one_place_of_each_kind(minutes, data):
    """Against the same clock that was not set back: the periods are the same, but for one more."""
    at = data.draw(st.integers(1, len(minutes) - 1))
    back = data.draw(st.integers(1, 400)) * 7 * DAY  # whole weeks: days and weeks end where they did
    made, wrong = backups(minutes), backups([*minutes[:at], *(one - back for one in minutes[at:])])
    for period, count in ((shelves._day, 12), (shelves._week, 10)):
        ends = [{one.number for one in shelves._ends(reversed(each), period)} for each in (made, wrong)]
        assert ends[0] <= ends[1]
        assert len(ends[1]) <= len(ends[0]) + 1
        oldest_kept = sorted(ends[0], reverse=True)[: count - 1]
        assert set(oldest_kept) <= stay(wrong)


def test_a_clock_set_back_into_the_day_before_ends_that_day():
    """Else the last backup of a day would go for one of the next, which says that it was made then, too."""
    made = backups([*(day * DAY + 700 for day in range(6)), *(5 * DAY + minute for minute in range(12))])
    assert 6 in stay(made)


def test_a_clock_that_was_years_ahead_for_a_day_drops_nothing_afterwards():
    """Rotation by age would take all that was made at the right time for old."""
    minutes = [*(day * DAY for day in range(8)), 4_000 * DAY, *(day * DAY for day in range(8, 11))]
    made = backups(minutes)
    assert stay(made) == {one.number for one in made}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"")
    return path


def put(library: Path, number: int, occasion: str = "start", content: bytes = b"x") -> Path:
    folder_of(library).mkdir(exist_ok=True)
    path = folder_of(library) / f"{number:06} 2026-11-23T14-45-12Z {occasion}.sqlite"
    path.write_bytes(content)
    return path


def test_a_shelf_is_read_from_names_alone(library):
    assert shelf(library) == ()
    second, tenth, large = put(library, 2), put(library, 10, "merge", b"12345"), put(library, 1_000_000)
    for other in ("7 2026-11-23T14-45-12Z start.sqlite", "abc.part", "notes.txt"):
        (folder_of(library) / other).write_text("not ours")
    put(library, 5, "unheard-of")
    assert [one.path for one in shelf(library)] == [large, tenth, second]
    assert shelf(library)[1] == Backup(tenth, 10, "2026-11-23T14:45:12Z", Occasion.MERGE, 5)


def test_the_shelf_of_a_link_stands_beside_the_file(tmp_path, library):
    link = tmp_path / "elsewhere.sqlite"
    link.symlink_to(library)
    assert folder_of(link) == folder_of(library) == tmp_path / "library.sqlite.backups"


def test_a_copy_gets_its_name_and_the_next_number(library):
    put(library, 41)
    part = new_part(library)
    part.write_bytes(b"proved")
    backup = accept(part, library, Occasion.MERGE, 1_795_000_000_000)
    assert backup.path.name == "000042 2026-11-18T11-06-40Z merge.sqlite"
    assert backup.path.read_bytes() == b"proved"
    assert shelf(library)[0] == backup
    assert not part.exists()


def test_superfluous_ones_go_when_one_is_added_and_no_other_files(library):
    for number in range(1, 60):
        put(library, number)
    (folder_of(library) / "mine.txt").write_text("mine")
    part = new_part(library)
    part.write_bytes(b"proved")
    accept(part, library, Occasion.WORK, 1_795_000_000_000)
    assert [one.number for one in shelf(library)] == list(range(60, 50, -1))
    assert (folder_of(library) / "mine.txt").exists()


def test_half_copies_of_killed_programs_go_and_those_at_work_stay(library):
    folder_of(library).mkdir()
    left = folder_of(library) / "0123456789abcdef.part"
    left.write_bytes(b"half")
    (folder_of(library) / "0123456789abcdef.part-journal").write_bytes(b"of the child that proved it")
    at_work = new_part(library)
    assert list(folder_of(library).iterdir()) == [at_work]
    another = new_part(library)
    assert at_work.exists()
    drop(at_work)
    drop(another)
    assert list(folder_of(library).iterdir()) == []


def test_what_others_put_into_the_folder_stays(library):
    folder_of(library).mkdir()
    for other in ("movie.part", "my.partners.txt", "0123456789abcdef.part.sqlite"):
        (folder_of(library) / other).write_text("not ours")
    drop(new_part(library))
    assert len(list(folder_of(library).iterdir())) == 3


def test_what_only_has_the_name_of_a_backup_is_none(library):
    put(library, 7, content=b"")  # a disk that lost its bytes
    (folder_of(library) / "000008 2026-11-23T14-45-12Z start.sqlite").mkdir()
    times = ("2026-13-23T14-45-12Z", "2026-02-30T14-45-12Z", "2026-11-23T14-61-12Z", "٢٠٢٦-11-23T14-45-12Z")
    for time in times:
        (folder_of(library) / f"000009 {time} start.sqlite").write_text("not ours")
    assert shelf(library) == ()
    assert accept(new_part(library), library, Occasion.START, 0).number == 1


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")
@pytest.mark.parametrize(("of_library", "of_copy"), [(0o600, 0o600), (0o640, 0o640), (0o444, 0o644)])
def test_a_copy_may_be_read_by_those_who_may_read_the_library(library, of_library, of_copy):
    library.chmod(of_library)
    part = new_part(library)
    assert stat.S_IMODE(part.stat().st_mode) == of_copy
    backup = accept(part, library, Occasion.START, 0)
    assert stat.S_IMODE(backup.path.stat().st_mode) == of_copy


def test_a_shelf_that_cannot_be_made_is_said(library):
    folder_of(library).write_text("a file stands in its way")
    with pytest.raises(WriteFailed) as failed:
        new_part(library)
    assert failed.value.key == "backup.failed"
    assert str(folder_of(library)) in say_all(failed.value.key, failed.value.values)


def test_a_backup_leaves_room_to_work_in(library, monkeypatch):
    """A disk that a backup fills would refuse the next change."""
    library.write_bytes(b"x" * 1_000)
    monkeypatch.setattr(shelves, "disk_usage", lambda _: SimpleNamespace(free=2_000))
    drop(new_part(library))
    monkeypatch.setattr(shelves, "disk_usage", lambda _: SimpleNamespace(free=1_999))
    with pytest.raises(WriteFailed) as failed:
        new_part(library)
    assert failed.value.key == "backup.disk_full"
    assert list(folder_of(library).iterdir()) == []


def test_names_are_synced_with_their_folder(library, monkeypatch):
    """After a power cut a name is there only if its folder was synced, a folder only if the one above was."""
    synced: list[Path] = []
    monkeypatch.setattr(shelves, "sync_folder", synced.append)
    part = new_part(library)
    assert synced == [library.parent]
    accept(part, library, Occasion.START, 0)
    assert synced == [library.parent, folder_of(library)]
