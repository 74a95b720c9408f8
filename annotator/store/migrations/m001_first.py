"""The first schema. Never edited after it was released: later changes are migrations of their own."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_ENVELOPE = {"author": str, "device": str, "created": str, "stamp": str, "deleted": int}

#: Table: its own columns. A column with `?` may be NULL; `-> table` refers to that table's id.
_TABLES: dict[str, dict[str, str]] = {
    "reviewers": {"name": "text", "colour": "text"},
    "devices": {"name": "text", "reviewer": "-> reviewers"},
    "texts": {"body": "text", "length": "int"},
    "sentences": {"text": "-> texts", "bounds": "text", "rules": "text"},
    "articles": {"title": "text", "language": "text", "sample": "int"},
    "revisions": {"article": "-> articles", "text": "-> texts", "position": "int"},
    "appearances": {
        "article": "-> articles",
        "revision": "-> revisions",
        "publisher": "text",
        "byline": "text",
        "url": "text",
        "published": "text",
        "file": "text",
        "encoding": "text",
        "imported": "text",
    },
    "claims": {
        "article": "-> articles",
        "tag": "text",
        "note": "text",
        "private_note": "text",
        "plain_words": "text",
        "answers_nothing": "text",
        "origin": "text",
        "withdrawn": "int",
        "version_of": "-> claims?",
    },
    "anchors": {
        "claim": "-> claims",
        "revision": "-> revisions",
        "start": "int",
        "end": "int",
        "quote": "text",
        "prefix": "text",
        "suffix": "text",
        "found": "text",
    },
    "sources": {
        "kind": "text",
        "name": "text",
        "role": "text",
        "url": "text",
        "note": "text",
        "description": "text",
        "reason": "text",
        "confidential": "int",
    },
    "same_as": {"source": "-> sources", "other": "-> sources"},
    "attributions": {
        "claim": "-> claims",
        "source": "-> sources",
        "position": "text",
        "revision": "-> revisions?",
        "start": "int",
        "end": "int",
        "words": "text",
        "cue": "text",
        "checked": "int",
    },
    "evidence": {
        "claim": "-> claims",
        "source": "-> sources",
        "stance": "text",
        "position": "text",
        "locator": "text",
        "quote": "text",
        "url": "text",
        "seen_on": "text",
    },
    "answers": {"denial": "-> claims", "allegation": "-> claims"},
    "responses": {
        "claim": "-> claims",
        "kind": "text",
        "asked_on": "text",
        "asked_by": "text",
        "due": "text",
        "note": "text",
    },
    "statuses": {
        "claim": "-> claims",
        "value": "text",
        "reason": "text",
        "old_words": "text",
        "new_words": "text",
    },
    "reviews": {"claim": "-> claims", "verdict": "text", "reason": "text", "version": "-> claims?"},
    "comments": {"claim": "-> claims", "position": "text", "body": "text"},
    "read_marks": {"article": "-> articles", "revision": "-> revisions", "start": "int", "end": "int"},
    "waivers": {"article": "-> articles", "rule": "text", "reason": "text", "claim": "-> claims?"},
    "done": {"article": "-> articles"},
    "sign_offs": {"article": "-> articles", "revision": "-> revisions", "note": "text"},
    "assignments": {
        "article": "-> articles",
        "reviewer": "-> reviewers",
        "instructions": "text",
        "blind": "int",
    },
}

#: References whose index holds more than the column: by the first a new claim finds one that is there,
#: by the others the share of a text that is marked is read without touching the rows.
_WIDE_INDEXES = {
    ("anchors", "revision"): ["revision", "start", "end"],
    ("anchors", "claim"): ["claim", "revision", "start", "end", "deleted"],
    ("claims", "article"): ["article", "tag", "id", "deleted", "withdrawn"],
}

_STATEMENTS = (
    # What is true of this file only: which reviewer is "me", which device this is.
    "CREATE TABLE here (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE steps (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
        label TEXT NOT NULL, "values" TEXT NOT NULL, author TEXT NOT NULL, device TEXT NOT NULL,
        stamp TEXT NOT NULL, undoes TEXT REFERENCES steps (id), undone_by INTEGER) STRICT""",
    """CREATE TABLE step_scopes (
        step INTEGER NOT NULL REFERENCES steps (n), scope TEXT NOT NULL,
        PRIMARY KEY (scope, step)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE journal (
        n INTEGER PRIMARY KEY, step TEXT NOT NULL, "table" TEXT NOT NULL, row TEXT NOT NULL,
        before TEXT, after TEXT NOT NULL, version INTEGER NOT NULL, author TEXT NOT NULL,
        device TEXT NOT NULL, stamp TEXT NOT NULL, hash TEXT NOT NULL) STRICT""",
    "CREATE INDEX steps_undone ON steps (undone_by) WHERE undone_by IS NOT NULL",
    "CREATE INDEX journal_step ON journal (step)",
    'CREATE INDEX journal_row ON journal (row, "table")',
)

