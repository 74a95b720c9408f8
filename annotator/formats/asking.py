"""Asking a child process to read something, and what is said where it could not."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from annotator.formats.wire import from_bytes
from annotator.host.children import ChildEnded, Children, Reason, ourselves
from annotator.host.pipes import READER
from annotator.model.errors import BadInput
from annotator.words import spoken

T = TypeVar("T")

#: How long a child may take by the clock, in seconds. It has four of processor time; a busy machine gives it
#: that in more.
SECONDS = 20.0

#: A child that ever held so many bytes is not asked again: what it keeps would be missing for the next file.
WORN = 256_000_000

_SAID = {
    Reason.SLOW: "reading.too_slow",
    Reason.LARGE: "reading.too_large",
    Reason.STOPPED: "reading.stopped",
    Reason.NOT_STARTED: "reading.not_started",
}


class Outcome(StrEnum):
    """How reading ended: with what was asked for, with a sentence, out of memory, or by a mistake of ours."""

    FOUND = "found"
    REFUSED = "refused"
    LARGE = "large"
    BROKE = "broke"


@dataclass(frozen=True, slots=True)
class Report:
    """What a child says before its answer.

    `seconds` is the processor time that the file took, `peak` the most memory it ever held, in bytes, `tried`
    what it attempted and may not. `key` and `values` make the sentence of a refusal, `error` says what broke.
    """

    outcome: Outcome
    seconds: float = 0.0
    peak: int = 0
    tried: tuple[str, ...] = ()
    key: str = ""
    values: dict[str, object] = field(default_factory=dict)
    error: str = ""


def command() -> list[str]:
    """What starts a child."""
    return ourselves(READER, "annotator.formats.child")


#: Those of this process, started when the first file is read.
children = Children(command)


def ask(
    what: str, values: Mapping[str, Any], pieces: Sequence[bytes], kind: type[T], stopped: Callable[[], bool]
) -> T:
    """What a child finds in `pieces`, as a `kind`; `values` has the file's name.

    Raises BadInput, as the reader or for the limits, and Cancelled once `stopped` says so.
    """
    name = values["name"]
    try:
        report, answer = exchange(what, values, pieces, stopped)
        if report.outcome is Outcome.REFUSED:
            raise BadInput(report.key, **report.values)
        if report.outcome is Outcome.FOUND:
            return from_bytes(kind, answer)
    except ChildEnded as ended:
        raise BadInput(_SAID[ended.reason], name=name) from ended
    except ValueError as error:
        raise BadInput("reading.stopped", name=name) from error
    raise BadInput("reading.too_large" if report.outcome is Outcome.LARGE else "reading.broke", name=name)


def exchange(
    what: str, values: Mapping[str, Any], pieces: Sequence[bytes], stopped: Callable[[], bool]
) -> tuple[Report, bytes]:
    """One request and its answer, as they are. Raises ChildEnded, Cancelled, and ValueError for nonsense."""
    head = json.dumps({**values, "what": what, "language": spoken()}).encode()
    with children.one() as child:
        told, answer = child.ask((head, *pieces), SECONDS, stopped)
        report = from_bytes(Report, told)
        if report.outcome is Outcome.LARGE or report.tried or report.peak > WORN:
            child.end()
    return report, answer
