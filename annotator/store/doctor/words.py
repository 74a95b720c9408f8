"""The words: texts by their fingerprints, and what is said of places in them."""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.model.damage import Finding
from annotator.model.rows import Anchor, Places, Sentences, Text
from annotator.model.spans import Span
from annotator.store.around import Rows
from annotator.store.doctor.asking import rows, version
from annotator.store.journal import SEAL
from annotator.store.library import Library
from annotator.text.anchors import holds
from annotator.text.identity import fingerprint
from annotator.text.passages import are_ordered

#: The schema that brought pages and times.
_WITH_PLACES = 4

_BOUNDS = f"""SELECT s.id, s.bounds, t.body, EXISTS (SELECT 1 FROM journal j
    WHERE j."table" = '{Sentences.TABLE}' AND j.row = s.id AND j.after LIKE '%,"{SEAL}":"%') AS sealed
    FROM {Sentences.TABLE} s JOIN {Text.TABLE} t ON t.id = s.text"""


def texts(library: Library) -> Iterator[Finding]:
    """Every text by its fingerprint."""
    readable = Rows(library.connection, Text.TABLE)
    for row in readable:
        body = row["body"] if isinstance(row["body"], str) else ""  # a torn page has anything anywhere
        if fingerprint(body) != row["id"] or len(body) != row["length"]:
            yield Finding("doctor.text", {"text": row["id"]})
    if readable.reason:
        yield Finding("doctor.unreadable", {"part": Text.TABLE, "reason": readable.reason})


def boundaries(library: Library) -> Iterator[Finding]:
    """Boundaries of sentences lie one after the other inside their text.

    They are not computed again: a colleague's may come from another version of what finds them. Whether
    they are as they were written the journal says; where an older program did not tell it, at least no word
    may stand outside of a sentence.
    """
    for row in rows(library, _BOUNDS):
        bounds = [Span(start, end) for start, end in json.loads(row["bounds"])]
        body = row["body"]
        if not in_order(bounds, len(body)) or not (row["sealed"] or _hold_all(bounds, body)):
            yield Finding("doctor.sentences", {"text": row["id"]})


def _hold_all(bounds: Sequence[Span], body: str) -> bool:
    """Whether all that is no white space lies in a sentence."""
    ends = [0, *(at for span in bounds for at in (span.start, span.end)), len(body)]
    between = zip(ends[::2], ends[1::2], strict=True)
    return not any(body[start:end].strip() for start, end in between)


def in_order(bounds: Sequence[Span], length: int) -> bool:
    """Whether sentences lie one after the other inside a text of that length."""
    ends = [0, *(at for span in bounds for at in (span.start, span.end)), length]
    return all(one <= other for one, other in pairwise(ends))


def places(library: Library) -> Iterator[Finding]:
    """Places lie inside their text, one after the other."""
    if version(library) < _WITH_PLACES:
        return
    statement = f"SELECT p.places, t.id, t.length FROM {Places.TABLE} p JOIN {Text.TABLE} t ON t.id = p.text"
    for row in rows(library, statement):
        if not are_ordered(row["places"], row["length"]):
            yield Finding("doctor.places", {"text": row["id"]})


def quotes(library: Library) -> Iterator[Finding]:
    """Every quote of a claim is what stands at its place."""
    statement = f"""SELECT p.claim, p.start, p."end", p.quote, t.id AS text FROM {Anchor.TABLE} p
        JOIN revisions v ON v.id = p.revision JOIN texts t ON t.id = v.text
        WHERE NOT p.deleted AND p.start >= 0 ORDER BY t.id"""
    known, body = "", ""
    for row in rows(library, statement):
        if row["text"] != known:
            known = row["text"]
            ((body,),) = rows(library, f"SELECT body FROM {Text.TABLE} WHERE id = ?", known)
        if not stands(body, row["start"], row["end"], row["quote"]):
            yield Finding("doctor.quote", {"claim": row["claim"], "quote": row["quote"]})


def stands(body: str, start: int, end: int, quote: str) -> bool:
    """Whether a quote stands at its place in a text, in code points, whatever the numbers are."""
    return 0 <= start <= end and holds(body, Span(start, end), quote)
