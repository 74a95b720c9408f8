"""Golden files: what an export looked like when somebody last read it from top to bottom.

To renew one after a change, delete it, run the test (which writes it and fails), and read the difference.
"""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "golden"


def assert_golden(name: str, data: bytes) -> None:
    """Fails unless `data` is byte for byte the golden file of that name."""
    path = FOLDER / name
    if not path.exists():
        path.write_bytes(data)
        pytest.fail(f"{name} was missing and has been written: read it, then run again")
    assert data.decode() == path.read_bytes().decode()
