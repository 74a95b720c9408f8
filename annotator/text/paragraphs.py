"""The paragraphs of an article that is not yet taken in, mended one after the other; no letter is changed.

A paragraph is a line with words on it, whatever blank lines stand around it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from annotator.model.places import Place
from annotator.model.spans import Span

#: What stands between two paragraphs that were parted.
BETWEEN = "\n\n"

_PARAGRAPH = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_HYPHENS = frozenset("-\u2010\u2011")
#: Scripts without spaces between words: Chinese and Japanese, their marks, full-width forms.
_UNSPACED = re.compile("[\u2e80-\u312f\u31f0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")
#: What `canonical` takes from the beginning of a text.
_NO_BEGINNING = "\ufeff\ufffe"


@dataclass(frozen=True)
class Paragraphs:
    """A canonical text and the places its passages had in their file; each change makes a new value."""

    text: str
    places: tuple[Place, ...] = ()

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where each paragraph stands, without white space around it."""
        return tuple(Span(*found.span()) for found in _PARAGRAPH.finditer(self.text))

    def at(self, offset: int) -> int:
        """The number of the paragraph that holds a place, or after which it comes; 0 before the first."""
        return max(bisect_right(self.spans, offset, key=lambda span: span.start) - 1, 0)

    def place_of(self, number: int) -> Place | None:
        """Where in its file a paragraph begins; None where nobody knows."""
        start = self.spans[number].start
        found = bisect_right(self.places, start, key=lambda place: place.span.start) - 1
        return self.places[found] if found >= 0 and start < self.places[found].span.end else None

    def join(self, number: int) -> "Paragraphs":
        """The paragraph of that number joined with the one before it; the first stays as it is."""
        if not 0 < number < len(self.spans):
            return self
        before, after = self.spans[number - 1], self.spans[number]
        between = seam(before.cut(self.text)[-2:], after.cut(self.text)[:1])
        return self._with(Span(before.end, after.start), between)

    def split(self, offset: int) -> "Paragraphs":
        """Two paragraphs where one has words on both sides of a place, else the same."""
        for span in self.spans[self.at(offset) : self.at(offset) + 1]:
            before = len(self.text[span.start : max(offset, span.start)].rstrip())
            after = self.text[offset : span.end].lstrip()
            if before and after:
                return self._with(Span(span.start + before, span.end - len(after)), BETWEEN)
        return self

    def leave_out(self, number: int) -> "Paragraphs":
        """Everything but the paragraph of that number."""
        if not 0 <= number < len(self.spans):
            return self
        span, following = self.spans[number], self.spans[number + 1 : number + 2]
        if following:
            return self._with(Span(span.start, following[0].start), "")
        start = self.spans[number - 1].end if number else 0
        return self._with(Span(start, len(self.text)), "")

    def _with(self, span: Span, words: str) -> "Paragraphs":
        """Other words in place of a span; places keep theirs as far as these are left."""
        text = self.text[: span.start] + words + self.text[span.end :]
        start = span.start if span.start else len(text) - len(text.lstrip(_NO_BEGINNING))
        if not span.start and start:
            return replace(self, text=text[start:], places=_moved(self.places, Span(0, span.end + start), 0))
        return replace(self, text=text, places=_moved(self.places, span, len(words)))


def seam(before: str, after: str) -> str:
    """What belongs between two pieces of one paragraph: nothing within a word, else a space."""
    unspaced = is_unspaced(before[-1:]) and is_unspaced(after[:1])
    hyphened = before[-1:] in _HYPHENS and before[-2:-1].isalnum()
    return "" if unspaced or hyphened else " "


def is_unspaced(character: str) -> bool:
    """Whether a character is of a script that has no spaces between words."""
    return _UNSPACED.match(character) is not None


def _moved(places: Iterable[Place], cut: Span, grown: int) -> tuple[Place, ...]:
    """Places in a text in which a span was cut out and so many characters put in its stead."""
    by = grown - len(cut)
    moved = []
    for place in places:
        start, end = place.span.start, place.span.end
        if start >= cut.start:
            start = start + by if start >= cut.end else cut.start + grown
        if end > cut.start:
            end = end + by if end >= cut.end else cut.start
        if start < end:
            moved.append(replace(place, span=Span(start, end)))
    return tuple(moved)
