"""A short form of the damage; `make torture` has two hundred flips."""

from tests.torture import flips


def test_damage_is_noticed_and_what_can_be_read_is_saved():
    found = flips.run(0.01, seed=1)
    assert found.holds, found
