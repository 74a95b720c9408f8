"""A short form of the power cuts; `make torture` tries a thousand."""

import pytest

from tests.torture import power_cuts, vfs

pytestmark = pytest.mark.skipif(not vfs.available(), reason="this Python hides the functions of its SQLite")


def test_a_power_cut_loses_nothing_that_was_said_to_be_saved():
    found = power_cuts.run(0.004, seed=1)
    assert found.holds, found
