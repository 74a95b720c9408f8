from pathlib import Path

import pytest

from annotator.desk.commands.articles import RemoveArticle
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_export, article_lines, article_page
from annotator.desk.queries.claims import claim_lines
from annotator.desk.samples import AddSample, samples
from annotator.model.changes import LIBRARY
from annotator.model.enums import Tag
from annotator.model.errors import BadInput


@pytest.fixture
def desk(tmp_path: Path):
    opened = Desk(tmp_path / "library.sqlite")
    yield opened
    opened.close()


def test_eight_samples_are_offered_and_each_comes_in(desk: Desk) -> None:
    offered = samples()
    for sample in offered:
        desk.run(AddSample(sample.file))
    lines = article_lines(desk)
    assert len(offered) == 8
    assert {line.title for line in lines} == {sample.title for sample in offered}
    assert all(line.sample for line in lines)
    assert [sample.file for sample in offered if sample.marked] == ["01-harbour-ferry.txt"]


def test_the_marked_sample_comes_with_claims_that_are_mine(desk: Desk) -> None:
    article = desk.run(AddSample("01-harbour-ferry.txt")).made[0]
    export = article_export(desk, article)
    nested = next(claim for claim in export.claims if claim.quote.startswith("denied signing"))
    assert all(claim.mine and claim.attributions for claim in export.claims)
    assert {claim.tag for claim in export.claims} == set(Tag)
    assert [link.source.name for link in nested.attributions] == [
        "Ines Rask",
        "Aide to the harbour commissioner",
    ]
    assert len(nested.answers) == 1
    for claim in export.claims:
        for link in claim.attributions:
            assert link.span is None or link.span.cut(export.text) == link.words


def test_adding_a_sample_is_one_step_and_goes_with_one_undo(desk: Desk) -> None:
    article = desk.run(AddSample("01-harbour-ferry.txt")).made[0]
    marked = claim_lines(desk, article)
    desk.undo(LIBRARY)
    assert article_lines(desk) == ()
    desk.redo(LIBRARY)
    assert claim_lines(desk, article) == marked


def test_a_sample_added_again_is_not_marked_twice(desk: Desk) -> None:
    article = desk.run(AddSample("01-harbour-ferry.txt")).made[0]
    before = claim_lines(desk, article)
    again = desk.run(AddSample("01-harbour-ferry.txt"))
    desk.run(RemoveArticle(article))
    desk.run(AddSample("01-harbour-ferry.txt"))
    assert again.made == (article,)
    assert claim_lines(desk, article) == before
    assert article_page(desk, article).claims == before


def test_a_sample_nobody_wrote_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInput):
        desk.run(AddSample("99-nothing.txt"))
    assert article_lines(desk) == ()
