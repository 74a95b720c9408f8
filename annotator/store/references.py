"""Which rows point at which, read from the schema's own foreign keys."""

import json
from collections.abc import Iterable

from annotator.store.codec import NOT_HERE
from annotator.store.library import Library

_LINKED = """
SELECT allegation AS claim FROM answers WHERE denial IN (SELECT value FROM json_each(?1)) AND NOT deleted
UNION SELECT denial FROM answers WHERE allegation IN (SELECT value FROM json_each(?1)) AND NOT deleted
"""


def referrers(library: Library, table: str, row_id: str) -> list[tuple[str, str]]:
    """The live rows that point at a row, as (table, id)."""
    return [
        (child, str(row["id"]))
        for child, column, parent in library.foreign_keys
        if parent == table
        for row in library.query(f'SELECT id FROM {child} WHERE "{column}" = ? AND NOT deleted', row_id)
    ]


def missing_references(library: Library, table: str, row_id: str) -> list[tuple[str, str]]:
    """The deleted rows that a row points at, as (table, id)."""
    return [
        (parent, str(row["id"]))
        for child, column, parent in library.foreign_keys
        if child == table
        for row in library.query(
            f'SELECT p.id FROM {table} c JOIN {parent} p ON p.id = c."{column}" WHERE c.id = ? AND p.deleted',
            row_id,
        )
    ]


def any_referrer(library: Library, table: str, ids: Iterable[str]) -> tuple[str, str] | None:
    """A live row that points at one of these, as (table, id)."""
    chosen = json.dumps(list(ids))
    for child, column, parent in library.foreign_keys:
        if parent == table:
            found = library.query(
                f'SELECT id FROM {child} WHERE "{column}" IN (SELECT value FROM json_each(?)) AND NOT deleted'
                " LIMIT 1",
                chosen,
            )
            if found:
                return child, str(found[0]["id"])
    return None


def any_not_here(library: Library, table: str, ids: Iterable[str]) -> tuple[str, str] | None:
    """A row at which one of these points while its taking in is undone, as (table, id)."""
    chosen = json.dumps(list(ids))
    for child, column, parent in library.foreign_keys:
        if child == table:
            found = library.query(
                f'SELECT p.id FROM {table} c JOIN {parent} p ON p.id = c."{column}"'
                f" WHERE c.id IN (SELECT value FROM json_each(?)) AND p.deleted = {NOT_HERE} LIMIT 1",
                chosen,
            )
            if found:
                return parent, str(found[0]["id"])
    return None


def linked(library: Library, claims: Iterable[str]) -> set[str]:
    """The claims at the other ends of the links of some claims, asleep or not."""
    ids = json.dumps(sorted(claims))
    return {str(row["claim"]) for row in library.query(_LINKED, ids)}
