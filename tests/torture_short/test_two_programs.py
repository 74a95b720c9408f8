"""A short form of two programs on one library; `make torture` plays every scene."""

import pytest
from pytestqt.qtbot import QtBot

from tests.torture import vfs

#: Long enough that a window which waits for the disk is told from one that a busy machine holds up.
SYNC = 0.06


@pytest.mark.skipif(not vfs.available(), reason="this Python hides the functions of its SQLite")
def test_a_slow_disk_holds_up_no_window(qtbot: QtBot, tmp_path) -> None:
    from tests.torture.beside_a_window import slow_disk

    seen = slow_disk(tmp_path, 3, SYNC)
    assert seen.faults == []
    assert seen.own < 3 * SYNC * 1_000 < seen.waited
