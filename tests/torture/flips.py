"""Bits that flip, files that are cut short: nothing crashes, every change of what they say is noticed.

Of what can be read a sound library is made, and what is lost is stated.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.desk import backups
from annotator.desk.commands.answers import Link
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import Retag, TagClaim, WriteNote
from annotator.desk.commands.comments import AddComment
from annotator.desk.commands.reviewing import Agree
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields, SayBy
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.desk.deliveries import read_review
from annotator.desk.desk import Desk
from annotator.desk.merging.take_in import TakeIn
from annotator.model.backups import Occasion
from annotator.model.drafts import Draft
from annotator.model.enums import SourceKind, Stance, StatusValue, Tag
from annotator.model.errors import LibraryRefused
from annotator.model.rows import KINDS, Claim
from annotator.model.spans import Span
from annotator.store import doctor
from annotator.store.library import Library
from annotator.store.salvage import salvage
from tests.desk.colleagues import DRAFT, LIE, MONEY, mark, sent
from tests.desk.content import content, quick_desk
from tests.torture.bars import Bar, Outcome, outcome, share

#: Of so many damaged files one is salvaged, and of so many the backup is asked for, which starts a process.
_SALVAGED, _OFFERED = 20, 400

#: What a look at the pages alone would find.
_BY_PAGES = {"doctor.pages", "doctor.unreadable", "doctor.schema"}

_PEOPLE = ("Ana", "Bo")
_TABLES = (*(kind.TABLE for kind in KINDS), "journal", "steps", "step_scopes", "here", "unread", "twins")


@dataclass
class _Tally:
    """How the tries ended; `broken` says what must not be."""

    ended: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    salvaged: int = 0
    beyond: int = 0
    rows_lost: int = 0
    offered: int = 0
    missed_by_pages: int = 0


def run(amount: float, seed: int) -> Outcome:
    chance = random.Random(seed)  # noqa: S311
    flips, cuts = share(2_000, amount, 20), share(100, amount, 2)
    tally = _Tally()
    with TemporaryDirectory() as name:
        whole = Sound(Path(name))
        for at, (what, data) in enumerate(_damaged(whole.data, chance, flips, cuts)):
            whole.path.write_bytes(data)
            _try(whole, what, tally)
            if at % _SALVAGED == 0 or what.startswith("cut"):
                _recover(whole, what, tally)
            if at % _OFFERED == 0:
                tally.offered += 1
                if backups.newest_sound(whole.path) != whole.backup:
                    tally.broken.append(f"{what}: the sound backup was not offered")
    ends = ", ".join(f"{number} {end}" for end, number in sorted(tally.ended.items()))
    figures = (
        f"{flips} flips, {cuts} cuts: {ends}, {len(tally.broken)} unnoticed or worse; {tally.salvaged}"
        f" salvaged ({tally.rows_lost} rows lost), {tally.beyond} beyond that; the backup offered"
        f" {tally.offered} times; control: pages alone miss {tally.missed_by_pages}"
    )
    return outcome(figures, tally.broken, control_failed=tally.missed_by_pages > 0)


class Sound:
    """A library of two people and a colleague, with a backup, and what it says."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "library.sqlite"
        self.new = folder / "new.sqlite"
        with quick_desk(self.path, _PEOPLE[0]) as desk:
            _work(desk, folder)
            kept = backups.back_up(desk, Occasion.ASKED)
        assert kept.backup is not None
        self.backup = kept.backup
        self.data = self.path.read_bytes()
        with Library(self.path, reading=True) as library:
            self.rows = content(library)
            self.says = _says(library)
            assert list(doctor.findings(library)) == []

    @property
    def counted(self) -> dict[str, int]:
        return {table: len(rows) for table, rows in self.rows.items() if rows}


