"""The doctor on the command line: what is hurt by name, and what can be saved in a new file."""

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.cli import redpencil
from annotator.desk.care import examine
from annotator.store.library import Library

FILE = Path(__file__).parents[1] / "store" / "migrations" / "files" / "library-4.sqlite.gz"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library whose claim, article and confidential source something else has changed."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress(FILE.read_bytes()))
    Library(path).close()
    with closing(sqlite3.connect(path)) as meddler:
        meddler.execute("UPDATE claims SET note = 'better' WHERE note <> ''")
        meddler.execute("UPDATE articles SET language = 'xx' WHERE title = 'Pages'")
        meddler.execute("UPDATE sources SET role = 'judge' WHERE confidential")
        meddler.commit()
    return path


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(redpencil, ["doctor", "--library", str(path), *arguments])


def test_what_is_hurt_is_said_by_name_and_what_to_do(path):
    done = run(path)
    lines = done.output.splitlines()
    assert done.exit_code == 1
    named = lines[lines.index("Affected:") + 1 : -1]
    assert "  Claim “The mayor took money” in “First”" in named
    assert {"  Article “Pages”", "  Source A clerk"} <= set(named)
    assert "restore" in lines[-1]
    assert "--salvage" in lines[-1]


def test_a_list_for_programs_tells_no_confidential_name(path):
    done = run(path, "--json")
    report = json.loads(done.output)
    assert (done.exit_code, report["sound"]) == (1, False)
    (claim,) = [one for one in report["hurt"] if one["kind"] == "claims"]
    assert (claim["name"], claim["article"]) == ("The mayor took money", "First")
    assert [one["name"] for one in report["hurt"] if one["kind"] == "sources"] == [""]
    assert "A clerk" not in done.output


def test_what_can_be_read_comes_into_a_new_file(path, tmp_path):
    before, new = path.read_bytes(), tmp_path / "new.sqlite"
    done = run(path, "--salvage", str(new))
    assert done.exit_code == 0
    assert examine(new).sound
    assert path.read_bytes() == before
    assert str(new) in done.output
    assert "Nothing is lost" in done.output
    assert "  Claim “The mayor took money” in “First”" in done.output.splitlines()
    again = run(path, "--salvage", str(new))
    assert again.exit_code == 1


def test_a_salvage_for_programs(path, tmp_path):
    done = run(path, "--json", "--salvage", str(tmp_path / "new.sqlite"))
    told = json.loads(done.output)
    assert (told["lost"], told["complete"], told["saved"]["claims"]) == ({}, True, 4)
    assert {one["kind"] for one in told["mended"]} == {"claims", "articles", "sources"}
