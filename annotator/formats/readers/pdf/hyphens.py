"""Lines of one paragraph joined into running words, divided words made whole."""

import re
from collections import Counter
from collections.abc import Iterable

from annotator.formats.readers.pdf.lines import DIVIDED, LEFTWARD, RAISED
from annotator.text.paragraphs import seam

_SOFT = "\u00ad"
_HYPHENS = "-\u2010" + DIVIDED + _SOFT
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011'’][^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\W_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = re.compile("[\x0e\x0f]")
#: Words before which a hyphen stands for a part that comes later: "two- and threefold".
_LINKING = frozenset({"and", "or", "to", "und", "oder", "bis", "sowie", "y", "o", "et", "ou"})
#: First parts that English writes with a hyphen.
_FIRST_PARTS = frozenset(
    {"well", "self", "ex", "half", "all", "so", "long", "short", "high", "low", "full", "part", "non"}
    | {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
    | {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)


class Words:
    """The words of a whole file, which tell how one is written that stands divided at a line's end."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: Counter[str] = Counter()
        for line in lines:
            # The last word of a line may be a part of one.
            self._known.update(word.casefold() for word in _WORD.findall(line)[:-1])

    def before(self, line: str, after: str) -> str:
        """A line as it stands before the next of its paragraph: with a space, or within a word without."""
        sign = line[-1:]
        if sign not in _HYPHENS or not _LAST_WORD.search(line[:-1]):
            return line + seam(line, after)
        stem, written = line[:-1], line[:-1] + ("-" if sign in DIVIDED + _SOFT else sign)
        first = _FIRST_WORD.match(after)
        if first is None or first[0][0].isupper() or LEFTWARD.match(stem[-1:]):
            return written
        if first[0] in _LINKING:
            return f"{written} "
        return stem if self._is_divided(stem, first[0], soft=sign == _SOFT) else written

    def drop_cap(self, letter: str, line: str) -> str:
        """A large first letter with the line that goes on after it, a space between where it is a word."""
        first = _FIRST_WORD.match(line)
        if first is None or len(letter) != 1:
            return letter + line
        whole, rest = (letter + first[0]).casefold(), first[0].casefold()
        elsewhere = self._known[rest] - 1  # it stands in this line too
        return f"{letter} {line}" if elsewhere > self._known[whole] else letter + line

    def _is_divided(self, stem: str, after: str, *, soft: bool) -> bool:
        """Whether a hyphen at a line's end only divides a word."""
        found = _LAST_WORD.search(stem)
        if soft or found is None:
            return soft
        last = found[0].casefold()
        whole, with_hyphen = last + after.casefold(), f"{last}-{after.casefold()}"
        if self._known[whole] or self._known[with_hyphen]:
            return self._known[whole] >= self._known[with_hyphen]
        return last not in _FIRST_PARTS and not last.isdigit()


def plain(text: str, *, marks: bool) -> str:
    """Running words without the signs that only reading needs; `marks` of footnotes stay or go."""
    text = RAISED.sub(lambda found: found[1] if marks else "", text)
    return _SIGNS.sub("", text.replace(DIVIDED, "-")).strip()
