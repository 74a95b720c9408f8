"""An article with pages: page, list and editor know them once it is opened, and no longer after another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span
from annotator.window.article.view import ArticleView
from annotator.window.claims.editor import ClaimEditor
from annotator.window.claims.panel import ClaimsPanel
from annotator.window.flow.reading import Reading
from annotator.window.session import Session
from annotator.window.theme import load_theme
from tests.window.at_work import AtWork

TEXT = "Who paid?\n\nThe company denied it."
PLACES = (Place(Span(0, 9), PlaceKind.PAGE, "1"), Place(Span(11, len(TEXT)), PlaceKind.PAGE, "2"))


def test_opening_an_article_tells_its_pages_and_another_one_has_its_own(
    qtbot: QtBot, session: Session
) -> None:
    work, theme = AtWork(qtbot, session), load_theme("light")
    view, panel, editor = ArticleView(), ClaimsPanel(theme), ClaimEditor(session, theme)
    for widget in (view, panel, editor):
        qtbot.addWidget(widget)
    reading = Reading(session, view, panel, editor)

    def told(draft: Draft) -> tuple[str, bool]:
        """What the list says of a claim in the second paragraph, and whether the editor shows its page."""
        article = work.run(ImportArticle(draft)).made[0]
        claim = work.run(TagClaim(article, Span(11, 22), Tag.DENIAL)).made[0]
        reading.open(article, claim)
        work.wait()
        assert editor.claim == claim
        said = panel.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        return said, "Page 2" in [label.text() for label in editor.findChildren(QLabel)]

    said, shown = told(Draft(TEXT, "With pages", places=PLACES))
    assert said.endswith("page 2, claim 1 of 1")
    assert shown
    said, shown = told(Draft(TEXT + " Twice.", "Without"))
    assert "page" not in said
    assert not shown
