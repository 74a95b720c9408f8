import json
import re
from dataclasses import replace

import bibtexparser
import pytest
import rispy

from annotator.formats.kinds import Format
from annotator.formats.outgoing import write
from annotator.formats.redact import Disclosure
from annotator.formats.writers import bibtex, csl, ris
from annotator.formats.writers.references import Kind, Reference, leaves_out, references
from annotator.model.enums import SourceKind
from annotator.model.views import ArticleExport, SourceView
from annotator.words import say_all
from tests.formats.exported import ARTICLE, DENIAL, LEDGER, MAYOR, attribution

#: The fields and types that csl-data.json of CSL 1.0.2 knows, of those that are written.
CSL_TYPES = {"article-newspaper", "personal_communication", "dataset", "webpage", "document"}
CSL_FIELDS = {"id", "type", "title", "container-title", "URL", "note", "author", "issued", "accessed"}


def whole(form: Format, *articles: ArticleExport) -> str:
    return b"".join(write(form, articles, Disclosure())).decode()


def made(source: SourceView) -> Reference:
    claim = replace(DENIAL, attributions=(attribution("a", source),), evidence=())
    *_, reference = references((replace(ARTICLE, claims=(claim,)),))
    return reference


def named(*names: str) -> ArticleExport:
    links = tuple(
        attribution(f"a{n}", SourceView(f"s{n}", SourceKind.DOCUMENT, name)) for n, name in enumerate(names)
    )
    return replace(ARTICLE, claims=(replace(DENIAL, attributions=links, evidence=()),))


def test_the_article_then_its_sources_once_each() -> None:
    article, mayor, ledger = references((ARTICLE,))
    assert article == Reference(
        "by-r-ahn-2026",
        Kind.NEWS,
        "Ferry *repairs* | who paid? 🚢",
        "By R. Ahn",
        "The Harbour Post",
        "2026-11-19",
        "https://post.example/ferry",
    )
    assert mayor == Reference("ada-mller", Kind.PERSON, "", MAYOR.name, note="mayor")
    assert ledger == Reference(
        "harbour-ledger",
        Kind.PAGE,
        LEDGER.name,
        url="https://harbour.example/a_b?c=1",
        seen="2026-11-19",
    )
    assert len(references((ARTICLE, ARTICLE))) == 4  # two articles, the same two sources


def test_who_is_anonymous_stays_out_and_is_counted() -> None:
    (note,) = leaves_out((ARTICLE,))
    assert say_all(*note).startswith("1 anonymous or confidential source was left out")
    nameless = replace(MAYOR, id="n", kind=SourceKind.ANONYMOUS, description="an official")
    article = replace(
        ARTICLE, claims=(replace(DENIAL, attributions=(attribution("a", nameless),), evidence=()),)
    )
    assert len(references((article,))) == 1
    assert leaves_out((article,)) == (note,)
    assert leaves_out((named("one"),)) == ()


@pytest.mark.parametrize("form", [csl.FORMAT, bibtex.FORMAT, ris.FORMAT], ids=lambda form: form.name)
def test_no_confidential_source_and_no_remark_about_one(form: Format) -> None:
    words = whole(form, ARTICLE)
    assert not re.search("Secret|private telephone|confidential", words)


@pytest.mark.parametrize(
    ("kind", "url", "expected"),
    [
        (SourceKind.PERSON, "https://a.example", Kind.PERSON),
        (SourceKind.ORGANISATION, "", Kind.DOCUMENT),
        (SourceKind.ORGANISATION, "https://a.example", Kind.PAGE),
        (SourceKind.DOCUMENT, "", Kind.DOCUMENT),
        (SourceKind.DATASET, "https://a.example", Kind.DATASET),
        (SourceKind.NEWS_REPORT, "", Kind.NEWS),
    ],
)
def test_kinds(kind: SourceKind, url: str, expected: Kind) -> None:
    assert made(SourceView("s", kind, "Name", url=url)).kind is expected


