"""What a library knows of the person who works: identities, machines, and who else might be them."""

from annotator.desk.commands.people import AlsoMe, NotMe
from annotator.desk.desk import Desk
from annotator.desk.devices import pair, unpair
from annotator.desk.queries.about_me import Machine, about_me
from annotator.model.rows import Device, Reviewer
from annotator.model.stamped import Stamped
from annotator.store.door import step
from annotator.store.library import Library
from annotator.store.opening import make
from tests.desk.content import quick_desk

THERE = "2026-01-01T00:00:00.000Z#0000"


def came_in(desk: Desk, *rows: Reviewer | Device) -> None:
    with step(desk.library, desk.hand, "step.import") as opened:
        opened.adopt([Stamped(row, "ada-1", "laptop-1", THERE[:24], THERE) for row in rows])


def test_alone_on_one_machine(path):
    with quick_desk(path) as desk:
        found = about_me(desk)
        assert found is not None
        assert (found.me.id, found.also, found.others) == (desk.me, (), ())
        assert [(one.id, one.this) for one in found.machines] == [(desk.library.here("device"), True)]
        assert found.machines[0].name


def test_identities_machines_and_those_who_might_be_me(path):
    with quick_desk(path, "Kim"):
        pass
    with quick_desk(path) as desk:
        ada, bob = Reviewer("ada-1", "Ada", "#4A6FA5"), Reviewer("bob-1", "Bob", "#2F7F86")
        came_in(desk, ada, Device("laptop-1", "laptop", "ada-1"), bob)
        pair(desk.library, desk.me, "unheard-of")
        found = about_me(desk)
        assert [person.id for person in found.others] == [
            "ada-1",
            "bob-1",
        ]  # Kim works here: that is no colleague
        desk.run(AlsoMe("ada-1"))
        pair(desk.library, "ada-1", "laptop-1")
        found = about_me(desk)
        assert (found.also, [person.id for person in found.others]) == ((ada,), ["bob-1"])
        assert found.machines[1:] == (Machine("unheard-of", "", False), Machine("laptop-1", "laptop", False))
        unpair(desk.library, desk.me, "laptop-1")
        desk.run(NotMe("ada-1"))
        found = about_me(desk)
        assert (found.also, len(found.machines)) == ((), 2)


def test_in_a_library_nobody_wrote_to_there_is_nobody(tmp_path):
    make(tmp_path / "l.sqlite")
    with Library(tmp_path / "l.sqlite"):
        pass
    with Desk(tmp_path / "l.sqlite", reading=True) as desk:
        assert about_me(desk) is None
