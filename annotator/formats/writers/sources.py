"""The sources that stand behind an export's claims, each of them once."""

from collections.abc import Iterable

from annotator.formats.writers.phrases import source_name
from annotator.model.enums import SourceKind
from annotator.model.views import ArticleExport, AttributionView, SourceView

#: Between the links of a chain: the speaker first, then whoever relayed it.
RELAYED_BY = " ← "

_ALWAYS_THERE = frozenset({SourceKind.ARTICLE, SourceKind.UNNAMED})


def named_sources(articles: Iterable[ArticleExport]) -> dict[SourceView, int]:
    """Everybody named, in order of first appearance, and how often; without the two that are always there."""
    found: dict[str, SourceView] = {}
    uses: dict[str, int] = {}
    for article in articles:
        for claim in article.claims:
            said = [link.source for link in claim.attributions]
            for source in (*said, *(piece.source for piece in claim.evidence)):
                if source.kind not in _ALWAYS_THERE:
                    found.setdefault(source.id, source)
                    uses[source.id] = uses.get(source.id, 0) + 1
    return {source: uses[id_] for id_, source in found.items()}


def chain_line(attributions: Iterable[AttributionView]) -> str:
    """Who says it, in the cell of a table."""
    return RELAYED_BY.join(source_name(link.source) for link in attributions)
