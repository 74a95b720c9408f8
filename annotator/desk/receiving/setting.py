"""What everything that comes in from one file is made with, and what a claim that comes is."""

from dataclasses import dataclass, replace

from annotator.desk.receiving.articles import Target
from annotator.desk.receiving.ids import Ids
from annotator.desk.receiving.people import People
from annotator.desk.receiving.register import Register
from annotator.desk.receiving.times import moment
from annotator.model.enums import Tag
from annotator.model.received import Mark
from annotator.model.rows import Row
from annotator.model.spans import Span
from annotator.model.stamped import Stamped
from annotator.store.codec import columns
from annotator.text.canonical import kept

#: So many rows can be told apart within a millisecond; further ones share the last stamp.
_TICKS = 0xFFFF


@dataclass(frozen=True, slots=True)
class Coming:
    """A claim that is made now: its id, tag, whose it is, where it stands, and the mark that it was."""

    id: str
    tag: Tag
    author: str
    span: Span
    moved: bool
    mark: Mark
    target: Target

    @property
    def says(self) -> str:
        """What it says, as a word on it keeps it (see `model.rows.Review`)."""
        return f"{self.tag.value} {self.span.start}-{self.span.end} {self.target.revision}"


@dataclass(frozen=True, slots=True)
class Setting:
    """What rows are made with: ids, people and sources of the file, the device that writes, and the time.

    `form` is the format's name, `label` what it is called; `now`, ISO 8601, is the latest time that anything
    can have been written.
    """

    ids: Ids
    people: People
    register: Register
    form: str
    label: str
    device: str
    now: str

    def stamped(self, row: Row, author: str, created: str, written: str = "", tick: int = 0) -> Stamped:
        """A row with its envelope; times are as in the file, `tick` tells apart what has the same one."""
        made = moment(created, self.now)
        last = moment(written, self.now) or made or self.now
        stamp = f"{last}#{min(tick, _TICKS):04x}"
        return Stamped(_storable(row), author, self.device, min(made or last, last), stamp)

    def with_claim(self, row: Row, author: str, one: Coming) -> Stamped:
        """A row that was written with its claim, as far as the file says."""
        return self.stamped(row, author, one.mark.claim.created, one.mark.claim.modified)

    def word(self, row: Row, author: str, at: str, one: Coming, tick: int) -> Stamped:
        """A word on a claim, said at its own time; those of one time stay in the order of the file."""
        claim = one.mark.claim
        when = next((time for time in (at, claim.modified, claim.created) if moment(time, self.now)), "")
        return self.stamped(row, author, when, when, tick)

    def writer(self, one: Coming, name: str) -> str:
        """Who wrote something on a claim; where nobody else is named, whoever made it."""
        if not name.strip() or name.split() == one.mark.claim.reviewer.split():
            return one.author
        return self.people.marks(name)


def _storable(row: Row) -> Row:
    """The row without what no text keeps."""
    said = ((name, getattr(row, name)) for name in columns(type(row)))
    mended = {name: kept(value) for name, value in said if isinstance(value, str) and kept(value) != value}
    return replace(row, **mended) if mended else row
