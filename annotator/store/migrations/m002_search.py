"""The second schema: an index of words. It is filled after the last migration (see `migrate`)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

#: What each index has of a thing. Words come in folded, a blank between: hence the plain tokenizer.
_INDEXES = {
    "search_articles": "title, publisher, body",
    "search_claims": "quote, note, plain_words",
    "search_sources": "name, role, description",
}


def apply(db: "Database") -> None:
    """Makes the tables of schema version 2."""
    for name, columns in _INDEXES.items():
        db.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, tokenize = 'ascii', prefix = '1 2 3')")
    db.execute("PRAGMA user_version = 2")
