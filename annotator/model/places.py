"""Where passages of a text stood in the file it came from: on which page, at what time."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.spans import Span


class PlaceKind(StrEnum):
    """How a passage is found again: by its page, by its time in a recording."""

    PAGE = "page"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of the canonical text with its page label ("12", "iv") or time ("00:01:02.500")."""

    span: Span
    kind: PlaceKind
    value: str
