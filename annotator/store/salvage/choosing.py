"""What each row of a damaged library said, by its table and by the journal, of which the journal is right."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from annotator.model.rows import KINDS, Row, Sentences, Text
from annotator.model.spans import Span
from annotator.model.stamped import Stamped
from annotator.store.codec import LIVES, NOT_HERE, TOGETHER, stamped
from annotator.store.doctor.words import in_order
from annotator.store.journal import SEAL, says
from annotator.store.salvage.wreck import Content, Entry, Wreck
from annotator.store.seals import seal
from annotator.text.identity import fingerprint
from annotator.text.sentences import RULES, sentences

RowId = tuple[str, str]


@dataclass(slots=True)
class Chosen:
    """The rows to bring over, by table and id; as (table, id) those that are lost, and those mended.

    Not exact where of a lost row nothing is known but that there was one: it may have been removed long ago.
    """

    rows: dict[str, dict[str, Stamped]] = field(default_factory=dict)
    lost: dict[RowId, None] = field(default_factory=dict)
    mended: list[RowId] = field(default_factory=list)
    is_exact: bool = True


def choose(wreck: Wreck, unwritten: dict[str, dict[str, object]]) -> Chosen:
    """Decides on every row that anything tells of.

    `unwritten` has by table what columns hold of rows older than they are (see `journal.defaults`).
    """
    chosen = Chosen()
    bodies = (row.get("body") for row in wreck.rows[Text.TABLE].values())
    texts = {fingerprint(body): body for body in bodies if isinstance(body, str)}
    for kind in KINDS:
        table = kind.TABLE
        chosen.rows[table] = {}
        journaled = (row for of, row in wreck.entries if of == table)
        for row_id in dict.fromkeys((*wreck.rows[table], *journaled, *sorted(wreck.known[table]))):
            content = _content(wreck, table, row_id, unwritten[table], chosen)
            if content is None or content.get("deleted") == NOT_HERE:
                continue
            row = _row(kind, row_id, {**unwritten[table], **content}, texts)
            chosen.is_exact &= bool(content)
            if row is not None:
                chosen.rows[table][row_id] = row
            elif content.get("deleted", LIVES) == LIVES:
                chosen.lost[table, row_id] = None
    return chosen


def _content(
    wreck: Wreck, table: str, row_id: str, unwritten: dict[str, object], chosen: Chosen
) -> Content | None:
    """What a row said; empty if lost, None where something else put it there or only damage names it."""
    row = wreck.rows[table].get(row_id)
    entries = wreck.entries.get((table, row_id), [])
    last = next((entry for entry in reversed(entries) if entry.is_vouched), None)
    if row is None:
        if last is None:
            return {} if row_id in wreck.known[table] else None
        return _as_said(last)
    since = [entry for entry in entries if last is None or entry.n >= last.n]
    if any(says(table, row, entry.after, unwritten) for entry in since) or _is_newer(wreck, last, since):
        return row
    if last is None:
        return None
    chosen.mended.append((table, row_id))
    return {**row, **_as_said(last)}


def _as_said(entry: Entry) -> dict[str, object]:
    """What an entry has of its row, which had all its fields written together unless it says otherwise."""
    return {"stamps": TOGETHER, **json.loads(entry.after)}


def _is_newer(wreck: Wreck, last: Entry | None, since: Sequence[Entry]) -> bool:
    """Whether a row may have been written by an entry that cannot be read, or not be trusted."""
    if last is None:
        return not wreck.has_whole_journal
    later = wreck.is_open_ended or any(gap > last.n for gap in wreck.gaps[-1:])
    return later or any(not entry.is_vouched for entry in since)


def _row(kind: type[Row], row_id: str, content: dict[str, object], texts: dict[str, str]) -> Stamped | None:
    """The row as it travels; None where it cannot be."""
    if kind in (Text, Sentences) and row_id not in texts:
        return None
    if kind is Text:
        content |= {"body": texts[row_id], "length": len(texts[row_id])}
    elif kind is Sentences:
        content |= _bounds(texts[row_id], content)
    if any(isinstance(value, bytes) for value in content.values()):
        return None
    try:
        made = stamped(kind, content)
    except (ValueError, KeyError, TypeError):  # a value that the model does not know, or a column less
        return None
    return made if made.row.id == row_id else None


def _bounds(text: str, content: Content) -> dict[str, object]:
    """The sentences of a text: as they were written, or by today's rules where that cannot be."""
    bounds = content.get("bounds")
    with suppress(ValueError, TypeError):
        found = [Span(start, end) for start, end in json.loads(str(bounds))]
        if in_order(found, len(text)) and content.get(SEAL, seal(bounds)) == seal(bounds):
            return {}
    made = [[span.start, span.end] for span in sentences(text)]
    return {"bounds": json.dumps(made, separators=(",", ":")), "rules": RULES}
