"""Review files on the command line: what must not be believed changes nothing."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli import redpencil
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.desk import Desk
from annotator.model.drafts import Draft
from tests.desk.content import content, quick_desk
from tests.formats.review_file import sound
from tests.formats.review_file.hostile import FILES


@pytest.fixture
def library(tmp_path: Path) -> Path:
    with quick_desk(tmp_path / "library.sqlite") as desk:
        desk.run(ImportArticle(Draft(sound.BODY, "Pump")))
    return tmp_path / "library.sqlite"


def run(library: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, what was printed, and what was said to a person."""
    made = CliRunner().invoke(redpencil, [*arguments, "--library", str(library)])
    return made.exit_code, made.stdout, made.stderr


def test_no_hostile_file_changes_a_library(library: Path, tmp_path: Path) -> None:
    hostile = [file for file in FILES.values() if file.key]
    names = []
    for number, file in enumerate(hostile):
        names.append(str(tmp_path / f"{number}.redpencil.json"))
        Path(names[-1]).write_bytes(file.data)
    with Desk(library, reading=True) as desk:
        before = content(desk.library)
    code, _, said = run(library, "merge", *names)
    with Desk(library, reading=True) as desk:
        assert content(desk.library) == before
    assert code == 1
    assert "Traceback" not in said
    assert [line.split(".")[0] for line in said.splitlines()] == [str(at) for at in range(len(hostile))]


def test_script_in_a_name_stays_words(library: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.redpencil.json"
    file.write_bytes(FILES["script for a comment"].data)
    assert run(library, "merge", str(file))[0] == 0


def test_an_export_is_a_review_file_by_its_ending(library: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.redpencil.json"
    code, printed, _ = run(library, "export", "--to", str(file), "--json")
    assert (code, json.loads(printed)["format"]) == (0, "review")
    assert json.loads(file.read_text(encoding="utf-8"))["file"] == "redpencil review file"


def test_a_review_file_is_not_imported_as_an_article(library: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.redpencil.json"
    file.write_bytes(sound.data())
    code, _, said = run(library, "import", str(file))
    assert code == 1
    assert "review file" in said
