"""The inflected forms of the listed verbs, made by the regular rules of English spelling."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from annotator.text.verbs import words

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")


class Act(StrEnum):
    """What a verb does, or a phrase that stands for one."""

    SAYING = "saying"
    ACCUSING = "accusing"
    DENYING = "denying"
    HEDGE = "hedge"
    NO_REPLY = "no reply"
    DOING = "doing"


@dataclass(frozen=True, slots=True)
class Verb:
    """A listed verb by its base form; `loaded` where it takes sides."""

    lemma: str
    act: Act
    loaded: bool = False


_LISTS = (
    (words.NEUTRAL_SAYING, Act.SAYING, False),
    (words.LOADED_SAYING, Act.SAYING, True),
    (words.ACCUSING, Act.ACCUSING, False),
    (words.LOADED_ACCUSING, Act.ACCUSING, True),
    (words.DENYING, Act.DENYING, False),
    (words.LOADED_DOING, Act.DOING, True),
)


@cache
def forms() -> dict[str, Verb]:
    """Every form of every listed verb, in lower case, with its verb; made when first asked for."""
    return {
        form: verb
        for listed, act, loaded in _LISTS
        for entry in listed.split()
        for base, *past in [entry.split("/")]
        for verb in [Verb(base, act, loaded)]
        for form in inflected(base, past)
    }


def inflected(base: str, past: list[str] | None = None) -> Iterator[str]:
    """The forms of a verb: base, third person, past forms (regular unless given) and -ing."""
    yield base
    yield _third_person(base)
    stem = base + base[-1] if base in words.DOUBLING else base
    yield from past or [_past(base, stem)]
    yield (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing"


def _third_person(base: str) -> str:
    if base.endswith(_HISSING):
        return base + "es"
    return base[:-1] + "ies" if _ends_in_y(base) else base + "s"


def _past(base: str, stem: str) -> str:
    if _ends_in_y(base):
        return base[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in _VOWELS
