"""Where words stand in a text, however they are written: case, quotation marks and white space apart.

Text and query are folded alike, unit by unit: a unit is a character with the marks on it, or a run of white
space. Where a unit's fold is not as long as the unit, the way back to the text is kept.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from annotator.model.spans import Spans
from annotator.text.graphemes import is_grapheme_edge
from annotator.text.snap import is_word_edge

_SPACE = " "
#: Straight for curly, German and high-reversed quotation marks; one hyphen for the two that look like it.
_STRAIGHT = str.maketrans("‘’‚‛ʼ“”„‟‐‑", "'''''\"\"\"\"--")
#: They hold words together for moves by words; whoever looks for whole words wants `Huawei` of `Huawei's`.
_INNER_SIGNS = frozenset("'’‘ʼ-‐‑")
#: Accents of the Latin, Greek and Cyrillic scripts, Hebrew points, Arabic vowel signs.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
)
#: Soft hyphens, marks of direction, joiners, selectors of emoji, and the stroke that stretches Arabic words.
_UNSEEN = re.compile(
    "[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
_JOINERS = "\u200c\u200d"


class Finder:
    """Looks for words in one text; what that needs of the text is made at the first question and kept."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: dict[bool, _Folded] = {}

    def occurrences(self, words: str, *, whole_words: bool = False, exact: bool = False) -> Spans:
        """The places of the words in text order, none overlapping another; none for blank words.

        Case, the shape of quotation marks, the length of white space and unseen signs do not count, nor do
        accents unless `exact`. A place is never part of a grapheme cluster. `whole_words` leaves out what
        stands within a longer word, where the script has spaces between words.
        """
        if exact not in self._folded:
            self._folded[exact] = _Folded(self._text, exact=exact)
        found = self._folded[exact].places(words)
        if whole_words:
            found = (place for place in found if all(is_outer_edge(self._text, at) for at in place))
        return Spans(list(found))


def folded(words: str, *, exact: bool = False) -> str:
    """The words as they are compared, without white space at the ends."""
    return _Folded(words, exact=exact).folded.strip(_SPACE)


def is_outer_edge(text: str, at: int) -> bool:
    """Whether no word goes on across a code point offset, other than by an apostrophe or a hyphen."""
    while _UNSEEN.match(text, at):
        at += 1
    return is_word_edge(text, at) or not _INNER_SIGNS.isdisjoint(text[at - 1 : at + 1])


class _Folded:
    """A text as it is compared, and the way back from there."""

    def __init__(self, text: str, *, exact: bool) -> None:
        self._text, self._exact = text, exact
        signs = set(text)
        self._joining = frozenset(sign for sign in signs if not sign.isascii() and _may_join(sign))
        #: Where the fold of each uneven unit begins and ends; by how much the text is ahead before the first
        #: of them and behind each.
        self._begins: list[int] = []
        self._stops: list[int] = []
        self._ahead = [0]
        self.folded = self._fold(signs)

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """Start and end, in code points of the text, of each place that reads like the words."""
        wanted = folded(words, exact=self._exact)
        if not wanted:
            return
        length = len(wanted)
        at = self.folded.find(wanted)
        while at >= 0:
            place = self._place(at, at + length)
            if place is not None:
                yield place
            at = self.folded.find(wanted, at + (1 if place is None else length))

    def _fold(self, signs: set[str]) -> str:
        folds = {sign: _fold_unit(sign, self._exact) for sign in signs}
        plain = {ord(sign): fold for sign, fold in folds.items() if len(fold) == 1}
        parts: list[str] = []
        done = length = 0
        for unit in _uneven_units(signs, plain).finditer(self._text):
            fold = _fold_unit(unit[0], self._exact)
            parts += (self._text[done : unit.start()].translate(plain), fold)
            length += unit.start() - done
            self._begins.append(length)
            length += len(fold)
            self._stops.append(length)
            done = unit.end()
            self._ahead.append(done - length)
        parts.append(self._text[done:].translate(plain))
        return "".join(parts)

    def _place(self, first: int, last: int) -> tuple[int, int] | None:
        """The place in the text of a stretch of the fold; None where it would cut a unit or a cluster.

        What has no fold stays outside at both ends.
        """
        begun = bisect_right(self._stops, first)
        ended = bisect_left(self._begins, last, begun)
        if begun < ended and (self._begins[begun] < first or self._stops[ended - 1] > last):
            return None
        start, end = first + self._ahead[begun], last + self._ahead[ended]
        if self._joining and (self._cuts(start) or self._cuts(end)):
            return None
        return start, end

    def _cuts(self, at: int) -> bool:
        """Whether a grapheme cluster goes on across an offset."""
        if not 0 < at < len(self._text):
            return False
        near = self._text[at] in self._joining or self._text[at - 1] in self._joining
        return near and not is_grapheme_edge(self._text, at)


def _uneven_units(signs: set[str], plain: dict[int, str]) -> re.Pattern[str]:
    """What matches, in a text of these characters, every unit whose fold may differ from it in length."""
    marks = _listed(sign for sign in signs if unicodedata.category(sign)[0] == "M" or sign in _JOINERS)
    unseen = _listed(sign for sign in signs if _UNSEEN.match(sign))
    uneven = _listed(sign for sign in signs if ord(sign) not in plain)
    run = rf"[\s{unseen}]*\s"
    if marks:
        return re.compile(rf"\s{run}|[^\s{unseen}][{marks}]+" + (f"|[{uneven}]" if uneven else ""))
    # The same where there are no marks, begun by one class of characters: several times as quick.
    return re.compile(rf"[\s{uneven}](?:(?<=\s){run}" + (f"|(?<=[{uneven}]))" if uneven else ")"))


def _listed(signs: Iterable[str]) -> str:
    """The inside of a character class."""
    return "".join(map(re.escape, sorted(signs)))


@lru_cache(maxsize=20_000)
def _fold_unit(unit: str, exact: bool) -> str:
    if unit[0].isspace():
        return _SPACE
    fold = unicodedata.normalize("NFD", unicodedata.normalize("NFD", unit).casefold())
    if not exact:
        fold = _ACCENTS.sub("", fold)
    return unicodedata.normalize("NFC", _UNSEEN.sub("", fold)).translate(_STRAIGHT)


@lru_cache(maxsize=20_000)
def _may_join(sign: str) -> bool:
    """Whether a character can share a grapheme cluster with a neighbour."""
    return not all(is_grapheme_edge(pair, 1) for pair in (f"a{sign}", f"{sign}a", f"{sign}{sign}"))
