"""The words of a sentence as the senses of verbs are told from them."""

import re
from collections.abc import Iterable, Set

from annotator.model.spans import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(
    r"“[^”\n]*(?:”|$)|\"[^\"\n]*\"|«[^»\n]*»|„[^“”\n]*[“”]"
    r"|(?<!\w)[‘'](?=\S)[^\n]*?(?<=\S)[’'](?!\w)",
    re.MULTILINE,
)


class Tokens:
    """The words of one sentence, in lower case with straight apostrophes; past either end there are none."""

    def __init__(self, text: str, sentence: Span) -> None:
        self._text, self._end = text, sentence.end
        self._places = [found.span() for found in _WORD.finditer(text, sentence.start, sentence.end)]
        self._words = [text[start:end].lower().replace("’", "'") for start, end in self._places]

    def __len__(self) -> int:
        return len(self._words)

    def __getitem__(self, at: int) -> str:
        """The word at a place; empty past the ends."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def none_of(self, wanted: Set[str]) -> bool:
        """Whether no word is among those wanted."""
        return wanted.isdisjoint(self._words)

    def span(self, first: int, last: int) -> Span:
        """The place in the text from one word to another."""
        return Span(self._places[first][0], self._places[last][1])

    def stops(self, at: int) -> bool:
        """Whether a clause may end behind a word: a sign other than a space follows it, or nothing."""
        if at >= len(self._words) - 1:
            return True
        end = self._places[at][1]
        return end < self._end and not self._text[end].isspace()

    def before(self, at: int, most: int) -> list[str]:
        """Up to so many words before a place, in order."""
        return [self[i] for i in range(max(0, at - most), at)]

    def after(self, at: int, most: int) -> list[str]:
        """Up to so many words after a place, as far as no sign parts them."""
        found: list[str] = []
        while len(found) < most and not self.stops(at):
            at += 1
            found.append(self[at])
        return found


def quotations(text: str) -> list[Span]:
    """What stands between quotation marks, in order; a quotation never goes on in the next paragraph."""
    return [Span(*found.span()) for found in _QUOTED.finditer(text)]


def within(spans: Iterable[Span], place: Span) -> bool:
    """Whether a place lies in one of the spans."""
    return any(span.contains(place) for span in spans)
