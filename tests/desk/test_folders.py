import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.desk.folders import files_under, known_endings, natural


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files by their relative names, all with something in them."""
    for name in (
        "10.txt",
        "9.txt",
        "B.md",
        "a.DOCX",
        "photo.jpg",
        ".hidden.txt",
        "~$a.docx",
        "page.html",
        "page_files/frame.html",
        "more_files/kept.txt",
        "sub/deep/er/c.txt",
        "sub/b.txt",
        ".git/x.txt",
        "__MACOSX/._a.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    return tmp_path


def names(found, folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in found.files]


def test_a_folder_gives_the_files_that_are_read_in_natural_order(folder: Path) -> None:
    found = files_under([folder])
    assert names(found, folder) == [
        "9.txt",
        "10.txt",
        "a.DOCX",
        "B.md",
        "page.html",
        "more_files/kept.txt",
        "sub/b.txt",
        "sub/deep/er/c.txt",
    ]
    assert (found.passed_over, found.problems) == (1, ())


def test_what_is_named_is_always_taken(folder: Path) -> None:
    named = [folder / name for name in ("photo.jpg", ".hidden.txt", "gone.txt")]
    assert files_under(named).files == tuple(named)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_in_a_ring_are_visited_once(folder: Path) -> None:
    (folder / "sub" / "again").symlink_to(folder)
    (folder / "sub" / "deep" / "other").symlink_to(folder / "sub")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    found = names(files_under([folder]), folder)
    assert found.count("sub/b.txt") == 1
    assert len(found) == 9


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_to_itself_costs_no_other_file(folder: Path) -> None:
    (folder / "sub" / "itself.txt").symlink_to(folder / "sub" / "itself.txt")
    found = files_under([folder])
    assert found.problems == ()
    assert {"sub/b.txt", "sub/itself.txt"} <= set(names(found, folder))


def test_a_name_that_cannot_be_is_taken_as_a_file(folder: Path) -> None:
    assert files_under([folder / ("a" * 300)]).files == (folder / ("a" * 300),)


def test_a_folder_that_is_deep_or_full_ends(folder: Path) -> None:
    found = files_under([folder], limit=3)
    assert names(found, folder) == ["9.txt", "10.txt", "a.DOCX"]
    assert found.problems == (("folder.too_many", {"limit": 3}),)
    assert files_under([folder], limit=8).problems == ()


def test_a_folder_that_cannot_be_read_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.stat

    def refuse(path: Path, **more: object):
        if path.name == "deep":
            raise PermissionError(13, "Permission denied")
        return real(path, **more)

    monkeypatch.setattr(Path, "stat", refuse)
    found = files_under([folder])
    assert found.problems == (("folder.unreadable", {"name": "deep", "reason": "Permission denied"}),)
    assert "sub/b.txt" in names(found, folder)


def test_everything_that_can_come_in_is_known() -> None:
    assert {".txt", ".docx", ".json", ".redpencil.json"} <= set(known_endings())


@given(numbers=st.lists(st.integers(0, 10**6)))
def test_names_that_differ_in_a_number_sort_by_it(numbers: list[int]) -> None:
    ordered = sorted((f"Part {number} of x.txt" for number in numbers), key=natural)
    assert ordered == [f"Part {number} of x.txt" for number in sorted(numbers)]


@given(st.lists(st.text()))
def test_any_names_can_be_sorted(some: list[str]) -> None:
    ordered = sorted(some, key=natural)
    assert all(natural(one) <= natural(other) for one, other in pairwise(ordered))
