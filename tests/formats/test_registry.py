import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from annotator.formats import registry
from annotator.formats.kinds import TEXT_LIMIT
from annotator.formats.redact import Disclosure
from annotator.model.errors import BadInput, NothingFound, RedPencilError
from annotator.model.spans import Span
from annotator.words import say, say_all
from tests.formats.exported import ARTICLE, DENIAL
from tests.formats.test_encoding import GERMAN, PNG


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def key_of(path: Path, encoding: str | None = None) -> str:
    with pytest.raises(BadInput) as caught:
        registry.read(path, encoding)
    assert path.name in say_all(caught.value.key, caught.value.values)
    return caught.value.key


def test_a_text_file_becomes_a_canonical_draft(tmp_path: Path) -> None:
    path = written(tmp_path, "Ferry.TXT", "\ufeff\ufeffThe ferry\r\n\r\nIt sails.\u2028Soon.".encode())
    draft = registry.read(path)
    assert draft.text == "The ferry\n\nIt sails.\nSoon."
    assert (draft.title, draft.file, draft.encoding, draft.sure) == ("The ferry", "Ferry.TXT", "utf-8", True)


def test_a_guess_is_shown_and_can_be_changed(tmp_path: Path) -> None:
    path = written(tmp_path, "a.md", GERMAN.encode("cp1252"))
    draft = registry.read(path)
    assert (draft.text, draft.encoding, draft.sure) == (GERMAN, "windows-1252", False)
    assert draft.candidates[0] == "windows-1252"
    other = registry.read(path, "windows-1251")
    assert (other.text, other.sure) == (GERMAN.encode("cp1252").decode("cp1251"), True)
    assert key_of(path, "shift_jis") == "article.encoding_misfit"


def test_a_word_document_becomes_a_draft(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The ferry")
    document.add_paragraph("It sails.")
    buffer = BytesIO()
    document.save(buffer)
    draft = registry.read(written(tmp_path, "a.docx", buffer.getvalue()), "utf-8")
    assert (draft.text, draft.title, draft.encoding) == ("The ferry\n\nIt sails.", "The ferry", "")


def test_unknown_endings_are_tried_as_text(tmp_path: Path) -> None:
    assert registry.read(written(tmp_path, "notes", b"words")).text == "words"
    assert registry.read(written(tmp_path, "notes.xyz", b"words")).text == "words"
    assert key_of(written(tmp_path, "picture.xyz", PNG)) == "article.binary"


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.txt", b"", "file.empty"),
        ("a.docx", b"", "file.empty"),
        ("a.txt", b" \n\t\r\n", "article.blank"),
        ("a.txt", "\ufeff\u00a0\u3000".encode(), "article.blank"),
        ("a.docx", PNG, "article.not_word"),
        ("a.txt", PNG, "article.binary"),
    ],
)
def test_what_is_no_article_gets_a_sentence(tmp_path: Path, name: str, data: bytes, key: str) -> None:
    assert key_of(written(tmp_path, name, data)) == key


@pytest.mark.parametrize("name", ["huge.txt", "huge.docx", "huge"])
def test_a_huge_file_is_refused_by_its_size(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(100_000_000)  # a hole: nothing is written, and reading it would be seen
    assert key_of(path) == "file.too_large"


def test_missing_files_and_folders(tmp_path: Path) -> None:
    assert key_of(tmp_path / "gone.txt") == "file.missing"
    (tmp_path / "folder.txt").mkdir()
    assert key_of(tmp_path / "folder.txt") == "file.is_folder"


def test_a_file_name_that_is_no_utf8_can_be_said(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.txt"
    try:
        path.write_bytes(b"words")
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system keeps only names that are UTF-8")
    assert registry.read(path).file == "caf?.txt"


def test_pasted_text_keeps_its_paragraphs() -> None:
    draft = registry.pasted("One Two", "<p>One</p><p>Two</p>")
    assert (draft.text, draft.title, draft.file) == ("One\n\nTwo", "One", "")
    assert registry.pasted("One\r\nTwo").text == "One\nTwo"
    assert registry.pasted("plain", "<img src=x>").text == "plain"
    with pytest.raises(BadInput, match=r"article\.blank"):
        registry.pasted(" \n", "<p> </p>")
    with pytest.raises(BadInput, match=r"article\.too_long"):
        registry.pasted("x" * (TEXT_LIMIT + 1))


def test_every_format_has_a_name_of_its_own_and_a_label() -> None:
    for formats in (registry.readers(), registry.writers()):
        names = [form.name for form in formats]
        endings = [ending for form in formats for ending in form.endings]
        assert len(set(names)) == len(names)
        assert len(set(endings)) == len(endings)
        for form in formats:
            assert say(f"format.{form.name}")
            assert all(ending == ending.lower() and ending.startswith(".") for ending in form.endings)


def test_every_format_module_is_registered() -> None:
    folder = Path(registry.__file__).parent
    for kind, formats in (("readers", registry.readers()), ("writers", registry.writers())):
        declared = [path for path in (folder / kind).glob("*.py") if "FORMAT = " in path.read_text("utf-8")]
        assert len(declared) == len(formats)


def test_the_writer_comes_from_the_ending_or_the_name() -> None:
    assert registry.format_for(Path("a.CSV")).name == "csv"
    assert registry.format_for(Path("a.b.json")).name == "json"
    assert registry.format_for(Path("a.md")).name == "markdown"
    assert registry.format_for(Path("a.csv"), "json").name == "json"
    with pytest.raises(NothingFound) as caught:
        registry.format_for(Path("a.xyz"))
    sentence = say_all(caught.value.key, caught.value.values)
    assert "a.xyz" in sentence
    assert ".csv, .json, .md, .markdown" in sentence
    with pytest.raises(NothingFound) as caught:
        registry.format_for(Path("a.csv"), "klingon")
    assert "csv, json, markdown" in say_all(caught.value.key, caught.value.values)


def test_the_longest_ending_wins() -> None:
    short, long = registry.writers()[0], replace(registry.writers()[1], endings=(".x.csv",))
    assert registry._by_ending((short, long), "a.x.csv") is long
    assert registry._by_ending((long, short), "a.csv") is short


@pytest.mark.parametrize("writer", registry.writers(), ids=lambda writer: writer.name)
def test_no_writer_gives_a_confidential_name(writer: registry.Writer) -> None:
    kept = b"".join(registry.write(writer, (ARTICLE,), Disclosure()))
    told = b"".join(registry.write(writer, (ARTICLE,), Disclosure(confidential=True, private_notes=True)))
    assert b"Secret" not in kept
    assert b"rang at nine" not in kept
    assert b"Jo Secret" in told
    assert b"rang at nine" in told


def test_the_clipboard_does_not_either() -> None:
    assert "Secret" not in "".join(registry.formatted((ARTICLE,), Disclosure()))
    assert "Jo Secret" in registry.formatted((ARTICLE,), Disclosure(confidential=True))[1]


@pytest.mark.parametrize("writer", registry.writers(), ids=lambda writer: writer.name)
def test_a_wrong_place_stops_the_export_before_it_begins(writer: registry.Writer) -> None:
    moved = replace(ARTICLE, claims=(replace(DENIAL, span=Span(0, 4)),))
    with pytest.raises(RedPencilError, match=r"export\.mismatch"):
        registry.write(writer, (moved,), Disclosure())


def test_what_is_written_is_read_again() -> None:
    data = b"".join(registry.write(registry.format_for(Path("a.json")), (ARTICLE,), Disclosure()))
    assert json.loads(data)["articles"][0]["text"] == ARTICLE.text
