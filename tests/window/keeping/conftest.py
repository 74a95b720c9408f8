"""Backups that never were."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.model.backups import Backup, Occasion


@pytest.fixture
def shelf() -> tuple[Backup, ...]:
    """Three backups, the newest first."""
    now = datetime.now(UTC)
    return tuple(
        Backup(Path(f"{n}.sqlite"), n, (now - timedelta(days=3 - n)).isoformat(), occasion, 2_000_000)
        for n, occasion in ((3, Occasion.MERGE), (2, Occasion.WORK), (1, Occasion.START))
    )
