"""What an export carries at its ends, what stands beside it, and what it says it leaves out."""

from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim, WriteNote
from annotator.desk.commands.finishing import SignOffArticle
from annotator.desk.commands.points import Waive
from annotator.desk.desk import Desk
from annotator.desk.exports import Choice, chosen
from annotator.desk.formats import formats, formats_out
from annotator.desk.queries.points import open_points
from annotator.desk.transfer import export_to
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import BadInput
from annotator.model.features import Feature
from annotator.model.spans import Span
from tests.desk.content import quick_desk

TEXT = "The pier\n\nA keeper said the lamp had failed twice. The office denied it."


@pytest.fixture
def desk(tmp_path: Path):
    with quick_desk(tmp_path / "library.sqlite", "Zoe") as opened:
        yield opened


@pytest.fixture
def marked(desk: Desk) -> tuple[str, str]:
    """An article with an allegation that has a note, and its claim."""
    (article,) = desk.run(ImportArticle(Draft(TEXT, "The pier", url="https://post.example/pier"))).made
    start = TEXT.index("the lamp")
    (claim,) = desk.run(TagClaim(article, Span(start, start + 25), Tag.ALLEGATION)).made
    desk.run(WriteNote(claim, "ask again"))
    return article, claim


def test_points_come_along_where_a_format_has_them_and_a_sign_off_always(desk, marked):
    article, claim = marked
    desk.run(Waive(article, "unread-sentences", "read on paper"))
    desk.run(SignOffArticle(article, "fine"))
    open_ones = {point.rule for point in open_points(desk, article).points if not point.waived}
    ((export,), _) = chosen(desk, Choice(), frozenset((Feature.POINTS,)))
    assert {point.rule for point in export.points} == open_ones
    assert "allegation-without-response" in open_ones
    assert "unread-sentences" not in {point.rule for point in export.points}
    ((export,), _) = chosen(desk, Choice(), frozenset())
    assert export.points == ()
    assert export.sign_off is not None
    assert (export.sign_off.note, export.language, len(export.sentences)) == ("fine", "", 3)


def test_points_of_claims_that_do_not_leave_stay_too(desk, marked):
    article, claim = marked
    desk.run(SignOffArticle(article))
    (other,) = desk.run(TagClaim(article, Span(10, 18), Tag.ALLEGATION)).made
    ((export,), _) = chosen(desk, Choice(claims=(other,)), frozenset((Feature.POINTS,)))
    assert {point.claim for point in export.points} == {other}
    assert export.sign_off is None


def test_what_a_format_cannot_hold_is_said(desk, marked, tmp_path):
    report = export_to(desk, tmp_path / "out.doccano.jsonl", Choice())
    told = dict(report.left_out)
    assert told["losses.notes"] == {"count": 1}
    assert "losses.links" not in told  # there are none
    assert export_to(desk, tmp_path / "out.json", Choice()).left_out == ()


def test_files_beside_are_written_but_replace_nobodys(desk, marked, tmp_path):
    report = export_to(desk, tmp_path / "out.ann", Choice())
    assert report.beside == ("out.txt",)
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == TEXT
    export_to(desk, tmp_path / "out.ann", Choice())  # the same once more is no harm
    (tmp_path / "other.txt").write_text("My own notes.", encoding="utf-8")
    with pytest.raises(BadInput, match="beside_exists"):
        export_to(desk, tmp_path / "other.ann", Choice())
    assert not (tmp_path / "other.ann").exists()
    assert (tmp_path / "other.txt").read_text(encoding="utf-8") == "My own notes."
    export_to(desk, tmp_path / "other.ann", Choice(), replace_beside=True)
    assert (tmp_path / "other.txt").read_text(encoding="utf-8") == TEXT


def test_a_file_beside_of_the_same_name_is_refused(desk, marked, tmp_path):
    with pytest.raises(BadInput, match="is_beside"):
        export_to(desk, tmp_path / "out.txt", Choice(), "brat ann")
    assert list(tmp_path.glob("out.*")) == []


@pytest.mark.parametrize("form", ["csv", "review"])
def test_the_library_is_not_written_over_whoever_says_so(desk, marked, tmp_path, form):
    (tmp_path / "link").symlink_to(tmp_path / "library.sqlite")
    before = (tmp_path / "library.sqlite").read_bytes()
    for name in ("library.sqlite", "link"):
        with pytest.raises(BadInput, match="is_library"):
            export_to(desk, tmp_path / name, Choice(), form, replace_beside=True)
    assert (tmp_path / "library.sqlite").read_bytes() == before


def test_a_format_for_one_article_refuses_two(desk, marked, tmp_path):
    desk.run(ImportArticle(Draft("Another one.", "Another")))
    with pytest.raises(BadInput):
        export_to(desk, tmp_path / "out.ann", Choice())
    assert list(tmp_path.glob("out.*")) == []


def test_formats_as_a_person_chooses_them():
    known = {info.name: info for info in formats()}
    assert known["json"].lacks == ()
    assert "feature.links" in known["doccano"].lacks
    assert (known["rtf"].reads, known["rtf"].writes, known["w3c"].reads_claims) == (True, False, True)
    assert known["inception"].there
    assert known["review"].endings == (".redpencil.json",)
    assert all(info.called for info in known.values())
    assert {info.name for info in formats_out()} == {one.name for one in known.values() if one.writes} - {
        "review"
    }
