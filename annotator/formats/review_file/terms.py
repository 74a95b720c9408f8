"""What stands in a review file by name: its format, its ids, its terms."""

from annotator.model.enums import Tag
from annotator.model.rows import Article, Places, Revision, Row, Sentences, Text

#: What a file calls itself, the newest version of that, and how its name ends. Version 2 has the places of
#: passages and remarks; a file without either is written as version 1, which older programs read.
FORMAT = "redpencil review file"
VERSION = 2
FIRST_VERSION = 1
ENDING = ".redpencil.json"

ANNO = "http://www.w3.org/ns/anno.jsonld"

#: Where the meaning of our own terms would be found.
VOCABULARY = "urn:redpencil:terms:"

#: What the ids of rows are written behind; those that are no UUIDs have a name of ours.
_PREFIXES: dict[type[Row], str] = {
    Text: "urn:redpencil:text:",
    Sentences: "urn:redpencil:text:",
    Places: "urn:redpencil:text:",
    Article: "urn:redpencil:article:",
    Revision: "urn:redpencil:revision:",
}
_UUID = "urn:uuid:"

#: What an id looks like, as a regular expression of JSON Schema.
_HEX = "[0-9a-f]"
_PATTERNS: dict[type[Row], str] = {
    Text: _HEX + "{64}",
    Sentences: _HEX + "{64}",
    Places: _HEX + "{64}",
    Article: _HEX + "{32}",
    Revision: _HEX + "{32}-[1-9][0-9]{0,5}",
}
_UUID_PATTERN = f"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}"

#: What times and stamps look like (see `host.clock`).
TIME_PATTERN = (
    "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9][.][0-9]{3}Z"
)
STAMP_PATTERN = f"{TIME_PATTERN}#[0-9a-f]{{4}}"

#: What a claim said when a word on it was given: tag, place and revision (see `model.rows.Review`).
SAYING_PATTERN = f"({'|'.join(Tag)}) (0|[1-9][0-9]*)-[1-9][0-9]* {_PATTERNS[Revision]}"

#: The counter of the first stamp in a millisecond, which most are.
FIRST_TICK = "0000"


def prefix(kind: type[Row]) -> str:
    """What stands before the id of a row of that kind where the file names it."""
    return _PREFIXES.get(kind, _UUID)


def has_uuid(kind: type[Row]) -> bool:
    """Whether rows of that kind are known by a UUID, not by a text."""
    return kind not in _PREFIXES


def iri_pattern(kind: type[Row]) -> str:
    """What the whole of such a name looks like, as a regular expression."""
    return prefix(kind) + _PATTERNS.get(kind, _UUID_PATTERN)
