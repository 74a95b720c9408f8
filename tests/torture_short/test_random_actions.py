"""A short form of the random actions; `make torture` has thousands in one library."""

from tests.torture import actions


def test_undo_all_is_the_start_and_redo_all_the_end():
    found = actions.run(50 / actions.ACTIONS, seed=1)
    assert found.holds, found
