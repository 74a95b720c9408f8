"""What an export would leave out is what it then says it has left out."""

from pathlib import Path

import pytest

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.leaving_out import would_leave_out
from annotator.desk.transfer import Choice, export_to, formats_out
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import NothingFound
from annotator.model.spans import Span
from tests.desk.content import quick_desk


@pytest.fixture
def desk(tmp_path: Path):
    with quick_desk(tmp_path / "library.sqlite") as opened:
        article = opened.run(ImportArticle(Draft("The mayor lied, she said.", "The mayor"))).made[0]
        opened.run(TagClaim(article, Span(0, 14), Tag.ALLEGATION))
        opened.run(TagClaim(article, Span(4, 14), Tag.FACT))
        yield opened


def test_it_says_the_same_as_the_export(desk, tmp_path: Path) -> None:
    said = 0
    for form in formats_out():
        foreseen = would_leave_out(desk, Choice(), form.name)
        report = export_to(desk, tmp_path / f"a{form.ending}", Choice(), form.name)
        # Open points are worked out for those formats only that show them.
        assert foreseen == tuple(note for note in report.left_out if note[0] != "losses.points"), form.name
        said += len(foreseen)
    assert said


def test_overlapping_claims_are_counted_for_a_format_that_cannot_hold_them(desk) -> None:
    notes = dict(would_leave_out(desk, Choice(), "conll"))
    assert any(
        values.get("count") == 1 for key, values in notes.items() if "overlap" in key or "conll" in key
    )


def test_a_format_that_is_none_is_refused(desk) -> None:
    with pytest.raises(NothingFound):
        would_leave_out(desk, Choice(), "klingon")
