import io
from dataclasses import replace

import openpyxl
import pytest

from annotator.formats.writers import excel
from annotator.formats.writers.sheets import sheets
from annotator.formats.writers.workbook import units
from annotator.model.places import Place, PlaceKind
from annotator.model.points import Level, OpenPoint
from annotator.model.review_views import SignOffView
from annotator.model.spans import Span
from annotator.model.views import ArticleExport
from annotator.words import say, say_all
from tests.formats.exported import ARTICLE, DENIAL, FORMULA, FORMULA_QUOTE, INNER

WHOLE = replace(
    ARTICLE,
    language="en",
    places=(Place(Span(0, len(ARTICLE.text)), PlaceKind.PAGE, "12"),),
    points=(
        OpenPoint("single-source", Level.LOOK, INNER.id, INNER.span, quote=INNER.quote),
        OpenPoint("unread-sentences", Level.NOTE, values={"count": "3"}),
    ),
    sign_off=SignOffView("s", "eva", "Eva", False, "2026-11-21T12:00:00.000Z", "=fine", (INNER.id,)),
    remarks=("a remark",),
)

Table = list[dict[str, object]]


def tables(*articles: ArticleExport) -> dict[str, Table]:
    """Every sheet by its name, each row by its headings."""
    data = b"".join(excel.write(articles))
    found = {}
    for page in openpyxl.load_workbook(io.BytesIO(data)):
        headings, *rows = page.iter_rows(values_only=True)
        found[page.title] = [dict(zip(map(str, headings), row, strict=True)) for row in rows]
    return found


@pytest.fixture(scope="module")
def whole() -> dict[str, Table]:
    return tables(WHOLE)


def test_there_is_a_sheet_for_each_thing(whole: dict[str, Table]) -> None:
    assert list(whole) == [
        "Articles",
        "Claims",
        "Attributions",
        "Evidence",
        "Sources",
        "Answers",
        "Responses",
        "Statuses",
        "Corrections",
        "Reviews",
        "Comments",
        "Open points",
        "Sign-off",
        "Appearances",
    ]


def test_sheets_that_say_nothing_are_left_out() -> None:
    assert list(tables(replace(ARTICLE, claims=(), appearances=()))) == ["Articles", "Claims"]
    assert list(tables()) == ["Articles", "Claims"]


def test_a_claim_stands_in_a_row(whole: dict[str, Table]) -> None:
    denial, inner, formula, _ = whole["Claims"]
    assert denial["Article"] == ARTICLE.title
    assert (denial["Claim"], denial["Tag"], denial["Words of the claim"]) == (1, "Denial", DENIAL.quote)
    assert denial["Said by"] == "Ada | Møller ← Jo Secret (a member of the mayor’s staff)"
    assert (denial["Status"], denial["Correction"]) == (
        "needs a change",
        "“selling the list” → “=lending the *list*”",
    )
    assert denial["Answers"] == "2, claim-elsewhere"
    assert (inner["Answered by"], inner["Right of reply"]) == ("1", "no reply")
    assert (denial["Evidence"], formula["Evidence"]) == (2, 0)
    assert (denial["Start"], denial["End"]) == (DENIAL.span.start, DENIAL.span.end)
    assert (denial["Created"], denial["Claim id"]) == ("2026-11-20T09:00:00.000Z", "claim-denial")
    assert (formula["Withdrawn"], inner["Withdrawn"], FORMULA.withdrawn) == ("yes", None, True)
    assert formula["Words of the claim"] == FORMULA_QUOTE
    assert inner["Page or time"] == "page 12"


def test_what_hangs_on_a_claim_names_it(whole: dict[str, Table]) -> None:
    first, second, third = whole["Attributions"]
    assert (first["Claim"], first["Order"], first["Source"], first["Checked"]) == (
        1,
        1,
        "Ada | Møller",
        "yes",
    )
    assert (second["Order"], second["Named as"], second["Checked"]) == (2, "Her aide", None)
    assert (third["Claim"], third["Source"], third["Claim id"]) == (2, "Not named in the text", "claim-inner")
    scan = whole["Evidence"][0]
    assert (scan["For or against"], scan["Source"], scan["Where in it"]) == (
        "supports",
        "Harbour ledger",
        "p. 3, as Jo Secret said",
    )
    assert (scan["Seen on"], scan["Words of the source"]) == ("2026-11-19", "no entry <here>")
    answered, elsewhere = whole["Answers"]
    assert (answered["Allegation"], elsewhere["Allegation"]) == (2, "claim-elsewhere")


