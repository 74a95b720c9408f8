"""What colleagues send each other, and what it comes to where it is taken in."""

from dataclasses import dataclass, field

from annotator.model.stamped import Stamped


@dataclass(frozen=True, slots=True)
class Range:
    """How far a delivery knows a person's work on one device: its first and last stamp, and how many rows."""

    author: str
    device: str
    first: str
    last: str
    rows: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """A review file: everything in it, in the order of `model.rows.KINDS`.

    `sender` is a reviewer's id and `device` the machine it was written on, `sent` ISO 8601 in UTC, `message`
    the sender's words to whoever opens it. `outlines` are the ids of rows that came only because others point
    to them. Graves stand for removed rows.
    """

    id: str
    sender: str
    device: str
    sent: str
    rows: tuple[Stamped, ...]
    ranges: tuple[Range, ...] = ()
    message: str = ""
    outlines: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a delivery brings to one article; counts are of rows that would really be written.

    `new` where the article is not in this library, `hidden` where colleagues' tags stay hidden from me until
    I am done, `like` the id of another article of the same title whose text differs, empty if there is none.
    """

    article: str
    title: str
    people: tuple[str, ...]
    new: bool = False
    claims: int = 0
    changed: int = 0
    removed: int = 0
    reviews: int = 0
    comments: int = 0
    other: int = 0
    hidden: bool = False
    like: str = ""


@dataclass(frozen=True, slots=True)
class SourceMatch:
    """An entry of the register and an incoming one of its name and kind: one source, if a person says so."""

    here: str
    incoming: str
    name: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """Rows that say they are by a reviewer of this library, from a device not paired with that person."""

    reviewer: str
    name: str
    device: str
    device_name: str
    rows: int
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What taking a delivery in would do, before anything is written.

    `same_names` are incoming (reviewer id, name) whose name is mine though the id is not. `older` where this
    library knows newer work of everybody in the file.
    """

    sender: str
    sent: str
    message: str
    arrivals: tuple[Arrival, ...] = ()
    sources: int = 0
    matches: tuple[SourceMatch, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    same_names: tuple[tuple[str, str], ...] = ()
    assigned_to: tuple[str, ...] = ()
    older: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not self.arrivals and not self.sources


@dataclass(frozen=True, slots=True)
class MergeOptions:
    """What a person decided about a delivery.

    `join` are pairs (id here, id incoming) of sources that are one, `same_person` incoming reviewer ids that
    are me too, `pair` devices (reviewer id, device id) that are that person's from now on, `trust` takes in
    this once what would be set aside.
    """

    join: tuple[tuple[str, str], ...] = ()
    same_person: tuple[str, ...] = ()
    pair: tuple[tuple[str, str], ...] = ()
    trust: bool = False
