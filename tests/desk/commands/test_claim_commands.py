"""Marking, on any text and span, and what is refused."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import MoveEdges, Retag, TagClaim, WriteNote, WritePlainWords
from annotator.desk.commands.sourcing import SayBy
from annotator.desk.queries.articles import article_export, article_page
from annotator.desk.queries.claims import claim_lines, claim_view
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import BadInput, NothingFound
from annotator.model.rows import NOT_NAMED, Anchor, Article, Reviewer
from annotator.model.spans import Span
from annotator.store.door import step
from tests.desk.content import quick_desk
from tests.strategies import texts


@given(text=texts(), data=st.data())
def test_any_span_comes_out_of_store_and_export_as_it_went_in(prepared: Path, text: str, data):
    assume(text.strip())
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    wanted = [Span(*ends) for ends in data.draw(st.lists(spans, max_size=5))]
    with TemporaryDirectory() as folder, quick_desk(shutil.copy(prepared, Path(folder) / "l")) as desk:
        (article,) = desk.run(ImportArticle(Draft(text, "T"))).made
        kept = set()
        for span in wanted:
            try:
                desk.run(TagClaim(article, span, Tag.FACT))
                kept.add(span)
            except BadInput:
                assert not text[span.start : span.end].strip()
        page, export = article_page(desk, article), article_export(desk, article)
    assert page.text == export.text == text
    assert {line.span for line in page.claims} == kept
    assert [line.id for line in page.claims] == [view.id for view in export.claims]
    assert [line.span for line in page.claims] == sorted(kept, key=lambda span: (span.start, -span.end))
    for line, view in zip(page.claims, export.claims, strict=True):
        before, after = text[: line.span.start], text[line.span.end :]
        assert line.quote == view.quote == line.span.cut(text)
        assert (view.prefix, view.suffix) == (before[-32:], after[:32])


@pytest.fixture
def claim(desk) -> str:
    """A claim of mine on "mayor"."""
    article = desk.library.where(Article)[0].id
    (made,) = desk.run(TagClaim(article, Span(4, 9), Tag.ALLEGATION)).made
    return made


def test_a_claim_says_what_was_touched(desk):
    article = desk.library.where(Article)[0].id
    changes = desk.run(TagClaim(article, Span(4, 9), Tag.ALLEGATION))
    (claim,) = changes.made
    assert changes.pick == claim
    assert (changes.articles, changes.claims) == ({article}, {claim})
    assert changes.articles_list
    assert not changes.sources
    assert changes.values == {"tag": "allegation"}
    undone = desk.undo(article)
    assert (undone.articles, undone.claims, undone.made) == ({article}, {claim}, ())


@pytest.mark.parametrize("span", [Span(0, 100_000), Span(3, 4), Span(5, 5)])
def test_a_span_without_words_or_outside_is_refused(desk, claim, span):
    article = desk.library.where(Article)[0].id
    for command in (TagClaim(article, span, Tag.FACT), MoveEdges(claim, span)):
        with pytest.raises(BadInput):
            desk.run(command)
    assert claim_view(desk, claim).span == Span(4, 9)


def test_edges_move_with_everything_attached(desk, claim):
    desk.run(SayBy(claim, NOT_NAMED))
    desk.run(WriteNote(claim, " a note\n"))
    before = claim_view(desk, claim)
    desk.run(MoveEdges(claim, Span(0, 9)))
    after = claim_view(desk, claim)
    assert (after.id, after.quote, after.span) == (claim, "The mayor", Span(0, 9))
    assert (after.attributions, after.note) == (before.attributions, "a note")
    assert after.modified >= before.modified


def test_a_claim_whose_place_was_lost_has_no_edges_to_move_but_can_be_retagged(desk, claim):
    (anchor,) = desk.library.where(Anchor, claim=claim)
    with step(desk.library, desk.hand, "step.move_edges") as opened:
        opened.write(Anchor(anchor.id, claim, anchor.revision, -1, -1, anchor.quote, "", ""))
    desk.run(Retag(claim, Tag.FACT))
    with step(desk.library, desk.hand, "step.move_edges") as opened:
        opened.remove(Anchor, anchor.id)
    with pytest.raises(NothingFound) as refused:
        desk.run(MoveEdges(claim, Span(0, 9)))
    assert refused.value.key == "gone.anchors"


def test_a_private_note_is_for_its_writer_only(path):
    with quick_desk(path) as desk:
        article = desk.library.where(Article)[0].id
        (claim,) = desk.run(TagClaim(article, Span(4, 9), Tag.FACT)).made
        desk.run(WriteNote(claim, "ring her at home", private=True))
        desk.run(WritePlainWords(claim, "The mayor."))
        view = claim_view(desk, claim)
        assert (view.note, view.private_note, view.plain_words) == ("", "ring her at home", "The mayor.")
    with quick_desk(path, "Kim") as desk:
        assert claim_view(desk, claim).private_note == ""


def test_lines_of_chosen_claims_are_the_same_as_among_all(desk, claim):
    article = desk.library.where(Article)[0].id
    for start in range(10, 15):
        desk.run(TagClaim(article, Span(start, 30), Tag.DENIAL))
    every = claim_lines(desk, article)
    assert len(every) == 6
    assert claim_lines(desk, article, [every[3].id, every[1].id, "gone"]) == (every[1], every[3])
    assert claim_lines(desk, article, []) == ()
    assert every[0].reviewer == desk.library.find(Reviewer, desk.me).name


def test_what_is_gone_is_said_to_be(desk, claim):
    article = desk.library.where(Article)[0].id
    desk.undo(article)
    for act in (lambda: desk.run(Retag(claim, Tag.FACT)), lambda: claim_view(desk, claim)):
        with pytest.raises(NothingFound) as refused:
            act()
        assert refused.value.key == "gone.claims"
