"""Asking what this library knows of the person who works."""

from dataclasses import dataclass

from annotator.desk.desk import Desk
from annotator.desk.devices import paired
from annotator.desk.queries.people import people
from annotator.model.rows import Device, Reviewer
from annotator.model.views import PersonView
from annotator.store.identities import working_here


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine somebody works on, its name empty where it was never heard of; `this` is the one in use."""

    id: str
    name: str
    this: bool


@dataclass(frozen=True, slots=True)
class AboutMe:
    """Who I am here: the identity that shows, the others that are me too, my machines.

    `others` are people in this library who work elsewhere and are not me as far as it knows.
    """

    me: Reviewer
    also: tuple[Reviewer, ...]
    machines: tuple[Machine, ...]
    others: tuple[PersonView, ...]


def about_me(desk: Desk) -> AboutMe | None:
    """What is known of me; None in a library nobody wrote to."""
    mine = {row.id: row for row in desk.library.where(Reviewer) if row.id in desk.library.sight.mine}
    if desk.me not in mine:
        return None
    here = working_here(desk.library)
    return AboutMe(
        me=mine[desk.me],
        also=tuple(row for row in mine.values() if row.id not in (desk.me, desk.writer)),
        machines=_machines(desk),
        others=tuple(one for one in people(desk) if not one.mine and one.id not in here),
    )


def _machines(desk: Desk) -> tuple[Machine, ...]:
    this = desk.library.here("device")
    names = {row.id: row.name for row in desk.library.where(Device)}
    mine = {device for person, device in paired(desk.library) if person == desk.me}
    return tuple(
        Machine(device, names.get(device, ""), device == this)
        for device in sorted(mine, key=lambda device: (device != this, names.get(device, ""), device))
    )
