"""Which rows point at which, read from the schema's own foreign keys."""

from annotator.store.library import Library


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
