"""A filter of claims in words: what each of its parts is called, and the filter without it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from annotator.model.enums import StatusValue, Tag
from annotator.model.search import ClaimFilter
from annotator.words import say


class Part(NamedTuple):
    """One condition of a filter: its name, and the filter that is left when it is taken away."""

    name: str
    without: ClaimFilter


def parts(only: ClaimFilter) -> Iterator[Part]:
    """The conditions of a filter, in the order of its menu."""
    for tag in Tag:
        if tag in only.tags:
            yield Part(say(f"tag.{tag.value}"), replace(only, tags=only.tags - {tag}))
    if only.status is not None:
        yield Part(status_name(only.status), replace(only, status=None))
    if only.reviewer:
        yield Part(only.reviewer, replace(only, reviewer=""))
    if only.source is not None:
        yield Part(only.source or say("filter.without_source"), replace(only, source=None))
    if only.evidence is not None:
        key = "filter.with_evidence" if only.evidence else "filter.without_evidence"
        yield Part(say(key), replace(only, evidence=None))


def status_name(value: StatusValue) -> str:
    """A status as a name by itself: with a capital."""
    words = say(f"status.{value.value}")
    return words[:1].upper() + words[1:]
