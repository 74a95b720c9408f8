"""The final version of an article, as it grows from what people marked and answered."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.enums import Verdict


class Why(StrEnum):
    """Why words are not settled yet."""

    UNANSWERED = "unanswered"
    DISCUSSED = "to discuss"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Word:
    """A person's newest review of a claim; `version` is that person's own claim where it was changed.

    `outdated` where the claim says something else than when the word was given.
    """

    claim: str
    author: str
    verdict: Verdict
    stamp: str
    version: str | None = None
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """A claim of the final version; `equal` are others' that say just the same, `by` who stands by it."""

    claim: str
    equal: tuple[str, ...]
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Claims of the same words that nobody can call final yet; `waits_for` is whose word is missing."""

    claims: tuple[str, ...]
    why: Why
    waits_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settlement:
    """The final version of an article in text order, what is open, and the claims that were turned down."""

    settled: tuple[Settled, ...]
    unsettled: tuple[Unsettled, ...]
    dropped: tuple[str, ...]
