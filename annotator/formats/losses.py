"""What a file does not hold although there is something to hold: said in the window and on stderr."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from annotator.formats.kinds import Format, Group
from annotator.model.drafts import Note
from annotator.model.enums import StatusValue
from annotator.model.features import Feature
from annotator.model.views import ArticleExport, ClaimView

Articles = tuple[ArticleExport, ...]


def lacks(form: Format) -> tuple[Feature, ...]:
    """What a format that is written can hold neither for programs nor for people."""
    if form.write is None:
        return ()
    return tuple(feature for feature in Feature if feature not in form.carries | form.tells)


def losses(form: Format, articles: Articles) -> dict[Feature, int]:
    """How many claims or articles have something that the format neither carries nor tells, by feature.

    Of a format that says for itself what it leaves out overlaps are not counted: it knows which claims go.
    """
    known = {Feature.OVERLAPS} if form.leaves_out is not None else set()
    counts = ((feature, _COUNTS[feature](articles)) for feature in lacks(form) if feature not in known)
    return {feature: count for feature, count in counts if count}


def left_out(form: Format, articles: Articles) -> tuple[Note, ...]:
    """The same as sentences, with what the format itself has to say of these articles.

    A format of sources is not asked for claims: of those one sentence says enough.
    """
    own = form.leaves_out(articles) if form.leaves_out is not None else ()
    if form.group is Group.SOURCES:
        claims = sum(len(article.claims) for article in articles)
        return (*_notes({"only_sources": claims}), *own)
    return (*_notes({feature.value: count for feature, count in losses(form, articles).items()}), *own)


def _notes(counts: Mapping[str, int]) -> Iterator[Note]:
    for what, count in counts.items():
        if count:
            yield f"losses.{what}", {"count": count}


def _of_claims(has: Callable[[ClaimView], object]) -> Callable[[Articles], int]:
    return lambda articles: sum(bool(has(claim)) for article in articles for claim in article.claims)


def _of_articles(has: Callable[[ArticleExport], object]) -> Callable[[Articles], int]:
    return lambda articles: sum(bool(has(article)) for article in articles)


def _overlapping(articles: Articles) -> int:
    return sum(_touching(article.claims) for article in articles)


def _touching(claims: Iterable[ClaimView]) -> int:
    """How many claims share a code point with another; one look along the text."""
    touching: set[int] = set()
    furthest, reach = -1, 0
    for n, claim in sorted(enumerate(claims), key=lambda pair: (pair[1].span.start, -pair[1].span.end)):
        if claim.span.start < reach and len(claim.span):
            touching |= {n, furthest}
        if claim.span.end > reach:
            furthest, reach = n, claim.span.end
    return len(touching)


def _details(article: ArticleExport) -> bool:
    return any(one.publisher or one.byline or one.url or one.published for one in article.appearances)


_COUNTS: dict[Feature, Callable[[Articles], int]] = {
    Feature.TEXT: _of_articles(lambda article: article.text),
    Feature.ARTICLES: lambda articles: len(articles) if len(articles) > 1 else 0,
    Feature.DETAILS: _of_articles(_details),
    Feature.PLACES: _of_articles(lambda article: article.places),
    Feature.OVERLAPS: _overlapping,
    Feature.LINKS: lambda articles: sum(len(claim.answers) for one in articles for claim in one.claims),
    Feature.PEOPLE: _of_claims(lambda claim: claim.reviewer),
    Feature.NOTES: _of_claims(
        lambda claim: claim.note or claim.private_note or claim.plain_words or claim.answers_nothing
    ),
    Feature.SOURCES: _of_claims(lambda claim: claim.attributions),
    Feature.EVIDENCE: _of_claims(lambda claim: claim.evidence),
    Feature.RESPONSES: _of_claims(lambda claim: claim.responses),
    Feature.STATUS: _of_claims(lambda claim: claim.status is not StatusValue.UNCHECKED or claim.statuses),
    Feature.REVIEWS: _of_claims(lambda claim: claim.reviews or claim.comments),
    Feature.DATES: _of_claims(lambda claim: claim.created),
    Feature.POINTS: lambda articles: sum(len(article.points) for article in articles),
    Feature.SIGN_OFF: _of_articles(lambda article: article.sign_off),
}
