"""Whom to call about what: sheets made from whole claims. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from annotator.model.call_sheet import NOBODY, CallEntry, CallLine, CallSheet, Why
from annotator.model.enums import SourceKind, Tag
from annotator.model.spans import Span
from annotator.model.views import ArticleExport, AttributionView, ClaimView, SourceView
from annotator.text.names import Names
from annotator.text.sentences import sentences_in

#: Nobody can be called there.
_NO_ONE = (SourceKind.ARTICLE, SourceKind.UNNAMED)
#: Who can be accused and can reply.
_ACCUSABLE = (SourceKind.PERSON, SourceKind.ORGANISATION)


def sheet(articles: Iterable[ArticleExport], register: Iterable[SourceView], me: str = "") -> CallSheet:
    """The sheets of everybody to call; withdrawn claims are left out.

    A claim is *attributed* to everyone in the chain of who says it. Nothing in a library says whom an
    allegation accuses, so it needs the reply of who speaks a denial that is linked to it, and of every person
    and organisation of the register whose name stands in a sentence it touches (see `text.names.Names`),
    but for those who say or relay it. An allegation that still needs a reply and that neither rule gives to
    anybody stands in the last group, so that none is missed.
    """
    known = {source.id: source for source in register}
    making = _Making(known)
    for article in articles:
        making.add(article)
    return CallSheet(tuple(sorted(making.entries(), key=_order)), me)


def _order(entry: CallEntry) -> tuple[bool, bool, bool, str, str]:
    name = entry.source.name.casefold() if entry.source else ""
    return entry.source is None, not entry.replies_needed, not entry.to_confirm, name, entry.id


class _Making:
    """Sheets on which more and more articles are entered."""

    def __init__(self, register: dict[str, SourceView]) -> None:
        self._register = register
        self._sources: dict[str, SourceView] = {}
        self._attributed: dict[str, list[CallLine]] = {}
        self._to_reply: dict[str, list[CallLine]] = {}
        self._names = Names()
        for source in register.values():
            if source.kind in _ACCUSABLE:
                for name in (source.name, *(name for _, name in source.joined)):
                    self._names.add(source.id, name, person=source.kind is SourceKind.PERSON)

    def entries(self) -> Iterable[CallEntry]:
        for id_ in {**self._attributed, **self._to_reply}:
            source = self._sources.get(id_)
            yield CallEntry(source, tuple(self._attributed.get(id_, ())), tuple(self._to_reply.get(id_, ())))

    def add(self, article: ArticleExport) -> None:
        claims = {claim.id: claim for claim in article.claims}
        for number, claim in enumerate(article.claims, start=1):
            if claim.withdrawn:
                continue
            line = CallLine(
                article.id,
                article.title,
                number,
                claim,
                Why.SAYS,
                speaker=speaker(claim),
                denials=tuple(link.quote for link in claim.links) if claim.tag is Tag.ALLEGATION else (),
            )
            chain = _chain(claim)
            for place, link in enumerate(chain, start=1):
                if link.source.kind not in _NO_ONE:
                    made = replace(line, link=link, place=place)
                    self._enter(self._attributed, link.source, made)
            if claim.tag is Tag.ALLEGATION:
                self._accuse(line, article, claims, {link.source.id for link in chain})

    def _accuse(
        self, line: CallLine, article: ArticleExport, claims: dict[str, ClaimView], chain: set[str]
    ) -> None:
        accused: dict[str, tuple[SourceView, Why]] = {}
        for denial in (claims[link.claim] for link in line.claim.links if link.claim in claims):
            denies = speaker(denial)
            if denies is not None and denies.kind not in _NO_ONE:
                accused[denies.id] = (denies, Why.DENIES)
        for id_ in sorted(self._names.held_by(_around(article, line.claim.span)) - chain):
            accused.setdefault(id_, (self._register[id_], Why.NAMED))
        for source, why in accused.values():
            self._enter(self._to_reply, source, replace(line, why=why))
        alone = replace(line, why=Why.NOBODY)
        if not accused and alone.needs_reply:
            self._to_reply.setdefault(NOBODY, []).append(alone)

    def _enter(self, sheets: dict[str, list[CallLine]], source: SourceView, line: CallLine) -> None:
        self._sources.setdefault(source.id, self._register.get(source.id, source))
        said = tuple(piece for piece in line.claim.evidence if piece.source.id == source.id)
        sheets.setdefault(source.id, []).append(replace(line, said=said))


def speaker(claim: ClaimView) -> SourceView | None:
    """Who says a claim; None where nobody is said to."""
    return claim.attributions[0].source if claim.attributions else None


def _chain(claim: ClaimView) -> list[AttributionView]:
    """One link for each source in order; of several people's links to one source mine, which I can tick."""
    found: dict[str, AttributionView] = {}
    for link in claim.attributions:
        if link.source.id not in found or (link.mine and not found[link.source.id].mine):
            found[link.source.id] = link
    return list(found.values())


def _around(article: ArticleExport, span: Span) -> str:
    """The words of a span and of the sentences it touches."""
    touched = [span, *sentences_in(article.sentences, span)]
    whole = Span(min(each.start for each in touched), max(each.end for each in touched))
    return whole.cut(article.text)
