"""What a row of the torture runs is: a promise, and the run that tries to break it."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass

#: More than this helps nobody who reads what failed.
DETAILS = 20


@dataclass(frozen=True)
class Outcome:
    """How a row ended: whether the bar holds (and its control failed), one line of figures, what broke it."""

    holds: bool
    figures: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bar:
    """A row: its name, what it promises, and the run; `alone` for one that measures time or uses both cores.

    `run` gets the amount (1.0 is the full run, 0.1 the tenth of `make torture`, less the short form in
    `make test`) and the seed that all its choices come from.
    """

    name: str
    promise: str
    run: Callable[[float, int], Outcome]
    alone: bool = False


def share(full: int, amount: float, least: int = 1) -> int:
    """As many cases as this amount of the full number asks for; at least `least`."""
    return max(least, round(full * amount))


def chooser(*of: object) -> random.Random:
    """Chooses at random, and the same again for the same seed and whatever else it is of."""
    return random.Random(" ".join(map(str, of)))  # noqa: S311 (repeatable, not secret)


def outcome(figures: str, broken: Iterable[str], control_failed: bool) -> Outcome:
    """Holds if nothing broke and the control, which is broken on purpose, was caught."""
    details = list(broken)
    if not control_failed:
        details.insert(0, "The control, which is broken on purpose, passed: this row proves nothing.")
    left_out = len(details) - DETAILS
    shown = details if left_out <= 0 else [*details[: DETAILS - 1], f"... and {left_out + 1} more"]
    return Outcome(not details, figures, tuple(shown))
