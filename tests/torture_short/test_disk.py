"""The simulated disk: what was synced is there, what was not may be there, torn or gone."""

from random import Random

import pytest

from tests.torture.disk import SECTOR, Did, Disk, Event

OLD, NEW = b"o" * 4 * SECTOR, b"n" * 4 * SECTOR


def played(*events: Event, **files: bytes) -> Disk:
    disk = Disk(files)
    for event in events:
        disk.play(event)
    return disk


def cuts(disk: Disk, many: int = 300) -> list[dict[str, bytes]]:
    return [disk.after_cut(Random(seed)) for seed in range(many)]  # noqa: S311 (the same each time)


def test_what_was_synced_is_there():
    disk = played(Event(Did.WRITE, "a", 0, NEW), Event(Did.SYNC, "a"), a=OLD)
    assert cuts(disk, 50) == [{"a": NEW}] * 50


def test_what_was_not_is_kept_dropped_or_torn_sector_by_sector():
    disk = played(Event(Did.WRITE, "a", SECTOR, NEW[: 2 * SECTOR]), a=OLD)
    found = {image["a"] for image in cuts(disk)}
    old, new = OLD[:SECTOR], NEW[:SECTOR]
    assert {OLD, old + new + new + old, old + new + old + old, old + old + new + old} <= found
    torn = found - {OLD, old + new + new + old, old + new + old + old, old + old + new + old}
    assert torn
    for image in torn:
        assert image[:SECTOR] == old  # a sector that nobody wrote to is not touched
        assert image[3 * SECTOR :] == old


def test_a_new_size_holds_or_not():
    disk = played(Event(Did.WRITE, "a", 4 * SECTOR, NEW), Event(Did.TRUNCATE, "a", SECTOR), a=OLD)
    assert {len(image["a"]) for image in cuts(disk)} == {SECTOR, 4 * SECTOR, 8 * SECTOR}


@pytest.mark.parametrize("event", [
    Event(Did.OPEN, "b"), Event(Did.LINK, "a", other="b"), Event(Did.MOVE, "a", other="b"),
    Event(Did.REMOVE, "a"), Event(Did.OPEN, "folder/"),
])  # fmt: skip
def test_a_name_holds_when_its_folder_was_synced(event):
    disk = played(event, a=OLD)
    assert len({frozenset(image) for image in cuts(disk)}) == 2
    disk.play(Event(Did.SYNC_FOLDER, "."))
    (names,) = {frozenset(image) for image in cuts(disk)}
    assert names == {
        "b": {"a", "b"}, "folder/": {"a", "folder/"}, "a": {"b"} if event.did is Did.MOVE else set(),
    }[event.other if event.did is Did.LINK else event.path]  # fmt: skip


def test_a_file_is_gone_with_its_folder():
    disk = played(Event(Did.OPEN, "f/"), Event(Did.OPEN, "f/a"), Event(Did.SYNC_FOLDER, "f"))
    assert {frozenset(image) for image in cuts(disk)} == {frozenset(), frozenset({"f/", "f/a"})}


def test_the_first_sync_of_a_journal_syncs_its_name():
    disk = played(Event(Did.OPEN, "a-journal"), Event(Did.SYNC, "a-journal"))
    assert {frozenset(image) for image in cuts(disk)} == {frozenset({"a-journal"})}


def test_what_was_written_back_unasked_stays():
    events = [Event(Did.WRITE, "a", at * SECTOR, NEW[:SECTOR]) for at in range(4)]
    disk = played(*events, a=OLD)
    disk.write_back(1)
    found = {image["a"] for image in cuts(disk)}
    assert {image[: 3 * SECTOR] for image in found} == {NEW[: 3 * SECTOR]}
    assert len(found) > 1


def test_a_program_sees_what_it_wrote():
    disk = played(Event(Did.WRITE, "a", SECTOR, b"x"), Event(Did.TRUNCATE, "a", SECTOR + 1), a=OLD)
    assert disk.content("a") == OLD[:SECTOR] + b"x"
    assert disk.content("b") is None
