"""What a reader sees of an export, in order and in words; every document for people only dresses it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.formats.writers.closing import Correction, PointGroup, corrections, points, signed
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
from annotator.formats.writers.sources import named_sources
from annotator.model.enums import Tag
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
from annotator.text.whereabouts import Whereabouts
from annotator.words import say
from annotator.words.dates import long_date
from annotator.words.whereabouts import said_place


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known about a claim; `values` stand in a list where there are several.

    `key` is the label's message key. `claims` are, value by value, the numbers of the claims that they speak
    of, 0 for one that is not in the export; empty where they speak of none.
    """

    key: str
    values: tuple[str, ...]
    claims: tuple[int, ...] = ()

    @property
    def label(self) -> str:
        """What it is, in a word or two."""
        return say(self.key)

    @property
    def line(self) -> str:
        """The whole of it on one line."""
        return f"{self.label}: {'; '.join(self.values)}"


@dataclass(frozen=True, slots=True)
class ClaimOutline:
    """A claim under its number in the article; `heading` names its tag."""

    number: int
    tag: Tag
    heading: str
    quote: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A list after the claims under its heading; `parts` have a name each where there are several kinds.

    `numbered` where other places refer to its lines by number.
    """

    heading: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class ArticleOutline:
    """An article's title, where it stood, how many claims of each tag, the claims, and what follows them.

    `sources` are numbered from 1: their number follows the name wherever one is named.
    """

    title: str
    appeared: tuple[str, ...]
    summary: str
    claims: tuple[ClaimOutline, ...]
    sources: tuple[str, ...]
    corrections: tuple[Correction, ...] = ()
    points: tuple[PointGroup, ...] = ()
    sign_off: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def sections(self) -> Iterable[Section]:
        """What follows the claims, as headed lists; those without a line are left out."""
        yield from _section("export.corrections", tuple(one.line for one in self.corrections))
        if self.points:
            by_level = ((group.name, tuple(point.line for point in group.points)) for group in self.points)
            yield Section(say("export.points"), tuple(by_level))
        yield from _section("export.sources", self.sources, numbered=True)
        yield from _section("export.remarks", self.remarks)
        yield from _section("export.sign_off", self.sign_off)


def outline(article: ArticleExport) -> ArticleOutline:
    """The article as its readers see it; every string is plain words, to be escaped by who dresses it."""
    numbered = {claim.id: (n, claim) for n, claim in enumerate(article.claims, start=1)}
    sources = tuple(named_sources((article,)))
    told = _Told(numbered, sources, Whereabouts(article.places))
    return ArticleOutline(
        title=" ".join(article.title.split()),
        appeared=tuple(filter(None, map(_appearance, article.appearances))),
        summary=_summary(article),
        claims=tuple(told.claim(n, claim) for n, claim in numbered.values()),
        sources=tuple(map(source_line, sources)),
        corrections=corrections(article),
        points=points(article),
        sign_off=signed(article),
        remarks=article.remarks,
    )


def _section(key: str, lines: tuple[str, ...], *, numbered: bool = False) -> Iterable[Section]:
    if lines:
        yield Section(say(key), (("", lines),), numbered)


def _appearance(appearance: AppearanceView) -> str:
    known = (appearance.publisher, appearance.byline, long_date(appearance.published), appearance.url)
    return joined(", ", *known) or appearance.file


def _summary(article: ArticleExport) -> str:
    counts = Counter(claim.tag for claim in article.claims)
    told = (say(f"export.count.{tag.value}", count=counts[tag]) for tag in Tag if counts[tag])
    return ", ".join(told) or say("export.no_claims")


#: What makes a fact, if it has a value.
_Known = tuple[str, tuple[str, ...], tuple[int, ...]]


class _Told:
    """Puts into words what is known about each claim."""

    def __init__(
        self,
        numbered: Mapping[str, tuple[int, ClaimView]],
        sources: Sequence[SourceView],
        whereabouts: Whereabouts,
    ) -> None:
        self._numbered = numbered
        self._marks = {source.id: f" [{n}]" for n, source in enumerate(sources, start=1)}
        self._whereabouts = whereabouts

    def claim(self, number: int, claim: ClaimView) -> ClaimOutline:
        heading = say(f"tag.{claim.tag.value}")
        if claim.withdrawn:
            heading = with_remark(heading, say("export.withdrawn"))
        found = (*self._of_content(claim), *self._links(claim), *self._of_people(claim))
        facts = tuple(Fact(key, values, numbers) for key, values, numbers in found if values)
        return ClaimOutline(number, claim.tag, heading, claim.quote, facts)

    def _of_content(self, claim: ClaimView) -> Iterable[_Known]:
        yield "export.said_by", (self._chain(claim.attributions),), ()
        yield "export.evidence", tuple(evidence_line(one, self._named) for one in claim.evidence), ()

    def _links(self, claim: ClaimView) -> Iterable[_Known]:
        yield self._linked("export.answers", claim.answers)
        yield _one("export.answers_nothing", "" if claim.answers else claim.answers_nothing)
        yield self._linked("export.answered_by", tuple(link.claim for link in _denials(claim)))

    def _of_people(self, claim: ClaimView) -> Iterable[_Known]:
        responses = tuple(_by(claim, word, response_line(word)) for word in claim.responses)
        yield "export.response", responses, ()
        yield "export.status", tuple(_by(claim, word, status_line(word)) for word in claim.statuses), ()
        yield _one("export.plain_words", claim.plain_words)
        yield _one("export.note", claim.note)
        yield _one("export.private_note", claim.private_note)
        yield "export.reviews", tuple(map(review_line, claim.reviews)), ()
        yield "export.comments", tuple(map(comment_line, claim.comments)), ()
        yield _one("export.where", said_place(self._whereabouts.of(claim.span)))
        place = say("export.place", start=claim.span.start, end=claim.span.end)
        yield _one("export.marked_by", joined(", ", claim.reviewer, place))

    def _chain(self, attributions: tuple[AttributionView, ...]) -> str:
        """The speaker first, then each relay."""
        if not attributions:
            return say("export.nobody")
        speaker, *relays = map(self._link, attributions)
        return joined(", ", speaker, *(say("export.relayed_by", source=relay) for relay in relays))

    def _link(self, attribution: AttributionView) -> str:
        words = say("export.quoted", words=attribution.words) if attribution.words else ""
        checked = say("export.attribution_checked") if attribution.checked else ""
        return with_remark(self._named(attribution.source), joined(", ", words, checked))

    def _named(self, source: SourceView) -> str:
        """The source's name with its number in the list of sources."""
        return source_name(source) + self._marks.get(source.id, "")

    def _linked(self, key: str, ids: Sequence[str]) -> _Known:
        numbers = tuple(self._numbered[id_][0] if id_ in self._numbered else 0 for id_ in ids)
        return key, tuple(map(self._answered, ids)), numbers

    def _answered(self, id_: str) -> str:
        if id_ not in self._numbered:
            return say("export.answer_elsewhere")
        number, claim = self._numbered[id_]
        return say("export.answered", words=claim.quote, number=number)


def _one(key: str, value: str) -> _Known:
    return key, (value,) if value else (), ()


def _denials(claim: ClaimView) -> Iterable[LinkView]:
    return claim.links if claim.tag is Tag.ALLEGATION else ()


def _by(claim: ClaimView, word: ResponseView | StatusView, words: str) -> str:
    """A word on the claim, with the name of who gave it where that is not who marked the claim."""
    if word.reviewer == claim.reviewer:
        return words
    return say("export.theirs", name=word.reviewer, words=words)
