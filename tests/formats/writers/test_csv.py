import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.redact import Disclosure, redact
from annotator.formats.writers import csv_
from annotator.formats.writers.csv_ import COLUMNS, guarded
from annotator.model.views import ArticleExport
from annotator.words import for_programs
from tests.formats.exported import ARTICLE, DENIAL, FORMULA_QUOTE, INNER
from tests.formats.golden import assert_golden
from tests.formats.strategies import articles


def reread(*exported: ArticleExport) -> list[dict[str, str]]:
    data = b"".join(csv_.write(exported)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(data, newline="")))


def test_golden() -> None:
    with for_programs():
        assert_golden("export.csv", b"".join(csv_.write(redact((ARTICLE,), Disclosure()))))


def test_excel_sees_utf8_and_lines_end_as_the_standard_says() -> None:
    data = b"".join(csv_.write(()))
    assert data == b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n"


def test_one_row_for_each_claim_in_order() -> None:
    rows = reread(ARTICLE, ARTICLE)
    assert [row["claim_id"] for row in rows] == [claim.id for claim in ARTICLE.claims] * 2
    assert rows[0]["said_by"] == "Ada | Møller ← Jo Secret (a member of the mayor’s staff)"
    assert rows[0]["answers"] == "claim-inner; claim-elsewhere"
    assert rows[0]["note"] == "'+ ask again\n# on Monday\nJo Secret rang at nine"
    assert rows[2]["quote"] == "'" + FORMULA_QUOTE
    assert rows[3]["note"] == "'  @cell"


def test_what_came_of_checking_stands_in_the_last_columns() -> None:
    denial, inner = reread(ARTICLE)[:2]
    assert denial["status"] == "needs change"
    assert denial["status_reason"] == "Jo Secret and the ledger say so"
    assert (denial["old_words"], denial["new_words"]) == ("selling the list", "'=lending the *list*")
    assert denial["attribution_checked"] == ""  # one link of two is
    assert inner["answered_by"] == "claim-denial"
    response = [inner[name] for name in ("response", "asked_on", "asked_by", "reply_due", "response_note")]
    assert response == ["no reply", "2026-11-20", "Jo Secret", "2026-11-21T10:00+01:00", ""]
    checked = replace(INNER, attributions=(replace(DENIAL.attributions[0]),), answers_nothing="an old story")
    (row,) = reread(replace(ARTICLE, claims=(checked,)))
    assert (row["attribution_checked"], row["answers_nothing"]) == ("yes", "an old story")


@given(st.lists(articles(), max_size=3))
def test_cells_come_back(exported: list[ArticleExport]) -> None:
    rows = reread(*exported)
    claims = [(article, claim) for article in exported for claim in article.claims]
    assert len(rows) == len(claims)
    for row, (article, claim) in zip(rows, claims, strict=True):
        assert row["article"] == guarded(article.title)
        assert row["quote"] == guarded(claim.quote)
        assert row["note"] == guarded(claim.note)
        assert row["plain_words"] == guarded(claim.plain_words)
        assert row["tag"] == claim.tag.value
        span = slice(int(row["start"]), int(row["end"]))
        assert guarded(article.text[span]) == row["quote"]


@pytest.mark.parametrize(
    "opening", ["=", "+", "-", "@", "\t", "\r", "\n", "  =", "\n=", "\u00a0@", "＝", " ＋"]
)
def test_no_cell_is_a_formula(opening: str) -> None:
    assert guarded(opening + "1+1") == "'" + opening + "1+1"


@pytest.mark.parametrize("words", ["", "plain", "a=b", "'quoted'", "1+1", " words", "–", "“=x”"])
def test_other_cells_stay_as_they_are(words: str) -> None:
    assert guarded(words) == words


@given(st.text())
def test_a_guarded_cell_never_opens_a_formula(words: str) -> None:
    cell = guarded(words)
    assert cell in {words, "'" + words}
    assert cell.lstrip()[:1] not in {"=", "+", "-", "@"}
    assert cell[:1] not in {"\t", "\r"}
