"""Coefficients of agreement over units that people gave values to."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

V = TypeVar("V", bound=Hashable)

#: How far two values are apart, 0 for equal ones, given how often each value occurs.
Difference = Callable[[V, V, Mapping[V, int]], float]


def nominal(one: Hashable, other: Hashable, _: Mapping[V, int]) -> float:
    """Values are the same or they are not."""
    return float(one != other)


def kappa(pairs: Iterable[tuple[V, V]]) -> float | None:
    """Cohen's kappa of two people's values, a pair for each unit: 1 - (1 - p_o) / (1 - p_e).

    p_o is the share of equal pairs and p_e the one to be expected of two people who give values as often as
    these, by chance (Cohen 1960, "A coefficient of agreement for nominal scales"). None without units, and
    where both gave one and the same value throughout.
    """
    table = Counter(pairs)
    units = sum(table.values())
    equal = sum(n for (one, other), n in table.items() if one == other)
    first, second = Counter[V](), Counter[V]()
    for (one, other), n in table.items():
        first[one] += n
        second[other] += n
    chance = sum(n * second[value] for value, n in first.items())
    if units * units == chance:
        return None
    return (units * equal - chance) / (units * units - chance)


def alpha(units: Iterable[Sequence[V]], difference: Difference[V] = nominal) -> float | None:
    """Krippendorff's alpha: 1 - D_o / D_e, for any number of people and with values missing.

    Each unit holds the values it was given, in any order; D_o is the mean difference within units, D_e that
    between any two values (Krippendorff, "Content Analysis", 4th ed. 2019, chapter 12). Units with fewer than
    two values are left out. None where no two values differ.
    """
    alike = Counter(tuple(values) for values in units if len(values) > 1)
    counts: Counter[V] = Counter()
    for values, times in alike.items():
        for value in values:
            counts[value] += times
    observed = sum(
        times * _apart(Counter(values), counts, difference) / (len(values) - 1)
        for values, times in alike.items()
    )
    expected = _apart(counts, counts, difference)
    return 1 - (counts.total() - 1) * observed / expected if expected else None


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of those that are defined; None where none is."""
    defined = [value for value in values if value is not None]
    return sum(defined) / len(defined) if defined else None


def _apart(values: Counter[V], counts: Mapping[V, int], difference: Difference[V]) -> float:
    """The sum of differences over all pairs of the values, each pair in both orders."""
    return sum(
        n * m * difference(one, other, counts) for one, n in values.items() for other, m in values.items()
    )