def test_everybodys_word_stands_there_and_the_newest_is_marked(whole: dict[str, Table]) -> None:
    assert [(row["Status"], row["By"], row["Newest"]) for row in whole["Statuses"]] == [
        ("disputed", "Max", None),
        ("needs a change", "Rosa", "yes"),
    ]
    assert [(row["Right of reply"], row["Asked on"], row["Newest"]) for row in whole["Responses"]] == [
        ("asked", "2026-11-20T14:30+01:00", None),
        ("no reply", "2026-11-20", "yes"),
    ]
    (correction,) = whole["Corrections"]
    assert (correction["Reads now"], correction["Should read"]) == ("selling the list", "=lending the *list*")
    assert [row["By"] for row in whole["Reviews"]] == ["Max", "Lin"]
    assert whole["Reviews"][0]["Before a change"] == "yes"
    assert [row["Comment"] for row in whole["Comments"]][1] == "=on page 3"


def test_sources_once_each_with_how_often(whole: dict[str, Table]) -> None:
    rows = {row["Source id"]: row for row in whole["Sources"]}
    assert list(rows) == ["source-mayor", "source-aide", "source-ledger"]
    assert (rows["source-aide"]["Uses"], rows["source-aide"]["Confidential"]) == (2, "yes")
    assert rows["source-aide"]["Also called"] == "Johanna Secret"


def test_points_and_sign_off(whole: dict[str, Table]) -> None:
    point, unread = whole["Open points"]
    assert (point["Claim"], point["Level"], point["Rule"]) == (2, "Worth a look", "single-source")
    assert point["Open point"] == say("point.single-source")
    assert (unread["Claim"], unread["Open point"]) == (
        None,
        "3 sentences are neither marked nor ticked as read.",
    )
    (signed,) = whole["Sign-off"]
    assert (signed["Signed off by"], signed["Note"], signed["Changed since"]) == ("Eva", "=fine", 1)


def test_every_heading_differs_from_the_others_of_its_sheet() -> None:
    for sheet in sheets((WHOLE,)):
        headings = [column.heading for column in sheet.columns]
        assert len(set(headings)) == len(headings), sheet.name
        assert all(len(row) == len(headings) for row in sheet.rows)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("x" * 32_767, "x" * 32_767),
        ("x" * 32_768, "x" * 32_766 + "…"),
        ("😀" * 16_384, "😀" * 16_383 + "…"),
        ("a" + "😀" * 16_383, "a" + "😀" * 16_383),
        ("a" + "😀" * 16_384, "a" + "😀" * 16_382 + "…"),
    ],
    ids=["just fits", "one too long", "pairs", "pairs that fit", "a pair is never halved"],
)
def test_a_cell_is_cut_where_excel_ends(words: str, kept: str) -> None:
    assert excel.short(words) == kept
    assert units(str(excel.short(words))) <= 32_767


def test_what_is_cut_is_said_in_the_file_and_beside_it() -> None:
    long = replace(ARTICLE, claims=(replace(INNER, note="n" * 40_000),))
    found = tables(long)
    assert found["Cut short"] == [{"Sheet": "Claims", "Row": 2, "Column": "Note", "Length before": 40_000}]
    (note,) = excel.leaves_out((long,))
    assert "1 cell was cut" in say_all(*note)
    assert excel.leaves_out((WHOLE,)) == ()
    assert "Cut short" not in tables(WHOLE)


def test_rows_past_the_last_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "_ROWS", 3)
    found = tables(ARTICLE)
    assert len(found["Claims"]) == 3
    assert {row["Sheet"]: row["Length before"] for row in found["Cut short"]} == {"Claims": 4}
