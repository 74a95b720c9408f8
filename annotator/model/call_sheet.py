"""The call sheet: for each source what is attributed to it, and every allegation that needs its reply."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator.model.enums import ResponseKind, Tag
from annotator.model.views import AttributionView, ClaimView, EvidenceView, ResponseView, SourceView

#: The id of the last group: allegations of which nobody is known to be accused.
NOBODY = ""

#: Responses after which nobody need be asked again.
_SETTLED = (ResponseKind.DECLINED, ResponseKind.NO_REPLY)


class Why(StrEnum):
    """Why a claim stands on a source's sheet."""

    SAYS = "says"
    DENIES = "denies"
    NAMED = "named"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class CallLine:
    """One claim on one sheet.

    `number` counts the article's claims from 1 in text order. `link` is the source's own link in the chain of
    who says it, `place` its place there from 1 (the speaker), 0 without a link. `speaker` says the claim,
    None where nobody does. `denials` are the words of the denials that answer it, `said` the evidence that
    this source gave.
    """

    article: str
    title: str
    number: int
    claim: ClaimView
    why: Why
    link: AttributionView | None = None
    place: int = 0
    speaker: SourceView | None = None
    denials: tuple[str, ...] = ()
    said: tuple[EvidenceView, ...] = ()

    @property
    def to_confirm(self) -> bool:
        """Whether it is still to be asked if the source said so, and so worded."""
        return self.link is not None and not self.link.checked

    @property
    def response(self) -> ResponseView | None:
        """The newest word on the right of reply, which counts."""
        return self.claim.responses[-1] if self.claim.responses else None

    @property
    def needs_reply(self) -> bool:
        """Whether a reply is still due.

        It is not where a denial in the article answers the allegation, where the source declined or let the
        time pass, or where it was asked and what it said was taken down.
        """
        if self.link is not None or self.claim.tag is not Tag.ALLEGATION or self.claim.links:
            return False
        response = self.response
        if response is None or response.kind is ResponseKind.NOT_ASKED:
            return True
        return response.kind not in _SETTLED and not self.said


@dataclass(frozen=True, slots=True)
class CallEntry:
    """The sheet of one source; `source` is None for allegations of which nobody is known to be accused."""

    source: SourceView | None
    attributed: tuple[CallLine, ...] = ()
    to_reply: tuple[CallLine, ...] = ()

    @property
    def id(self) -> str:
        """The source's id, `NOBODY` without one."""
        return self.source.id if self.source else NOBODY

    @property
    def lines(self) -> tuple[CallLine, ...]:
        """Everything on the sheet, in its order."""
        return self.attributed + self.to_reply

    @property
    def to_confirm(self) -> int:
        """How many attributions are not checked yet."""
        return sum(line.to_confirm for line in self.attributed)

    @property
    def replies_needed(self) -> int:
        """How many allegations still need a reply."""
        return sum(line.needs_reply for line in self.to_reply)


@dataclass(frozen=True, slots=True)
class CallSheet:
    """The sheets of all sources: those whose reply is due first, the group without a source last.

    `me` is the name of who telephones.
    """

    entries: tuple[CallEntry, ...] = ()
    me: str = ""

    @property
    def several(self) -> bool:
        """Whether more than one article is spoken of."""
        return len({line.article for line in self.lines()}) > 1

    @property
    def confidential(self) -> bool:
        """Whether a confidential source stands on it."""
        return any(entry.source is not None and entry.source.confidential for entry in self.entries)

    def lines(self) -> Iterator[CallLine]:
        """Every line of every sheet."""
        for entry in self.entries:
            yield from entry.lines
