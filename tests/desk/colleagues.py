"""Colleagues with libraries of their own, and the files they send."""

from collections.abc import Callable
from pathlib import Path

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.deliveries import Sending, send
from annotator.desk.desk import Desk
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.spans import Span
from tests.desk.content import quick_desk

TEXT = "The mayor took money, a witness said. “That is a lie,” her office said.\n\nThe council met twice."
DRAFT = Draft(TEXT, "First")
MONEY, LIE = Span(0, 20), Span(TEXT.index("That"), TEXT.index(",”"))


def mark(desk: Desk, *marks: tuple[Span, Tag], draft: Draft = DRAFT) -> str:
    """Imports an article, if it is not there yet, and tags it; answers with its id."""
    (article,) = desk.run(ImportArticle(draft)).made
    for span, tag in marks:
        desk.run(TagClaim(article, span, tag))
    return article


def sent(
    folder: Path,
    name: str,
    *marks: tuple[Span, Tag],
    draft: Draft = DRAFT,
    message: str = "",
    first: Callable[[Desk, str], object] = lambda _desk, _article: None,
) -> Path:
    """The file that somebody of that name sends, who tagged an article; `first` does more before that."""
    file = folder / f"{name}.redpencil.json"
    with quick_desk(folder / f"{name}.sqlite", name) as desk:
        article = mark(desk, *marks, draft=draft)
        first(desk, article)
        send(desk, file, Sending((article,), (desk.me,), message=message))
    return file
