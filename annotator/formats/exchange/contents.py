"""What files of claims are made of, whatever their shape: articles, their links, the colours of tags."""

from collections.abc import Iterable, Iterator

from annotator.model.enums import Tag
from annotator.model.errors import BadInput
from annotator.model.features import Feature
from annotator.model.views import ArticleExport, ClaimView

#: The colours of tags for tools that draw their own marks, the strong ones of our page.
COLOURS = {Tag.ALLEGATION: "#D98200", Tag.DENIAL: "#2B7FC1", Tag.FACT: "#1E8A63"}

#: What the outline of a claim says in words, where a format has no fields for it.
IN_WORDS = frozenset(
    {
        Feature.NOTES,
        Feature.SOURCES,
        Feature.EVIDENCE,
        Feature.RESPONSES,
        Feature.STATUS,
        Feature.REVIEWS,
    }
)

#: What stands in a file but is worked out anew where it is read: what is open, and who signed off what.
WORKED_OUT = frozenset({Feature.POINTS, Feature.SIGN_OFF})


def the_only(articles: tuple[ArticleExport, ...]) -> ArticleExport:
    """The one article there is; raises BadInput "exchange.one_article" for none and for several."""
    if len(articles) != 1:
        raise BadInput("exchange.one_article")
    return articles[0]


def address(article: ArticleExport) -> str:
    """Where it can be read, the first place that is known; "" for none."""
    return next((one.url for one in article.appearances if one.url), "")


def links(claims: Iterable[ClaimView]) -> Iterator[tuple[str, str]]:
    """The ids of denial and allegation for each link of which both ends are among the claims."""
    known = {claim.id: claim for claim in claims}
    for claim in known.values():
        yield from ((claim.id, answered) for answered in claim.answers if answered in known)
