"""What a search of the library asks for, and what it finds."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.enums import StatusValue, Tag
from annotator.model.spans import Span
from annotator.model.views import ClaimLine


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are meant; all that is said must hold.

    `tags` none means any; `reviewer` is a name, empty for anybody; `source` the name of one who says it,
    empty for claims nobody is yet said to make, None for any; `evidence` whether there must be some, or none.
    """

    tags: frozenset[Tag] = frozenset()
    status: StatusValue | None = None
    reviewer: str = ""
    source: str | None = None
    evidence: bool | None = None

    def __bool__(self) -> bool:
        """Whether it leaves any claim out."""
        return self != ClaimFilter()

    def admits(self, line: ClaimLine) -> bool:
        """Whether a claim is meant."""
        return (
            (not self.tags or line.tag in self.tags)
            and (self.status is None or line.status is self.status)
            and (not self.reviewer or line.reviewer == self.reviewer)
            and (self.source is None or self._says(line))
            and (self.evidence is None or self.evidence == (line.evidence > 0))
        )

    def _says(self, line: ClaimLine) -> bool:
        return self.source in line.speakers if self.source else not line.speakers


class HitKind(StrEnum):
    """Where the words were found."""

    TEXT = "text"
    CLAIM = "claim"
    NOTE = "note"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: some words of it, and in them the places of the words looked for, in code points.

    `claim` is its id, None for a hit in the article's text; `span` its place in that text where it has one.
    """

    kind: HitKind
    article: str
    words: str
    found: tuple[Span, ...] = ()
    claim: str | None = None
    tag: Tag | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ArticleHits:
    """What was found in an article, and the places of the words in its title, in code points."""

    article: str
    title: str
    found: tuple[Span, ...]
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Hits by article; `total` counts all there are, None where nobody has counted and there may be more."""

    groups: tuple[ArticleHits, ...] = ()
    total: int | None = 0

    @property
    def count(self) -> int:
        """How many hits it holds."""
        return sum(len(group.hits) for group in self.groups)
