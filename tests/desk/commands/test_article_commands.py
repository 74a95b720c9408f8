"""Articles in, corrected, into the bin and back."""

import json

import pytest

from annotator.desk.commands.articles import (
    ArticleDetails,
    EditDetails,
    ImportArticle,
    RemoveArticle,
    RestoreArticle,
)
from annotator.desk.commands.claims import TagClaim, WriteNote
from annotator.desk.queries.articles import (
    article_export,
    article_lines,
    article_named,
    article_page,
    bin_lines,
)
from annotator.desk.queries.search import first_hits
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import BadInput, CannotUndo, LibraryRefused, NothingFound
from annotator.model.rows import Article, Revision, Sentences, Text
from annotator.model.spans import Span
from annotator.store.door import step
from annotator.text.identity import article_id, fingerprint
from annotator.text.sentences import sentences
from annotator.words import say_all

THIRD = "Ávila said it. ÉCOLE was closed."


def taken_in(desk, **known) -> str:
    (article,) = desk.run(ImportArticle(Draft(THIRD, "Third", **known))).made
    return article


def test_an_article_comes_in_with_its_text_sentences_and_where_it_stood(desk):
    article = taken_in(desk, file="a.txt", encoding="latin-1", publisher="Gazette", published="2026-01-02")
    assert article == article_id(THIRD)
    page = article_page(desk, article)
    assert (page.text, page.title, page.claims) == (THIRD, "Third", ())
    assert list(page.sentences) == list(sentences(THIRD))
    (stood,) = page.appearances
    assert (stood.file, stood.encoding, stood.publisher) == ("a.txt", "latin-1", "Gazette")
    assert desk.library.find(Text, fingerprint(THIRD)) == Text(fingerprint(THIRD), THIRD, len(THIRD))
    bounds = json.loads(desk.library.where(Sentences, text=fingerprint(THIRD))[0].bounds)
    assert bounds[0] == [0, 14]


@pytest.mark.parametrize("text", ["", " \n", "a\r\nb", "\ufeffa", "a\0"])
def test_a_text_that_is_not_as_texts_are_kept_is_refused(desk, text):
    with pytest.raises(BadInput):
        desk.run(ImportArticle(Draft(text, "T")))


def test_the_same_text_again_opens_the_article_and_adds_an_appearance(desk):
    article = taken_in(desk, file="a.txt")
    again = desk.run(ImportArticle(Draft(THIRD, "Other title", file="b.txt")))
    assert (again.made, again.notice) == ((article,), "article.already")
    assert "Third" in say_all(again.notice, again.notice_values)
    page = article_page(desk, article)
    assert (page.title, [stood.file for stood in page.appearances]) == ("Third", ["a.txt", "b.txt"])
    once_more = desk.run(ImportArticle(Draft(THIRD, "Other title", file="b.txt")))
    assert (once_more.step, once_more.made) == ("", (article,))


def test_the_bin_and_back_with_all_claims(desk):
    article = taken_in(desk)
    (claim,) = desk.run(TagClaim(article, Span(0, 5), Tag.FACT)).made
    desk.run(RemoveArticle(article))
    assert article not in [line.id for line in article_lines(desk)]
    assert [line.id for line in bin_lines(desk)] == [article]
    with pytest.raises(NothingFound):
        article_page(desk, article)
    with pytest.raises(NothingFound):
        desk.run(TagClaim(article, Span(0, 5), Tag.DENIAL))
    with pytest.raises(NothingFound):
        desk.run(WriteNote(claim, "too late"))
    assert desk.run(RestoreArticle(article)).made == (article,)
    assert [line.id for line in article_page(desk, article).claims] == [claim]
    assert bin_lines(desk) == ()
    with pytest.raises(NothingFound):
        desk.run(RestoreArticle(article))


def test_importing_a_text_that_lies_in_the_bin_brings_it_back(desk):
    article = taken_in(desk)
    (claim,) = desk.run(TagClaim(article, Span(0, 5), Tag.FACT)).made
    desk.run(RemoveArticle(article))
    back = desk.run(ImportArticle(Draft(THIRD, "Another title")))
    assert (back.made, back.notice) == ((article,), "article.back")
    assert article_page(desk, article).claims[0].id == claim
    assert article_page(desk, article).title == "Third"