def test_keys_are_ascii_and_unique() -> None:
    found = references((named("Harbour ledger", "Harbour, ledger!", "市长", "سجل", "harbour-LEDGER 2"),))
    assert [reference.key for reference in found][1:] == [
        "harbour-ledger",
        "harbour-ledger-2",
        "source",
        "source-2",
        "harbour-ledger-2-2",
    ]


def test_dates_as_far_as_they_are_known() -> None:
    for written, issued in [
        ("2026", "2026"),
        ("2026-11", "2026-11"),
        ("2026-11-19T10:00+01:00", "2026-11-19"),
        ("2026-13-01", ""),
        ("spring", ""),
        ("", ""),
    ]:
        seen = replace(ARTICLE.appearances[0], published=written)
        assert references((replace(ARTICLE, appearances=(seen,), claims=()),))[0].issued == issued


def test_csl_is_what_the_schema_says() -> None:
    items = json.loads(whole(csl.FORMAT, ARTICLE))
    assert {item["type"] for item in items} <= CSL_TYPES
    assert {name for item in items for name in item} <= CSL_FIELDS
    assert items[0]["issued"] == {"date-parts": [[2026, 11, 19]]}
    assert items[0]["author"] == [{"literal": "By R. Ahn"}]
    assert items[1] == {
        "id": "ada-mller",
        "type": "personal_communication",
        "note": "mayor",
        "author": [{"literal": "Ada | Møller"}],
    }
    assert items[2]["accessed"] == {"date-parts": [[2026, 11, 19]]}


def test_bibtex_is_read_by_bibtexparser() -> None:
    library = bibtexparser.parse_string(whole(bibtex.FORMAT, ARTICLE))
    assert not library.failed_blocks
    article, mayor, ledger = library.entries
    assert (article.entry_type, article.key) == ("article", "by-r-ahn-2026")
    assert {field.key: field.value for field in article.fields} == {
        "author": "{By R. Ahn}",
        "title": r"{Ferry *repairs* \textbar{} who paid? 🚢}",
        "journal": "{The Harbour Post}",
        "year": "2026",
        "date": "2026-11-19",
        "url": "https://post.example/ferry",
    }
    assert (mayor.entry_type, ledger.entry_type) == ("misc", "online")
    assert (ledger["url"], ledger["urldate"]) == ("https://harbour.example/a_b?c=1", "2026-11-19")


def test_an_address_cannot_leave_its_braces() -> None:
    hostile = SourceView("s", SourceKind.DOCUMENT, "x", url="https://a.example/}, note = {y}\\input{z}")
    article = replace(
        ARTICLE, claims=(replace(DENIAL, attributions=(attribution("a", hostile),), evidence=()),)
    )
    *_, entry = bibtexparser.parse_string(whole(bibtex.FORMAT, article)).entries
    assert {field.key for field in entry.fields} == {"title", "url"}
    assert entry["url"] == "https://a.example/%7D,%20note%20=%20%7By%7D%5Cinput%7Bz%7D"


def test_ris_is_read_by_rispy() -> None:
    text = whole(ris.FORMAT, ARTICLE)
    article, mayor, ledger = rispy.loads(text)
    assert article == {
        "type_of_reference": "NEWS",
        "id": "by-r-ahn-2026",
        "authors": ["By R. Ahn"],
        "title": "Ferry *repairs* | who paid? 🚢",
        "secondary_title": "The Harbour Post",
        "year": "2026",
        "date": "2026/11/19/",
        "urls": ["https://post.example/ferry"],
    }
    assert (mayor["type_of_reference"], mayor["authors"], mayor["notes"]) == (
        "PCOMM",
        ["Ada | Møller"],
        ["mayor"],
    )
    assert (ledger["type_of_reference"], ledger["access_date"]) == ("ELEC", "2026/11/19/")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in text.split("\r\n") if line)


def test_nothing_is_a_document_too() -> None:
    assert json.loads(whole(csl.FORMAT)) == []
    assert whole(bibtex.FORMAT) == whole(ris.FORMAT) == ""
