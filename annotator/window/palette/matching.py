"""Which actions are meant by a few letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from annotator.text.terms import bare


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """What can be chosen: `name` is its id, `words` say what it does, `keys` do the same at once.

    `about` stands quietly beside the words: the menu an action is in, the publisher of an article.
    """

    name: str
    words: str
    run: Callable[[], object]
    keys: str = ""
    about: str = ""


#: Looks up more entries for what was typed: articles by their titles, say.
Provider = Callable[[str], Sequence[PaletteEntry]]


def matching(typed: str, entries: Sequence[PaletteEntry], recent: Sequence[str] = ()) -> list[PaletteEntry]:
    """The entries in which each typed word occurs: first as a beginning, then as a part, then as initials.

    Of equals those come first that were chosen last (`recent` holds names, the newest first).
    """
    wanted = _folded(typed).split()
    age = {name: place for place, name in enumerate(recent)}
    found = [(cost, entry) for entry in entries if (cost := _cost(wanted, entry)) is not None]
    found.sort(key=lambda each: (each[0], age.get(each[1].name, len(age))))
    return [entry for _, entry in found]


def _cost(wanted: Sequence[str], entry: PaletteEntry) -> int | None:
    """How far the typed words are from an entry's: 0 where each begins one; None where one is missing."""
    words = _folded(f"{entry.words} {entry.about}").split()
    costs = [_distance(each, words) for each in wanted]
    return None if None in costs else sum(cost for cost in costs if cost)


def _distance(typed: str, words: Sequence[str]) -> int | None:
    if any(word.startswith(typed) for word in words):
        return 0
    if any(typed in word for word in words):
        return 1
    return 2 if "".join(word[0] for word in words).startswith(typed) else None


@cache
def _folded(words: str) -> str:
    """The words without capitals, accents and signs."""
    return "".join(each if each.isalnum() else " " for each in bare(words))
