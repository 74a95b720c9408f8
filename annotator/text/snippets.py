"""The few words of a text that show where something was found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.spans import Span
from annotator.text.wanted import Phrase, places

#: How many code points a snippet has, and how many of them stand before the first place.
LENGTH, _BEFORE = 160, 40
#: A text is looked through piece by piece, each longer than the one before, with so much of the next.
_PIECE, _GROWTH, _OVERLAP = 1_000, 4, 400
_CUT = "…"
_BLANK = re.compile(r"\s")
#: A piece that has a word oftener than this is full enough.
_MOST = 20


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words on one line, the places of what was found in them, and where the first of these is in the text.

    In code points; `place` is None where nothing was found.
    """

    words: str
    found: tuple[Span, ...]
    place: Span | None


def snippet(text: str, phrases: Sequence[Phrase]) -> Snippet:
    """The words around what was looked for, or the beginning where it is not in the text."""
    found = _first_places(text, phrases)
    place = _fullest(found) if found else None
    start = _word_start(text, place.start - _BEFORE) if place else 0
    end = _word_end(text, start + LENGTH, place.end if place else 0)
    before, after = (_CUT if start > 0 else ""), (_CUT if end < len(text) else "")
    inside = [span for span in found if start <= span.start and span.end <= end]
    shift = len(before) - start
    return Snippet(
        before + _BLANK.sub(" ", text[start:end]) + after,
        tuple(Span(span.start + shift, span.end + shift) for span in inside),
        place,
    )


def _first_places(text: str, phrases: Sequence[Phrase]) -> list[Span]:
    """The places in the first piece of the text that has any."""
    start, length = 0, _PIECE
    while start < len(text):
        # Not within a word: what stands before it decides whether a place is one.
        begin = _word_start(text, start)
        if found := places(text[begin : start + length + _OVERLAP], phrases, _MOST):
            return [Span(span.start + begin, span.end + begin) for span in found]
        start, length = start + length, length * _GROWTH
    return []


def _fullest(found: Sequence[Span]) -> Span:
    """The first place of those that have the most others soon after them."""
    reach = LENGTH - _BEFORE
    return max(found, key=lambda one: sum(one.start <= other.start < one.start + reach for other in found))


def _word_start(text: str, wanted: int) -> int:
    """The beginning of the text, or of a word soon after a place, or else the place itself."""
    if wanted <= 0:
        return 0
    blank = next((n for n in range(wanted, min(wanted + 20, len(text))) if text[n].isspace()), None)
    return wanted if blank is None else blank + 1


def _word_end(text: str, wanted: int, least: int) -> int:
    """The end of the text, or of a word soon before a place, or the place itself; not before `least`."""
    if wanted >= len(text):
        return len(text)
    blank = next((n for n in range(wanted, max(wanted - 20, 0), -1) if text[n].isspace()), None)
    return max(wanted if blank is None else blank, least)
