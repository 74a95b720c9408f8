"""Which entries of the register a person may mean by what stands in a field."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from annotator.model.views import SourceView
from annotator.window.sources.names import shown_name

#: Words shorter than this say nothing when two names share them ("the", "of").
_TELLING = 4
_MOST = 8


def matches(register: Iterable[SourceView], typed: str) -> tuple[SourceView, ...]:
    """The entries that fit, at most eight, best first.

    Names that begin with what is typed come first, then those with a word that does, those that hold
    it anywhere, those whose role holds it, and those that share a telling word with it. Within each of
    these the most used stands first, then by name. Case and accents do not count.
    """
    wanted = folded(typed.strip())
    if not wanted:
        return ()
    ranked = [(rank, -each.uses, folded(shown_name(each)), each.id, each) for each in register
              if (rank := _rank(each, wanted)) is not None]  # fmt: skip
    return tuple(entry[-1] for entry in sorted(ranked, key=lambda entry: entry[:-1])[:_MOST])


def named(register: Iterable[SourceView], typed: str) -> SourceView | None:
    """The most used entry with exactly that name, case apart; None if there is none."""
    wanted = typed.strip().casefold()
    found = [each for each in register if wanted in (name.casefold() for name in _names(each))]
    return max(found, key=lambda each: each.uses, default=None)


@lru_cache(maxsize=50_000)
def folded(words: str) -> str:
    """The words without case and accents, for comparing."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _names(source: SourceView) -> tuple[str, ...]:
    return (shown_name(source), *(name for _, name in source.joined))


def _rank(source: SourceView, wanted: str) -> int | None:
    names = [folded(name) for name in _names(source)]
    if any(name.startswith(wanted) for name in names):
        return 0
    if any(re.search(rf"\b{re.escape(wanted)}", name) for name in names):
        return 1
    if any(wanted in name for name in names):
        return 2
    if wanted in folded(source.role):
        return 3
    telling = {word for word in re.findall(r"\w+", wanted) if len(word) >= _TELLING}
    if telling & {word for name in names for word in re.findall(r"\w+", name)}:
        return 4
    return None
