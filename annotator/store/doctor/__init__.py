"""Looking a library over: whether what it says still is what was written, from the pages up to the words."""

import sqlite3
from collections.abc import Callable, Iterator

from annotator.model.damage import Finding
from annotator.store.doctor import derived, file, history, rows, words
from annotator.store.library import Library

#: The checks by what they look at, from the file's pages to the words in it.
_CHECKS: dict[str, Callable[[Library], Iterator[Finding]]] = {
    "pages": file.pages,
    "schema": file.schema,
    "migrations": file.migrations,
    "references": file.references,
    "texts": words.texts,
    "sentences": words.boundaries,
    "places": words.places,
    "quotes": words.quotes,
    "journal": history.journal_and_steps,
    "rows": rows.against_journal,
    "here": derived.here,
    "unread": derived.unread,
    "twins": derived.equal_claims,
    "search": derived.words,
}


#: What damage looks like to who reads it: anything may stand in any column.
_FACES = (sqlite3.DatabaseError, ValueError, LookupError, TypeError, AttributeError)


def findings(library: Library, *, thorough: bool = False) -> Iterator[Finding]:
    """What is wrong with a library of any version; nothing where all is well. Only reads.

    A `thorough` look also has SQLite compare the inside of the index of words, which needs the right to
    write: it is for a copy that nobody else uses, and leaves it as it is too.
    """
    checks = _CHECKS | {"index": derived.index} if thorough else _CHECKS
    for part, check in checks.items():
        try:
            yield from check(library)
        except _FACES as error:
            yield Finding("doctor.unreadable", {"part": part, "reason": str(error)})


def counts(library: Library) -> dict[str, int]:
    """How much there was to look at: articles (also in the bin), claims that live, entries of the journal."""
    statements = {
        "articles": "SELECT count(*) FROM articles",
        "claims": "SELECT count(*) FROM claims WHERE NOT deleted",
        "entries": "SELECT count(*) FROM journal",
    }
    return {name: int(library.query(statement)[0][0]) for name, statement in statements.items()}
