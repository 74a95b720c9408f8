"""A short form of the full disks; `make torture` has more sizes, and mounts them where that is allowed."""

import pytest
from pytestqt.qtbot import QtBot

from tests.torture import full_disk, vfs

pytestmark = pytest.mark.skipif(not vfs.available(), reason="this Python hides the functions of its SQLite")


def test_what_a_full_disk_does_not_take_is_saved_when_there_is_room(qtbot: QtBot):
    found = full_disk.run(0.02, seed=1, mounted=False)
    assert found.holds, found
