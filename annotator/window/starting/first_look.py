"""What a window shows first: the article opened last, and the list."""

from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines, article_page
from annotator.model.errors import NothingFound
from annotator.model.views import ArticleLine, ArticlePage
from annotator.window.flow.reading import BEGINNING

FirstLook = tuple[ArticlePage | None, tuple[ArticleLine, ...]]


def first_look(desk: Desk, last: str, *, sample: bool) -> FirstLook:
    """The article opened last, else the newest one, and the list."""
    lines = article_lines(desk)
    if not lines and sample:
        _add_first_sample(desk)
        lines = article_lines(desk)
    for article in (last, *(line.id for line in lines[:1])):
        try:
            return article_page(desk, article, before=BEGINNING), lines
        except NothingFound:
            continue
    return None, lines


def _add_first_sample(desk: Desk) -> None:
    from annotator.desk.samples import AddSample, samples

    for offered in samples()[:1]:
        desk.run(AddSample(offered.file))
