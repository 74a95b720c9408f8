"""Open points: what an editor would want settled or looked at, and what the rules see of an article."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from annotator.model.enums import ResponseKind, SourceKind, Stance, StatusValue, Tag
from annotator.model.spans import Span


class Level(StrEnum):
    """How much an open point weighs; only what must be settled is counted and red."""

    MUST = "must"
    LOOK = "look"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing a rule found: at a claim, or at a place of the text that no claim covers.

    `claim` is None for what belongs to no claim; `span` is its place in the newest text, `quote` the words
    there. `values` fill the rule's sentence. A point let go has the reason in `waived`, who said so in
    `waived_by`, and `waived_by_me`.
    """

    rule: str
    level: Level
    claim: str | None = None
    span: Span | None = None
    values: dict[str, str] = field(default_factory=dict)
    waived: str = ""
    waived_by: str = ""
    waived_by_me: bool = False
    tag: Tag | None = None
    quote: str = ""

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells it from other points and stays as the article is worked on: rule, claim, place."""
        return self.rule, self.claim or "", -1 if self.claim or self.span is None else self.span.start


@dataclass(frozen=True, slots=True)
class Said:
    """One link of a claim's chain: the source that shows (joined entries resolved) and its words."""

    source: str
    kind: SourceKind
    confidential: bool
    words: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Backing:
    """One piece of evidence: the source that shows, and how it bears on the claim."""

    source: str
    kind: SourceKind
    confidential: bool
    stance: Stance


@dataclass(frozen=True, slots=True)
class Asked:
    """The newest word on the right of reply; `asked_on` and `due` are ISO 8601 or empty."""

    kind: ResponseKind
    asked_on: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """The newest word on a claim's content, with its correction."""

    value: StatusValue = StatusValue.UNCHECKED
    old_words: str = ""
    new_words: str = ""


class ClaimFacts(NamedTuple):
    """What rules see of a claim; a tuple, for a thousand are made after each change.

    `said` is the chain, speaker first; `answers` the allegations a denial answers, `answered_by` the
    denials that answer an allegation, as ids; `question_by` who waits for a word of the claim's reviewer.
    """

    id: str
    tag: Tag
    span: Span
    quote: str
    reviewer: str = ""
    mine: bool = True
    said: tuple[Said, ...] = ()
    evidence: tuple[Backing, ...] = ()
    answers: tuple[str, ...] = ()
    answered_by: tuple[str, ...] = ()
    answers_nothing: str = ""
    response: Asked | None = None
    status: Checked = Checked()
    question_by: str = ""


@dataclass(frozen=True, slots=True)
class Waived:
    """A rule let go, for one claim or (None) for the whole article."""

    rule: str
    claim: str | None
    reason: str
    by: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules see of an article: its newest text, and all that live people said of it.

    `sentences` and `read` (ticked by anybody) are in text order; `claims` too, without withdrawn ones.
    """

    text: str
    sentences: Sequence[Span]
    read: tuple[Span, ...] = ()
    claims: tuple[ClaimFacts, ...] = ()
    waived: tuple[Waived, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an article is: sentences read, claims settled, and open points that count."""

    sentences_read: int = 0
    sentences: int = 0
    claims_settled: int = 0
    claims: int = 0
    must: int = 0
    look: int = 0

    @property
    def read(self) -> float:
        """The share of sentences that are ticked or that a claim touches, 0 to 1."""
        return self.sentences_read / self.sentences if self.sentences else 0.0

    @property
    def settled(self) -> float:
        """The share of claims that are settled, 0 to 1."""
        return self.claims_settled / self.claims if self.claims else 0.0


@dataclass(frozen=True, slots=True)
class PointsPage:
    """Everything open in an article: points in order of level and place, those let go last.

    `language_note` says that the rules that look for verbs do not know the article's language.
    """

    points: tuple[OpenPoint, ...] = ()
    progress: Progress = Progress()
    language_note: bool = False
