"""Libraries to look into."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.desk.identity import take_hand
from annotator.store.door import Hand
from annotator.store.library import Library
from annotator.store.opening import make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty library in a folder of its own."""
    made = tmp_path / "library.sqlite"
    make(made)
    return made


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    """An empty library, open."""
    with Library(path) as opened:
        yield opened


@pytest.fixture
def hand(library: Library) -> Hand:
    """The hand of the owner of the library, who has settled in."""
    return take_hand(library)
