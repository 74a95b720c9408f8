"""The third schema: what several people need. Rows that merge, identities of one person, what is removed."""

from typing import TYPE_CHECKING

from annotator.store.migrations.m001_first import ANNOTATED_CLAIMS, ANSWERS
from annotator.store.migrations.m002_search import STANDING_ANSWERS

if TYPE_CHECKING:
    from sqlite_utils import Database

#: The tables of the first schema that hold rows of the model.
_ROWS = (
    *("reviewers", "devices", "texts", "sentences", "articles", "revisions", "appearances", "claims"),
    *("anchors", "sources", "same_as", "attributions", "evidence", "answers", "responses", "statuses"),
    *("reviews", "comments", "read_marks", "waivers", "done", "sign_offs", "assignments"),
)

#: Which fields of a row were written at another time than the row, as JSON: name to stamp.
_STAMPS = "stamps TEXT NOT NULL DEFAULT '{}'"

_ENVELOPE = f"""author TEXT NOT NULL, device TEXT NOT NULL, created TEXT NOT NULL, stamp TEXT NOT NULL,
    deleted INTEGER NOT NULL, {_STAMPS}"""

_TABLES = (
    f"""CREATE TABLE same_person (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, reviewer TEXT NOT NULL REFERENCES reviewers (id),
    other TEXT NOT NULL REFERENCES reviewers (id), {_ENVELOPE}) STRICT""",
    f"""CREATE TABLE graves (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, of TEXT NOT NULL, {_ENVELOPE}) STRICT""",
    "CREATE INDEX same_person_reviewer ON same_person (reviewer)",
    "CREATE INDEX same_person_other ON same_person (other)",
    # What the claim said when the word on it was given (see `store.sight`).
    "ALTER TABLE reviews ADD COLUMN of TEXT NOT NULL DEFAULT ''",
    # What is true of this file only: which claims are shown as another, equal one of the same person, and
    # which words of colleagues have not been seen by whom.
    "CREATE TABLE twins (claim TEXT PRIMARY KEY, shown TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE unread (
    row TEXT NOT NULL, reader TEXT NOT NULL, claim TEXT NOT NULL, PRIMARY KEY (reader, claim, row))
    STRICT, WITHOUT ROWID""",
)

#: Identities said to be one are one person, in both directions; of these the one shows that was joined
#: into no other, of several the first.
_SHOWN_REVIEWERS = """
CREATE VIEW shown_reviewers AS
WITH RECURSIVE
joins (reviewer, other) AS (SELECT reviewer, other FROM same_person WHERE NOT deleted),
pairs (one, another) AS (SELECT reviewer, other FROM joins UNION SELECT other, reviewer FROM joins),
reach (id, member) AS (
    SELECT one, one FROM pairs
    UNION SELECT reach.id, pairs.another FROM reach JOIN pairs ON pairs.one = reach.member),
chosen (id, shown) AS (
    SELECT id, substr(min((member IN (SELECT reviewer FROM joins)) || member), 2) FROM reach GROUP BY id)
SELECT r.id AS id, coalesce(chosen.shown, r.id) AS shown FROM reviewers r LEFT JOIN chosen ON chosen.id = r.id
"""

#: Who works in this file, by all identities, and on which articles colleagues' tags stay hidden from them.
_WHO_LOOKS = """CREATE VIEW annotated_claims AS
WITH
me (id) AS (
    SELECT id FROM shown_reviewers WHERE shown = (
        SELECT shown FROM shown_reviewers WHERE id = (SELECT value FROM here WHERE key = 'reviewer'))),
blind (article) AS (
    SELECT g.article FROM assignments g WHERE g.blind AND NOT g.deleted AND g.reviewer IN me
    AND NOT EXISTS (
        SELECT 1 FROM done f WHERE f.article = g.article AND NOT f.deleted AND f.author IN me))
SELECT"""


def _seen(row: str) -> str:
    return f"NOT {row}.deleted AND ({row}.author IN me OR c.article NOT IN blind)"


#: What the view of claims says otherwise than before, so that it tells no more than the window does.
_CHANGED = {
    "CREATE VIEW annotated_claims AS\nSELECT": _WHO_LOOKS,
    ANSWERS: STANDING_ANSWERS.replace("NOT w.deleted", _seen("w")),
    "NOT t.deleted": _seen("t"),
    "NOT e.deleted": _seen("e"),
    "NOT u.deleted": _seen("u"),
    "LEFT JOIN reviewers r ON r.id = c.author": """LEFT JOIN shown_reviewers i ON i.id = c.author
LEFT JOIN reviewers r ON r.id = i.shown""",
    "WHERE NOT c.deleted AND": f"WHERE {_seen('c')} AND c.id NOT IN (SELECT claim FROM twins) AND",
}


def apply(db: "Database") -> None:
    """Makes what schema version 3 adds, and its view of claims afresh."""
    for name in _ROWS:
        db.execute(f"ALTER TABLE {name} ADD COLUMN {_STAMPS}")
    for statement in (*_TABLES, _SHOWN_REVIEWERS):
        db.execute(statement)
    view = ANNOTATED_CLAIMS
    for before, after in _CHANGED.items():
        view = view.replace(before, after)
    db.execute("DROP VIEW annotated_claims")
    db.execute(view)
    db.execute("PRAGMA user_version = 3")
