"""What rules need of the text alone: worked out once for each text, for a text never changes."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from annotator.model.spans import Span, Spans
from annotator.text.verbs.find import Finding, findings, knows
from annotator.text.verbs.forms import Act

#: A shorter sentence may well stand twice, as "No." does.
_SHORTEST = 30
_STATING = (Act.SAYING, Act.ACCUSING, Act.DENYING)


@dataclass(frozen=True)
class Textual:
    """A text with its sentences; `bounds` holds `[start, end]` of each in code points.

    `language` is what the article is said to be in, a BCP 47 tag or empty.
    """

    text: str
    bounds: Sequence[Sequence[int]]
    language: str = ""

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """The sentences in text order."""
        return Spans(self.bounds)

    @cached_property
    def knows_verbs(self) -> bool:
        """Whether the rules that look for verbs know the language."""
        return knows(self.text, self.language)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The verbs found, in text order; none in a language they are not known in."""
        return tuple(findings(self.text, self.sentences)) if self.knows_verbs else ()

    @cached_property
    def hedges(self) -> tuple[Finding, ...]:
        """The words that hedge as "reportedly" does, outside quotation marks."""
        return tuple(found for found in self._unquoted if found.act is Act.HEDGE)

    @cached_property
    def refutations(self) -> tuple[Finding, ...]:
        """The forms of "refute" outside quotation marks."""
        return tuple(found for found in self._unquoted if found.lemma == "refute")

    @cached_property
    def loaded(self) -> tuple[Finding, ...]:
        """The verbs that take sides, outside quotation marks."""
        return tuple(found for found in self._unquoted if found.loaded)

    @cached_property
    def stating(self) -> dict[int, Finding]:
        """For each sentence, by number, in which somebody says, accuses or denies: the first such verb."""
        return {found.sentence: found for found in reversed(self._unquoted) if found.act in _STATING}

    @cached_property
    def according(self) -> frozenset[int]:
        """The numbers of the sentences in which something is so according to somebody."""
        return frozenset(found.sentence for found in self._unquoted if found.lemma == "according to")

    @cached_property
    def doubled(self) -> tuple[int, ...]:
        """The numbers of the sentences that repeat an earlier one, alone or with more words behind it."""
        spoken = sorted(
            (" ".join(span.cut(self.text).casefold().split()).rstrip(".!?…"), number)
            for number, span in enumerate(self.sentences)
            if len(span) >= _SHORTEST
        )
        found: list[int] = []
        first, earlier = "", 0
        for words, number in spoken:
            # What begins with the same words sorts right behind them.
            if first and (words == first or words.startswith(first + " ")):
                found.append(max(number, earlier))
                earlier = min(number, earlier)
            else:
                first, earlier = words, number
        return tuple(sorted(found))

    @cached_property
    def _unquoted(self) -> tuple[Finding, ...]:
        return tuple(found for found in self.findings if not found.quoted)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.bounds]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.bounds]

    def touched(self, span: Span) -> range:
        """The numbers of the sentences that share a code point with a span."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))
