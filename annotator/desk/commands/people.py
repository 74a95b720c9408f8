"""The people who mark: who I am here, and who else is me."""

from dataclasses import dataclass

from annotator.desk.colours import refuse_unless_free
from annotator.desk.identity import refuse_if_taken
from annotator.desk.work import Command, Work
from annotator.model.changes import LIBRARY
from annotator.model.errors import BadInput, NothingFound
from annotator.model.rows import Reviewer, SamePerson
from annotator.store.here import keep
from annotator.store.identities import shown_identity


@dataclass(frozen=True, slots=True)
class EditMe(Command):
    """Changes my own name or colour; my claims stay mine. `colour` is `#rrggbb`."""

    LABEL = "step.edit_me"

    name: str
    colour: str

    def apply(self, work: Work) -> None:
        """Writes my reviewer row.

        Raises BadInput for an empty name and for what is no colour or red, NotAllowed for another's name.
        """
        name = self.name.strip()
        if not name:
            raise BadInput("reviewer.needs_name")
        me = work.myself
        if self.colour != me.colour:
            refuse_unless_free(self.colour)
        if name.casefold() != me.name.casefold():
            refuse_if_taken(work.library, name, work.mine)
        work.step.write(Reviewer(me.id, name, self.colour))
        work.scope(LIBRARY)
        work.called(self.LABEL, name=name)


@dataclass(frozen=True, slots=True)
class NameMe(Command):
    """Says who I am in a library that knows only what the machine calls me; nobody asks again."""

    LABEL = "step.edit_me"

    name: str
    colour: str

    def apply(self, work: Work) -> None:
        """Does as `EditMe` does, and remembers that I was asked."""
        EditMe(self.name, self.colour).apply(work)
        work.called(self.LABEL, name=self.name.strip())
        keep(work.library, "named", "1")


@dataclass(frozen=True, slots=True)
class AlsoMe(Command):
    """Says that another identity is me too: its claims are mine from now on, and show under my name."""

    LABEL = "step.also_me"

    reviewer: str

    def apply(self, work: Work) -> None:
        """Adds the row that makes the two one. Raises BadInput where they are one already."""
        other = work.get(Reviewer, shown_identity(work.library, self.reviewer))
        me = work.myself
        if other.id == me.id:
            raise BadInput("reviewer.already_me")
        work.step.write(SamePerson(work.new_id(), other.id, me.id))
        work.scope(LIBRARY)
        work.called(self.LABEL, name=other.name)


@dataclass(frozen=True, slots=True)
class NotMe(Command):
    """Takes back that another identity is me."""

    LABEL = "step.not_me"

    reviewer: str

    def apply(self, work: Work) -> None:
        """Removes the rows of mine that join the identity. Raises NothingFound where there are none."""
        other = work.get(Reviewer, self.reviewer)
        joined = [
            *work.of_mine(SamePerson, reviewer=other.id),
            *work.of_mine(SamePerson, other=other.id),
        ]
        if other.id == work.me or not joined:
            raise NothingFound("gone.same_person")
        for row in joined:
            work.step.remove(SamePerson, row.id)
        work.scope(LIBRARY)
        work.called(self.LABEL, name=other.name)
