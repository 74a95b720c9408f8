"""One step is one transaction: row, journal and history together, or nothing."""

import sqlite3

import pytest

from annotator.desk.identity import take_hand
from annotator.host.clock import Clock
from annotator.model.enums import SourceKind, Tag
from annotator.model.errors import BadInput, WriteFailed
from annotator.model.rows import Claim, Source
from annotator.store import doctor
from annotator.store.door import Hand, step
from annotator.store.journal import FIRST, changes_of, last_hash, last_step_of
from annotator.store.library import Library
from annotator.words import say_all

ANNA = Source("s-1", SourceKind.PERSON, "Anna")


def entries(library: Library) -> list[sqlite3.Row]:
    return library.query("SELECT * FROM journal ORDER BY n")


def add(library: Library, hand: Hand, *sources: Source) -> None:
    """Writes sources in one step."""
    with step(library, hand, "step.add_source") as opened:
        for source in sources:
            opened.write(source)


def test_a_new_row_is_its_writers_and_the_journal_has_it(library, hand):
    before = len(entries(library))
    with step(library, hand, "step.add_source") as opened:
        opened.write(ANNA)
    assert library.find(Source, "s-1") == ANNA
    stored = library.stored(Source, "s-1")
    assert (stored["author"], stored["device"], stored["deleted"]) == (hand.reviewer, hand.device, 0)
    assert stored["stamp"].startswith(stored["created"])
    (change,) = changes_of(library, opened.id)
    assert change.before is None
    assert change.after == {name: value for name, value in stored.items() if name not in ("n", "stamps")}
    assert len(entries(library)) == before + 1
    assert last_step_of(library, "sources", "s-1") == opened.id


def test_many_new_rows_are_as_if_each_had_been_written(library, hand):
    many = [Source(f"s-{at:04}", SourceKind.PERSON, f"Anna {at}") for at in range(2_500)]
    with step(library, hand, "step.add_source") as opened:
        opened.write(ANNA)
        opened.add(many)
    written = library.stored(Source, ANNA.id)
    for row in many:
        stored = library.stored(Source, row.id)
        assert stored == {**written, "n": stored["n"], "id": row.id, "name": row.name}
    assert [change.id for change in changes_of(library, opened.id)] == [ANNA.id, *(row.id for row in many)]
    assert list(doctor.findings(library)) == []
    with pytest.raises(BadInput), step(library, hand, "step.add_source") as opened:
        opened.add([Source("s-x", SourceKind.PERSON, "An\0na")])


def test_a_row_written_as_it_is_leaves_no_trace(library, hand):
    with step(library, hand, "step.add_source") as opened:
        opened.write(ANNA)
    before = (entries(library), library.query("SELECT * FROM steps"))
    with step(library, hand, "step.add_source") as opened:
        opened.write(ANNA)
    assert (entries(library), library.query("SELECT * FROM steps")) == before


def test_a_changed_row_keeps_its_author_and_the_journal_says_who_changed_it(library, hand):
    other = Hand("somebody", hand.device, hand.clock, hand.stamps)
    with step(library, hand, "step.add_source") as opened:
        opened.write(ANNA)
    created = library.stored(Source, "s-1")["created"]
    with step(library, other, "step.edit_source") as opened:
        opened.write(Source("s-1", SourceKind.PERSON, "Anne"))
    stored = library.stored(Source, "s-1")
    assert (stored["name"], stored["author"], stored["created"]) == ("Anne", hand.reviewer, created)
    assert entries(library)[-1]["author"] == "somebody"


def test_a_removed_row_is_kept_and_can_come_back(library, hand):
    with step(library, hand, "step.add_source") as opened:
        opened.write(ANNA)
    with step(library, hand, "step.remove_source") as opened:
        opened.remove(Source, "s-1")
        opened.remove(Source, "s-1")
    assert library.find(Source, "s-1") is None
    assert library.where(Source, name="Anna") == []
    assert library.stored(Source, "s-1")["deleted"] == 1
    assert len(changes_of(library, opened.id)) == 1
    with step(library, hand, "step.add_source") as opened:
        opened.bring_back(Source, "s-1")
        opened.bring_back(Source, "s-1")
    assert library.find(Source, "s-1") == ANNA
    assert len(changes_of(library, opened.id)) == 1


