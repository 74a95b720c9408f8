"""Which machines are whose: only from there does work in a person's name come in unasked."""

import json

from annotator.store.here import keep
from annotator.store.identities import identities, working_here
from annotator.store.library import Library

#: Where this file keeps the pairs, as a JSON list of [reviewer, device].
_KEY = "paired"


def paired(library: Library) -> frozenset[tuple[str, str]]:
    """The pairs of (reviewer, device), with this machine for everybody who works here.

    What is paired with one identity of a person is paired with all.
    """
    here = {(person, library.here("device")) for person in working_here(library)}
    return frozenset(
        (identity, device)
        for person, device in here | _kept(library)
        for identity in identities(library, person)
    )


def pair(library: Library, reviewer: str, device: str) -> None:
    """Says that a device is that person's from now on; true of this file only, and no step."""
    _keep(library, _kept(library) | {(reviewer, device)})


def unpair(library: Library, reviewer: str, device: str) -> None:
    """Says that a device is no longer that person's, under whatever identity; what came from it stays."""
    mine = identities(library, reviewer)
    _keep(library, {(one, there) for one, there in _kept(library) if one not in mine or there != device})


def _kept(library: Library) -> set[tuple[str, str]]:
    kept = library.here(_KEY)
    return {(reviewer, device) for reviewer, device in json.loads(kept)} if kept else set()


def _keep(library: Library, pairs: set[tuple[str, str]]) -> None:
    with library.atomic():
        keep(library, _KEY, json.dumps(sorted(pairs)))
