"""What a review file brings, in words."""

from collections.abc import Iterable

from annotator.model.deliveries import Arrival, Summary
from annotator.words import say
from annotator.words.dates import local_day, local_time

_DOT = " · "

#: The counts of an arrival, each with its sentence.
_COUNTS = (
    ("claims", "merging.claims"),
    ("changed", "merging.changed"),
    ("removed", "merging.removed"),
    ("reviews", "merging.answers"),
    ("comments", "merging.comments"),
)


def what_comes(arrival: Arrival) -> str:
    """What comes to one article: `New here · 12 claims · 2 answers`."""
    new = [say("merging.new")] if arrival.new else []
    counts = [say("merging.hidden")] if arrival.hidden else _counted([arrival])
    return _DOT.join([*new, *counts] or [say("merging.other")])


def in_short(summary: Summary) -> str:
    """What comes in all, on one line."""
    counts = _counted(summary.arrivals)
    if counts:
        return _DOT.join(counts)
    if summary.arrivals:
        return say("merging.articles", count=len(summary.arrivals))
    return say("merging.sources", count=summary.sources) if summary.sources else say("merging.nothing_short")


def sent_when(summary: Summary) -> str:
    """Who wrote the file, and when."""
    if not summary.sent:
        return ""
    return say("merging.sent", day=local_day(summary.sent), time=local_time(summary.sent))


def sender(summary: Summary) -> str:
    """The name of who sent it."""
    return summary.sender or say("merging.nobody")


def _counted(arrivals: Iterable[Arrival]) -> list[str]:
    there = tuple(arrivals)
    totals = [(key, sum(getattr(arrival, name) for arrival in there)) for name, key in _COUNTS]
    return [say(key, count=count) for key, count in totals if count]
