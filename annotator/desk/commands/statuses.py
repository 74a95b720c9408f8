"""How far the content of a claim is checked."""

from dataclasses import dataclass, field
from typing import Any

from annotator.desk.work import Command, Work
from annotator.model.enums import StatusValue
from annotator.model.errors import BadInput
from annotator.model.rows import Evidence, Status

#: What nobody may say without anything to go by.
_NEED_A_REASON = (StatusValue.CONFIRMED, StatusValue.NEEDS_CHANGE)


@dataclass(frozen=True, slots=True)
class StatusFields:
    """What a person says of a claim's content; a correction has the old words and the new."""

    value: StatusValue = StatusValue.UNCHECKED
    reason: str = ""
    old_words: str = ""
    new_words: str = ""

    def columns(self) -> dict[str, Any]:
        """The fields as columns of a status, trimmed; only what needs change has a correction."""
        needs_change = self.value is StatusValue.NEEDS_CHANGE
        return {
            "value": self.value,
            "reason": self.reason.strip(),
            "old_words": self.old_words.strip() if needs_change else "",
            "new_words": self.new_words.strip() if needs_change else "",
        }


@dataclass(frozen=True, slots=True)
class SetStatus(Command):
    """Says how far a claim is checked, anybody's; a person has one word on it, which changes."""

    LABEL = "step.status"

    claim: str
    fields: StatusFields = field(default_factory=StatusFields)

    def apply(self, work: Work) -> None:
        """Writes my status. Raises BadInput for what needs evidence or a reason and has neither."""
        claim = work.on_claim(self.claim)
        columns = self.fields.columns()
        bare = self.fields.value in _NEED_A_REASON and not columns["reason"]
        if bare and not any(work.seen(Evidence, claim=one) for one in work.alike(claim.id)):
            raise BadInput("status.needs_reason")
        work.called(self.LABEL, status=self.fields.value.value)
        nothing = self.fields.value is StatusValue.UNCHECKED and not columns["reason"]
        work.keep_word(Status(work.new_id(), claim.id, **columns), says_nothing=nothing)
