"""People with libraries, made once and copied."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.desk.desk import Desk
from tests.desk.content import quick_desk
from tests.desk.merging.histories import make_bases


@pytest.fixture(scope="session")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a new library of each person."""
    return make_bases(tmp_path_factory.mktemp("bases"))


@pytest.fixture
def ada(bases: Path, tmp_path: Path) -> Iterator[Desk]:
    """Ada at her library."""
    with quick_desk(Path(shutil.copy(bases / "Ada.sqlite", tmp_path)), "Ada") as desk:
        yield desk


@pytest.fixture
def bo(bases: Path, tmp_path: Path) -> Iterator[Desk]:
    """Bo at his."""
    with quick_desk(Path(shutil.copy(bases / "Bo.sqlite", tmp_path)), "Bo") as desk:
        yield desk
