"""Review files: what is sent to colleagues, and what is read of theirs before anything is merged.

The formats are imported where they are used: a window starts without them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.desk.desk import Desk
from annotator.formats.redact import Disclosure
from annotator.host.clock import Clock, iso
from annotator.host.files import write_whole
from annotator.host.ids import new_id
from annotator.model.deliveries import Delivery
from annotator.model.errors import NothingFound
from annotator.model.rows import Article, Claim, Reviewer
from annotator.store.identities import identities
from annotator.store.reading.confidential import confidential_names


@dataclass(frozen=True, slots=True)
class Sending:
    """What to send: articles by id, the work of these people (any id of theirs), everybody's if None."""

    articles: tuple[str, ...]
    people: tuple[str, ...] | None = None
    disclosure: Disclosure = Disclosure()
    message: str = ""


@dataclass(frozen=True, slots=True)
class SendReport:
    """What was written: counts of articles, of claims that stand, and of the people who made them."""

    path: Path
    articles: int
    claims: int
    people: int


def is_review_file(path: Path) -> bool:
    """Whether a file is a review file, by its name or for any JSON by how it begins; it need not be sound."""
    from annotator.formats.review_file import reader

    return reader.is_review_file(path)


def read_review(path: Path) -> Delivery:
    """What a colleague sent. Raises BadInput, with the place of the fault, and then takes nothing of it."""
    from annotator.formats.review_file import reader

    return reader.read_file(path)


def delivery(desk: Desk, sending: Sending) -> Delivery:
    """What is sent, without what was not ticked. Raises NothingFound where no article of these is left."""
    from annotator.desk.gathering import gather
    from annotator.formats.review_file.discretion import discreet, discreet_words
    from annotator.formats.review_file.soundness import ranges

    library, now = desk.library, Clock().now_ms()
    rows, outlines = gather(
        library, sending.articles, _people(desk, sending), desk.me, library.here("device")
    )
    if not any(isinstance(stamped.row, Article) for stamped in rows):
        raise NothingFound("gone.articles")
    names = confidential_names(library)
    shown = tuple(discreet(rows, sending.disclosure, names))
    return Delivery(
        id=new_id(now),
        sender=desk.me,
        device=library.here("device"),
        sent=iso(now),
        rows=shown,
        ranges=ranges(shown),
        message=discreet_words(sending.message, sending.disclosure, names),
        outlines=outlines,
    )


def send(desk: Desk, path: Path, sending: Sending, stopped: Callable[[], bool] = lambda: False) -> SendReport:
    """Writes a review file, wholly or not at all.

    Raises NothingFound as `delivery`, BadInput for the library's own file, WriteFailed, and Cancelled once
    `stopped`, which is asked for each piece of the file, says so.
    """
    from annotator.desk.exports import refuse_library, until
    from annotator.formats.review_file.writer import write

    refuse_library(desk, path)
    made = delivery(desk, sending)
    write_whole(path, until(stopped, write(made)))
    claims = [
        stamped
        for stamped in made.rows
        if isinstance(stamped.row, Claim) and not stamped.deleted and stamped.row.id not in made.outlines
    ]
    articles = sum(isinstance(stamped.row, Article) for stamped in made.rows)
    return SendReport(path, articles, len(claims), len({stamped.author for stamped in claims}))


def _people(desk: Desk, sending: Sending) -> frozenset[str]:
    """All ids of the people whose work is sent."""
    if sending.people is None:
        return frozenset(reviewer.id for reviewer in desk.library.where(Reviewer))
    return frozenset().union(*(identities(desk.library, person) for person in sending.people))
