"""The history: the chain of the journal, the seals of the steps, and which step is undone."""

from collections.abc import Iterator

from annotator.model.damage import Finding
from annotator.store.around import Rows
from annotator.store.doctor.asking import rows, version
from annotator.store.journal import SEALED
from annotator.store.library import Library
from annotator.store.seals import FIRST, seal, step_seal

#: The schema that seals the steps.
WITH_SEALS = 5

#: Of the last entry of each step its number and its hash.
_Ends = dict[str, tuple[int, str]]


def journal_and_steps(library: Library) -> Iterator[Finding]:
    """Every entry's hash, that each belongs to a step, and every step by its own seal."""
    steps = {row["id"] for row in rows(library, "SELECT id FROM steps")}
    ends: _Ends = {}
    previous = FIRST
    readable = Rows(library.connection, "journal")
    for row in readable:
        if seal(previous, *(row[name] for name in SEALED)) != row["hash"]:
            yield Finding("doctor.chain", {"entry": row["n"], "table": row["table"], "row": row["row"]})
        if row["step"] not in steps:
            yield Finding("doctor.step", {"entry": row["n"], "step": row["step"]})
        previous = row["hash"]  # so that one broken link is named once
        ends[row["step"]] = (row["n"], row["hash"])
    if readable.reason:
        yield Finding("doctor.unreadable", {"part": "journal", "reason": readable.reason})
    yield from _steps(library, ends)


def _steps(library: Library, ends: _Ends) -> Iterator[Finding]:
    sealed = version(library) >= WITH_SEALS
    scopes: dict[int, list[str]] = {}
    for number, scope in rows(library, "SELECT step, scope FROM step_scopes"):
        scopes.setdefault(number, []).append(scope)
    undone = _undone(library)
    before = 0
    for row in rows(library, "SELECT * FROM steps ORDER BY n"):
        entry, last = ends.get(row["id"], (0, FIRST))
        stands = row["undone_by"] == undone.get(row["id"]) and entry > before
        if not stands or (sealed and step_seal(last, dict(row), scopes.get(row["n"], [])) != row["hash"]):
            yield Finding("doctor.history", {"step": row["id"], "time": row["stamp"][:24]})
        before = max(before, entry)


def _undone(library: Library) -> dict[str, int | None]:
    """By step, the undo by which it is undone; what was done last with it counts."""
    turns = rows(library, "SELECT n, kind, undoes FROM steps WHERE undoes IS NOT NULL ORDER BY n")
    return {row["undoes"]: row["n"] if row["kind"] == "undo" else None for row in turns}
