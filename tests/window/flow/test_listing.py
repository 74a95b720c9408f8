"""The list of articles is kept fresh, and shows what was searched for last."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle, RemoveArticle
from annotator.desk.commands.claims import TagClaim
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.window.articles.panel import ArticlesPanel
from annotator.window.flow.listing import Listing
from tests.window.at_work import AtWork


@pytest.fixture
def at(qtbot: QtBot, session) -> AtWork:
    made = AtWork(qtbot, session)
    panel = ArticlesPanel()
    qtbot.addWidget(panel)
    made.panel, made.listing, made.filled = panel, Listing(session, panel), []
    made.listing.filled.connect(
        lambda lines: made.filled.append([(line.title, line.claims) for line in lines])
    )
    return made


def test_it_follows_what_is_done(at: AtWork) -> None:
    (article,) = at.run(ImportArticle(Draft("One two", "One"))).made
    assert at.filled[-1] == [("One", 0)]
    at.run(TagClaim(article, Span(0, 3), Tag.FACT))
    at.qtbot.waitUntil(lambda: at.filled[-1] == [("One", 1)])
    at.run(RemoveArticle(article))
    assert at.filled[-1] == []


def test_many_claims_in_a_row_are_counted_once(at: AtWork) -> None:
    (article,) = at.run(ImportArticle(Draft("word " * 20, "One"))).made
    before = len(at.filled)
    for n in range(8):
        at.session.run(TagClaim(article, Span(5 * n, 5 * n + 4), Tag.FACT))
    at.qtbot.waitUntil(lambda: at.filled[-1] == [("One", 8)])
    assert len(at.filled) == before + 1


def test_the_list_stays_whole_while_something_is_searched_for(at: AtWork) -> None:
    at.run(ImportArticle(Draft("One two", "One")))
    at.panel.search.setText("two")
    at.run(ImportArticle(Draft("Three four", "Three")))
    assert at.filled[-1] == [("Three", 0), ("One", 0)]
