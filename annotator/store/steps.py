"""The list of steps: what can be undone and redone in a scope, and the history as it is shown."""

import json
import sqlite3

from annotator.model.views import StepLine
from annotator.store.library import Library

_LINE = """
SELECT s.*, r.name AS reviewer FROM steps s LEFT JOIN reviewers r ON r.id = s.author
"""


def newest_undoable(library: Library, author: str, scope: str) -> StepLine | None:
    """A reviewer's newest step in a scope that is not undone."""
    return _first(
        library,
        _LINE + "JOIN step_scopes x ON x.step = s.n WHERE x.scope = ? AND s.author = ? AND s.kind = 'do'"
        " AND s.undone_by IS NULL ORDER BY s.n DESC LIMIT 1",
        scope,
        author,
    )


def newest_redoable(library: Library, author: str, scope: str) -> StepLine | None:
    """The step undone last in a scope, unless something new was done there since."""
    return _first(
        library,
        _LINE + "JOIN step_scopes x ON x.step = s.n WHERE x.scope = ?1 AND s.author = ?2 AND s.kind = 'do'"
        " AND s.undone_by > (SELECT coalesce(max(d.n), 0) FROM steps d JOIN step_scopes y ON y.step = d.n"
        "  WHERE y.scope = ?1 AND d.author = ?2 AND d.kind = 'do') ORDER BY s.undone_by DESC LIMIT 1",
        scope,
        author,
    )


def step_line(library: Library, step: str) -> StepLine | None:
    """One step by its id."""
    return _first(library, _LINE + "WHERE s.id = ?", step)


def scopes_of(library: Library, step: str) -> frozenset[str]:
    """The articles a step belongs to, or `LIBRARY`."""
    found = library.query(
        "SELECT x.scope FROM step_scopes x JOIN steps s ON s.n = x.step WHERE s.id = ?", step
    )
    return frozenset(str(row["scope"]) for row in found)


def history(library: Library, scope: str, limit: int) -> tuple[StepLine, ...]:
    """The newest steps of a scope, newest first."""
    found = library.query(
        _LINE + "JOIN step_scopes x ON x.step = s.n WHERE x.scope = ? ORDER BY s.n DESC LIMIT ?", scope, limit
    )
    return tuple(_line(row) for row in found)


def _first(library: Library, statement: str, *values: object) -> StepLine | None:
    found = library.query(statement, *values)
    return _line(found[0]) if found else None


def _line(row: sqlite3.Row) -> StepLine:
    return StepLine(
        row["id"],
        row["kind"],
        row["label"],
        json.loads(row["values"]),
        row["reviewer"] or "",
        row["stamp"][:24],
        row["undone_by"] is not None,
    )
