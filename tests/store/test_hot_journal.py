"""A power cut that tore the first page: whose file it is stands in the journal, from which it is put back."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from annotator.model.errors import LibraryRefused, WriteFailed
from annotator.store import doctor
from annotator.store.door import Hand, step
from annotator.store.hot_journal import first_bytes_to_come
from annotator.store.library import Library
from annotator.store.opening import refuse_unless_library
from tests.torture import vfs

pytestmark = pytest.mark.skipif(not vfs.available(), reason="this Python hides the functions of its SQLite")


class _CutAtTheLastSync(vfs.Hook):
    """Copies the library and its journal while SQLite writes to the library itself."""

    ops = frozenset({vfs.Op.SYNC})

    def __init__(self, to: Path) -> None:
        self.to = to

    def before(self, call: vfs.Call) -> int | None:
        if call.kind is not vfs.Kind.DATABASE:
            return None
        for path in (Path(call.path), Path(call.path + "-journal")):
            shutil.copy(path, self.to)
        return vfs.IOERR_FSYNC


@pytest.fixture
def cut(path: Path, tmp_path: Path, hand: Hand) -> Path:
    """A library as a power cut left it in the middle of a change."""
    folder = tmp_path / "after the cut"
    folder.mkdir()
    with (
        vfs.under(_CutAtTheLastSync(folder)),
        Library(path) as library,
        suppress(WriteFailed),
        step(library, hand, "step.edit_me") as opened,
    ):
        opened.restore("reviewers", {"id": hand.reviewer, "name": "Cora"})
    return folder / path.name


def tear(path: Path, garbage: bytes, at: int = 0) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(garbage)


@pytest.mark.parametrize("at", [0, 60, 68])
def test_a_torn_first_page_is_put_back(cut, at):
    tear(cut, b"\x7f" * (512 - at), at)
    with Library(cut) as library:
        assert list(doctor.findings(library)) == []
        assert [row["name"] for row in library.query("SELECT name FROM reviewers")] != ["Cora"]
    assert not cut.with_name(cut.name + "-journal").exists()


def test_without_its_journal_it_is_not_ours(cut):
    tear(cut, b"\x7f" * 512)
    journal = cut.with_name(cut.name + "-journal")
    whole = journal.read_bytes()
    endless = whole[:8] + b"\xff" * 4 + whole[12:28]  # tells of four thousand million pages
    for left in (b"", whole[:20], endless, b"no journal" * 1_000):
        journal.write_bytes(left)
        assert first_bytes_to_come(cut, 72) == b""
        with pytest.raises(LibraryRefused) as refused:
            refuse_unless_library(cut)
        assert refused.value.key == "library.foreign"
        assert journal.read_bytes() == left
