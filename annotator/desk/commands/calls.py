"""What comes of a call: somebody accused answers."""

from dataclasses import dataclass

from annotator.desk.commands.responses import Respond, ResponseFields
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields
from annotator.desk.work import Command, Work
from annotator.model.enums import ResponseKind
from annotator.model.rows import Response, Source


@dataclass(frozen=True, slots=True)
class RecordReply(Command):
    """Takes down what a source says to an allegation against it, and that it was asked.

    The words become evidence from that source and stand nowhere else, so that what was said in confidence is
    left out with all else that a confidential source gave. Answered is what a denial in the article answers;
    of a reply to me the response says that I *asked*, at the time that was recorded before, or now.
    """

    LABEL = "step.reply"

    claim: str
    source: str
    fields: EvidenceFields

    def apply(self, work: Work) -> None:
        """Adds the evidence and my response. Raises BadInput for what is no allegation."""
        AddEvidence(self.claim, self.source, self.fields).apply(work)
        there = [word for one in work.alike(self.claim) for word in work.seen(Response, claim=one)]
        if not any(response.kind == ResponseKind.ASKED for response in there):
            mine = work.words(Response, self.claim)
            Respond(self.claim, _asked(work, mine[-1] if mine else None)).apply(work)
        work.called(self.LABEL, name=work.get(Source, self.source).name)


def _asked(work: Work, before: Response | None) -> ResponseFields:
    if before is not None and before.asked_on:
        return ResponseFields(ResponseKind.ASKED, before.asked_on, before.asked_by, before.due, before.note)
    due, note = (before.due, before.note) if before is not None else ("", "")
    return ResponseFields(ResponseKind.ASKED, work.now, work.myself.name, due, note)
