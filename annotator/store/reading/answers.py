"""Which denial answers which allegation, as far as both are there and still what they were linked as."""

import json
from collections.abc import Iterable

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import LinkView
from annotator.store.library import Library
from annotator.store.reading.people import People
from annotator.store.twins import pairs

_AWAKE = """
FROM seen_answers w
JOIN seen_with_twins d ON d.id = w.denial AND NOT d.withdrawn AND d.tag = 'denial'
JOIN seen_with_twins a ON a.id = w.allegation AND NOT a.withdrawn AND a.tag = 'allegation'
"""
_PAIRS = f"SELECT DISTINCT w.denial, w.allegation {_AWAKE}"
_OF_ARTICLE = f"{_PAIRS} WHERE d.article = ?1 AND EXISTS (SELECT 1 FROM seen_answers)"
#: Two halves, so that each finds its links by an index.
_OF_CLAIMS = (
    f"{_PAIRS} WHERE w.denial IN (SELECT value FROM json_each(?1))"
    f" UNION {_PAIRS} WHERE w.allegation IN (SELECT value FROM json_each(?1))"
)
_OTHER_ENDS = f"""
SELECT w.{{this}} AS this, {{o}}.id, {{o}}.tag, p.start, p."end", p.quote, {{o}}.author,
    max(w.author IN mine) AS linked_by_me
{_AWAKE} JOIN seen_anchors p ON p.claim = {{o}}.id AND +p.revision = ?2 AND p.start >= 0
WHERE w.{{this}} IN (SELECT value FROM json_each(?1))
GROUP BY w.denial, w.allegation ORDER BY p.start, p."end" DESC, {{o}}.id
"""
_ALLEGATIONS = _OTHER_ENDS.format(this="denial", o="a")
_DENIALS = _OTHER_ENDS.format(this="allegation", o="d")


def pairs_of_article(library: Library, article: str) -> list[tuple[str, str]]:
    """The (denial, allegation) pairs of an article, as ids of the claims that show."""
    return _shown(library, library.query(_OF_ARTICLE, article))


def pairs_of_claims(library: Library, claims: Iterable[str]) -> list[tuple[str, str]]:
    """The (denial, allegation) pairs that any of the claims is an end of, as ids of the claims that show.

    Equal claims of one person must be given together (see `twins.together`).
    """
    return _shown(library, library.query(_OF_CLAIMS, json.dumps(sorted(claims))))


def links(library: Library, claims: str, revision: str, everybody: People) -> dict[str, list[LinkView]]:
    """For each claim of a JSON list of ids, the claims at the other ends of its links, in text order.

    Equal claims of one person must be given together; the links of all stand under the one that shows.
    """
    twins = pairs(library)
    found: dict[str, dict[str, LinkView]] = {}
    for statement in (_ALLEGATIONS, _DENIALS):
        for this, end, tag, start, stop, quote, author, mine in library.query(statement, claims, revision):
            ends, other = found.setdefault(twins.get(this, this), {}), twins.get(end, end)
            linked_by_me = bool(mine) or other in ends and ends[other].mine
            name = everybody[author].name
            ends[other] = LinkView(other, Tag(tag), Span(start, stop), quote, name, linked_by_me)
    return {claim: list(ends.values()) for claim, ends in found.items()}


def _shown(library: Library, found: Iterable[Iterable[str]]) -> list[tuple[str, str]]:
    """Pairs of claims that show, each once."""
    twins = pairs(library)
    both = ((denial, allegation) for denial, allegation in found)
    if not twins:
        return list(both)
    return list(dict.fromkeys((twins.get(d, d), twins.get(a, a)) for d, a in both))
