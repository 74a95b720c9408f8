"""A short form of the operations that fail; `make torture` tries hundreds."""

import pytest

from tests.torture import faults, vfs
from tests.torture.faults_scenes import SCENES

pytestmark = pytest.mark.skipif(not vfs.available(), reason="this Python hides the functions of its SQLite")


def test_no_operation_that_fails_harms_anything():
    few = [scene for scene in SCENES if scene.name in {"tagging", "another place"}]
    found = faults.run(0.02, seed=1, scenes=few)
    assert found.holds, found
