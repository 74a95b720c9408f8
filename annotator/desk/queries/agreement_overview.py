"""Everything that the window of agreement shows, in one piece."""

from dataclasses import dataclass

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines
from annotator.desk.queries.comparing import agreement, agreement_by_article, coders, comparison
from annotator.model.agreement import Agreement
from annotator.model.comparing import Comparison
from annotator.model.errors import NothingFound
from annotator.model.views import ArticleLine, PersonView
from annotator.store.reading import facts


@dataclass(frozen=True, slots=True)
class Overview:
    """How far people agree on an article, or on all but samples where `article` is empty.

    `people` are those who can be compared, each with a number of claims; `compared` the ids of those who are.
    For an article there are its text and the comparison, for the library the articles, newest first.
    """

    article: str
    title: str
    people: tuple[tuple[PersonView, int], ...]
    compared: tuple[str, ...]
    agreement: Agreement
    text: str = ""
    comparison: Comparison = Comparison((), ())
    articles: tuple[tuple[ArticleLine, Agreement], ...] = ()


def overview(desk: Desk, article: str, people: frozenset[str] | None = None) -> Overview:
    """What is to be shown of the people (ids), or of all who can be compared. Raises NothingFound."""
    articles = [article] if article else None
    there = coders(desk, articles)
    chosen = tuple(person.id for person, _ in there if people is None or person.id in people)
    found = agreement(desk, articles, chosen)
    if not article:
        lines = agreement_by_article(desk, chosen)
        return Overview("", "", there, chosen, found, articles=lines)
    newest = facts.newest(desk.library, article)
    if newest is None:
        raise NothingFound("gone.articles")
    text, _ = facts.text(desk.library, newest.text)
    (line,) = article_lines(desk, [article])
    return Overview(article, line.title, there, chosen, found, text, comparison(desk, article, chosen))
