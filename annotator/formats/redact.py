"""What leaves the house: confidential names and private notes only where a person ticked them each time."""

import operator
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from annotator.model.enums import SourceKind
from annotator.model.points import OpenPoint
from annotator.model.views import (
    ArticleExport,
    AttributionView,
    ClaimView,
    CommentView,
    EvidenceView,
    ResponseView,
    ReviewView,
    SourceView,
    StatusView,
)
from annotator.words import say

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What may leave: the names of confidential sources, the private notes. Nothing unless it is said."""

    confidential: bool = False
    private_notes: bool = False


def redact(
    articles: tuple[ArticleExport, ...], disclosure: Disclosure, names: Iterable[str] = ()
) -> tuple[ArticleExport, ...]:
    """The articles without what `disclosure` keeps back.

    A confidential source keeps its description and the reason, its attributions their place in the chain, its
    evidence its stance; everything else of theirs goes. Its name, and every one of `names` (confidential
    sources that stand behind other claims), is replaced wherever somebody wrote it into a field. Titles,
    quotes and texts of articles are what was published and stay letter for letter.
    """
    if not disclosure.private_notes:
        articles = tuple(_each_claim(article, _without_private_note) for article in articles)
    if not disclosure.confidential:
        articles = _without_names(articles, names)
    return articles


def redact_sources(sources: Iterable[SourceView], names: Iterable[str]) -> tuple[SourceView, ...]:
    """Entries of the register with each of `names` replaced wherever somebody wrote it into a field."""
    veil = _Veil([], names)
    return tuple(veil.source(source) for source in sources)


def _without_private_note(claim: ClaimView) -> ClaimView:
    return replace(claim, private_note="") if claim.private_note else claim


def _each_claim(article: ArticleExport, change: Callable[[ClaimView], ClaimView]) -> ArticleExport:
    return _changed(article, claims=_each(change, article.claims))


def _each(change: Callable[[V], V], views: tuple[V, ...]) -> tuple[V, ...]:
    """The views, each changed; the very same ones where nothing is, as mostly: there may be ten thousand."""
    found = tuple(map(change, views))
    return views if all(map(operator.is_, found, views)) else found


def _changed(view: V, **values: object) -> V:
    """The view with these values; itself where it has them already."""
    others = {name: value for name, value in values.items() if value != getattr(view, name)}
    return replace(view, **others) if others else view  # type: ignore[type-var]


def _without_names(articles: tuple[ArticleExport, ...], names: Iterable[str]) -> tuple[ArticleExport, ...]:
    hidden = {source.id: source for source in _sources(articles) if source.confidential}
    known = {*names, *(name for source in hidden.values() for name in _names(source))}
    if not hidden and not known:
        return articles
    veil = _Veil(list(hidden), known)
    return _each(veil.article, articles)


def _sources(articles: tuple[ArticleExport, ...]) -> Iterable[SourceView]:
    for article in articles:
        for claim in article.claims:
            yield from (attribution.source for attribution in claim.attributions)
            yield from (evidence.source for evidence in claim.evidence)


def _names(source: SourceView) -> Iterable[str]:
    yield source.name
    yield from (name for _id, name in source.joined)


class _Veil:
    """Puts neutral words in the place of confidential sources (`ids`, in order) and of their names."""

    def __init__(self, ids: list[str], names: Iterable[str]) -> None:
        # Another id too: the register's own would tie this export to one where the name was given.
        self._ids = {id_: f"confidential-{n}" for n, id_ in enumerate(ids, start=1)}
        self._pattern = _pattern(names)
        self._instead = say("source.confidential")
        self._sources: dict[SourceView, SourceView] = {}

    def article(self, article: ArticleExport) -> ArticleExport:
        signed = article.sign_off
        return _changed(
            article,
            claims=_each(self.claim, article.claims),
            points=_each(self._point, article.points),
            sign_off=signed and _changed(signed, note=self.words(signed.note)),
            remarks=tuple(map(self.words, article.remarks)),
        )

    def _point(self, point: OpenPoint) -> OpenPoint:
        values = {name: self.words(value) for name, value in point.values.items()}
        return _changed(point, values=values, waived=self.words(point.waived))

    def claim(self, claim: ClaimView) -> ClaimView:
        return _changed(
            claim,
            note=self.words(claim.note),
            private_note=self.words(claim.private_note),
            plain_words=self.words(claim.plain_words),
            answers_nothing=self.words(claim.answers_nothing),
            response=self.words(claim.response),
            responses=_each(self._response, claim.responses),
            statuses=_each(self._status, claim.statuses),
            reviews=_each(self._review, claim.reviews),
            comments=_each(self._comment, claim.comments),
            attributions=_each(self._attribution, claim.attributions),
            evidence=_each(self._evidence, claim.evidence),
        )

    def _response(self, response: ResponseView) -> ResponseView:
        return _changed(response, asked_by=self.words(response.asked_by), note=self.words(response.note))

    def _status(self, status: StatusView) -> StatusView:
        return _changed(
            status,
            reason=self.words(status.reason),
            old_words=self.words(status.old_words),
            new_words=self.words(status.new_words),
        )

    def _review(self, review: ReviewView) -> ReviewView:
        return _changed(review, reason=self.words(review.reason))

    def _comment(self, comment: CommentView) -> CommentView:
        return _changed(comment, body=self.words(comment.body))

    def _attribution(self, attribution: AttributionView) -> AttributionView:
        source = self.source(attribution.source)
        if not attribution.source.confidential:
            return attribution if source is attribution.source else replace(attribution, source=source)
        return replace(attribution, source=source, words="", span=None, cue="")

    def _evidence(self, evidence: EvidenceView) -> EvidenceView:
        source = self.source(evidence.source)
        if evidence.source.confidential:
            return replace(evidence, source=source, locator="", quote="", url="", seen_on="")
        return _changed(
            evidence,
            source=source,
            locator=self.words(evidence.locator),
            quote=self.words(evidence.quote),
            url=self.words(evidence.url),
        )

    def source(self, source: SourceView) -> SourceView:
        if source not in self._sources:
            self._sources[source] = self._source(source)
        return self._sources[source]

    def _source(self, source: SourceView) -> SourceView:
        described = _changed(
            source, description=self.words(source.description), reason=self.words(source.reason)
        )
        if source.confidential:
            return replace(
                described,
                id=self._ids[source.id],
                kind=SourceKind.ANONYMOUS,
                name=self._instead,
                role="",
                url="",
                note="",
                joined=(),
                uses=0,
            )
        return _changed(
            described,
            name=self.words(source.name),
            role=self.words(source.role),
            url=self.words(source.url),
            note=self.words(source.note),
            joined=tuple((id_, self.words(name)) for id_, name in source.joined),
        )

    def words(self, words: str) -> str:
        return self._pattern.sub(self._instead, words) if words and self._pattern else words


def veil(names: Iterable[str]) -> Callable[[str], str]:
    """Puts the same neutral words in the place of any of the names, wherever they stand in some words."""
    return _Veil([], names).words


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds the names in any case, the longest first, as whole words where their script parts words."""
    wanted = sorted({name.strip() for name in names} - {""}, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(_whole, wanted)), re.IGNORECASE) if wanted else None


def _whole(name: str) -> str:
    before = r"(?<!\w)" if _parted(name[0]) else ""
    after = r"(?!\w)" if _parted(name[-1]) else ""
    return f"{before}{re.escape(name)}{after}"


def _parted(character: str) -> bool:
    """Whether its script has capitals: those scripts put spaces round a name and nothing onto it."""
    return character.lower() != character.upper()
