"""The register of sources, joined entries resolved on reading."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from annotator.model.enums import SourceKind
from annotator.model.rows import Source
from annotator.model.views import SourceView
from annotator.store.codec import from_columns
from annotator.store.library import Library
from annotator.words import say

_ALWAYS_THERE = (SourceKind.ARTICLE, SourceKind.UNNAMED)

_USES = """
SELECT source, count(*) AS uses FROM (
    SELECT source FROM seen_attributions UNION ALL SELECT source FROM seen_evidence) GROUP BY source
"""

_WHERE_USED = """
SELECT a.id AS article, a.title, c.id AS claim, p.quote
FROM (SELECT claim, source FROM seen_attributions UNION SELECT claim, source FROM seen_evidence) u
JOIN seen_claims c ON c.id = coalesce((SELECT shown FROM twins t WHERE t.claim = u.claim), u.claim)
JOIN articles a ON a.id = c.article AND NOT a.deleted
JOIN seen_anchors p ON p.claim = c.id
WHERE u.source IN (SELECT value FROM json_each(?)) GROUP BY c.id ORDER BY a.title, p.start
"""

_NAMED = """
SELECT DISTINCT t.words, s.shown FROM seen_with_twins c
JOIN seen_attributions t ON t.claim = c.id AND t.words <> ''
JOIN shown_sources s ON s.id = t.source
WHERE c.article = ?
"""


def register(library: Library) -> tuple[SourceView, ...]:
    """Every source that shows, by name; entries joined into another stand in its `joined`."""
    every = {row["id"]: _view(from_columns(Source, row)) for row in _live(library)}
    shown = resolve(library, every)
    uses = {row["source"]: row["uses"] for row in library.query(_USES)}
    joined: dict[str, list[tuple[str, str]]] = {}
    count: dict[str, int] = {}
    for source, root in shown.items():
        count[root] = count.get(root, 0) + uses.get(source, 0)
        if root != source:
            joined.setdefault(root, []).append((source, every[source].name))
    found = [
        replace(every[root], joined=tuple(sorted(joined.get(root, ()))), uses=number)
        for root, number in count.items()
    ]
    return tuple(sorted(found, key=lambda view: (view.name.casefold(), view.id)))


def seen_entries(library: Library) -> frozenset[str]:
    """The ids of all entries that I may see."""
    return frozenset(row["id"] for row in library.query("SELECT id FROM seen_sources"))


def resolve(library: Library, ids: Iterable[str]) -> dict[str, str]:
    """For each source the id of the one that shows in its place."""
    found = library.query(
        "SELECT id, shown FROM shown_sources WHERE id IN (SELECT value FROM json_each(?))",
        json.dumps(sorted(set(ids))),
    )
    return {row["id"]: row["shown"] for row in found}


def shown_views(library: Library, ids: Iterable[str]) -> dict[str, SourceView]:
    """For each source the entry that shows in its place, without counts."""
    shown = resolve(library, ids)
    found = library.query(
        "SELECT * FROM sources WHERE id IN (SELECT value FROM json_each(?))",
        json.dumps(sorted(set(shown.values()))),
    )
    views = {row["id"]: _view(from_columns(Source, dict(row))) for row in found}
    return {source: views[root] for source, root in shown.items()}


def shown_name(source: SourceView) -> str:
    """How a source is called in a line; the two that every library has are so in the person's language."""
    return say(f"source.{source.kind.value}") if source.kind in _ALWAYS_THERE else source.name


def where_used(library: Library, ids: Iterable[str]) -> tuple[tuple[str, str, str, str], ...]:
    """The claims that name any of the sources, as (article id, title, claim id, quote)."""
    found = library.query(_WHERE_USED, json.dumps(sorted(ids)))
    return tuple((row["article"], row["title"], row["claim"], row["quote"]) for row in found)


def named_words(library: Library, article: str) -> tuple[tuple[str, str], ...]:
    """The words by which an article names sources, as (words, id of the entry that shows)."""
    return tuple((row["words"], row["shown"]) for row in library.query(_NAMED, article))


def _live(library: Library) -> list[dict[str, Any]]:
    return [dict(row) for row in library.query("SELECT * FROM seen_sources")]


def _view(source: Source) -> SourceView:
    # A name that did not come along, for it is told to nobody.
    return SourceView(
        source.id,
        SourceKind(source.kind),
        source.name or say("source.confidential"),
        source.role,
        source.url,
        source.note,
        source.description,
        source.reason,
        source.confidential,
    )
