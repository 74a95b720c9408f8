"""What figures are made from: what some people marked in one article."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.comparing import Marked
from annotator.model.spans import Span


@dataclass(frozen=True, slots=True)
class Material:
    """One article as people worked on it: `length` in code points, `sentences` in text order.

    `people` are the ids of those who worked on it, whether they found anything or not; for anybody else the
    article is missing data. `claims` are theirs.
    """

    people: tuple[str, ...]
    length: int
    sentences: Sequence[Span]
    claims: tuple[Marked, ...]
