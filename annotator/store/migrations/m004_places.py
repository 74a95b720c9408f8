"""The fourth schema: where passages of a text stood in its file, and what files said that is no claim."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_ENVELOPE = """author TEXT NOT NULL, device TEXT NOT NULL, created TEXT NOT NULL, stamp TEXT NOT NULL,
    deleted INTEGER NOT NULL, stamps TEXT NOT NULL DEFAULT '{}'"""

_STATEMENTS = (
    f"""CREATE TABLE places (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL REFERENCES texts (id),
    places TEXT NOT NULL, {_ENVELOPE}) STRICT""",
    "CREATE INDEX places_text ON places (text)",
    f"""CREATE TABLE remarks (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article TEXT NOT NULL REFERENCES articles (id),
    body TEXT NOT NULL, origin TEXT NOT NULL, revision TEXT REFERENCES revisions (id),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL, {_ENVELOPE}) STRICT""",
    "CREATE INDEX remarks_article ON remarks (article)",
    "CREATE INDEX remarks_revision ON remarks (revision)",
    "PRAGMA user_version = 4",
)


def apply(db: "Database") -> None:
    """Makes the tables of schema version 4."""
    for statement in _STATEMENTS:
        db.execute(statement)
