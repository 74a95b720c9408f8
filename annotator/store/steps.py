"""The list of steps: what can be undone and redone in a scope, and the history as it is shown."""

import json
import sqlite3

from annotator.model.steps import StepLine
from annotator.store.library import Library

_LINE = """
SELECT s.*, r.name AS reviewer FROM steps s LEFT JOIN reviewers r ON r.id = person(s.author)
"""
# Each walks one index from its end, so a long history costs nothing: hence the order by `x.step`, not `s.n`.
_IN_SCOPE = _LINE + "JOIN step_scopes x ON x.step = s.n WHERE x.scope = ?1 "
_UNDOABLE = (
    _IN_SCOPE + "AND s.author = ?2 AND s.kind = 'do' AND s.undone_by IS NULL ORDER BY x.step DESC LIMIT 1"
)
#: What colleagues did in an article that is blind for me is told nowhere.
_SEEN = """AND (+s.author IN mine OR NOT EXISTS (
    SELECT 1 FROM step_scopes y WHERE y.step = s.n AND y.scope IN hidden_articles)) """
_HISTORY = _IN_SCOPE + _SEEN + "ORDER BY x.step DESC LIMIT ?2"
_SINCE = "s.n > coalesce((SELECT n FROM steps WHERE id = ?1), 0) "
_NEWEST = _LINE + f"WHERE {_SINCE}" + _SEEN + "ORDER BY s.n DESC LIMIT ?2"
_REDOABLE = (
    _LINE
    + """WHERE s.author = ?2 AND s.kind = 'do'
    AND EXISTS (SELECT 1 FROM step_scopes x WHERE x.scope = ?1 AND x.step = s.n)
    AND s.undone_by > coalesce((
        SELECT d.n FROM step_scopes y JOIN steps d ON d.n = y.step
        WHERE y.scope = ?1 AND d.author = ?2 AND d.kind = 'do' ORDER BY y.step DESC LIMIT 1), 0)
    ORDER BY s.undone_by DESC LIMIT 1"""
)


def newest_undoable(library: Library, author: str, scope: str) -> StepLine | None:
    """A reviewer's newest step in a scope that is not undone."""
    return _first(library, _UNDOABLE, scope, author)


def newest_redoable(library: Library, author: str, scope: str) -> StepLine | None:
    """The step undone last in a scope, unless something new was done there since."""
    return _first(library, _REDOABLE, scope, author)


def step_line(library: Library, step: str) -> StepLine | None:
    """One step by its id."""
    return _first(library, _LINE + "WHERE s.id = ?", step)


def stamp_of(library: Library, step: str) -> str:
    """The stamp of a step: of every row it wrote itself."""
    return str(library.query("SELECT stamp FROM steps WHERE id = ?", step)[0]["stamp"])


def scopes_of(library: Library, step: str) -> frozenset[str]:
    """The articles a step belongs to, or `LIBRARY`."""
    found = library.query(
        "SELECT x.scope FROM step_scopes x JOIN steps s ON s.n = x.step WHERE s.id = ?", step
    )
    return frozenset(str(row["scope"]) for row in found)


def history(library: Library, scope: str, limit: int) -> tuple[StepLine, ...]:
    """The newest steps of a scope that I may see, newest first."""
    found = library.query(_HISTORY, scope, limit)
    return tuple(_line(row) for row in found)


def count_since(library: Library, step: str) -> int:
    """How many steps came after one; all of them where there is none of that id."""
    return int(library.query(f"SELECT count(*) FROM steps s WHERE {_SINCE}", step)[0][0])


def newest_since(library: Library, step: str, limit: int) -> tuple[StepLine, ...]:
    """The newest of them that I may see, newest first."""
    return tuple(_line(row) for row in library.query(_NEWEST, step, limit))


def _first(library: Library, statement: str, *values: object) -> StepLine | None:
    found = library.query(statement, *values)
    return _line(found[0]) if found else None


def _line(row: sqlite3.Row) -> StepLine:
    return StepLine(
        row["id"],
        row["kind"],
        row["label"],
        _values(row["values"]),
        row["reviewer"] or "",
        row["stamp"][:24],
        row["undone_by"] is not None,
    )


def _values(kept: str) -> dict[str, str]:
    """What a step was called with; nothing where damage left no such thing."""
    try:
        values = json.loads(kept)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}
