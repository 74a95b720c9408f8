"""Which machines are whose, kept in this file only."""

import pytest

from annotator.desk.commands.people import AlsoMe
from annotator.desk.desk import Desk
from annotator.desk.devices import pair, paired, unpair
from annotator.model.errors import BadInput
from annotator.model.rows import Reviewer
from annotator.store.door import step
from tests.desk.content import content, quick_desk


def test_this_machine_is_of_all_who_work_here(path):
    with quick_desk(path, "Kim") as desk:
        kim, device = desk.me, desk.library.here("device")
    with quick_desk(path) as desk:
        assert paired(desk.library) == {(desk.me, device), (kim, device)}


def test_a_machine_is_paired_with_a_person_and_no_longer(path):
    with quick_desk(path) as desk:
        before, rows = paired(desk.library), content(desk.library)
        pair(desk.library, desk.me, "laptop")
        pair(desk.library, desk.me, "laptop")
        pair(desk.library, "bob", "tower")
        assert paired(desk.library) - before == {(desk.me, "laptop"), ("bob", "tower")}
        unpair(desk.library, desk.me, "laptop")
        unpair(desk.library, desk.me, desk.library.here("device"))  # this one stays mine
        assert paired(desk.library) - before == {("bob", "tower")}
        assert paired(desk.library) >= before
        assert content(desk.library) == rows  # no row says so: it does not travel


def test_what_is_paired_with_one_identity_is_with_all(path):
    with quick_desk(path) as desk:
        with step(desk.library, desk.hand, "step.add_reviewer") as opened:
            opened.write(Reviewer("ada-1", "Ada", "#4A6FA5"))
        pair(desk.library, "ada-1", "laptop")
        assert (desk.me, "laptop") not in paired(desk.library)
        desk.run(AlsoMe("ada-1"))
        assert {(desk.me, "laptop"), ("ada-1", "laptop")} <= paired(desk.library)
        unpair(desk.library, desk.me, "laptop")  # by whichever id
        assert not {device for _, device in paired(desk.library)} & {"laptop"}


def pair_and_fail(desk: Desk) -> None:
    with step(desk.library, desk.hand, "step.add_reviewer") as opened:
        pair(desk.library, "ada-1", "laptop")
        opened.write(Reviewer("ada-1", "a name that no library takes\0", "#4A6FA5"))


def test_a_pair_is_kept_with_the_step_it_is_said_in_or_not_at_all(path):
    with quick_desk(path) as desk:
        with pytest.raises(BadInput):
            pair_and_fail(desk)
        assert ("ada-1", "laptop") not in paired(desk.library)
