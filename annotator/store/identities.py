"""Whose row is whose: several identities may be one person, and some people work in this very file."""

from annotator.model.rows import KINDS, NOT_NAMED, THE_ARTICLE_ITSELF
from annotator.store.library import Library

_OF_ONE_PERSON = """
SELECT id FROM shown_reviewers WHERE shown = (SELECT shown FROM shown_reviewers WHERE id = ?)
"""
_WRITTEN = "SELECT 1 FROM {table} WHERE author = ? AND NOT deleted AND id NOT IN (?, ?) LIMIT 1"

#: Rows that only say who somebody is.
_WHO = ("reviewers", "devices", "same_person")


def shown_identity(library: Library, reviewer: str) -> str:
    """The id under which a person shows; of one nobody has heard of, the id itself."""
    found = library.query("SELECT shown FROM shown_reviewers WHERE id = ?", reviewer)
    return str(found[0]["shown"]) if found else reviewer


def identities(library: Library, reviewer: str) -> frozenset[str]:
    """All ids of the person who has this one, itself among them."""
    return frozenset((reviewer, *(str(row["id"]) for row in library.query(_OF_ONE_PERSON, reviewer))))


def working_here(library: Library) -> frozenset[str]:
    """The ids under which somebody works in this file; what colleagues wrote came in by merging."""
    found = library.query("SELECT DISTINCT author FROM steps")
    return frozenset((library.here("reviewer"), *(str(row["author"]) for row in found))) - {""}


def has_written(library: Library, reviewer: str) -> bool:
    """Whether somebody is the author of anything, besides who they are and the sources every library has."""
    return any(
        library.query(_WRITTEN.format(table=kind.TABLE), reviewer, NOT_NAMED, THE_ARTICLE_ITSELF)
        for kind in KINDS
        if kind.TABLE not in _WHO
    )
