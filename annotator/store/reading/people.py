"""The people who mark."""

from annotator.store.library import Library


def reviewer_names(library: Library) -> dict[str, str]:
    """The name of every reviewer by id, also of those who are gone: their claims stay theirs."""
    return {row["id"]: row["name"] for row in library.query("SELECT id, name FROM reviewers")}
