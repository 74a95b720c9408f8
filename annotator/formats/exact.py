"""The promise of every export: each quote is what stands in the text at its place."""

from collections.abc import Iterable

from annotator.model.errors import RedPencilError
from annotator.model.views import ArticleExport


def assert_exact(articles: Iterable[ArticleExport]) -> None:
    """Raises RedPencilError "export.mismatch" for the first claim whose span does not give its quote."""
    for article in articles:
        for claim in article.claims:
            if claim.span.cut(article.text) != claim.quote:
                raise RedPencilError("export.mismatch", title=article.title, claim=claim.id)
