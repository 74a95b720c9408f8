"""The people who mark: who I am here."""

from dataclasses import dataclass

from annotator.desk.work import Command, Work
from annotator.model.changes import LIBRARY
from annotator.model.errors import BadInput
from annotator.model.rows import Reviewer


@dataclass(frozen=True, slots=True)
class EditMe(Command):
    """Changes my own name or colour; my claims stay mine. `colour` is `#rrggbb`."""

    LABEL = "step.edit_me"

    name: str
    colour: str

    def apply(self, work: Work) -> None:
        """Writes my reviewer row. Raises BadInput for an empty name."""
        if not self.name.strip():
            raise BadInput("reviewer.needs_name")
        work.step.write(Reviewer(work.me, self.name.strip(), self.colour))
        work.scope(LIBRARY)
        work.called(self.LABEL, name=self.name.strip())
