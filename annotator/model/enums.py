"""The closed lists a checker chooses from; every value is the word written to files and the database."""

from enum import StrEnum


class Tag(StrEnum):
    """What kind of statement a claim is (see the codebook)."""

    ALLEGATION = "allegation"
    DENIAL = "denial"
    FACT = "reported fact"

    @property
    def letter(self) -> str:
        """The capital that stands for the tag in the margin: A, D or F."""
        return {"allegation": "A", "denial": "D", "reported fact": "F"}[self.value]


class SourceKind(StrEnum):
    """What sort of thing a source is; the last two belong to the two entries every library has."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    DATASET = "dataset"
    NEWS_REPORT = "news report"
    ANONYMOUS = "anonymous"
    ARTICLE = "article itself"
    UNNAMED = "not named"


class Stance(StrEnum):
    """How a piece of evidence bears on a claim's content."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class Origin(StrEnum):
    """Where a claim came from."""

    PERSON = "person"
    IMPORT = "import"
    SUGGESTION = "suggestion"


class Found(StrEnum):
    """How an anchor's place in a revision was found."""

    EXACT = "exact"
    MOVED = "moved"
    NEARBY = "nearby"
    LOST = "lost"


class StatusValue(StrEnum):
    """How far the checking of a claim's content has come."""

    UNCHECKED = "unchecked"
    IN_PROGRESS = "in progress"
    CONFIRMED = "confirmed"
    NEEDS_CHANGE = "needs change"
    DISPUTED = "disputed"
    CANNOT_VERIFY = "cannot verify"
    NOT_CHECKABLE = "not checkable"


class ResponseKind(StrEnum):
    """The right of reply on an allegation; *answered* is derived from an answer and never stored."""

    NOT_ASKED = "not asked"
    ASKED = "asked"
    DECLINED = "declined"
    NO_REPLY = "no reply"


class Verdict(StrEnum):
    """A reviewer's word on another's claim."""

    AGREED = "agreed"
    CHANGED = "changed"
    REJECTED = "rejected"
    TO_DISCUSS = "to discuss"
