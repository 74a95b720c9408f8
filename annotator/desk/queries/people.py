"""Asking about the people who mark."""

from dataclasses import replace

from annotator.desk.desk import Desk
from annotator.model.rows import Reviewer
from annotator.model.views import PersonView
from annotator.store.identities import working_here
from annotator.store.reading import people as reading


def me(desk: Desk) -> Reviewer | None:
    """The reviewer who works here; None in a library nobody wrote to."""
    return desk.library.find(Reviewer, desk.me)


def people(desk: Desk) -> tuple[PersonView, ...]:
    """Everybody in the library, identities of one person taken together: me first, then by name."""
    everybody = reading.people(desk.library)
    here = {everybody[one].id for one in working_here(desk.library)}
    shown = (replace(everybody[one], here=one in here) for one in reading.live(desk.library))
    return tuple(sorted(shown, key=lambda person: (not person.mine, person.name.casefold(), person.id)))
