"""What each person made of the same words, ready to stand side by side."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from annotator.model.comparing import Group
from annotator.model.enums import Verdict
from annotator.model.spans import Span
from annotator.model.views import ClaimLine, PersonView
from annotator.window.people import People

#: Words that all versions share are cut short in their middle beyond so many code points at either end.
_KEPT = 60
_CUT = " … "


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a version; `own` where not all versions have them."""

    words: str
    own: bool


@dataclass(frozen=True, slots=True)
class Version:
    """What one person made of the words: a claim with its words in parts, or nothing.

    `answer` is my newest word on it, `outdated` whether I have one from before the claim was changed.
    """

    person: PersonView
    claim: ClaimLine | None = None
    parts: tuple[Part, ...] = ()
    answer: Verdict | None = None
    outdated: bool = False

    @property
    def can_be_answered(self) -> bool:
        """Whether it is a colleague's claim that still stands."""
        return self.claim is not None and not self.claim.mine and not self.claim.withdrawn


def versions_of(group: Group, people: People, line: Callable[[str], ClaimLine | None]) -> tuple[Version, ...]:
    """The versions of a group, mine first, then as the group has them, then who has nothing there."""
    claims = [claim for claim in (line(each.id) for each in group.claims) if claim is not None]
    me = people.me
    found = []
    for claim in claims:
        others = [other.span for other in claims if other is not claim]
        found.append(
            Version(
                person=people.get(claim.author) or PersonView(claim.author, claim.reviewer, "", claim.mine),
                claim=claim,
                parts=parts(claim.quote, claim.span, others),
                answer=dict(claim.verdicts).get(me.id) if me is not None else None,
                outdated=me is not None and me.id in dict(claim.outdated),
            )
        )
    missing = [person for person in map(people.get, group.missing) if person is not None]
    return tuple(sorted([*found, *map(Version, missing)], key=lambda version: not version.person.mine))


def parts(quote: str, span: Span, others: Sequence[Span]) -> tuple[Part, ...]:
    """The words of a span, cut where not all of the others have them; long shared words are cut short."""
    if not others:
        return (Part(_shortened(quote), own=False),)
    start = max(span.start, *(other.start for other in others))
    end = min(span.end, *(other.end for other in others))
    if start >= end:
        return (Part(quote, own=True),)
    cuts = ((span.start, start, True), (start, end, False), (end, span.end, True))
    words = ((quote[first - span.start : last - span.start], own) for first, last, own in cuts)
    return tuple(Part(some if own else _shortened(some), own) for some, own in words if some)


def at_hand(versions: Iterable[Version], picked: str | None) -> ClaimLine | None:
    """The colleague's claim that an answer is for: the picked one, else the first I have not answered yet."""
    open_ones = [version for version in versions if version.can_be_answered]
    order = sorted(open_ones, key=lambda version: version.answer is not None)
    chosen = [version for version in order if version.claim is not None and version.claim.id == picked]
    found = next(iter([*chosen, *order]), None)
    return found.claim if found is not None else None


def _shortened(words: str) -> str:
    """Long words without their middle, cut between words where there is a space near."""
    if len(words) <= 2 * _KEPT + len(_CUT):
        return words
    head, tail = words[:_KEPT], words[-_KEPT:]
    head = head[: head.rindex(" ")] if " " in head[_KEPT // 2 :] else head
    tail = tail[tail.index(" ") + 1 :] if " " in tail[: _KEPT // 2] else tail
    return head + _CUT + tail
