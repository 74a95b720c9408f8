"""A process that is killed: everything it was told is saved is there, nothing is there by half."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.desk.commands.claims import DeleteClaim
from annotator.desk.desk import Desk
from annotator.model.errors import LibraryBusy
from annotator.model.rows import Claim
from annotator.store import doctor
from annotator.store.library import Library

TOP = Path(__file__).parents[2]

#: Tags one span after the other and says so, a line for each, as soon as it is told that it is saved.
_TAGGING = """
import sys
from pathlib import Path
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.desk import Desk
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span
with Desk(Path(sys.argv[1])) as desk:
    (article,) = desk.run(ImportArticle(Draft("So it is. " * 2000, "So"))).made
    for n in range(10_000):
        made = desk.run(TagClaim(article, Span(n, n + 8), Tag.FACT)).made
        print(*made, flush=True)
"""

#: Writes thousands of rows in one step, so many that SQLite has to write before it is done, and is killed.
_HALF_WAY = """
import os, sys
from pathlib import Path
from annotator.desk.desk import Desk
from annotator.model.enums import SourceKind
from annotator.model.rows import Source
from annotator.store.door import step
with Desk(Path(sys.argv[1])) as desk:
    desk.library.query("PRAGMA cache_spill = ON")
    desk.library.query("PRAGMA cache_size = 5")
    with step(desk.library, desk.hand, "step.add_source") as opened:
        for n in range(500):
            opened.write(Source(f"s-{n}", SourceKind.PERSON, "Anna", note="x" * 500))
        os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("wait", [0.0, 0.011, 0.05, 0.13])
def test_what_was_said_to_be_saved_is_there_after_a_kill(tmp_path, wait):
    path = tmp_path / "library.sqlite"
    process = subprocess.Popen(
        [sys.executable, "-c", _TAGGING, str(path)], stdout=subprocess.PIPE, text=True, cwd=TOP
    )
    told = [process.stdout.readline().strip()]
    time.sleep(wait)
    process.send_signal(signal.SIGKILL)
    told += process.stdout.read().split("\n")
    process.wait()
    process.stdout.close()
    saved = [line for line in told if len(line) == 36]  # the last line may be cut
    with Library(path) as library:  # the lock went with the process
        claims = [claim.id for claim in library.where(Claim)]
        assert list(doctor.findings(library)) == []
    assert len(saved) >= 1
    assert claims[: len(saved)] == saved
    assert len(claims) <= len(saved) + 1
    with Desk(path) as desk:  # a journal that was not yet complete lies there until the next change
        desk.run(DeleteClaim(claims[0]))
    assert {file.name for file in tmp_path.iterdir()} == {"library.sqlite", "library.sqlite.lock"}


@pytest.mark.parametrize("reading", [True, False])
def test_a_hot_journal_is_rolled_back_by_whoever_opens_next(tmp_path, reading):
    path = tmp_path / "library.sqlite"
    done = subprocess.run([sys.executable, "-c", _HALF_WAY, str(path)], cwd=TOP, check=False)
    assert done.returncode == -signal.SIGKILL
    journal = path.with_name("library.sqlite-journal")
    assert journal.stat().st_size > 0, "the test must leave a journal"
    half = path.stat().st_size
    with Library(path, reading=reading) as library:
        assert library.query("SELECT count(*) FROM sources")[0][0] == 2
        assert list(doctor.findings(library)) == []
    assert path.stat().st_size < half
    assert not journal.exists()


def test_a_reader_that_is_open_rolls_back_what_a_writer_leaves(tmp_path):
    """The reader may not change anything itself (`query_only`), but must not see half of a step."""
    path = tmp_path / "library.sqlite"
    subprocess.run([sys.executable, "-c", _TAGGING.replace("10_000", "1"), str(path)], cwd=TOP, check=True)
    with Library(path, reading=True) as library:
        subprocess.run([sys.executable, "-c", _HALF_WAY, str(path)], cwd=TOP, check=False)
        assert path.with_name("library.sqlite-journal").exists()
        assert library.query("SELECT count(*) FROM sources")[0][0] == 2
        assert list(doctor.findings(library)) == []


def test_a_second_desk_is_told_who_has_the_library(tmp_path):
    path = tmp_path / "library.sqlite"
    with Desk(path):
        with pytest.raises(LibraryBusy):
            Desk(path)
        with Desk(path, reading=True) as reader:  # reading needs no lock
            assert reader.me
    Desk(path).close()
