"""What the person who works sees, for whoever adds to it."""

import json
from collections.abc import Iterable

from annotator.model.rows import Claim
from annotator.store.codec import from_columns
from annotator.store.library import Library
from annotator.store.sight import VEILED

#: Where those of a table's live rows stand that I may see.
_SEEN = {table: f"seen_{table}" for table in VEILED} | {"claims": "seen_with_twins"}


def seen_claim(library: Library, claim: str) -> Claim | None:
    """A claim I may see; one that its author removed while others built on it is withdrawn."""
    found = library.query("SELECT * FROM seen_with_twins WHERE id = ?", claim)
    return from_columns(Claim, dict(found[0])) if found else None


def sayings(library: Library, revision: str, claims: Iterable[str]) -> dict[str, str]:
    """For each claim what it says in a revision, as a word on it keeps it (`model.rows.Review.of`)."""
    found = library.query(
        "SELECT claim, said FROM sayings WHERE claim IN (SELECT value FROM json_each(?)) AND revision = ?",
        json.dumps(list(claims)),
        revision,
    )
    return {row["claim"]: row["said"] for row in found}


def only_seen(library: Library, rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those of some live rows, as (table, id), that are not hidden from me."""
    return [
        (table, row_id)
        for table, row_id in rows
        if table not in _SEEN or library.query(f"SELECT 1 FROM {_SEEN[table]} WHERE id = ?", row_id)
    ]


def is_hidden(library: Library, article: str) -> bool:
    """Whether colleagues' tags on an article are hidden from me until I am done."""
    return bool(library.query("SELECT 1 FROM hidden_articles WHERE article = ?", article))
