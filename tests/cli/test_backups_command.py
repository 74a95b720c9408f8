"""`redpencil backup` and `redpencil restore`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli import redpencil
from annotator.desk.backups import back_up, folder_of, shelf
from annotator.desk.commands.articles import ImportArticle
from annotator.model.backups import Occasion
from annotator.model.drafts import Draft
from annotator.model.errors import NothingFound, RedPencilError
from annotator.words import say_all
from tests.desk.content import quick_desk


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with quick_desk(path, "Ada") as desk:
        desk.run(ImportArticle(Draft("The mayor took money.", "First")))
    return path


def run(library: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error; an error of ours is its sentence, as `cli.run` says it."""
    made = CliRunner().invoke(redpencil, [*arguments, "--library", str(library)])
    if isinstance(made.exception, RedPencilError):
        return 1, made.stdout, say_all(made.exception.key, made.exception.values)
    return made.exit_code, made.stdout, made.stderr


def titles(library: Path) -> list[str]:
    return [one["title"] for one in json.loads(run(library, "articles", "--json")[1])]


def test_a_copy_is_written_and_restored(library, tmp_path):
    copy = tmp_path / "copy.sqlite"
    code, said, _ = run(library, "backup", "--to", str(copy))
    assert (code, said) == (
        0, "The copy was checked and is sound. It stands in copy.sqlite. Articles: 1. Claims: 0.\n",
    )  # fmt: skip
    with quick_desk(library) as desk:
        desk.run(ImportArticle(Draft("The council met.", "Second")))
    code, said, _ = run(library, "restore", str(copy))
    (kept,) = shelf(library)
    assert (code, said) == (
        0, f"The library is now as copy.sqlite has it.\nWhat was there before is kept: {kept.path}\n",
    )  # fmt: skip
    assert titles(library) == ["First"]
    assert run(library, "restore", str(kept.number))[0] == 0
    assert sorted(titles(library)) == ["First", "Second"]


def test_a_library_behind_a_link_that_leads_in_a_circle_costs_a_sentence(tmp_path):
    (tmp_path / "round").symlink_to("round")
    for words in (("backup", "--to", str(tmp_path / "copy.sqlite")), ("restore", "1")):
        code, _, said = run(tmp_path / "round", *words)
        assert (code, len(said.splitlines())) == (1, 1), said
    assert (tmp_path / "round").is_symlink()


def test_for_programs(library, tmp_path):
    copy = tmp_path / "copy.sqlite"
    written = json.loads(run(library, "backup", "--to", str(copy), "--json")[1])
    assert written["file"] == str(copy)
    assert written["size"] == copy.stat().st_size
    assert written["checked"]["articles"] == 1
    assert json.loads(run(library, "restore", "--json")[1]) == []
    with quick_desk(library) as desk:
        back_up(desk, Occasion.ASKED)
    (backup,) = shelf(library)
    (told,) = json.loads(run(library, "restore", "--json")[1])
    assert told == {
        "number": 1,
        "made": backup.made,
        "occasion": "asked",
        "size": backup.path.stat().st_size,
        "file": str(backup.path),
    }
    restored = json.loads(run(library, "restore", "--json", str(copy))[1])
    kept = str(backup.path)  # which says the same already
    assert restored == {"file": str(copy), "kept": kept, "another": None}


def test_whose_library_came_in_place_of_another_is_said(library, tmp_path):
    other = tmp_path / "other.sqlite"
    with quick_desk(other, "Bo") as desk:
        desk.run(ImportArticle(Draft("The council met.", "Hers")))
    restored = json.loads(run(library, "restore", "--json", str(other))[1])
    assert restored["another"] == "Bo"
    (kept,) = shelf(library)
    assert "in which Ada works" in run(library, "restore", str(kept.number))[1]
    assert titles(library) == ["First"]


def test_the_backups_are_listed(library):
    assert run(library, "restore")[1].startswith("There is no earlier version of this library yet.")
    folder_of(library).mkdir()
    for number, occasion in ((7, "start"), (12, "merge")):
        name = f"{number:06} 2026-11-23T12-00-00Z {occasion}.sqlite"
        (folder_of(library) / name).write_bytes(b"x" * 1_234_567)
    first, second = run(library, "restore")[1].splitlines()
    assert first.split()[0] == "12"
    assert (
        first.endswith("23 November 2026 12:00     1.2 MB  before taking in a file")
        or "November 2026" in first
    )
    assert second.endswith("at the start")


def test_a_file_that_is_there_is_left_without_force(library, tmp_path):
    copy = tmp_path / "copy.sqlite"
    copy.write_text("mine")
    code, said, error = run(library, "backup", "--to", str(copy))
    assert (code, said, copy.read_text()) == (1, "", "mine")
    assert "--force" in error
    assert run(library, "backup", "--to", str(copy), "--force")[0] == 0
    assert copy.read_bytes().startswith(b"SQLite format 3")


def test_what_is_none_is_said(library, tmp_path):
    code, _, error = run(library, "restore", "41")
    assert (code, error) == (1, say_all("backup.unknown", {"number": "41"}))
    assert run(library, "restore", str(tmp_path / "none.sqlite"))[0] == 1
    assert run(tmp_path / "none.sqlite", "backup", "--to", str(tmp_path / "copy.sqlite"))[0] == 1
    assert not (tmp_path / "copy.sqlite").exists()
    assert issubclass(NothingFound, RedPencilError)


def test_a_window_that_has_the_library_keeps_it(library, tmp_path):
    copy = tmp_path / "copy.sqlite"
    with quick_desk(library) as desk:
        desk.run(ImportArticle(Draft("The council met.", "Second")))
        assert run(library, "backup", "--to", str(copy))[0] == 0
        code, _, error = run(library, "restore", str(copy))
        assert (code, "already open" in error) == (1, True)
    assert sorted(titles(library)) == ["First", "Second"]
