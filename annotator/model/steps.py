"""Steps of the history, ready to show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line of the history: `label` and `values` make the sentence (see `words`)."""

    id: str
    kind: str
    label: str
    values: dict[str, str]
    reviewer: str
    at: str
    undone: bool
