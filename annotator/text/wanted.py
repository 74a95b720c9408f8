"""What a person searches for: plain words, all of which must occur, and phrases between quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from annotator.model.spans import Span
from annotator.text.terms import LETTER, PAIRED, Folded, bare, folded, words, words_and_runs

if TYPE_CHECKING:
    from re import Pattern

#: More words than this are not looked for: a whole paragraph pasted into the field.
_MOST = 16
_QUOTED_OR_WORD = re.compile(r'["“”„«»]([^"“”„«»]*)(["“”„«»])?|[^\s"“”„«»]+')


@dataclass(frozen=True)
class Phrase:
    """Words that must stand side by side, folded (see `terms`); of an `open` one the last may go on."""

    text: str
    open: bool

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The words of an index that stand for it, side by side."""
        found = tuple(words(self.text))
        # A run that may go on does not end with its last character by itself.
        return found[:-1] if self._ends_in_run and len(self._parts[-1][1]) > 1 else found

    @cached_property
    def is_beginning(self) -> bool:
        """Whether its last term is only the beginning of a word of an index."""
        return len(self._parts[-1][1]) == 1 if self._ends_in_run else self.open

    def places(self, text: Folded) -> Iterator[Span]:
        """Where it stands in a text; spans of the text itself."""
        for found in self._finder.finditer(text.text):
            yield text.span(*found.span())

    @cached_property
    def _parts(self) -> list[tuple[str, str]]:
        return words_and_runs(self.text)

    @property
    def _ends_in_run(self) -> bool:
        return bool(self._parts[-1][1])

    @cached_property
    def _finder(self) -> "Pattern[str]":
        """Finds it as an index does: words from their beginning to their end, runs anywhere at the ends."""
        import regex  # type: ignore[import-untyped]  # it comes without types

        last = len(self._parts) - 1
        pattern = ""
        for n, (word, run) in enumerate(self._parts):
            kind = LETTER if word else PAIRED
            pattern += r"[^\p{L}\p{N}\p{M}ー々〆]*" if n else ""
            pattern += rf"(?<!{kind})" if word or n else ""
            pattern += regex.escape(word or run)
            if word and n == last and self.open:
                pattern += f"{LETTER}*"
            elif word or n < last:
                pattern += f"(?!{kind})"
        found: Pattern[str] = regex.compile(pattern, regex.V1)
        return found


def wanted(typed: str) -> tuple[Phrase, ...]:
    """What was typed as phrases: each word one, and what stands between quotation marks.

    The last may be the beginning of a word: it is still being typed, unless a quotation mark closes it.
    Never fails: what holds no letter is passed over.
    """
    typed = typed.rstrip()
    found = []
    for piece in _QUOTED_OR_WORD.finditer(typed):
        text = bare(piece[1] if piece[1] is not None else piece[0])
        if any(words(text)):
            found.append(Phrase(text, open=piece.end() == len(typed) and not piece[2]))
    return tuple(dict.fromkeys(found[:_MOST]))


def places(text: str, phrases: Sequence[Phrase], most: int = 100) -> list[Span]:
    """Where any of the phrases stands in the text, in order and without overlaps; at most so many of each."""
    searched = folded(text)
    found = [span for phrase in phrases for span in islice(phrase.places(searched), most)]
    apart: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart
