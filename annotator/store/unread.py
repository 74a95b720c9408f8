"""Words of colleagues that somebody here has not seen yet. True of this file only: no step, no journal."""

from collections.abc import Iterable

from annotator.store.library import Library
from annotator.store.twins import pairs, together

#: The plus has SQLite look who I am only where there is anything unread at all.
_CLAIMS = """
SELECT DISTINCT u.claim FROM unread u WHERE +u.reader IN mine AND (
    EXISTS (SELECT 1 FROM seen_reviews x WHERE x.id = u.row AND x.author NOT IN mine)
    OR EXISTS (SELECT 1 FROM seen_comments x WHERE x.id = u.row AND x.author NOT IN mine))
"""


def claims(library: Library) -> set[str]:
    """The claims, each as the one that shows, with words of colleagues that I may see and have not seen."""
    twins = pairs(library)
    return {twins.get(row["claim"], row["claim"]) for row in library.query(_CLAIMS)}


def add(library: Library, readers: Iterable[str], rows: Iterable[tuple[str, str]]) -> None:
    """Notes reviews and comments, each as (its id, its claim's id), as unseen by the readers.

    Inside the running transaction. What a reader wrote, on whatever machine, is passed over when it is read.
    """
    kept = list(rows)
    library.connection.executemany(
        "INSERT OR IGNORE INTO unread (row, reader, claim) VALUES (?, ?, ?)",
        [(row, reader, claim) for reader in sorted(set(readers)) for row, claim in kept],
    )


def mark_seen(library: Library, claim: str) -> bool:
    """Takes everything on a claim as seen by who looks; whether there was anything. Raises WriteFailed."""
    claims = together(pairs(library), [claim])
    found = [
        (row["reader"], row["claim"])
        for one in sorted(claims)
        for row in library.query(
            "SELECT DISTINCT reader, claim FROM unread WHERE claim = ? AND reader IN mine", one
        )
    ]
    if found:
        with library.atomic():
            library.connection.executemany("DELETE FROM unread WHERE reader = ? AND claim = ?", found)
    return bool(found)
