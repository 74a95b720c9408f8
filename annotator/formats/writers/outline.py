"""What a reader sees of an export, in order and in words; Markdown and the clipboard only dress it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.formats.writers.phrases import (
    comment_line,
    evidence_line,
    joined,
    response_line,
    review_line,
    source_line,
    source_name,
    status_line,
    with_remark,
)
from annotator.model.enums import SourceKind, Tag
from annotator.model.views import (
    AppearanceView,
    ArticleExport,
    AttributionView,
    ClaimView,
    LinkView,
    ResponseView,
    SourceView,
    StatusView,
)
from annotator.words import say
from annotator.words.dates import long_date


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known about a claim; `values` stand in a list where there are several."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimOutline:
    """A claim under its number in the article; `heading` names its tag."""

    number: int
    tag: Tag
    heading: str
    quote: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ArticleOutline:
    """An article's title, where it stood, how many claims of each tag, the claims and their sources."""

    title: str
    appeared: tuple[str, ...]
    summary: str
    claims: tuple[ClaimOutline, ...]
    sources: tuple[str, ...]


def outline(article: ArticleExport) -> ArticleOutline:
    """The article as its readers see it; every string is plain words, to be escaped by who dresses it."""
    numbered = {claim.id: (n, claim) for n, claim in enumerate(article.claims, start=1)}
    return ArticleOutline(
        title=" ".join(article.title.split()),
        appeared=tuple(filter(None, map(_appearance, article.appearances))),
        summary=_summary(article),
        claims=tuple(_claim(n, claim, numbered) for n, claim in numbered.values()),
        sources=tuple(map(source_line, _sources(article))),
    )


def _appearance(appearance: AppearanceView) -> str:
    known = (appearance.publisher, appearance.byline, long_date(appearance.published), appearance.url)
    return joined(", ", *known) or appearance.file


def _summary(article: ArticleExport) -> str:
    counts = Counter(claim.tag for claim in article.claims)
    told = (say(f"export.count.{tag.value}", count=counts[tag]) for tag in Tag if counts[tag])
    return ", ".join(told) or say("export.no_claims")


def _sources(article: ArticleExport) -> Iterable[SourceView]:
    """Everybody named, once, in order of first appearance, without the two that are always there."""
    found: dict[str, SourceView] = {}
    for claim in article.claims:
        named = [row.source for row in claim.attributions] + [row.source for row in claim.evidence]
        found.update((source.id, source) for source in named if source.id not in found)
    return (s for s in found.values() if s.kind not in {SourceKind.ARTICLE, SourceKind.UNNAMED})


def _claim(number: int, claim: ClaimView, numbered: Mapping[str, tuple[int, ClaimView]]) -> ClaimOutline:
    heading = say(f"tag.{claim.tag.value}")
    if claim.withdrawn:
        heading = with_remark(heading, say("export.withdrawn"))
    facts = (Fact(label, tuple(filter(None, values))) for label, values in _facts(claim, numbered))
    known = tuple(fact for fact in facts if fact.values)
    return ClaimOutline(number, claim.tag, heading, claim.quote, known)


def _facts(
    claim: ClaimView, numbered: Mapping[str, tuple[int, ClaimView]]
) -> Iterable[tuple[str, Iterable[str]]]:
    yield say("export.said_by"), (_chain(claim.attributions),)
    yield say("export.evidence"), map(evidence_line, claim.evidence)
    yield say("export.answers"), (_answered(id_, numbered) for id_ in claim.answers)
    yield say("export.answers_nothing"), (claim.answers_nothing if not claim.answers else "",)
    yield say("export.answered_by"), (_answered(link.claim, numbered) for link in _denials(claim))
    yield say("export.response"), (_named(claim, word, response_line(word)) for word in claim.responses)
    yield say("export.status"), (_named(claim, word, status_line(word)) for word in claim.statuses)
    yield say("export.plain_words"), (claim.plain_words,)
    yield say("export.note"), (claim.note,)
    yield say("export.private_note"), (claim.private_note,)
    yield say("export.reviews"), map(review_line, claim.reviews)
    yield say("export.comments"), map(comment_line, claim.comments)
    place = say("export.place", start=claim.span.start, end=claim.span.end)
    yield say("export.marked_by"), (joined(", ", claim.reviewer, place),)


def _chain(attributions: tuple[AttributionView, ...]) -> str:
    """The speaker first, then each relay."""
    if not attributions:
        return say("export.nobody")
    speaker, *relays = map(_link, attributions)
    return joined(", ", speaker, *(say("export.relayed_by", source=relay) for relay in relays))


def _link(attribution: AttributionView) -> str:
    words = say("export.quoted", words=attribution.words) if attribution.words else ""
    checked = say("export.attribution_checked") if attribution.checked else ""
    return with_remark(source_name(attribution.source), joined(", ", words, checked))


def _denials(claim: ClaimView) -> Iterable[LinkView]:
    return claim.links if claim.tag is Tag.ALLEGATION else ()


def _named(claim: ClaimView, word: ResponseView | StatusView, words: str) -> str:
    """A word on the claim, with the name of who gave it where that is not who marked the claim."""
    if word.reviewer == claim.reviewer:
        return words
    return say("export.theirs", name=word.reviewer, words=words)


def _answered(id_: str, numbered: Mapping[str, tuple[int, ClaimView]]) -> str:
    if id_ not in numbered:
        return say("export.answer_elsewhere")
    number, claim = numbered[id_]
    return say("export.answered", words=claim.quote, number=number)
