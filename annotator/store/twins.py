"""Equal claims of one person, as they come together when libraries are merged: one of them shows for all.

Two claims are equal where one person gave the same words of an article's newest text the same tag, and both
stand. The one with the smallest id shows, on all machines alike; what others said of any of them is read as
said of that one. The table `twins` is of this file only and holds nothing that the rows do not.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping

from annotator.model.changes import RowChange
from annotator.store.library import Library

#: By table, what makes claims equal or ends it.
_COUNT = {
    "claims": ("author", "tag", "withdrawn", "deleted"),
    "anchors": ("revision", "start", "end", "deleted"),
    "revisions": ("position", "deleted"),
    "same_person": ("reviewer", "other", "deleted"),
}

#: What is said of these is said of many claims.
_OF_MANY = ("revisions", "same_person")

_PLACES = 'SELECT revision, start, "end" FROM anchors WHERE NOT deleted AND start >= 0'
#: The claims that stand on words marked more than once, by who made them; `{which}` leaves some places.
_TWINS = """
WITH places (revision, start, "end") AS ({which}),
crowded (revision, start, "end") AS (
    SELECT p.revision, p.start, p."end" FROM places k
    JOIN anchors p ON p.revision = k.revision AND p.start = k.start AND p."end" = k."end" AND NOT p.deleted
    GROUP BY p.revision, p.start, p."end" HAVING count(*) > 1),
marks (claim, person, tag, revision, start, "end") AS (
    SELECT c.id, coalesce(s.shown, c.author), c.tag, k.revision, k.start, k."end" FROM crowded k
    JOIN anchors p ON p.revision = k.revision AND p.start = k.start AND p."end" = k."end" AND NOT p.deleted
    JOIN claims c ON c.id = p.claim AND NOT c.deleted AND NOT c.withdrawn
    JOIN revisions v ON v.id = k.revision AND v.article = c.article AND NOT v.deleted AND v.position = (
        SELECT max(position) FROM revisions WHERE article = c.article AND NOT deleted)
    LEFT JOIN shown_reviewers s ON s.id = c.author)
SELECT claim, shown FROM (
    SELECT claim, min(claim) OVER (PARTITION BY person, tag, revision, start, "end") AS shown FROM marks)
WHERE claim <> shown
"""
_EVERYWHERE = _TWINS.format(which=f"SELECT DISTINCT * FROM ({_PLACES})")
_BESIDE = _TWINS.format(which=f"{_PLACES} AND claim IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3")
_BEFORE = """
SELECT claim, shown FROM twins WHERE claim IN (SELECT value FROM json_each(?1))
OR shown IN (SELECT value FROM json_each(?1))
OR shown IN (SELECT shown FROM twins WHERE claim IN (SELECT value FROM json_each(?1)))
"""


def pairs(library: Library) -> dict[str, str]:
    """For each claim that does not show the equal one that does; mostly there is none."""
    return {row["claim"]: row["shown"] for row in library.query("SELECT claim, shown FROM twins")}


def alike(library: Library, claim: str) -> tuple[str, ...]:
    """A claim and those equal to it, the one that shows first."""
    return tuple(sorted(together(pairs(library), [claim])))


def together(twins: Mapping[str, str], claims: Iterable[str]) -> set[str]:
    """The claims with all that are equal to any of them; `twins` as `pairs` gives them."""
    shown = {twins.get(claim, claim) for claim in claims}
    return shown.union(claim for claim, other in twins.items() if other in shown)


def wrong(connection: sqlite3.Connection) -> set[str]:
    """The claims of which the table says something else than the rows."""
    there = set(map(tuple, connection.execute("SELECT claim, shown FROM twins")))
    return {claim for claim, _ in there ^ set(map(tuple, connection.execute(_EVERYWHERE)))}


def rebuild(connection: sqlite3.Connection) -> set[str]:
    """Finds all equal claims afresh, inside the running transaction; answers as `follow` does."""
    before = set(map(tuple, connection.execute("SELECT claim, shown FROM twins")))
    return _replace(connection, before, set(map(tuple, connection.execute(_EVERYWHERE))))


def follow(connection: sqlite3.Connection, changes: Iterable[RowChange]) -> set[str]:
    """Brings the table up to what the changed rows say, inside the same transaction.

    Returns the claims that show, or show for others, otherwise than before.
    """
    counting = [change for change in changes if _counts(change)]
    if any(change.table in _OF_MANY for change in counting):
        return rebuild(connection)
    touched = {str(change.after["id" if change.table == "claims" else "claim"]) for change in counting}
    if not touched:
        return set()
    before = set(map(tuple, connection.execute(_BEFORE, (json.dumps(sorted(touched)),))))
    beside = touched.union(claim for pair in before for claim in pair)
    now = set(map(tuple, connection.execute(_BESIDE, (json.dumps(sorted(beside)),))))
    return _replace(connection, before, now)


def _counts(change: RowChange) -> bool:
    names, before = _COUNT.get(change.table, ()), change.before
    if before is None:
        return bool(names) and change.table != "revisions"  # a new article's first one has no claims yet
    return any(before[name] != change.after[name] for name in names)


def _replace(
    connection: sqlite3.Connection, before: set[tuple[str, str]], now: set[tuple[str, str]]
) -> set[str]:
    """Writes what differs; `now` may hold pairs that are there already beside those of `before`."""
    gone, come = before - now, now - before
    connection.executemany("DELETE FROM twins WHERE claim = ?", [(claim,) for claim, _ in gone])
    connection.executemany("INSERT OR REPLACE INTO twins (claim, shown) VALUES (?, ?)", sorted(come))
    return {claim for pair in gone | come for claim in pair}
