"""brat: our files by a reader of the standoff format, and files with all that the format has."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings

from annotator.formats.exchange import brat
from annotator.formats.exchange.brat import pair, reading, writing
from annotator.model.enums import StatusValue
from annotator.model.errors import BadInput
from annotator.model.received import Received
from annotator.model.spans import Span
from annotator.model.views import ArticleExport
from tests.formats.exchange.round_trip import libraries
from tests.formats.exchange.standoff import parse
from tests.formats.exported import ARABIC, ARTICLE, DENIAL, FORMULA, INNER, TEXT


def read(text: str, *lines: str) -> Received:
    return reading.read("\n".join(lines).encode(), "a.ann", {".txt": text.encode()})


def test_a_reader_of_the_standoff_format_finds_the_claims() -> None:
    found = parse(TEXT, writing.annotations(ARTICLE))
    assert list(found.types.values()) == ["Denial", "Allegation", "Reported_fact", "Reported_fact"]
    assert found.fragments["T1"] == [(DENIAL.span.start, DENIAL.span.end)]
    assert found.quotes["T3"] == FORMULA.quote.replace("\n", " ")
    assert found.fragments["T3"][0][0] == FORMULA.span.start
    assert found.fragments["T3"][-1][1] == FORMULA.span.end
    assert found.quotes["T4"] == ARABIC.quote
    assert found.relations == [("Answers", "T1", "T2")]
    assert found.attributes == [("Status", "T1", "needs_change"), ("Withdrawn", "T3", "")]
    assert "The mayor did not sell the list." in found.notes["T1"]


@settings(max_examples=10)
@given(articles=libraries())
def test_whatever_stands_in_a_claim_keeps_the_lines_whole(articles: tuple[ArticleExport, ...]) -> None:
    for article in articles:
        found = parse(article.text, writing.annotations(article))
        assert len(found.types) == sum(bool(_words(claim.quote)) for claim in article.claims)


def _words(quote: str) -> str:
    return "".join(quote.splitlines())


def test_the_archive_is_a_folder_for_brat() -> None:
    data = b"".join(brat.FORMAT.write((ARTICLE, replace(ARTICLE, title="../../etc/passwd"))))
    archive = ZipFile(BytesIO(data))
    assert archive.namelist() == [
        "annotation.conf",
        "visual.conf",
        "001-Ferry-repairs-who-paid.txt",
        "001-Ferry-repairs-who-paid.ann",
        "002-etc-passwd.txt",
        "002-etc-passwd.ann",
    ]
    assert archive.read("001-Ferry-repairs-who-paid.txt").decode() == TEXT
    configuration = archive.read("annotation.conf").decode()
    assert "Allegation\nDenial\nReported_fact\n" in configuration
    assert "Answers\tArg1:Denial, Arg2:Allegation" in configuration
    assert "needs_change|" in configuration
    assert data == b"".join(brat.FORMAT.write((ARTICLE, replace(ARTICLE, title="../../etc/passwd"))))


def test_the_archive_comes_back_with_titles_and_links() -> None:
    received = brat.FORMAT.read_claims(b"".join(brat.FORMAT.write((ARTICLE,))), "a.zip", {})
    (text,) = received.texts
    assert (text.text, text.title) == (TEXT, "Ferry repairs who paid")
    denial, allegation = text.marks[0], text.marks[1]
    assert (denial.label, allegation.label) == ("denial", "allegation")
    assert denial.claim.answers == (allegation.claim.id,)
    assert denial.claim.status is StatusValue.NEEDS_CHANGE
    assert text.marks[2].claim.withdrawn


def test_one_article_makes_two_files_and_several_are_refused() -> None:
    assert pair.FORMAT.write_beside((ARTICLE,)) == {".txt": TEXT.encode()}
    for articles in ((), (ARTICLE, ARTICLE)):
        with pytest.raises(BadInput, match=r"exchange\.one_article"):
            b"".join(pair.FORMAT.write(articles))


def test_spans_of_line_ends_are_counted() -> None:
    end = TEXT.index("\n\n")
    edge = replace(INNER, span=Span(end - 1, end + 1), quote=TEXT[end - 1 : end + 1])
    inside = replace(INNER, span=Span(end - 1, end + 3), quote=TEXT[end - 1 : end + 3])
    article = replace(ARTICLE, claims=(edge, inside))
    assert writing.leaves_out((article,)) == (("exchange.line_ends", {"count": 1}),)
    assert writing.leaves_out((ARTICLE,)) == ()


def test_whatever_may_end_a_line_parts_a_span() -> None:
    """Readers in Python end lines at more characters than the newline."""
    text = "one\x0ctwo\x85three\u2029four\rfive"
    claim = replace(INNER, span=Span(0, len(text)), quote=text)
    article = replace(ARTICLE, text=text, claims=(claim,))
    assert parse(text, writing.annotations(article)).quotes["T1"] == "one two three four five"


def test_all_kinds_of_lines_are_read() -> None:
    received = read(
        "Ada denied it. Max said so in Bergen.",
        "T1\tPerson 0 3\tAda",
        "T2\tDenial 4 10\tdenied",
        "T3\tPerson 15 18\tMax",
        "T4\tPlace 30 36\tBergen",
        "T5\tDenial 0 3;11 13\tAda it",
        "E1\tDenial:T2 Who:T1 Where:T4",
        "R1\tFriend Arg1:T1 Arg2:T3",
        "R2\tAnswers Arg1:T2 Arg2:T4",
        "A1\tNegated E1",
        "M1\tCertainty T1 high",
        "N1\tReference T4 Wikidata:Q26793\tBergen, Norway",
        "*\tEquiv T1 T3",
        "#1\tAnnotatorNotes T2\task again",
        "#2\tAnnotatorNotes R1\tare they?",
        "?? nonsense",
        "T9\tPerson 90 95\tgone",
        "",
    )
    (text,) = received.texts
    ada, denied, max_, bergen, pieces = text.marks
    assert [mark.label for mark in text.marks] == ["Person", "denial", "Person", "Place", "denial"]
    assert (denied.claim.note, denied.claim.answers) == ("ask again", (bergen.claim.id,))
    assert denied.remarks == ("Denial: Who “Ada”, Where “Bergen”", "Negated")
    assert ada.remarks == ("Friend: “Max”", "Certainty: high", "Equiv: “Max”")
    assert bergen.remarks == ("Reference: Wikidata:Q26793 Bergen, Norway",)
    assert max_.remarks == ()
    assert (pieces.claim.span, pieces.claim.quote) == (Span(0, 13), "Ada denied it")
    assert pieces.remarks == ("Denial 0 3;11 13",)
    assert text.remarks == ("AnnotatorNotes: are they?",)
    assert received.notes == (("exchange.unread", {"count": 2}),)


def test_a_span_in_pieces_for_its_line_ends_is_one_span() -> None:
    (text,) = read("one\n\ntwo", "T1\tDenial 0 3;5 8\tone two").texts
    assert (text.marks[0].claim.quote, text.marks[0].remarks) == ("one\n\ntwo", ())


def test_positions_count_code_points_and_the_file_as_it_is() -> None:
    (text,) = read("👩‍🚒\r\nAda", "T1\tDenial 5 8\tAda").texts
    assert (text.text, text.marks[0].claim.quote) == ("👩‍🚒\r\nAda", "Ada")


def test_annotations_without_their_text_are_refused() -> None:
    with pytest.raises(BadInput) as caught:
        reading.read(b"T1\tDenial 0 3\tAda", "b.ANN", {})
    assert caught.value.key == "exchange.needs_text"
    assert caught.value.values["beside"] == "b.txt"


def test_what_is_known_by_its_content() -> None:
    assert reading.knows(b"#1\tAnnotatorNotes T1\tx\nT1\tDenial 0 3;4 6\tAda\n")
    assert not reading.knows(b"T1 Denial 0 3 Ada")
    assert not reading.knows_zip(b"PK\x03\x04 a.ann")
    assert reading.knows_zip(b"".join(brat.FORMAT.write((ARTICLE,))))
