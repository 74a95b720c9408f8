"""A row as it travels between libraries: with who wrote it, where and when."""

from dataclasses import dataclass

from annotator.model.rows import Appearance, Article, Row, Source

#: Kinds of rows that belong to nobody alone: they merge field by field.
SHARED: tuple[type[Row], ...] = (Article, Appearance, Source)

#: The stamp of a field that was kept back: older than any other, so that it never overwrites.
KEPT_BACK = ""


@dataclass(frozen=True, slots=True)
class Stamped:
    """A row as it stands in a library or a review file, with its envelope.

    `stamp` orders it (see `host.clock.HybridClock`), `created` is ISO 8601 in UTC. `stamps` holds, sorted by
    name, the fields whose own stamp is not `stamp`, `deleted` among them; `KEPT_BACK` marks a field whose
    value its owner did not send.
    """

    row: Row
    author: str
    device: str
    created: str
    stamp: str
    deleted: bool = False
    stamps: tuple[tuple[str, str], ...] = ()
