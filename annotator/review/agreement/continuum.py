"""The u-alpha family: agreement on where units lie on a text and what they are, in code points.

Krippendorff, Mathet, Bouvry and Widlöcher 2016, "On the reliability of unitizing textual continua: Further
developments"; Krippendorff, "Content Analysis", 4th ed. 2019, section 12.6. The units of a person are the
stretches of text with one set of tags (see `segments`), so that values are sets of tags.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import permutations

from annotator.model.agreement import Measure
from annotator.model.enums import Tag
from annotator.review.agreement.material import Material
from annotator.review.agreement.segments import GAP, Segment, Value, segments

#: How much text bears one value for one person and the other for another, each pair of people in both orders
#: and weighed so that every code point counts once for each person.
_Coincidences = Mapping[tuple[Value, Value], float]


class Lengths:
    """The sums of lengths that the family is computed from; articles are added one after the other.

    `together` is how many code points bear a combination of values, one of each person who worked there.
    `alone` is what the segments of a value would share with themselves by chance: the squared length of each
    unit, the bare length of each gap. `shared` is the same for units as far as they meet units of others.
    """

    def __init__(self) -> None:
        self.together: Counter[tuple[Value, ...]] = Counter()
        self.alone: Counter[Value] = Counter()
        self.shared: defaultdict[Value, float] = defaultdict(float)

    def add(self, material: Material) -> None:
        """Counts an article that two people or more worked on."""
        claims = material.claims
        lines = [
            segments((claim for claim in claims if claim.author == person), material.length)
            for person in material.people
        ]
        for start, end, value in (segment for line in lines for segment in line):
            self.alone[value] += (end - start) ** 2 if value else end - start
        self._meet(lines, material.length)

    def _meet(self, lines: Sequence[Sequence[Segment]], length: int) -> None:
        others = len(lines) - 1
        rows = [iter(line) for line in lines]
        here = [next(row, (0, length, GAP)) for row in rows]
        met = [0] * len(lines)
        start = 0
        while start < length:
            end = min(segment[1] for segment in here)
            values = tuple(segment[2] for segment in here)
            self.together[values] += end - start
            meeting = (end - start) * (others - values.count(GAP))
            for n, (_, stop, value) in enumerate(here):
                if value:
                    met[n] += meeting
                if stop == end:
                    self.shared[value] += (met[n] / others) ** 2
                    met[n] = 0
                    here[n] = next(rows[n], here[n])
            start = end

    def coincidences(self) -> _Coincidences:
        """The observed coincidences of values."""
        found: defaultdict[tuple[Value, Value], float] = defaultdict(float)
        for values, length in self.together.items():
            for pair in permutations(values, 2):
                found[pair] += length / (len(values) - 1)
        return found


def family(materials: Iterable[Material]) -> tuple[Measure, ...]:
    """The four coefficients: u_alpha, u_alpha.binary, cu_alpha, and ku_alpha of every tag.

    For the first two, n is the length of the text and its coverage what of it somebody tagged. For the others
    n is the text that two people tagged (for one tag: where somebody gave it), and its coverage what of the
    text under tags, or under that tag, another person tagged as well.
    """
    lengths = Lengths()
    for material in materials:
        lengths.add(material)
    observed = lengths.coincidences()
    of_units = {pair: length for pair, length in observed.items() if all(pair)}
    whole = lengths.together.total()
    tagged = _length(lengths, any)
    under_tags = sum(length for (value, _), length in observed.items() if value)
    return (
        Measure("u_alpha", _alpha(observed, lengths.alone, _itself), whole, _share(tagged, whole)),
        Measure("u_alpha.binary", _alpha(observed, lengths.alone, bool), whole, _share(tagged, whole)),
        Measure(
            "cu_alpha",
            _alpha(of_units, lengths.shared, _itself),
            _length(lengths, lambda values: sum(map(bool, values)) > 1),
            _share(sum(of_units.values()), under_tags),
        ),
        *(_of_tag(tag, lengths, observed, of_units) for tag in Tag),
    )


def _itself(value: Value) -> Value:
    return value


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _length(lengths: Lengths, where: Callable[[tuple[Value, ...]], bool]) -> int:
    return sum(length for values, length in lengths.together.items() if where(values))


def _margins(observed: _Coincidences) -> dict[Value, float]:
    margins: defaultdict[Value, float] = defaultdict(float)
    for (value, _), length in observed.items():
        margins[value] += length
    return margins


def _alpha(
    observed: _Coincidences, alone: Mapping[Value, float], kind: Callable[[Value], Hashable]
) -> float | None:
    """1 - D_o / D_e, values of one kind being equal; None where by chance nothing could differ.

    Two values meet by chance as often as the product of their lengths says; what a segment would share with
    itself is no meeting.
    """
    margins = _margins(observed)
    total = sum(margins.values())
    differing = sum(length for pair, length in observed.items() if kind(pair[0]) != kind(pair[1]))
    apart = sum(
        margins[one] * margins[other] for one, other in permutations(margins, 2) if kind(one) != kind(other)
    )
    return 1 - differing * (total**2 - sum(alone.values())) / (total * apart) if apart else None


def _of_tag(tag: Tag, lengths: Lengths, observed: _Coincidences, of_units: _Coincidences) -> Measure:
    """How reliably one tag is given where two people see units, whatever else those units are tagged with."""
    margins = _margins(of_units)
    total = sum(margins.values())
    given = sum(length for value, length in margins.items() if tag in value)
    both = sum(length for (one, other), length in of_units.items() if tag in one and tag in other)
    alone = sum(square for value, square in lengths.shared.items() if tag in value)
    value = None
    if 0 < given < total:
        value = 1 - (given * total - alone) * (given - both) / (given**2 * (total - given))
    return Measure(
        f"ku_alpha.{tag.value}",
        value,
        _length(lengths, lambda values: sum(map(bool, values)) > 1 and any(tag in one for one in values)),
        _share(given, sum(length for (one, _), length in observed.items() if tag in one)),
    )
