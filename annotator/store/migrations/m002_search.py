"""The second schema: an index of words, and a view that shows answers as the window does.

The index is filled after the last migration (see `migrate`).
"""

from typing import TYPE_CHECKING

from annotator.store.migrations.m001_first import ANNOTATED_CLAIMS, ANSWERS

if TYPE_CHECKING:
    from sqlite_utils import Database

#: What each index has of a thing. Words come in folded, a blank between: hence the plain tokenizer.
_INDEXES = {
    "search_articles": "title, publisher, body",
    "search_claims": "quote, note, plain_words",
    "search_sources": "name, role, description",
}

#: Which allegations a denial answers, in text order, each once whoever linked it, as far as they are still
#: that and stand in the text.
STANDING_ANSWERS = """(SELECT group_concat(allegation, ' ') FROM (
        SELECT DISTINCT w.allegation AS allegation, q.start, q.end FROM answers w
        JOIN claims g ON g.id = w.allegation AND NOT g.deleted AND NOT g.withdrawn AND g.tag = 'allegation'
        JOIN anchors q ON q.claim = g.id AND q.revision = v.id AND NOT q.deleted AND q.start >= 0
        WHERE w.denial = c.id AND NOT w.deleted AND c.tag = 'denial'
        ORDER BY q.start, q.end DESC, w.allegation))"""


def apply(db: "Database") -> None:
    """Makes the tables of schema version 2, and its view afresh."""
    for name, columns in _INDEXES.items():
        db.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, tokenize = 'ascii', prefix = '1 2 3')")
    db.execute("DROP VIEW annotated_claims")
    db.execute(ANNOTATED_CLAIMS.replace(ANSWERS, STANDING_ANSWERS))
    db.execute("PRAGMA user_version = 2")
