"""What the rules stand on: the facts of an article, put so that each rule finds its own quickly."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from annotator.desk.checks.textual import Textual
from annotator.model.enums import SourceKind, Stance, Tag
from annotator.model.points import ClaimFacts, Facts
from annotator.model.spans import Span
from annotator.text.verbs.find import Finding

#: What fills a rule's sentence; `case` chooses another sentence of the same rule.
Values = dict[str, str]


class Found(NamedTuple):
    """What a rule found: at a claim, or (None) at a place; `values` fill its sentence."""

    claim: ClaimFacts | None = None
    span: Span | None = None
    values: Values = {}


@dataclass(frozen=True)
class Ground:
    """The facts of an article and what its text alone says."""

    facts: Facts
    textual: Textual

    @cached_property
    def claims_in(self) -> dict[int, list[ClaimFacts]]:
        """For each sentence, by number, the claims that touch it, in text order."""
        found: dict[int, list[ClaimFacts]] = defaultdict(list)
        for claim in self.facts.claims:
            for number in self.textual.touched(claim.span):
                found[number].append(claim)
        return dict(found)

    @cached_property
    def by_tag(self) -> dict[Tag | None, list[ClaimFacts]]:
        """The claims under each tag, and all of them under None."""
        found: dict[Tag | None, list[ClaimFacts]] = {tag: [] for tag in Tag}
        for claim in self.facts.claims:
            found[claim.tag].append(claim)
        return {**found, None: list(self.facts.claims)}

    @cached_property
    def ticked(self) -> frozenset[int]:
        """The numbers of the sentences that somebody ticked as read."""
        return frozenset(number for span in self.facts.read for number in self.textual.touched(span))

    def around(self, found: Finding) -> ClaimFacts | None:
        """The shortest claim that holds a finding."""
        holding = [
            claim for claim in self.claims_in.get(found.sentence, ()) if claim.span.contains(found.span)
        ]
        return min(holding, key=lambda claim: len(claim.span), default=None)

    def beside(self, found: Finding) -> ClaimFacts | None:
        """The claim a finding speaks of: the shortest that holds it, else the nearest in its sentence."""
        near = self.claims_in.get(found.sentence, ())
        return self.around(found) or min(near, key=lambda claim: _apart(claim.span, found.span), default=None)

    def place(self, claim: ClaimFacts) -> str:
        """The sentences a claim stands in, as one string."""
        touched = self.textual.touched(claim.span)
        if not touched:
            return claim.quote
        first, last = self.textual.sentences[touched[0]], self.textual.sentences[touched[-1]]
        return Span(first.start, last.end).cut(self.facts.text)


def standing_behind(claim: ClaimFacts) -> dict[str, bool]:
    """The sources that stand behind a claim, each with whether readers know who it is.

    These are its speaker and whoever else gives evidence that supports it. Relays pass on what one said, so
    they are no further source.
    """
    chain = {link.source for link in claim.said}
    speakers = claim.said[:1]
    support = (piece for piece in claim.evidence if piece.stance is Stance.SUPPORTS)
    found = {link.source: _known(link.kind, link.confidential) for link in speakers}
    found |= {
        piece.source: _known(piece.kind, piece.confidential) for piece in support if piece.source not in chain
    }
    return found


def own_voice(claim: ClaimFacts) -> bool:
    """Whether the article itself says a claim, or nobody is said to."""
    return all(link.kind in (SourceKind.ARTICLE, SourceKind.UNNAMED) for link in claim.said)


def names_somebody(claim: ClaimFacts) -> bool:
    """Whether readers are told who says a claim."""
    return any(
        _known(link.kind, link.confidential) and link.kind is not SourceKind.ARTICLE for link in claim.said
    )


def first_of_each(found: Iterable[Found]) -> list[Found]:
    """Of what a rule found at one claim the first, and in one sentence without a claim."""
    kept: dict[object, Found] = {}
    for one in found:
        kept.setdefault(one.claim.id if one.claim else one.span, one)
    return list(kept.values())


def _known(kind: SourceKind, confidential: bool) -> bool:
    return not confidential and kind not in (SourceKind.ANONYMOUS, SourceKind.UNNAMED)


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
