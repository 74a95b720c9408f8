"""Whose hand writes: the reviewer called "me", this device, and the clocks."""

from annotator.host.clock import Clock, HybridClock
from annotator.host.ids import new_id
from annotator.host.machine import device_name, user_name
from annotator.model.enums import SourceKind
from annotator.model.errors import BadInput, LibraryRefused, NothingFound
from annotator.model.rows import NOT_NAMED, THE_ARTICLE_ITSELF, Device, Reviewer, Source
from annotator.store.door import Hand, step
from annotator.store.here import keep
from annotator.store.journal import last_stamp
from annotator.store.library import Library
from annotator.words import for_programs, say

#: Colours for reviewers; none is near the accent, which is red.
COLOURS = ("#7768AE", "#2F7F86", "#8A6D3B", "#4A6FA5", "#6B7F3A", "#8C5A7B")


def take_hand(library: Library, name: str = "", clock: Clock | None = None) -> Hand:
    """The hand that writes in this library; a new library gets its owner, device and two sources.

    `name` chooses (or makes) another reviewer for this time, as `--reviewer` does.
    Raises BadInput for a blank name, LibraryRefused where the last stamp cannot be read.
    """
    clock = clock or Clock()
    stamps = _stamps(library, clock)
    hand = Hand(library.here("reviewer"), library.here("device"), clock, stamps)
    if not hand.reviewer:
        hand = _settle_in(library, clock, stamps)
    return hand if not name else _as_reviewer(library, hand, name.strip())


def reading_reviewer(library: Library, name: str = "") -> str:
    """The id of "me" for reading, empty in a library nobody wrote to. Raises NothingFound."""
    if not name:
        return library.here("reviewer")
    found = library.where(Reviewer, name=name.strip())
    if not found:
        raise NothingFound("reviewer.unknown", name=name)
    return found[0].id


def _stamps(library: Library, clock: Clock) -> HybridClock:
    try:
        return HybridClock(clock, last_stamp(library))
    except BadInput as error:
        raise LibraryRefused("library.damaged", path=library.path, reason=last_stamp(library)) from error


def _settle_in(library: Library, clock: Clock, stamps: HybridClock) -> Hand:
    now = clock.now_ms()
    hand = Hand(new_id(now), new_id(now), clock, stamps)
    with step(library, hand, "step.new_library") as first:  # of no scope: nobody takes this back
        first.write(Reviewer(hand.reviewer, user_name(), COLOURS[0]))
        first.write(Device(hand.device, device_name(), hand.reviewer))
        for source, kind in (
            (THE_ARTICLE_ITSELF, SourceKind.ARTICLE),
            (NOT_NAMED, SourceKind.UNNAMED),
        ):
            with for_programs():  # the library is the same whoever made it; the window has its own words
                first.write(Source(source, kind, say(f"source.{kind.value}")))
        keep(library, "reviewer", hand.reviewer)
        keep(library, "device", hand.device)
    return hand


def _as_reviewer(library: Library, hand: Hand, name: str) -> Hand:
    if not name:
        raise BadInput("reviewer.needs_name")
    found = library.where(Reviewer, name=name)
    if found:
        return Hand(found[0].id, hand.device, hand.clock, hand.stamps)
    made = Hand(new_id(hand.clock.now_ms()), hand.device, hand.clock, hand.stamps)
    colour = COLOURS[len(library.where(Reviewer)) % len(COLOURS)]
    with step(library, made, "step.add_reviewer") as opened:  # of no scope, as a new library is
        opened.values = {"name": name}
        opened.write(Reviewer(made.reviewer, name, colour))
    return made