def test_an_import_that_was_undone_is_not_in_the_bin_and_can_be_done_again(desk):
    article = taken_in(desk)
    desk.undo(LIBRARY)
    assert bin_lines(desk) == ()
    with pytest.raises(NothingFound):
        desk.run(RestoreArticle(article))
    assert taken_in(desk) == article
    assert article_page(desk, article).text == THIRD


def test_an_import_on_which_work_was_built_is_not_undone(desk):
    article = taken_in(desk)
    desk.run(TagClaim(article, Span(0, 5), Tag.DENIAL))
    with pytest.raises(CannotUndo) as refused:
        desk.undo(LIBRARY)
    assert refused.value.values["step"] == "Tag as denial"
    assert "Tag as denial" in say_all(refused.value.key, refused.value.values)


def test_details_are_filled_in(desk):
    article = taken_in(desk)
    (stood,) = article_page(desk, article).appearances
    desk.run(EditDetails(article, ArticleDetails(" New ", publisher="Gazette ", url="https://a.example")))
    page = article_page(desk, article)
    assert page.title == "New"
    assert (page.appearances[0].id, page.appearances[0].publisher) == (stood.id, "Gazette")
    with pytest.raises(BadInput):
        desk.run(EditDetails(article, ArticleDetails(" ")))


def test_articles_are_found_by_what_they_hold_in_any_case(desk):
    article = taken_in(desk, publisher="Süd Zeitung")
    for words in ("école", "ÁVILA", "third", "SÜD", " said IT. "):
        assert [group.article for group in first_hits(desk, words).groups] == [article], words


def test_the_list_is_the_newest_first_or_the_chosen(desk):
    article = taken_in(desk)
    assert [line.id for line in article_lines(desk)][0] == article  # the newest first
    assert [line.id for line in article_lines(desk, chosen=[article, "gone"])] == [article]
    assert article_lines(desk, chosen=[]) == ()


def test_the_share_that_is_marked_counts_overlaps_once(desk):
    article = taken_in(desk)
    for start, end, tag in ((0, 5, Tag.FACT), (1, 3, Tag.FACT), (3, 10, Tag.FACT), (20, 26, Tag.FACT),
                            (0, 8, Tag.DENIAL)):  # fmt: skip
        desk.run(TagClaim(article, Span(start, end), tag))
    (line,) = article_lines(desk, chosen=[article])
    assert line.claims == 5
    assert line.covered == {Tag.FACT: 16 / len(THIRD), Tag.DENIAL: 8 / len(THIRD)}


def test_an_article_is_named_by_id_beginning_or_title(desk):
    article = taken_in(desk)
    for name in (article, article[:9], "Third"):
        assert article_named(desk, name) == article
    for name in ("", "third", "zz"):
        with pytest.raises(NothingFound) as refused:
            article_named(desk, name)
        assert refused.value.key == "article.unknown"
    desk.run(ImportArticle(Draft("Something else.", "Third")))
    with pytest.raises(NothingFound) as refused:
        article_named(desk, "Third")
    assert refused.value.key == "article.several"
    assert article[:12] in refused.value.values["ids"]


def test_a_quote_that_does_not_stand_at_its_place_is_never_shown_nor_exported(desk):
    article = taken_in(desk)
    desk.run(TagClaim(article, Span(0, 5), Tag.FACT))
    with desk.library.atomic():
        desk.library.connection.execute("UPDATE anchors SET quote = 'Avila'")
    for ask in (article_page, article_export):
        with pytest.raises(LibraryRefused) as refused:
            ask(desk, article)
        assert refused.value.key == "library.misquoted"
        assert "Third" in say_all(refused.value.key, refused.value.values)


def test_an_article_in_two_versions_shows_the_newest(desk):
    article = taken_in(desk)
    other = desk.library.where(Text)[0].id
    with step(desk.library, desk.hand, "step.import") as opened:
        opened.write(Revision(f"{article}-2", article, other, 2))
    assert article_page(desk, article).revision == f"{article}-2"
    assert article_page(desk, article).text == desk.library.find(Text, other).body
    assert desk.library.find(Article, article)
