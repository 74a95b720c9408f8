"""Which format a file is of; formats of our own making here, so that only the rules are tried."""

import pytest

from annotator.formats import choosing
from annotator.formats.choosing import article_format, claims_format, holds_claims
from annotator.formats.kinds import Content, Format, Group
from annotator.formats.readers import plain
from annotator.formats.reading import article
from annotator.formats.registry import fitting
from annotator.model.errors import BadInput
from annotator.model.received import Received


def a_reader(name: str, *endings: str, start: bytes = b"") -> Format:
    def read(data: bytes, _name: str, _encoding: str | None) -> Content:
        return Content(f"{name}: {data.decode()}")

    return Format(name, endings, Group.ARTICLES, read=read, knows=_begins(start), label=name.title())


def a_tool(name: str, *endings: str, start: bytes = b"", default_for: tuple[str, ...] = ()) -> Format:
    def read(_data: bytes, file: str, _beside: object) -> Received:
        return Received(name, file)

    return Format(
        name,
        endings,
        Group.TOOLS,
        read_claims=read,
        knows=_begins(start),
        default_for=default_for,
        label=name,
    )


def _begins(start: bytes):
    return (lambda data: data.startswith(start)) if start else None


TEXT = plain.FORMAT
PAPER = a_reader("paper", ".pdf", start=b"%PDF-")
OFFICE = a_reader("office", ".docx", start=b"PK\x03\x04")
PAGE = a_reader("page", ".html", ".htm", start=b"<html")
OWN = a_tool("own", ".json", start=b'{"own"', default_for=(".json",))
TASKS = a_tool("tasks", ".tasks.json", ".json", start=b'[{"task"')
PLAIN_TOOL = a_tool("conll", ".conll")


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "readers", lambda: (TEXT, PAPER, OFFICE, PAGE))
    monkeypatch.setattr(choosing, "claim_readers", lambda: (OWN, TASKS, PLAIN_TOOL))


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.txt", b"words", TEXT),
        ("a.txt", b"<html>", TEXT),  # somebody's text about a page
        ("a.txt", b"%PDF-1.7", PAPER),  # never text
        ("a.TXT", b"PK\x03\x04", OFFICE),
        ("a.pdf", b"%PDF-1.7", PAPER),
        ("a.docx", b"%PDF-1.7", PAPER),
        ("a.docx", b"<html>", PAGE),
        ("a.docx", b"rubbish", OFFICE),  # it says what is wrong with it
        ("a.html", b"rubbish", PAGE),
        ("a.doc", b"<html>", PAGE),
        ("a", b"<html>", PAGE),
        ("a.xyz", b"words", TEXT),
        ("", b"words", TEXT),
    ],
)
def test_an_article_is_read_as_what_it_is(name: str, data: bytes, form: Format) -> None:
    assert article_format(data, name).name == form.name


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.json", b'{"own": 1}', OWN),
        ("a.json", b'[{"task": 1}]', TASKS),
        ("a.tasks.json", b'[{"task": 1}]', TASKS),
        ("a.tasks.json", b'{"own": 1}', OWN),  # the name lies
        ("a.tasks.json", b"rubbish", TASKS),  # it says what is wrong with it
        ("a.conll", b"anything", PLAIN_TOOL),
        ("a.zip", b'{"own": 1}', OWN),
    ],
)
def test_claims_are_told_apart_by_what_stands_in_the_file(name: str, data: bytes, form: Format) -> None:
    assert claims_format(data, name).name == form.name


@pytest.mark.parametrize(("name", "data"), [("a.json", b"{}"), ("a.xyz", b"words"), ("a.txt", b"words")])
def test_what_no_format_knows_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(BadInput, match=r"reading\.unknown_claims"):
        claims_format(data, name)


def test_claims_are_no_article() -> None:
    with pytest.raises(BadInput, match=r"reading\.holds_claims"):
        article_format(b'{"own": 1}', "a.json")
    assert holds_claims(b'{"own": 1}')
    assert not holds_claims(b"words")
    assert not holds_claims(b"%PDF-")


def test_the_longest_ending_comes_first_and_of_equals_the_default() -> None:
    among = (TASKS, OWN, PLAIN_TOOL)
    assert [form.name for form in fitting(among, "A.TASKS.JSON")] == ["tasks", "own"]
    assert [form.name for form in fitting(among, "a.json")] == ["own", "tasks"]
    assert fitting(among, "json") == []


@pytest.fixture
def read_with(monkeypatch: pytest.MonkeyPatch, known: None) -> None:
    monkeypatch.setattr("annotator.formats.reading.readers", choosing.readers)


@pytest.mark.usefixtures("read_with")
def test_a_file_that_is_not_what_its_name_says_is_read_with_a_note() -> None:
    assert article(b"%PDF-", "a.docx").notes == (("reading.mislabelled", {"format": "Paper"}),)
    for name in ("a.pdf", "a", "a.xyz"):
        assert article(b"%PDF-", name).notes == ()
    assert article(b"%PDF-", "a.docx").text == "paper: %PDF-"