#: Joined entries are one source, whoever joined them in whatever direction; of these the one shows that
#: was joined into no other, of several the first. A confidential entry is never one with a named one.
_SHOWN_SOURCES = """
CREATE VIEW shown_sources AS
WITH RECURSIVE
joins (source, other) AS (
    SELECT j.source, j.other FROM same_as j
    JOIN sources s ON s.id = j.source AND NOT s.deleted
    JOIN sources o ON o.id = j.other AND NOT o.deleted AND o.confidential = s.confidential
    WHERE NOT j.deleted),
pairs (one, another) AS (SELECT source, other FROM joins UNION SELECT other, source FROM joins),
reach (id, member) AS (
    SELECT one, one FROM pairs
    UNION SELECT reach.id, pairs.another FROM reach JOIN pairs ON pairs.one = reach.member),
chosen (id, shown) AS (
    SELECT id, substr(min((member IN (SELECT source FROM joins)) || member), 2) FROM reach GROUP BY id)
SELECT s.id AS id, coalesce(chosen.shown, s.id) AS shown FROM sources s LEFT JOIN chosen ON chosen.id = s.id
"""

#: The part of the view that the second schema puts another way.
ANSWERS = """(SELECT group_concat(w.allegation, ' ') FROM answers w
        JOIN claims g ON g.id = w.allegation AND NOT g.deleted
        WHERE w.denial = c.id AND NOT w.deleted AND c.tag = 'denial')"""

ANNOTATED_CLAIMS = f"""
CREATE VIEW annotated_claims AS
SELECT c.id AS claim_id, a.id AS article_id, a.title AS article, c.tag AS tag, p.quote AS quote,
    p.start AS start_char, p.end AS end_char,
    (SELECT group_concat(name, ' ← ') FROM (
        SELECT CASE s.confidential WHEN 1 THEN trim('confidential source: ' || s.description, ': ')
            ELSE s.name END AS name
        FROM attributions t
        JOIN shown_sources j ON j.id = t.source
        JOIN sources s ON s.id = j.shown
        WHERE t.claim = c.id AND NOT t.deleted ORDER BY t.position, t.id)) AS said_by,
    (SELECT group_concat(entry, '; ') FROM (
        SELECT e.stance || ': ' || CASE s.confidential WHEN 1 THEN 'confidential source'
            ELSE s.name || CASE e.locator WHEN '' THEN '' ELSE ', ' || e.locator END END AS entry
        FROM evidence e
        JOIN shown_sources j ON j.id = e.source
        JOIN sources s ON s.id = j.shown
        WHERE e.claim = c.id AND NOT e.deleted ORDER BY e.position, e.id)) AS evidence,
    {ANSWERS} AS answers,
    coalesce((SELECT u.value FROM statuses u WHERE u.claim = c.id AND NOT u.deleted
        ORDER BY u.stamp DESC LIMIT 1), 'unchecked') AS status,
    c.note AS note, r.name AS reviewer, c.created AS created,
    substr(max(c.stamp, p.stamp), 1, 24) AS modified
FROM claims c
JOIN articles a ON a.id = c.article AND NOT a.deleted
JOIN revisions v ON v.article = a.id AND NOT v.deleted AND v.position = (
    SELECT max(position) FROM revisions WHERE article = a.id AND NOT deleted)
JOIN anchors p ON p.claim = c.id AND p.revision = v.id AND NOT p.deleted
LEFT JOIN reviewers r ON r.id = c.author
WHERE NOT c.deleted AND NOT c.withdrawn
ORDER BY a.title, p.start, p.end DESC, c.id
"""


def apply(db: "Database") -> None:
    """Makes every table, index and view of schema version 1."""
    for name, columns in _TABLES.items():
        _create(db, name, columns)
    for statement in (*_STATEMENTS, _SHOWN_SOURCES, ANNOTATED_CLAIMS, "PRAGMA user_version = 1"):
        db.execute(statement)


def _create(db: "Database", name: str, columns: dict[str, str]) -> None:
    references = {column: kind for column, kind in columns.items() if kind.startswith("->")}
    types = {column: int if kind == "int" else str for column, kind in columns.items()}
    optional = {column for column, kind in columns.items() if kind.endswith("?")}
    table = db.table(name)
    table.create(
        {"n": int, "id": str, **types, **_ENVELOPE},
        pk="n",
        not_null={"id", *columns, *_ENVELOPE} - optional,
        foreign_keys=[(column, kind.strip("->? "), "id") for column, kind in references.items()],
        strict=True,
    )
    table.create_index(["id"], unique=True)
    for column in references:
        table.create_index(_WIDE_INDEXES.get((name, column), [column]))
