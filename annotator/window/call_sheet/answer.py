"""One answer on the telephone, kept as it is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from annotator.desk.commands.sourcing import EditEvidence, EvidenceFields, RemoveEvidence
from annotator.desk.work import Command
from annotator.model.changes import Changes
from annotator.model.enums import Stance
from annotator.model.errors import RedPencilError
from annotator.window.session import Session

#: Hears of words that could not be kept and have no field any more, and why.
Lost = Callable[[str, RedPencilError], None]


@dataclass(frozen=True, slots=True)
class Heard:
    """What was typed: the words and how they bear on the claim."""

    words: str
    stance: Stance

    @property
    def fields(self) -> EvidenceFields:
        """The same as evidence, heard today."""
        return EvidenceFields(self.stance, quote=self.words, seen_on=date.today().isoformat())


class Answer:
    """One answer while it is being typed: its first words make a piece of evidence, later ones edit it.

    What is kept while a change is on its way waits for its end. `refused` gets the words that were not kept.
    """

    def __init__(
        self,
        session: Session,
        record: Callable[[EvidenceFields], Command],
        refused: Callable[[Heard, RedPencilError], None],
    ) -> None:
        self._session, self._record, self._refused = session, record, refused
        self._busy = False
        self._waiting: Heard | None = None
        self.evidence = ""

    @property
    def busy(self) -> bool:
        """Whether a change is on its way."""
        return self._busy

    def keep(self, heard: Heard) -> None:
        """Saves what was typed so far; nothing, where words were before, takes the evidence away."""
        if self._busy:
            self._waiting = heard
            return
        command: Command
        if not self.evidence and not heard.words.strip():
            return
        if not self.evidence:
            command = self._record(heard.fields)
        elif heard.words.strip():
            command = EditEvidence(self.evidence, heard.fields)
        else:
            command = RemoveEvidence(self.evidence)
        self._busy = True
        self._session.run(command, self._kept, lambda error: self._not_kept(heard, error))

    def _kept(self, changes: Changes) -> None:
        self._busy = False
        if changes.made:
            self.evidence = changes.made[0]
        elif changes.label == RemoveEvidence.LABEL:
            self.evidence = ""
        self._go_on()

    def _not_kept(self, heard: Heard, error: RedPencilError) -> None:
        self._busy = False
        heard, self._waiting = self._waiting or heard, None
        if self.evidence:  # taken back meanwhile: the words make a new piece
            self.evidence = ""
            self.keep(heard)
        else:
            self._refused(heard, error)

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.keep(waiting)
