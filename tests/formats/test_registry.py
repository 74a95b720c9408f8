import json
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from pathlib import Path

import docx
import pytest

from annotator.formats import incoming, outgoing, registry
from annotator.formats.kinds import TEXT_LIMIT, Format
from annotator.formats.redact import Disclosure
from annotator.model.errors import BadInput, NothingFound, RedPencilError
from annotator.model.features import Feature
from annotator.model.spans import Span
from annotator.words import say, say_all
from tests.formats.exported import ARTICLE, DENIAL
from tests.formats.test_encoding import GERMAN, PNG
from tests.formats.unpacked import unpacked


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def key_of(path: Path, encoding: str | None = None) -> str:
    with pytest.raises(BadInput) as caught:
        incoming.read(path, encoding)
    assert path.name in say_all(caught.value.key, caught.value.values)
    return caught.value.key


def test_a_text_file_becomes_a_canonical_draft(tmp_path: Path) -> None:
    path = written(tmp_path, "Ferry.TXT", "\ufeff\ufeffThe ferry\r\n\r\nIt sails.\u2028Soon.".encode())
    draft = incoming.read(path)
    assert draft.text == "The ferry\n\nIt sails.\nSoon."
    assert (draft.title, draft.file, draft.encoding, draft.sure) == ("The ferry", "Ferry.TXT", "utf-8", True)


def test_a_guess_is_shown_and_can_be_changed(tmp_path: Path) -> None:
    path = written(tmp_path, "a.md", GERMAN.encode("cp1252"))
    draft = incoming.read(path)
    assert (draft.text, draft.encoding, draft.sure) == (GERMAN, "windows-1252", False)
    assert draft.candidates[0] == "windows-1252"
    other = incoming.read(path, "windows-1251")
    assert (other.text, other.sure) == (GERMAN.encode("cp1252").decode("cp1251"), True)
    assert key_of(path, "shift_jis") == "article.encoding_misfit"


def test_a_word_document_becomes_a_draft(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The ferry")
    document.add_paragraph("It sails.")
    buffer = BytesIO()
    document.save(buffer)
    draft = incoming.read(written(tmp_path, "a.docx", buffer.getvalue()), "utf-8")
    assert (draft.text, draft.title, draft.encoding) == ("The ferry\n\nIt sails.", "The ferry", "")


def test_unknown_endings_are_tried_as_text(tmp_path: Path) -> None:
    assert incoming.read(written(tmp_path, "notes", b"words")).text == "words"
    assert incoming.read(written(tmp_path, "notes.xyz", b"words")).text == "words"
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
    assert incoming.read(path).file == "caf?.txt"


def test_pasted_text_keeps_its_paragraphs() -> None:
    draft = incoming.pasted("One Two", "<p>One</p><p>Two</p>")
    assert (draft.text, draft.title, draft.file) == ("One\n\nTwo", "One", "")
    assert incoming.pasted("One\r\nTwo").text == "One\nTwo"
    assert incoming.pasted("plain", "<img src=x>").text == "plain"
    with pytest.raises(BadInput, match=r"article\.blank"):
        incoming.pasted(" \n", "<p> </p>")
    with pytest.raises(BadInput, match=r"article\.too_long"):
        incoming.pasted("x" * (TEXT_LIMIT + 1))


def test_every_format_has_a_name_of_its_own_and_a_label() -> None:
    names = [form.name for form in registry.formats()]
    assert len(set(names)) == len(names)
    for form in registry.formats():
        assert form.label or say(f"format.{form.name}")
        assert all(ending == ending.lower() and ending.startswith(".") for ending in form.endings)
        assert set(form.default_for) <= set(form.endings)
    for formats in (registry.readers(), registry.claim_readers(), registry.writers()):
        endings = [ending for form in formats for ending in form.endings]
        for shared in {ending for ending in endings if endings.count(ending) > 1}:
            assert sum(shared in form.default_for for form in formats) == 1, shared


def test_every_format_module_is_registered() -> None:
    folder = Path(registry.__file__).parent
    declared = [path for path in folder.rglob("*.py") if "\nFORMAT = Format(" in path.read_text("utf-8")]
    names = {form.name for form in registry.formats()}
    for path in declared:
        parts = path.relative_to(folder.parent).with_suffix("").parts
        module = import_module(".".join(("annotator", *parts)).removesuffix(".__init__"))
        assert module.FORMAT.name in names, path


def test_the_writer_comes_from_the_ending_or_the_name() -> None:
    assert registry.writer_for("a.CSV").name == "csv"
    assert registry.writer_for("a.b.json").name == "json"
    assert registry.writer_for("a.md").name == "markdown"
    assert registry.writer_for("A.LABELSTUDIO.JSON").name == "label studio"
    assert registry.writer_for("a.claimreview.json").name == "claimreview"
    assert registry.writer_for("a.zip").name == "brat"
    assert registry.writer_for("a.csv", "json").name == "json"
    with pytest.raises(NothingFound) as caught:
        registry.writer_for("a.xyz")
    sentence = say_all(caught.value.key, caught.value.values)
    assert "a.xyz" in sentence
    assert {".csv,", ".json,", ".md,", ".docx,"} <= {*sentence.split()}
    with pytest.raises(NothingFound) as caught:
        registry.writer_for("a.csv", "klingon")
    assert {"csv,", "json,", "markdown,"} <= set(say_all(caught.value.key, caught.value.values).split())


def test_the_longest_ending_wins() -> None:
    short = registry.writer_for("a.csv")
    long = replace(registry.writer_for("a.json"), endings=(".x.csv",))
    assert registry.by_ending((short, long), "a.x.csv") is long
    assert registry.by_ending((long, short), "a.csv") is short


@pytest.mark.parametrize("writer", registry.writers(), ids=lambda writer: writer.name)
def test_no_writer_gives_a_confidential_name(writer: Format) -> None:
    kept = unpacked(b"".join(outgoing.write(writer, (ARTICLE,), Disclosure())))
    everything = Disclosure(confidential=True, private_notes=True)
    told = unpacked(b"".join(outgoing.write(writer, (ARTICLE,), everything)))
    assert b"Secret" not in kept
    assert b"rang at nine" not in kept
    holds = writer.carries | writer.tells
    assert Feature.SOURCES not in holds or b"Jo Secret" in told
    assert Feature.NOTES not in holds or b"rang at nine" in told


def test_the_clipboard_does_not_either() -> None:
    assert "Secret" not in "".join(outgoing.formatted((ARTICLE,), Disclosure()))
    assert "Jo Secret" in outgoing.formatted((ARTICLE,), Disclosure(confidential=True))[1]


@pytest.mark.parametrize("writer", registry.writers(), ids=lambda writer: writer.name)
def test_a_wrong_place_stops_the_export_before_it_begins(writer: Format) -> None:
    moved = replace(ARTICLE, claims=(replace(DENIAL, span=Span(0, 4)),))
    with pytest.raises(RedPencilError, match=r"export\.mismatch"):
        outgoing.write(writer, (moved,), Disclosure())


def test_what_is_written_is_read_again() -> None:
    data = b"".join(outgoing.write(registry.writer_for("a.json"), (ARTICLE,), Disclosure()))
    assert json.loads(data)["articles"][0]["text"] == ARTICLE.text
