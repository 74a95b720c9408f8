import pytest

from annotator.desk.commands.articles import ImportArticle, ImportArticles, RemoveArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.history import describe
from annotator.desk.queries.articles import article_lines
from annotator.model.changes import LIBRARY
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import BadInput, Cancelled
from annotator.model.places import Place, PlaceKind
from annotator.model.rows import Appearance, Article, Places, Sentences
from annotator.model.spans import Span
from annotator.store import doctor
from annotator.store.steps import step_line
from annotator.text.identity import article_id
from tests.desk.content import content, quick_desk

DRAFTS = tuple(Draft(f"Pump {n}\n\nIt failed. It stood.", f"Pump {n}", file=f"{n}.txt") for n in range(5))


@pytest.fixture
def desk(tmp_path):
    with quick_desk(tmp_path / "library.sqlite") as opened:
        yield opened


def test_many_come_in_as_they_would_one_by_one(desk, tmp_path) -> None:
    with quick_desk(tmp_path / "other.sqlite") as other:
        for draft in DRAFTS:
            other.run(ImportArticle(draft))
        changes = desk.run(ImportArticles(DRAFTS))
        assert changes.made == tuple(article_id(draft.text) for draft in DRAFTS)
        assert said(desk) == said(other)
    assert changes.notice == ""
    assert list(doctor.findings(desk.library)) == []


def said(desk) -> list[object]:
    """What the rows of articles say, without the ids of appearances and times."""
    rows = [
        sorted((getattr(row, "id", ""), str(row)) for row in desk.library.where(kind))
        for kind in (Article, Sentences)
    ]
    return [*rows, sorted((one.article, one.revision, one.file) for one in desk.library.where(Appearance))]


def test_it_is_one_step_and_can_be_taken_back_and_done_again(desk) -> None:
    before = content(desk.library)
    step = desk.run(ImportArticles(DRAFTS)).step
    after = content(desk.library)
    assert describe(step_line(desk.library, step)) == "Import 5 articles"
    desk.undo(LIBRARY)
    assert content(desk.library) == before
    desk.redo(LIBRARY)
    assert content(desk.library) == after


def test_what_is_there_already_is_counted_and_keeps_its_claims(desk) -> None:
    (first,) = desk.run(ImportArticle(DRAFTS[0])).made
    (gone,) = desk.run(ImportArticle(DRAFTS[1])).made
    desk.run(TagClaim(first, Span(0, 4), Tag.FACT))
    desk.run(RemoveArticle(gone))
    again = Draft(DRAFTS[0].text, "Other", file="other.txt")
    changes = desk.run(ImportArticles((*DRAFTS, again, DRAFTS[4])))
    assert (changes.notice, changes.notice_values) == ("article.some_already", {"count": "3", "already": "4"})
    assert changes.made[5:] == (first, article_id(DRAFTS[4].text))
    assert {line.id: line.claims for line in article_lines(desk)}[first] == 1
    assert len(article_lines(desk)) == 5
    assert sorted(one.file for one in desk.library.where(Appearance, article=first)) == ["0.txt", "other.txt"]


def test_one_alone_is_called_by_its_title(desk) -> None:
    step = desk.run(ImportArticles(DRAFTS[:1])).step
    assert describe(step_line(desk.library, step)) == "Import “Pump 0”"


def test_none_leave_no_trace(desk) -> None:
    assert desk.run(ImportArticles(())).step == ""


def test_places_come_in_too(desk) -> None:
    places = (Place(Span(0, 6), PlaceKind.PAGE, "iv"),)
    drafts = (DRAFTS[0], Draft(DRAFTS[1].text, "t", places=places))
    desk.run(ImportArticles(drafts))
    assert len(desk.library.where(Places)) == 1


def test_one_that_cannot_be_taken_keeps_all_out(desk) -> None:
    with pytest.raises(BadInput):
        desk.run(ImportArticles((*DRAFTS, Draft("a\r\nb", "a"))))
    assert article_lines(desk) == ()


def test_who_hears_of_it_may_stop_it(desk) -> None:
    heard = []

    def tell(done: int, of: int) -> None:
        heard.append((done, of))
        if done:
            raise Cancelled

    many = tuple(Draft(f"Text {n}", f"{n}") for n in range(50))
    with pytest.raises(Cancelled):
        desk.run(ImportArticles(many, tell))
    assert heard == [(0, 50), (20, 50)]
    assert article_lines(desk) == ()
