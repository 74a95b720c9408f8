"""Ids for what comes from files of other tools: theirs where they can be ours, else made from what they say.

The same file gives the same ids on every machine, so that taking it in twice adds nothing.
"""

import json
import uuid
from collections.abc import Iterable

from annotator.host.ids import is_uuid
from annotator.model.rows import KINDS, NOT_NAMED, THE_ARTICLE_ITSELF, Row
from annotator.store.codec import NOT_HERE
from annotator.store.library import Library

_ALWAYS_THERE = (NOT_NAMED, THE_ARTICLE_ITSELF)

#: The space of names in which ids are made (RFC 9562, version 5).
_SPACE = uuid.UUID("7d3b5a52-6f0c-5c55-9d51-2f6e0f7f4a10")


def as_uuid(given: str) -> str:
    """An id as a UUID in small letters; "" for what is none."""
    bare = given.strip().lower().removeprefix("urn:uuid:")
    return bare if is_uuid(bare) else ""


class Ids:
    """Hands out ids; `of_file` are all that the file gives, of whatever things."""

    def __init__(self, library: Library, form: str, of_file: Iterable[str]) -> None:
        self._form = form
        wanted = {as_uuid(one) for one in of_file} - {""}
        #: The kinds of rows that have an id of the file, and the ids of those that are here or were removed.
        self._kinds: dict[str, set[type[Row]]] = {}
        self._here: set[str] = set()
        for kind in KINDS:
            for row_id, row in library.stored_many(kind, wanted).items():
                self._kinds.setdefault(row_id, set()).add(kind)
                self._here |= {row_id} if row["deleted"] != NOT_HERE else set()
        self._given = set(_ALWAYS_THERE)

    def made(self, *parts: str) -> str:
        """The id that follows from what is said of a thing."""
        return str(uuid.uuid5(_SPACE, json.dumps([self._form, *parts])))

    def own(self, kind: type[Row], given: str) -> str:
        """The file's id for a thing of which a row may be here; "" where another thing has it."""
        found = as_uuid(given)
        if found in _ALWAYS_THERE or self._kinds.get(found, set()) - {kind}:
            return ""
        return found

    def take(self, row_id: str) -> str:
        """Hands an id out, or where it was handed out already one made from it."""
        while row_id in self._given:
            row_id = self.made("again", row_id)
        self._given.add(row_id)
        return row_id

    def fresh(self, kind: type[Row], given: str, *parts: str) -> str:
        """An id for a row that is made now: the file's unless a row here has it, else one made of parts."""
        own = self.own(kind, given)
        if own and own not in self._here:
            return self.take(own)
        return self.take(self.made(kind.TABLE, *parts))
