"""Whose hand writes: the reviewer called "me", this device, and the clocks."""

from collections.abc import Iterable
from dataclasses import replace

from annotator.desk.colours import COLOURS, refuse_unless_free, suggest
from annotator.desk.devices import pair
from annotator.host.clock import Clock, HybridClock
from annotator.host.ids import new_id
from annotator.host.machine import device_name, user_name
from annotator.model.enums import SourceKind
from annotator.model.errors import BadInput, LibraryRefused, NotAllowed, NothingFound
from annotator.model.rows import NOT_NAMED, THE_ARTICLE_ITSELF, Device, Reviewer, SamePerson, Source
from annotator.store.door import Hand, step
from annotator.store.here import keep
from annotator.store.identities import has_written, identities, shown_identity, working_here
from annotator.store.journal import last_stamp
from annotator.store.library import Library
from annotator.words import for_programs, say


def take_hand(library: Library, name: str = "", clock: Clock | None = None) -> Hand:
    """The hand that writes in this library; a new library gets its owner, device and two sources.

    `name` is the owner of a new library, and in another the person of that name who works there, or a new
    one, for this time only. Raises BadInput for a blank name, NotAllowed for that of a colleague who works
    elsewhere, LibraryRefused where the last stamp cannot be read.
    """
    clock = clock or Clock()
    stamps = _stamps(library, clock)
    hand = Hand(library.here("reviewer"), library.here("device"), clock, stamps)
    wanted = name.strip()
    if name and not wanted:
        raise BadInput("reviewer.needs_name")
    if not hand.reviewer:
        return _settle_in(library, clock, stamps, wanted)
    return hand if not wanted else _as_reviewer(library, hand, wanted)


def reading_reviewer(library: Library, name: str = "") -> str:
    """The id of "me" for reading, empty in a library nobody wrote to. Raises NothingFound."""
    if not name:
        return library.here("reviewer")
    found = library.where(Reviewer, name=name.strip())
    if not found:
        raise NothingFound("reviewer.unknown", name=name)
    return (_who_works(library, found) or found[0]).id


def add_person(library: Library, hand: Hand, name: str, colour: str = "") -> Hand:
    """The hand of a new person of this machine; without a colour one is found that is nobody's yet.

    Raises BadInput for a blank name and for a colour that cannot be had, NotAllowed for a name that is taken.
    """
    if not (name := name.strip()):
        raise BadInput("reviewer.needs_name")
    refuse_if_taken(library, name)
    if colour:
        refuse_unless_free(colour)
    made = replace(hand, reviewer=new_id(hand.stamps.ms))
    chosen = colour or suggest(row.colour for row in library.where(Reviewer))
    with step(library, made, "step.add_reviewer") as opened:  # of no scope, as a new library is
        opened.values = {"name": name}
        opened.write(Reviewer(made.reviewer, name, chosen))
    return made


def another(library: Library, hand: Hand, reviewer: str) -> Hand:
    """The hand of another person of this machine, kept from now on.

    Raises NotAllowed for a colleague's, NothingFound for nobody's.
    """
    here = identities(library, reviewer) & working_here(library)
    if not here:
        found = library.find(Reviewer, reviewer)
        if found is None:
            raise NothingFound("reviewer.unknown", name=reviewer)
        raise NotAllowed("reviewer.elsewhere", name=found.name)
    taken = replace(hand, reviewer=reviewer if reviewer in here else max(here))
    with library.atomic():
        keep(library, "reviewer", taken.reviewer)
        keep(library, "named", "1")  # who was chosen by name need not be asked for it
    return taken


def become(library: Library, hand: Hand, reviewer: Reviewer, device: str) -> Hand | None:
    """My hand under the id that I have on another machine, `device`, which is mine from now on too.

    None, and nothing is kept, where I have written anything here already: then the two are said to be one.
    """
    mine = identities(library, hand.reviewer)
    if reviewer.id not in mine and any(has_written(library, one) for one in mine):
        return None
    taken = replace(hand, reviewer=reviewer.id)
    with library.atomic():
        if reviewer.id not in mine:
            with step(library, taken, "step.also_me") as opened:  # of no scope: it says who works here
                opened.values = {"name": reviewer.name}
                if library.find(Reviewer, reviewer.id) is None:
                    opened.write(reviewer)
                opened.write(SamePerson(new_id(hand.stamps.ms), hand.reviewer, reviewer.id))
        pair(library, reviewer.id, device)
        keep(library, "reviewer", reviewer.id)
        keep(library, "named", "1")
    return taken


def refuse_if_taken(library: Library, name: str, me: Iterable[str] = ()) -> None:
    """Raises NotAllowed for the name of somebody else who marks.

    That of a person who was only given work, and has done nothing yet, may well be one's own.
    """
    for there in library.where(Reviewer):
        if there.name.casefold() != name.casefold() or there.id in me:
            continue
        if shown_identity(library, there.id) == there.id and _marks(library, there.id):
            raise NotAllowed("reviewer.name_taken", name=there.name)


def _marks(library: Library, reviewer: str) -> bool:
    return reviewer in working_here(library) or has_written(library, reviewer)


def _stamps(library: Library, clock: Clock) -> HybridClock:
    try:
        return HybridClock(clock, max(last_stamp(library), library.here("floor")))
    except BadInput as error:
        raise LibraryRefused("library.damaged", path=library.path, reason=last_stamp(library)) from error


def _settle_in(library: Library, clock: Clock, stamps: HybridClock, name: str) -> Hand:
    now = clock.now_ms()
    hand = Hand(new_id(now), new_id(now), clock, stamps)
    with step(library, hand, "step.new_library") as first:  # of no scope: nobody takes this back
        first.write(Reviewer(hand.reviewer, name or user_name(), COLOURS[0]))
        first.write(Device(hand.device, device_name(), hand.reviewer))
        for source, kind in (
            (THE_ARTICLE_ITSELF, SourceKind.ARTICLE),
            (NOT_NAMED, SourceKind.UNNAMED),
        ):
            with for_programs():  # the library is the same whoever made it; the window has its own words
                first.write(Source(source, kind, say(f"source.{kind.value}")))
        keep(library, "reviewer", hand.reviewer)
        keep(library, "device", hand.device)
        if name:
            keep(library, "named", "1")
    return hand


def _as_reviewer(library: Library, hand: Hand, name: str) -> Hand:
    found = library.where(Reviewer, name=name)
    if not found:
        return add_person(library, hand, name)
    works = _who_works(library, found)
    if works is not None:
        return replace(hand, reviewer=works.id)
    given_work = next((one for one in found if not has_written(library, one.id)), None)
    if given_work is None:
        raise NotAllowed("reviewer.elsewhere", name=name)
    return replace(hand, reviewer=given_work.id)


def _who_works(library: Library, found: Iterable[Reviewer]) -> Reviewer | None:
    """The first of some people who works in this file; their other identities count as theirs."""
    here = working_here(library)
    return next((one for one in found if one.id in here), None)
