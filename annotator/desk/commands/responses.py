"""The right of reply: whether those accused were asked, and what came of it."""

from dataclasses import dataclass, field
from typing import Any

from annotator.desk.work import Command, Work
from annotator.model.enums import ResponseKind, Tag
from annotator.model.errors import BadInput
from annotator.model.rows import Response


@dataclass(frozen=True, slots=True)
class ResponseFields:
    """What a person records of a response; `asked_on` and `due` are ISO 8601, empty if not said."""

    kind: ResponseKind = ResponseKind.NOT_ASKED
    asked_on: str = ""
    asked_by: str = ""
    due: str = ""
    note: str = ""

    def columns(self) -> dict[str, Any]:
        """The fields as columns of a response, trimmed."""
        words = {name: getattr(self, name).strip() for name in ("asked_on", "asked_by", "due", "note")}
        return {"kind": self.kind, **words}


@dataclass(frozen=True, slots=True)
class Respond(Command):
    """Records the response to an allegation, anybody's; a person has one word on it, which changes."""

    LABEL = "step.response"

    claim: str
    fields: ResponseFields = field(default_factory=ResponseFields)

    def apply(self, work: Work) -> None:
        """Writes my response; *not asked* alone takes it away. Raises BadInput for no allegation."""
        claim = work.on_claim(self.claim)
        if claim.tag is not Tag.ALLEGATION:
            raise BadInput("response.no_allegation")
        columns = self.fields.columns()
        work.called(self.LABEL, response=self.fields.kind.value)
        nothing = self.fields.kind is ResponseKind.NOT_ASKED and not any(list(columns.values())[1:])
        work.keep_word(Response(work.new_id(), claim.id, **columns), says_nothing=nothing)
