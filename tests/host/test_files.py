"""Files are read whole or refused with a reason, and written whole or not at all."""

import errno
import os
import sys
import threading
from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.host.files import add_name, read_whole, sync_folder, write_whole
from annotator.model.errors import BadInput, Cancelled, WriteFailed
from annotator.words import say_all

LIMIT = 1_000


def refused(path, limit=LIMIT):
    """The error of reading, after making sure that it has a sentence that names the file."""
    with pytest.raises(BadInput) as caught:
        read_whole(path, limit)
    assert path.name in say_all(caught.value.key, caught.value.values)
    return caught.value


def failed(path, data=b"new"):
    """The error of writing, after making sure that it has a sentence that names the file."""
    with pytest.raises(WriteFailed) as caught:
        write_whole(path, data)
    assert path.name in say_all(caught.value.key, caught.value.values)
    return caught.value


def test_reads_up_to_the_limit(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * LIMIT)
    assert read_whole(path, LIMIT) == b"x" * LIMIT


def test_one_byte_more_is_too_large_and_shows_as_more(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1_000_001)
    error = refused(path, 1_000_000)
    assert error.key == "file.too_large"
    assert (error.values["size"], error.values["limit"]) == ("1.1", "1")


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # a hole: a terabyte that takes no room, and no memory if not read
    assert refused(path, 16_000_000).values["size"] == "1,099,511.7"


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc, whose files say 0 bytes and have some")
def test_a_file_with_more_bytes_than_it_says_is_too_large():
    assert refused(Path("/proc/self/status"), 10).key == "file.too_large"


def test_missing_empty_folder(tmp_path):
    (tmp_path / "empty.txt").touch()
    assert refused(tmp_path / "gone.txt").key == "file.missing"
    assert refused(tmp_path / "empty.txt" / "gone.txt").key == "file.missing"
    assert refused(tmp_path / "empty.txt").key == "file.empty"
    assert refused(tmp_path).key == "file.is_folder"


def test_a_link_to_nothing_is_missing(tmp_path):
    (tmp_path / "link.txt").symlink_to("gone.txt")
    assert refused(tmp_path / "link.txt").key == "file.missing"


def test_a_pipe_that_nobody_writes_to_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    answer = []
    reader = threading.Thread(target=lambda: answer.append(refused(tmp_path / "pipe")), daemon=True)
    reader.start()
    reader.join(5)
    assert [error.key for error in answer] == ["file.not_a_file"]


def test_a_device_without_end_is_refused(tmp_path):
    (tmp_path / "zeros").symlink_to("/dev/zero")
    assert refused(tmp_path / "zeros").key == "file.not_a_file"


def test_a_file_one_may_not_read(forbidding):
    assert refused(forbidding / "secret").key == "file.not_permitted"


def test_other_troubles_carry_the_systems_words(tmp_path):
    (tmp_path / "round").symlink_to("round")
    error = refused(tmp_path / "round")
    assert error.key == "file.unreadable"
    assert error.values["reason"] == os.strerror(errno.ELOOP)


@given(pieces=st.lists(st.binary(max_size=50), min_size=1), at_once=st.booleans())
def test_what_is_written_is_read_back(tmp_path_factory, pieces, at_once):
    path = tmp_path_factory.mktemp("written") / "ö 🖍.txt"
    path.write_bytes(b"old")
    write_whole(path, b"".join(pieces) if at_once else iter(pieces))
    assert path.read_bytes() == b"".join(pieces)
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_new_file_has_the_usual_mode_and_an_old_one_keeps_its_own(tmp_path):
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "new", b"1")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode
    (tmp_path / "new").chmod(0o600)
    write_whole(tmp_path / "new", b"2")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


def test_a_link_that_leads_in_a_circle_is_not_written_through(tmp_path):
    (tmp_path / "round").symlink_to("round")
    assert failed(tmp_path / "round").key == "write.failed"
    assert (tmp_path / "round").is_symlink()


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_whole(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def full_disk():
    yield b"some"
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def cancelled():
    yield b"some"
    raise Cancelled


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    assert failed(path, full_disk()).key == "write.disk_full"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_cancelled_writing_leaves_nothing(tmp_path):
    with pytest.raises(Cancelled):
        write_whole(tmp_path / "a.csv", cancelled())
    assert list(tmp_path.iterdir()) == []


def test_no_folder_a_folder_a_pipe(tmp_path):
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe")  # no real device: a broken writer that runs as root would replace it
    assert failed(tmp_path / "gone" / "a.csv").key == "write.no_folder"
    assert failed(tmp_path / "file" / "a.csv").key == "write.no_folder"
    assert failed(tmp_path).key == "write.is_folder"
    assert failed(tmp_path / "pipe").key == "write.not_a_file"
    assert failed(tmp_path / ("n" * 300)).key == "write.failed"
    assert sorted(found.name for found in tmp_path.iterdir()) == ["file", "pipe"]


def test_a_folder_one_may_not_write_to(forbidding):
    error = failed(forbidding / "old")
    assert error.key == "write.not_permitted"
    assert error.values["folder"] == str(forbidding)
    assert (forbidding / "old").read_bytes() == b"old"


@pytest.mark.parametrize("has_links", [True, False])
def test_one_more_name_takes_nothing_from_another_file(tmp_path, monkeypatch, has_links):
    file, name = tmp_path / "file", tmp_path / "name"
    file.write_bytes(b"whole")
    if not has_links:
        monkeypatch.setattr(os, "link", Mock(side_effect=PermissionError))
    add_name(file, name)
    assert name.read_bytes() == b"whole"
    assert file.exists() == has_links
    file.write_bytes(b"new")
    with pytest.raises(FileExistsError):
        add_name(file, name)
    assert name.exists()
    assert file.read_bytes() == b"new"


def failing_sync(number: int, monkeypatch) -> None:
    def fsync(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fsync)


def test_a_folder_that_is_not_kept_is_said(tmp_path, monkeypatch):
    failing_sync(errno.EIO, monkeypatch)
    with pytest.raises(OSError, match="Input/output"):
        sync_folder(tmp_path)


def test_where_folders_are_never_synced_none_is_missed(tmp_path, monkeypatch):
    failing_sync(errno.EINVAL, monkeypatch)
    sync_folder(tmp_path)
    sync_folder(tmp_path / "nowhere")
