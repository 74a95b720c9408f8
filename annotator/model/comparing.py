"""What several people marked, put side by side."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.enums import Tag
from annotator.model.spans import Span


class Difference(StrEnum):
    """How the claims of a group differ; the first that holds names the group."""

    SAME = "same"
    TAG = "tag differs"
    SPAN = "span differs"
    SOURCES = "link or source differs"
    ONLY = "only one"


@dataclass(frozen=True, slots=True)
class Marked:
    """A claim as comparing sees it.

    `said` are the ids of the sources that say it, in order, joined ones resolved; `backed` the (source,
    stance) of its evidence; `links` the ids of the claims at the other ends of its links.
    """

    id: str
    author: str
    tag: Tag
    span: Span
    said: tuple[str, ...] = ()
    backed: frozenset[tuple[str, str]] = frozenset()
    links: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that people made of the same words, at most one of each person, in the order of `people`.

    `kinds` holds everything that differs (SAME alone where nothing does), `missing` the people who have
    nothing there. `span` reaches from the first start to the last end, in code points.
    """

    claims: tuple[Marked, ...]
    kinds: frozenset[Difference]
    missing: tuple[str, ...]
    span: Span

    @property
    def kind(self) -> Difference:
        """The one word for it: what weighs most of what differs."""
        weights = (Difference.ONLY, Difference.TAG, Difference.SPAN, Difference.SOURCES, Difference.SAME)
        return next(kind for kind in weights if kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The claims of an article, grouped in text order, over the people compared (ids)."""

    people: tuple[str, ...]
    groups: tuple[Group, ...]
