"""Who says a claim, and what bears on its content."""

from dataclasses import dataclass, field, replace
from typing import Any

from annotator.desk.commands.sources import NewSource, source_for
from annotator.desk.work import Command, Work
from annotator.model.enums import Stance
from annotator.model.errors import BadInput
from annotator.model.rows import Attribution, Evidence, Source
from annotator.model.spans import Span
from annotator.text.order import between


@dataclass(frozen=True, slots=True)
class SayBy(Command):
    """Adds a source to the chain of who says a claim, at its end; speaker first, then each relay.

    `source` is an id or a description; `span` the words of the article that name it, `cue` the
    verb or phrase of saying.
    """

    LABEL = "step.said_by"

    claim: str
    source: NewSource | str
    span: Span | None = None
    cue: str = ""

    def apply(self, work: Work) -> None:
        """Adds the attribution; a source that stands in my chain already is picked, not doubled."""
        claim = work.on_claim(self.claim)
        source = source_for(work, self.source)
        chain = _chain(work, claim.id)
        name = work.get(Source, source).name
        work.called(self.LABEL, name=name)
        place = _place(work, claim.article, self.span)
        for there in chain:
            if there.source == source and work.is_mine(Attribution, there.id):
                if self.span is None:
                    work.tell("source.already_said", name=name)
                else:
                    work.step.write(replace(there, **place))
                return
        last = chain[-1].position if chain else None
        made = Attribution(
            work.new_id(), claim.id, source, between(last, None), cue=self.cue.strip(), **place
        )
        work.step.write(made)
        work.made.append(made.id)


@dataclass(frozen=True, slots=True)
class MoveAttribution(Command):
    """Moves one's own link of the chain one place forward (-1) or back (+1)."""

    LABEL = "step.move_said_by"

    attribution: str
    by: int

    def apply(self, work: Work) -> None:
        """Gives the link a new position; at the end of the chain nothing changes."""
        moved = work.own(Attribution, self.attribution)
        chain = _chain(work, work.on_claim(moved.claim).id)
        at = [link.id for link in chain].index(moved.id)
        others = [link.position for link in chain if link.id != moved.id]
        to = max(0, min(len(others), at + self.by))
        if to == at:
            return
        before = others[to - 1] if to else None
        # Two people's links may have come to the same place: the next place that is another.
        after = next((place for place in others[to:] if before is None or place > before), None)
        work.step.write(replace(moved, position=between(before, after)))


@dataclass(frozen=True, slots=True)
class EditAttribution(Command):
    """Sets the cue or the words of one's own link, or ticks that it is said so and so worded."""

    LABEL = "step.edit_said_by"

    attribution: str
    cue: str | None = None
    checked: bool | None = None
    span: Span | None = None

    def apply(self, work: Work) -> None:
        """Writes the link anew; what is None stays."""
        link = work.own(Attribution, self.attribution)
        claim = work.on_claim(link.claim)
        if self.cue is not None:
            link = replace(link, cue=self.cue.strip())
        if self.checked is not None:
            link = replace(link, checked=self.checked)
        if self.span is not None:
            link = replace(link, **_place(work, claim.article, self.span))
        work.step.write(link)


@dataclass(frozen=True, slots=True)
class CheckSaidBy(Command):
    """Ticks that a claim is said so and so worded, on all of one's own links of its chain, or unticks it."""

    LABEL = "step.check_said_by"

    claim: str
    checked: bool

    def apply(self, work: Work) -> None:
        """Writes those of my links that are otherwise. Raises BadInput where I have none."""
        claim = work.on_claim(self.claim)
        mine = [link for link in _chain(work, claim.id) if work.is_mine(Attribution, link.id)]
        if not mine:
            raise BadInput("parts.nobody_to_check")
        for link in mine:
            if link.checked != self.checked:
                work.step.write(replace(link, checked=self.checked))


@dataclass(frozen=True, slots=True)
class RemoveAttribution(Command):
    """Takes one's own link out of the chain; the source stays in the register."""

    LABEL = "step.remove_said_by"

    attribution: str

    def apply(self, work: Work) -> None:
        """Removes the attribution."""
        link = work.own(Attribution, self.attribution)
        work.on_claim(link.claim)
        work.step.remove(Attribution, link.id)
        work.called(self.LABEL, name=work.get(Source, link.source).name)


@dataclass(frozen=True, slots=True)
class EvidenceFields:
    """What a person says of a piece of evidence; `seen_on` is an ISO date or empty."""

    stance: Stance = Stance.SUPPORTS
    locator: str = ""
    quote: str = ""
    url: str = ""
    seen_on: str = ""

    def columns(self) -> dict[str, Any]:
        """The fields as columns of an evidence row, trimmed."""
        return {
            "stance": self.stance,
            "locator": self.locator.strip(),
            "quote": self.quote.strip(),
            "url": self.url.strip(),
            "seen_on": self.seen_on.strip(),
        }


@dataclass(frozen=True, slots=True)
class AddEvidence(Command):
    """Adds a piece of evidence to a claim, anybody's."""

    LABEL = "step.evidence"

    claim: str
    source: NewSource | str
    fields: EvidenceFields = field(default_factory=EvidenceFields)

    def apply(self, work: Work) -> None:
        """Adds the evidence at the end."""
        claim = work.on_claim(self.claim)
        source = source_for(work, self.source)
        there = work.library.where(Evidence, claim=claim.id)
        last = max((row.position for row in there), default=None)
        made = Evidence(
            work.new_id(), claim.id, source, position=between(last, None), **self.fields.columns()
        )
        work.step.write(made)
        work.made.append(made.id)
        work.called(self.LABEL, name=work.get(Source, source).name)


@dataclass(frozen=True, slots=True)
class EditEvidence(Command):
    """Changes one's own piece of evidence."""

    LABEL = "step.edit_evidence"

    evidence: str
    fields: EvidenceFields
    source: NewSource | str | None = None

    def apply(self, work: Work) -> None:
        """Writes the evidence anew."""
        there = work.own(Evidence, self.evidence)
        work.on_claim(there.claim)
        source = there.source if self.source is None else source_for(work, self.source)
        work.step.write(replace(there, source=source, **self.fields.columns()))
        work.called(self.LABEL, name=work.get(Source, source).name)


@dataclass(frozen=True, slots=True)
class RemoveEvidence(Command):
    """Takes one's own piece of evidence away."""

    LABEL = "step.remove_evidence"

    evidence: str

    def apply(self, work: Work) -> None:
        """Removes the evidence."""
        there = work.own(Evidence, self.evidence)
        work.on_claim(there.claim)
        work.step.remove(Evidence, there.id)
        work.called(self.LABEL, name=work.get(Source, there.source).name)


def _chain(work: Work, claim: str) -> list[Attribution]:
    found = (link for one in work.alike(claim) for link in work.seen(Attribution, claim=one))
    return sorted(found, key=lambda link: (link.position, link.id))


def _place(work: Work, article: str, span: Span | None) -> dict[str, Any]:
    """The columns that say where the article names a source. Raises BadInput for a span outside the text."""
    if span is None:
        return {}
    revision = work.revision_of(article)
    words = span.cut(text := work.text_of(revision))
    if span.end > len(text) or not words.strip():
        raise BadInput("claim.no_words")
    return {"revision": revision.id, "start": span.start, "end": span.end, "words": words}
