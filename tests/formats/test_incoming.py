"""Reading in a child: whatever a file does to its reader, it costs a sentence."""

import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.formats import asking, incoming
from annotator.formats.incoming import Kind, claims, kind_of, read, read_data
from annotator.host.children import Children
from annotator.host.paths import resource
from annotator.model.errors import BadInput, Cancelled
from annotator.words import say_all, speak

TOP = Path(__file__).parents[2]
MEAN = "import sys; sys.path[:] = sys.argv[1:]; from tests.formats.mean_child import main; main()"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the system keeps no such limits there")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds an address space usefully")


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    made = Children(lambda: [sys.executable, "-c", MEAN, str(TOP), *filter(None, sys.path)])
    yield made
    made.close()


@pytest.fixture
def mean(children: Children, monkeypatch: pytest.MonkeyPatch):
    """Reads a file that says what its reader does wrong."""
    monkeypatch.setattr(asking, "children", children)
    return lambda words, **more: read_data(words.encode(), "a.mean", form="mean", **more)


def test_an_article_comes_from_a_child(tmp_path: Path) -> None:
    file = tmp_path / "pump.txt"
    file.write_bytes("Pump house\r\n\r\nIt failed 🚰.".encode("utf-16"))
    draft = read(file)
    assert (draft.title, draft.text, draft.file) == ("Pump house", "Pump house\n\nIt failed 🚰.", "pump.txt")
    assert draft.encoding.startswith("utf-16")


def test_an_encoding_may_be_forced(tmp_path: Path) -> None:
    file = tmp_path / "street.txt"
    file.write_bytes("Straße".encode("cp1252"))
    assert read(file, "windows-1251").text == "Straße".encode("cp1252").decode("cp1251")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        pytest.param("spin", "reading.too_slow", marks=POSIX),
        pytest.param("memory", "reading.too_large", marks=LINUX),
        ("crash", "reading.stopped"),
        ("raise", "reading.broke"),
        ("open /etc/passwd", "reading.broke"),
        ("start", "reading.broke"),
        ("refuse /somewhere", "article.binary"),
    ],
)
def test_whatever_a_file_does_to_its_reader_costs_a_sentence(mean, words: str, key: str) -> None:
    begun = time.monotonic()
    with pytest.raises(BadInput) as refused:
        mean(words)
    assert refused.value.key == key
    assert time.monotonic() - begun < asking.SECONDS / 2  # the child's own limit, not its parent's
    assert "a.mean" in say_all(refused.value.key, refused.value.values)
    assert mean("word").text.startswith("Plain text: word")  # and the next file is read


def test_no_reader_costs_a_sentence_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "children", Children(lambda: ["no/such/python"]))
    with pytest.raises(BadInput) as refused:
        read_data(b"Pump house", "a.txt")
    assert refused.value.key == "reading.not_started"
    asking.children.close()


def test_a_reader_that_hangs_is_ended(mean, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.3)
    with pytest.raises(BadInput) as refused:
        mean("sleep")
    assert refused.value.key == "reading.too_slow"


def test_a_person_may_stop_it(mean) -> None:
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        mean("sleep", stopped=stop.is_set)
    assert time.monotonic() - begun < 10


def test_nothing_is_written_and_nobody_called(mean, tmp_path: Path) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)
    for words in (f"write {tmp_path / 'a'}", f"connect {listener.getsockname()[1]}"):
        with pytest.raises(BadInput):
            mean(words)
    with pytest.raises(BlockingIOError):
        listener.accept()
    listener.close()
    assert list(tmp_path.iterdir()) == []


def test_a_child_that_tried_something_is_not_asked_again(mean, tmp_path: Path) -> None:
    before = mean("word").text.split()[-1]
    assert mean(f"hidden {tmp_path / 'a'}").text == "as if nothing had been"
    assert mean("word").text.split()[-1] != before


def test_what_a_library_prints_does_not_disturb_the_talk(mean) -> None:
    assert mean("print").text.startswith("Plain text: print")


def test_a_child_speaks_the_language_of_its_parent(mean) -> None:
    try:
        speak("de", resource("translations"))
        assert not mean("word").text.startswith("Plain text")
    finally:
        speak("en", resource("translations"))
    assert mean("word").text.startswith("Plain text")


def test_a_format_forced_by_name_is_taken(tmp_path: Path) -> None:
    assert read_data(b"# Pump house", "a.bin", form="markdown").title == "Pump house"


def test_kinds_of_files(tmp_path: Path) -> None:
    contents = {
        "a.txt": b"text",
        "b.docx": b"text",
        "c.json": b"{}",
        "d.redpencil.json": b"{}",
        "e.json": b'{"format": "redpencil review file"}',
        "f": b"text",
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    kinds = {name: kind_of(tmp_path / name) for name in (*contents, "gone", "gone.txt", ".")}
    assert kinds == {
        "a.txt": Kind.ARTICLE,
        "b.docx": Kind.ARTICLE,
        "c.json": Kind.CLAIMS,
        "d.redpencil.json": Kind.REVIEW,
        "e.json": Kind.REVIEW,
        "f": Kind.ARTICLE,
        "gone": Kind.ARTICLE,
        "gone.txt": Kind.ARTICLE,
        ".": Kind.ARTICLE,
    }


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "claims.json"
    os.mkfifo(pipe)
    writer = os.open(pipe, os.O_RDWR)
    threading.Timer(3, os.close, (writer,)).start()  # who waited all the same is let go
    begun = time.monotonic()
    with pytest.raises(BadInput) as refused:
        claims(pipe)
    assert (kind_of(pipe), refused.value.key) == (Kind.CLAIMS, "file.not_a_file")
    assert time.monotonic() - begun < 2


def test_claims_that_no_format_knows_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "package.json"
    file.write_bytes(b'{"name": "a package"}')
    with pytest.raises(BadInput) as refused:
        claims(file)
    assert "package.json" in say_all(refused.value.key, refused.value.values)


def test_a_frozen_application_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert asking.command() == [sys.executable, "--read-for-parent"]


def test_the_hidden_argument_makes_a_reader() -> None:
    children = Children(lambda: [sys.executable, "-m", "annotator", "--read-for-parent"])
    try:
        with children.one() as child:
            head = b'{"what": "article", "name": "a.txt", "encoding": null, "form": "", "language": "en"}'
            _, answer = child.ask([head, b"Pump house"], 20)
    finally:
        children.close()
    assert b"Pump house" in answer


def test_a_folder_of_the_persons_is_no_place_for_modules(tmp_path: Path, monkeypatch) -> None:
    """A file called lxml.py in the folder where somebody works is not what a reader loads."""
    for name in ("annotator.py", "sitecustomize.py"):
        (tmp_path / name).write_text("raise SystemExit")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(asking, "children", Children(asking.command))
    assert incoming.read_data(b"Pump house", "a.txt").title == "Pump house"
    asking.children.close()