def test_a_deleted_row_that_is_written_again_lives_and_is_the_new_writers(library, hand):
    other = Hand("somebody", hand.device, hand.clock, hand.stamps)
    with step(library, hand, "step.add_source") as opened:
        opened.write(ANNA)
        opened.remove(Source, "s-1")
    with step(library, other, "step.add_source") as opened:
        opened.write(ANNA)
    assert library.find(Source, "s-1") == ANNA
    assert library.author_of(Source, "s-1") == "somebody"


@pytest.mark.parametrize("name", ["a\0b", "half \ud83d", "\udc00"])
def test_what_cannot_be_stored_is_refused_and_nothing_of_the_step_is_kept(library, hand, name):
    before = entries(library)
    with pytest.raises(BadInput):
        add(library, hand, ANNA, Source("s-2", SourceKind.PERSON, name))
    assert library.find(Source, "s-1") is None
    assert entries(library) == before


def test_entries_are_chained_and_never_change(library, hand):
    kept = []
    for name in ("Anna", "Anne", "Anni"):
        with step(library, hand, "step.edit_source") as opened:
            opened.write(Source("s-1", SourceKind.PERSON, name))
        found = [tuple(row) for row in entries(library)]
        assert found[: len(kept)] == kept
        kept = found
    assert last_hash(library) == kept[-1][-1] != FIRST
    assert list(doctor.findings(library)) == []


class Backwards(Clock):
    """A clock that somebody sets back by an hour at every look."""

    def __init__(self) -> None:
        self.at = 1_800_000_000_000

    def now_ms(self) -> int:
        self.at -= 3_600_000
        return self.at


def test_stamps_rise_though_the_clock_goes_back_also_over_a_restart(path):
    for name in ("Anna", "Anne"):
        with Library(path) as library:
            with step(library, take_hand(library, clock=Backwards()), "step.edit_source") as opened:
                opened.write(Source("s-1", SourceKind.PERSON, name))
            stamps = [row["stamp"] for row in library.query("SELECT stamp FROM steps ORDER BY n")]
    assert len(stamps) == 3
    assert stamps == sorted(set(stamps))


def test_a_full_disk_keeps_what_was_and_goes_on_once_there_is_room(library, hand):
    pages = library.query("PRAGMA page_count")[0][0]
    library.query(f"PRAGMA max_page_count = {pages}")
    before = (entries(library), library.query("SELECT * FROM sources"))
    with pytest.raises(WriteFailed) as failed:
        add(library, hand, *(Source(f"s-{n}", SourceKind.PERSON, "Anna", note="x" * 500) for n in range(500)))
    assert failed.value.key == "save.disk_full"
    assert say_all(failed.value.key, failed.value.values)
    assert (entries(library), library.query("SELECT * FROM sources")) == before
    library.query("PRAGMA max_page_count = 100000")
    with step(library, hand, "step.add_source") as opened:
        opened.write(ANNA)
    assert library.find(Source, "s-1") == ANNA
    assert list(doctor.findings(library)) == []


def test_a_library_held_by_another_program_is_said_to_be(library, hand, path):
    library.query("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(WriteFailed) as failed, step(library, hand, "step.add_source") as opened:
            opened.write(ANNA)
    finally:
        other.close()
    assert failed.value.key == "save.locked"
    with step(library, hand, "step.add_source") as opened:
        opened.write(ANNA)


def test_a_row_that_points_nowhere_is_a_mistake_of_the_program(library, hand):
    with pytest.raises(sqlite3.IntegrityError), step(library, hand, "step.tag") as opened:
        opened.write(Claim("c-1", "no-such-article", Tag.FACT))
    assert library.query("SELECT * FROM claims") == []


def test_a_reader_leaves_nothing_open(library, hand, path):
    """A cursor left open would keep its lock, and the next commit of the other would fail."""
    with Library(path, reading=True) as reader:
        reader.query("SELECT * FROM sources")
        reader.where(Source)
        next(doctor.findings(reader), None)
        library.query("PRAGMA busy_timeout = 0")
        with step(library, hand, "step.add_source") as opened:
            opened.write(ANNA)
        assert reader.find(Source, "s-1") == ANNA


def test_a_failed_question_does_not_spoil_the_next(library, hand):
    with pytest.raises(sqlite3.ProgrammingError):
        library.query("SELECT ?")
    assert library.query("SELECT 1")[0][0] == 1
    with pytest.raises(ValueError, match="no columns"):
        library.where(Source, nonsense=1)
