"""What the proving child answers, and what is said where it cannot."""

import shutil
import threading
import time

import pytest

from annotator.__main__ import main
from annotator.desk import proving
from annotator.desk.care import examine
from annotator.desk.proving import copy_out, prove
from annotator.host.children import Children, ourselves
from annotator.model.errors import Cancelled, LibraryRefused, WriteFailed
from annotator.words import say_all
from tests.desk.content import quick_desk


def test_the_child_finds_what_the_doctor_finds(path):
    assert prove(path) == examine(path)
    assert prove(path).sound
    with quick_desk(path) as desk:
        desk.library.connection.execute("UPDATE articles SET title = 'changed'")
        desk.library.connection.commit()
    found = prove(path)
    assert not found.sound
    assert found == examine(path)


@pytest.mark.parametrize(("content", "key"), [(b"", "library.empty"), (b"a letter", "library.foreign")])
def test_a_refusal_comes_back_with_its_sentence(tmp_path, content, key):
    file = tmp_path / "a letter.sqlite"
    file.write_bytes(content)
    with pytest.raises(LibraryRefused) as refused:
        prove(file)
    assert refused.value.key == key
    assert "a letter.sqlite" in say_all(refused.value.key, refused.value.values)


def test_a_name_of_any_bytes_travels(path, tmp_path):
    odd = tmp_path / "na\u00efve \udcff\n.sqlite"
    try:
        shutil.copy(path, odd)
    except (OSError, UnicodeError):
        pytest.skip("no such names here")
    assert prove(odd).sound


def test_what_cannot_be_written_is_said(path, tmp_path):
    with pytest.raises(WriteFailed) as failed:
        copy_out(path, tmp_path / "nowhere" / "copy")
    assert failed.value.key.startswith("backup.")
    assert say_all(failed.value.key, failed.value.values)


def test_who_waits_is_let_go_at_once(path, monkeypatch):
    monkeypatch.setattr(proving, "children", Children(lambda: ["sleep", "60"]))
    wanted = threading.Event()
    threading.Timer(0.1, wanted.set).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        prove(path, stopped=wanted.is_set)
    assert time.monotonic() - began < 2


def test_a_child_that_ends_has_proved_nothing(path, monkeypatch):
    monkeypatch.setattr(proving, "children", Children(lambda: ourselves("", "annotator.words")))
    with pytest.raises(LibraryRefused) as refused:
        prove(path)
    assert refused.value.key == "backup.not_checked"
    assert str(path) in say_all(refused.value.key, refused.value.values)


def test_an_application_in_one_piece_starts_itself(monkeypatch):
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", "/opt/redpencil")
    assert proving.children._command() == ["/opt/redpencil", "--prove-for-parent"]


def test_the_main_program_is_the_child_where_it_is_told_so(monkeypatch):
    served = []
    monkeypatch.setattr("annotator.desk.prover.serve", lambda: served.append(True))
    monkeypatch.setattr("sys.argv", ["redpencil", "--prove-for-parent"])
    main()
    assert served == [True]
