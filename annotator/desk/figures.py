"""Figures of agreement in words, for people: in the window, on the clipboard and on the command line."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.agreement import Agreement, Measure
from annotator.words import say

#: What the n of a measure counts, by the beginning of its name; of the others it counts characters.
_UNITS = {
    "kappa.sentences": "sentences",
    "alpha.sentences": "sentences",
    "f1.": "claims",
    "tags.": "matches",
    "kappa.tags": "matches",
}


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure as it is shown; `coverage` is empty where it says nothing, `meaning` a sentence or two.

    Where the figure is undefined, `value` says so and `meaning` says why.
    """

    name: str
    value: str
    n: str
    coverage: str
    meaning: str


def figure_lines(agreement: Agreement) -> tuple[FigureLine, ...]:
    """Every figure in words."""
    return tuple(_line(measure) for measure in agreement.measures)


def figures_as_text(title: str, people: Sequence[str], agreement: Agreement) -> str:
    """The figures as lines to paste anywhere, under what they are about and whose they are (names)."""
    lines = [title, ", ".join(people), ""]
    for line in figure_lines(agreement):
        about = " · ".join(filter(None, (line.n, line.coverage)))
        lines.append(f"{line.name}\t{line.value}\t{about}")
    return "\n".join(lines) + "\n"


def figure(value: float | None) -> str:
    """A coefficient with three digits behind the point, or that it is undefined."""
    if value is None:
        return say("agreement.undefined")
    return f"{value:.3f}".replace(".", say("number.decimal_point")).replace("-", "−")


def _line(measure: Measure) -> FigureLine:
    unit = next((unit for start, unit in _UNITS.items() if measure.name.startswith(start)), "characters")
    return FigureLine(
        say(f"agreement.name.{measure.name}"),
        figure(measure.value),
        say(f"agreement.units.{unit}", count=measure.n),
        "" if measure.coverage is None else say("agreement.coverage", percent=round(100 * measure.coverage)),
        _meaning(measure),
    )


def _meaning(measure: Measure) -> str:
    if measure.value is not None:
        return say(f"agreement.means.{measure.name}")
    return say("agreement.no_difference" if measure.n else "agreement.nothing")
