"""Rows of colleagues come in through the door as they were written, and go again without a trace."""

import pytest

from annotator.desk import history
from annotator.host.clock import FURTHEST_AHEAD, Clock, HybridClock
from annotator.model.changes import LIBRARY
from annotator.model.enums import SourceKind, Tag
from annotator.model.errors import BadInput, CannotUndo
from annotator.model.rows import Article, Claim, Comment, Reviewer, Source
from annotator.model.stamped import KEPT_BACK, Stamped
from annotator.store import doctor
from annotator.store.door import step
from annotator.store.journal import last_stamp

EARLY, LATE = "2026-01-01T10:00:00.000Z#0000", "2026-02-01T10:00:00.000Z#0003"
BOB = Stamped(Reviewer("bob", "Bob", "#2F7F86"), "bob", "laptop", EARLY[:24], EARLY)
ARTICLE = Stamped(Article("art", "A title"), "bob", "laptop", EARLY[:24], EARLY)
THEIRS = Stamped(Claim("c-2", "art", Tag.FACT, note="Theirs"), "bob", "laptop", EARLY[:24], LATE)
VERSION = Stamped(Claim("c-1", "art", Tag.DENIAL, version_of="c-2"), "bob", "laptop", EARLY[:24], LATE)
LEDGER = Stamped(Source("s-1", SourceKind.DOCUMENT, "Ledger"), "bob", "laptop", EARLY[:24], EARLY)


def adopt(library, hand, *rows: Stamped):
    with step(library, hand, "step.merge") as opened:
        opened.adopt(rows)
        opened.scopes.add(LIBRARY)
        opened.values = {"name": "Bob"}
    return opened


def test_rows_keep_their_authors_devices_and_stamps(library, hand):
    opened = adopt(library, hand, VERSION, THEIRS, ARTICLE, BOB)  # the order of tables is the door's business
    assert library.stamped(Claim, ["c-1", "c-2", "none"]) == {"c-1": VERSION, "c-2": THEIRS}
    assert library.stamped(Article, ["art"]) == {"art": ARTICLE}
    assert (
        library.query("SELECT DISTINCT author FROM journal WHERE step = ?", opened.id)[0][0] == hand.reviewer
    )
    assert list(doctor.findings(library)) == []


def test_the_step_is_later_than_all_it_brought_and_so_is_the_next_start(library, hand):
    ahead = hand.stamps.tick()[:20] + "999Z#00ff"
    opened = adopt(library, hand, BOB, Stamped(ARTICLE.row, "bob", "laptop", ahead[:24], ahead))
    assert opened.stamp > ahead
    assert last_stamp(library) == opened.stamp
    assert HybridClock(hand.clock, last_stamp(library)).tick() > opened.stamp


def test_a_stamp_more_than_a_day_ahead_brings_nothing(library, hand):
    class Tomorrow(Clock):
        def now_ms(self) -> int:
            return super().now_ms() + FURTHEST_AHEAD + 60_000

    stamp = HybridClock(Tomorrow()).tick()
    with pytest.raises(BadInput):
        adopt(library, hand, BOB, Stamped(ARTICLE.row, "bob", "laptop", stamp[:24], stamp))
    assert library.find(Reviewer, "bob") is None


def test_undo_says_they_are_not_here_and_they_can_come_again(library, hand):
    adopt(library, hand, BOB, ARTICLE, THEIRS)
    before = library.stored(Claim, "c-2")
    history.undo(library, hand, LIBRARY)
    assert library.stamped(Claim, ["c-2"]) == {}  # no removal that could travel
    assert library.find(Claim, "c-2") is None
    assert library.stored(Claim, "c-2") == before | {"deleted": 2}
    history.redo(library, hand, LIBRARY)
    assert library.stored(Claim, "c-2") == before
    history.undo(library, hand, LIBRARY)
    adopt(library, hand, BOB, ARTICLE, THEIRS)
    assert library.stamped(Claim, ["c-2"]) == {"c-2": THEIRS}
    assert list(doctor.findings(library)) == []


def test_undo_puts_an_older_row_back_just_as_it_was(library, hand):
    adopt(library, hand, BOB, ARTICLE, THEIRS)
    newer = Stamped(Claim("c-2", "art", Tag.DENIAL), "bob", "laptop", EARLY[:24], LATE[:-1] + "4", True)
    adopt(library, hand, newer)
    history.undo(library, hand, LIBRARY)
    assert library.stamped(Claim, ["c-2"]) == {"c-2": THEIRS}
    history.redo(library, hand, LIBRARY)
    assert library.stamped(Claim, ["c-2"]) == {"c-2": newer}


def test_undo_refuses_once_somebody_built_on_them(library, hand):
    adopt(library, hand, BOB, ARTICLE, THEIRS)
    with step(library, hand, "step.add_source") as opened:
        opened.values = {"name": "Anna"}
        opened.write(Comment("w-1", "c-2", "a", "Why?"))
    with pytest.raises(CannotUndo):
        history.undo(library, hand, LIBRARY)
    assert library.stamped(Claim, ["c-2"]) == {"c-2": THEIRS}


def test_a_field_of_a_source_that_stays_keeps_its_stamp(library, hand):
    adopt(library, hand, BOB, LEDGER)
    with step(library, hand, "step.edit_source") as opened:
        opened.write(Source("s-1", SourceKind.DOCUMENT, "Ledger", url="https://example.org"))
    mended = library.stamped(Source, ["s-1"])["s-1"]
    assert (mended.stamp, mended.author) == (opened.stamp, "bob")
    others = ("confidential", "deleted", "description", "kind", "name", "note", "reason", "role")
    assert mended.stamps == tuple((name, EARLY) for name in others)


def test_a_field_of_a_claim_takes_the_stamp_of_its_row_but_for_what_was_kept_back(library, hand):
    kept = Stamped(THEIRS.row, "bob", "laptop", EARLY[:24], LATE, False, (("private_note", KEPT_BACK),))
    adopt(library, hand, BOB, ARTICLE, kept)
    for row, stamps in (
        (Claim("c-2", "art", Tag.DENIAL, note="Theirs"), (("private_note", KEPT_BACK),)),
        (Claim("c-2", "art", Tag.DENIAL, private_note="Mine"), ()),
    ):
        with step(library, hand, "step.note") as opened:
            opened.write(row)
        assert library.stamped(Claim, ["c-2"])["c-2"].stamps == stamps
        assert library.stamped(Claim, ["c-2"])["c-2"].stamp == opened.stamp


def test_rows_of_others_come_before_a_step_writes_its_own(library, hand):
    with step(library, hand, "step.add_source") as opened:
        opened.write(Source("s-2", SourceKind.PERSON, "Ben"))
        with pytest.raises(AssertionError):
            opened.adopt([BOB])