def _work(desk: Desk, folder: Path) -> None:
    article = mark(desk, (MONEY, Tag.ALLEGATION), (LIE, Tag.DENIAL))
    money, lie = (claim.id for claim in desk.library.where(Claim))
    desk.run(Link(lie, money))
    desk.run(SayBy(money, NewSource("A clerk", role="clerk", confidential=True)))
    desk.run(AddEvidence(money, NewSource("Ledger", SourceKind.DOCUMENT), EvidenceFields(Stance.SUPPORTS)))
    desk.run(SetStatus(money, StatusFields(StatusValue.CONFIRMED, "seen")))
    file = sent(folder, "Kim", (MONEY, Tag.DENIAL), draft=DRAFT)
    desk.run(TakeIn(read_review(file)))
    theirs = next(claim.id for claim in desk.library.where(Claim, tag="denial") if claim.id != lie)
    desk.run(Agree(theirs))
    desk.run(AddComment(theirs, "Where is this from?"))
    text = "\n\n".join(
        f"Sentence {n} of a longer piece says that the ferry café is closed." for n in range(80)
    )
    (long,) = desk.run(ImportArticle(Draft(text, "The ferry"))).made
    for n in range(24):
        span = Span(n * 65, n * 65 + 40)
        (claim,) = desk.run(TagClaim(long, span, list(Tag)[n % 3])).made
        desk.run(WriteNote(claim, f"Asked {n} times."))
        if n % 4 == 0:
            desk.run(SayBy(claim, NewSource(f"Witness {n}")))
    desk.run(Retag(claim, Tag.FACT))
    desk.undo(long)
    desk.undo(long)
    desk.redo(long)
    desk.switch(desk.add_person(_PEOPLE[1]))
    desk.run(TagClaim(article, MONEY, Tag.FACT))


def _damaged(whole: bytes, chance: random.Random, flips: int, cuts: int) -> Iterator[tuple[str, bytes]]:
    """Flips of single bits, three of four where something stands, and files that end too soon."""
    filled = [at for at, byte in enumerate(whole) if byte]
    for n in range(flips):
        at = chance.choice(filled) if n % 4 else chance.randrange(len(whole))
        bit = chance.randrange(8)
        yield f"bit {bit} of byte {at}", whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :]
    for _ in range(cuts):
        length = chance.randrange(len(whole))
        yield f"cut to {length} bytes", whole[:length]


def _try(whole: Sound, what: str, tally: _Tally) -> None:
    """Opens and looks over; what is neither refused nor found must say what it said before."""
    try:
        with Library(whole.path, reading=True, any_version=True) as library:
            found = {one.key for one in doctor.findings(library)}
            changed = not found & _BY_PAGES and _says(library) != whole.says
    except LibraryRefused:
        tally.ended["refused"] += 1
        return
    except Exception as error:
        tally.broken.append(f"{what}: {type(error).__name__} {error}")
        return
    tally.ended["found" if found else "harmless"] += 1
    tally.missed_by_pages += changed
    if changed and not found:
        tally.broken.append(f"{what}: what it says has changed, and nobody noticed")


def _says(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """Every table that holds anything of people's work or of its history."""
    return {table: [tuple(row) for row in library.query(f"SELECT * FROM {table}")] for table in _TABLES}


def _recover(whole: Sound, what: str, tally: _Tally) -> None:
    """Salvages, and holds what came over against what was there."""
    before = whole.path.read_bytes()
    try:
        done = salvage(whole.path, whole.new)
    except LibraryRefused as refused:
        tally.beyond += 1
        if refused.key != "salvage.nothing":
            tally.broken.append(f"{what}: not salvaged, {refused}")
        return
    except Exception as error:
        tally.broken.append(f"{what}: salvage ended with {type(error).__name__} {error}")
        return
    tally.salvaged += 1
    tally.rows_lost += sum(done.lost.values())
    counted = Counter(done.saved) + Counter(done.lost)
    with Library(whole.new, reading=True) as library:
        wrong = [one.key for one in doctor.findings(library)]
        strange = [] if not done.complete else _strange(content(library), whole.rows)
    whole.new.unlink()
    if wrong or strange or whole.path.read_bytes() != before:
        tally.broken.append(f"{what}: salvaged otherwise than it was: {wrong} {strange}")
    there = Counter(whole.counted)
    if counted != there if done.complete else not Counter(done.saved) <= there:
        tally.broken.append(f"{what}: saved and lost are not all: {counted} of {there}")


def _strange(
    saved: dict[str, dict[str, dict[str, object]]], rows: dict[str, dict[str, dict[str, object]]]
) -> list[str]:
    """Rows that say what they never said."""
    return [
        f"{table} {row_id}"
        for table, of_table in saved.items()
        for row_id, row in of_table.items()
        if rows[table].get(row_id) != row
    ]


BAR = Bar(
    "damage",
    "2,000 bit flips, 100 cuts: no crash, every change of content noticed, recovery with the loss stated",
    run,
)
