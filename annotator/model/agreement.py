"""How far people agree: the figures, as they are shown and written out."""

from dataclasses import dataclass

from annotator.model.enums import Tag


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: `name` such as `kappa.sentences`; `value` None where it is undefined.

    `n` is how many units it rests on (sentences, code points or pairs, by the measure), `coverage` the share
    of all there are, 0 to 1, None where that says nothing.
    """

    name: str
    value: float | None
    n: int
    coverage: float | None = None


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often two claims of the same words bear which tags.

    `counts[i][j]` pairs have the i-th of `tags` from one person and the j-th from the other; with more than
    two people every pair of people counts, each once in either order, so that the table is symmetric.
    """

    tags: tuple[Tag, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures for one article, or for several together; `people` are ids."""

    people: tuple[str, ...]
    measures: tuple[Measure, ...]
    confusion: Confusion

    def measure(self, name: str) -> Measure:
        """The measure of that name. Raises KeyError."""
        for one in self.measures:
            if one.name == name:
                return one
        raise KeyError(name)
