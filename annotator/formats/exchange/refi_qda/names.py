"""The names of REFI-QDA's XML, and the ids that a project needs for everything in it."""

from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5

from annotator.host.ids import is_uuid

NAMESPACE = "urn:QDA-XML:project:1.0"

#: The main part of a project, and where its texts stand.
PROJECT = "project.qde"
SOURCES = "sources/"
INTERNAL = "internal://"


@lru_cache(maxsize=100_000)
def guid(kind: str, name: str) -> str:
    """An id for a thing: its own if it is a UUID, else always the same one for the same name."""
    return name if is_uuid(name) else str(uuid5(NAMESPACE_URL, f"urn:redpencil:{kind}:{name}"))
