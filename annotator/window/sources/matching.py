"""Which entries of the register a person may mean by what stands in a field."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from annotator.model.enums import SourceKind
from annotator.model.views import SourceView
from annotator.text.terms import bare
from annotator.window.sources.names import BUILT_IN, shown_name

#: Words shorter than this say nothing when two names share them ("the", "of").
_TELLING = 4
_MOST = 8
#: Fewer letters than these are no name and no initials that tell.
_SHORTEST = 2


def matches(
    register: Iterable[SourceView],
    typed: str,
    before: Collection[str] = (),
    kind: SourceKind | None = None,
) -> tuple[SourceView, ...]:
    """The entries that fit, at most eight, best first.

    First come those whose ids stand in `before`: they were named by the same words before. Then names that
    begin with what is typed, those with a word that does, those that hold it anywhere, those it is the
    initials of (or that are its initials), those whose role holds it, and those that share a telling word
    with it. Within each of these the most used stands first, then those of the `kind` wanted, then by name.
    Case and accents do not count.
    """
    wanted = bare(typed.strip())
    if not wanted:
        return ()
    ranked = []
    for each in register:
        rank = 0 if each.id in before else _rank(each, wanted, typed)
        if rank is not None:
            place = (rank, -each.uses, each.kind is not kind, bare(shown_name(each)), each.id)
            ranked.append((place, each))
    return tuple(each for _, each in sorted(ranked, key=lambda pair: pair[0])[:_MOST])


def begins_with(source: SourceView, typed: str) -> bool:
    """Whether what is typed is the beginning of the name in whole words, as a given name is."""
    wanted = bare(typed.strip())
    if len(wanted) < _SHORTEST or source.kind in BUILT_IN:
        return False
    return any(re.match(rf"{re.escape(wanted)}(?!\w)", bare(name)) for name in _names(source))


def named(register: Iterable[SourceView], typed: str) -> SourceView | None:
    """The most used entry with exactly that name, case apart; None if there is none."""
    wanted = typed.strip().casefold()
    found = [each for each in register if wanted in (name.casefold() for name in _names(each))]
    return max(found, key=lambda each: each.uses, default=None)


def _names(source: SourceView) -> tuple[str, ...]:
    return (shown_name(source), *(name for _, name in source.joined))


def _rank(source: SourceView, wanted: str, typed: str) -> int | None:
    names = [bare(name) for name in _names(source)]
    if any(name.startswith(wanted) for name in names):
        return 1
    if any(re.search(rf"\b{re.escape(wanted)}", name) for name in names):
        return 2
    if any(wanted in name for name in names):
        return 3
    if any(wanted in _initials(name) or bare(name) in _initials(typed) for name in _names(source)):
        return 4
    if wanted in bare(source.role):
        return 5
    telling = {word for word in re.findall(r"\w+", wanted) if len(word) >= _TELLING}
    if telling & {word for name in names for word in re.findall(r"\w+", name)}:
        return 6
    return None


@lru_cache(maxsize=50_000)
def _initials(name: str) -> tuple[str, ...]:
    """What a name of several words is shortened to: the first letters of all, or of those with capitals."""
    words = re.findall(r"\w+", name)
    every, capitals = (
        bare("".join(word[0] for word in some)) for some in (words, [w for w in words if w[0].isupper()])
    )
    return tuple(letters for letters in (every, capitals) if len(letters) >= _SHORTEST)
