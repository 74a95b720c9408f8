"""The new library: the rows that were saved, with their authors and stamps, in one step."""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress

from annotator.host.clock import Clock, HybridClock
from annotator.model.errors import BadInput
from annotator.model.rows import KINDS, Comment, Device, Review, Reviewer
from annotator.model.stamped import Stamped
from annotator.store import unread
from annotator.store.door import Hand, step
from annotator.store.here import keep
from annotator.store.library import Library
from annotator.store.salvage.choosing import Chosen
from annotator.store.salvage.wreck import Wreck
from annotator.store.seals import HERE


def build(library: Library, chosen: Chosen, wreck: Wreck, name: str) -> None:
    """Writes the rows into an empty library, as salvaged from the file of that name."""
    workers = _workers(chosen, wreck)
    me = workers[0] if workers else ""
    hand = _hand(chosen, wreck, me)
    with library.atomic():
        for worker in workers[1:]:  # who has a step here works here
            own = chosen.rows[Reviewer.TABLE][worker]
            _write(library, Hand(worker, hand.device, hand.clock, hand.stamps), [own], name)
        rows = [row for kind in KINDS for row in chosen.rows[kind.TABLE].values()]
        _write(library, hand, [row for row in rows if row.row.id not in workers[1:]], name)
        _keep_unread(library, chosen, wreck)
        for key, value in _true_here(wreck, me, hand.device).items():
            keep(library, key, value)


def _write(library: Library, hand: Hand, rows: Iterable[Stamped], name: str) -> None:
    with step(library, hand, "step.salvage") as opened:  # of no scope: nobody takes it back
        opened.values = {"name": name}
        opened.adopt(list(rows))


def _workers(chosen: Chosen, wreck: Wreck) -> list[str]:
    """The reviewers who worked in this file, the one who works now first."""
    known = chosen.rows[Reviewer.TABLE]
    authors = Counter(str(one["author"]) for one in wreck.steps)
    found = [wreck.here.get("reviewer", ""), *(author for author, _ in authors.most_common())]
    return [one for one in dict.fromkeys(found) if one in known]


def _hand(chosen: Chosen, wreck: Wreck, me: str) -> Hand:
    devices = [wreck.here.get("device", ""), *(str(one["device"]) for one in reversed(wreck.steps))]
    device = next((one for one in devices if one in chosen.rows[Device.TABLE]), "")
    clock = Clock()
    return Hand(me, device, clock, HybridClock(clock, _newest(chosen, wreck)))


def _newest(chosen: Chosen, wreck: Wreck) -> str:
    """The newest stamp that the library ever gave or saw, so that all that is to come are newer."""
    rows = (row.stamp for of_table in chosen.rows.values() for row in of_table.values())
    for stamp in sorted(
        {*rows, *(str(one["stamp"]) for one in wreck.steps), *wreck.here.values()}, reverse=True
    ):
        with suppress(BadInput):
            HybridClock(Clock(), stamp)
            return stamp
    return ""


def _keep_unread(library: Library, chosen: Chosen, wreck: Wreck) -> None:
    found = [*chosen.rows[Review.TABLE].values(), *chosen.rows[Comment.TABLE].values()]
    words = {(one.row.id, one.row.claim) for one in found if isinstance(one.row, Review | Comment)}
    for row, reader, claim in wreck.unread:
        if (row, claim) in words and reader in chosen.rows[Reviewer.TABLE]:
            unread.add(library, [reader], [(row, claim)])


def _true_here(wreck: Wreck, me: str, device: str) -> dict[str, str]:
    """What is true of this file only and still holds; a person or machine that is lost is asked for anew."""
    known = {key: value for key, value in wreck.here.items() if key != HERE}
    return {**known, "reviewer": me, "device": device} if me and device else {}
