"""Sentences whose values were kept as words of the database: steps of the history, notices of commands."""

from collections.abc import Mapping

from annotator.words import say, say_all

#: Values that are a choice from a closed list, which has a name in every language.
_NAMED = frozenset({"tag", "response", "status"})


def say_stored(key: str, values: Mapping[str, str]) -> str:
    """The sentence for a key, with tags and the like by their names and a `count` as a number."""
    worded: dict[str, object] = dict(values)
    for name in _NAMED.intersection(values):
        worded[name] = say(f"named.{name}.{values[name]}")
    if "count" in values:
        worded["count"] = int(values["count"])
    return say_all(key, worded)


def say_point(rule: str, values: Mapping[str, str]) -> str:
    """What a rule found, in one sentence; a rule may have one for each `case`."""
    rest = dict(values)
    case = rest.pop("case", "")
    return say_stored(f"point.{rule}" + (f".{case}" if case else ""), rest)
