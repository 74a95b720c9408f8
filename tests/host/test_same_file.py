"""A name that leads elsewhere is noticed, and so is a file with two names."""

import os

import pytest

from annotator.host.same_file import SameFile, refuse_two_names
from annotator.model.errors import LibraryRefused, WriteFailed
from annotator.words import say_all


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "library.sqlite"
    made.write_bytes(b"one")
    return made


def names(path):
    return sorted(entry.name for entry in path.parent.iterdir())


def test_the_same_file_is_the_same_whatever_is_written_into_it(path):
    file = SameFile.at(path)
    path.write_bytes(b"something longer")
    file.check()


@pytest.mark.parametrize("how", ["renamed", "deleted", "replaced", "folder"])
def test_a_file_that_is_not_under_its_name_any_more(path, how):
    file = SameFile.at(path)
    away = path.with_name("away.sqlite")
    if how == "deleted":
        path.unlink()
    elif how == "folder":
        path.parent.rename(path.parent.with_name("elsewhere"))
    else:
        path.rename(away)
    if how == "replaced":
        path.write_bytes(b"one")
    with pytest.raises(WriteFailed) as failed:
        file.check()
    assert failed.value.key == "save.moved"
    assert str(path.parent) in say_all(failed.value.key, failed.value.values)
    if how == "renamed":
        away.rename(path)
        file.check()


@pytest.fixture
def out_of_sight(tmp_path):
    """A file in a folder that may not be entered."""
    folder = tmp_path / "shut"
    folder.mkdir()
    (folder / "library.sqlite").touch()
    file = SameFile.at(folder / "library.sqlite")
    folder.chmod(0)
    yield file
    folder.chmod(0o755)


def test_a_file_that_cannot_be_looked_at_was_not_moved(out_of_sight, forbidding):
    with pytest.raises(WriteFailed) as failed:
        out_of_sight.check()
    assert failed.value.key == "save.read_only"


def test_a_file_that_is_not_there(path):
    path.unlink()
    with pytest.raises(LibraryRefused):
        SameFile.at(path)


def test_a_second_name_is_refused_wherever_it_stands(path, tmp_path):
    refuse_two_names(path)
    (tmp_path / "sub").mkdir()
    for second in (path.with_name("other.sqlite"), tmp_path / "sub" / "library.sqlite"):
        os.link(path, second)
        with pytest.raises(LibraryRefused) as refused:
            refuse_two_names(path)
        assert refused.value.key == "library.two_names"
        assert "library.sqlite" in say_all(refused.value.key, refused.value.values)
        assert second.exists()
        second.unlink()
    refuse_two_names(path)


def test_a_name_that_a_killed_program_of_ours_left_is_taken_away(path):
    left = (".library.sqlite.0192.new", ".redpencil-09af.part", "library damaged 2026-11-23T14-45-12Z.sqlite")
    for name in left:
        os.link(path, path.with_name(name))
        path.with_name("other.sqlite").write_bytes(b"two")
        refuse_two_names(path)
        assert names(path) == ["library.sqlite", "other.sqlite"]


def test_a_file_of_its_own_under_such_a_name_stays(path):
    kept = path.with_name("library damaged 2026-11-23T14-45-12Z.sqlite")
    kept.write_bytes(b"older")
    os.link(path, path.with_name("other.sqlite"))
    with pytest.raises(LibraryRefused):
        refuse_two_names(path)
    assert kept.read_bytes() == b"older"


def test_a_name_with_a_journal_of_its_own_stays(path):
    kept = path.with_name("library replaced 2026-11-23T14-45-12Z.sqlite")
    os.link(path, kept)
    kept.with_name(kept.name + "-journal").write_bytes(b"half a change")
    with pytest.raises(LibraryRefused):
        refuse_two_names(path)
    assert kept.exists()
