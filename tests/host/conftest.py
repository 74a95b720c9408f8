"""Folders that are really out of bounds, also where the tests run as root."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture
def forbidding() -> Iterator[Path]:
    """A folder that may be listed but not written to, holding `old` and an unreadable `secret`.

    Root may do everything, so the test goes on as nobody; the folder is no `tmp_path`, whose parents
    only their owner can enter.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "old").write_bytes(b"old")
        (folder / "secret").write_bytes(b"secret")
        (folder / "secret").chmod(0)
        folder.chmod(0o555)
        as_root = os.geteuid() == 0
        if as_root:
            os.seteuid(NOBODY)
        yield folder
        if as_root:
            os.seteuid(0)
        folder.chmod(0o755)
