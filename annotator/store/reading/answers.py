"""Which denial answers which allegation, as far as both are there and still what they were linked as."""

import json
from collections.abc import Iterable

from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.model.views import LinkView
from annotator.store.library import Library

_AWAKE = """
FROM answers w
JOIN claims d ON d.id = w.denial AND NOT d.deleted AND NOT d.withdrawn AND d.tag = 'denial'
JOIN claims a ON a.id = w.allegation AND NOT a.deleted AND NOT a.withdrawn AND a.tag = 'allegation'
"""
_PAIRS = f"SELECT DISTINCT w.denial, w.allegation {_AWAKE} WHERE NOT w.deleted"
_OF_ARTICLE = f"{_PAIRS} AND d.article = ?1"
#: Two halves, so that each finds its links by an index.
_OF_CLAIMS = (
    f"{_PAIRS} AND w.denial IN (SELECT value FROM json_each(?1))"
    f" UNION {_PAIRS} AND w.allegation IN (SELECT value FROM json_each(?1))"
)
_OTHER_ENDS = f"""
SELECT w.{{this}} AS this, {{o}}.id, {{o}}.tag, p.start, p."end", p.quote, {{o}}.author,
    max(w.author = ?3) AS linked_by_me
{_AWAKE} JOIN anchors p ON p.claim = {{o}}.id AND +p.revision = ?2 AND NOT p.deleted AND p.start >= 0
WHERE NOT w.deleted AND w.{{this}} IN (SELECT value FROM json_each(?1))
GROUP BY w.denial, w.allegation ORDER BY p.start, p."end" DESC, {{o}}.id
"""
_ALLEGATIONS = _OTHER_ENDS.format(this="denial", o="a")
_DENIALS = _OTHER_ENDS.format(this="allegation", o="d")


def pairs_of_article(library: Library, article: str) -> list[tuple[str, str]]:
    """The (denial, allegation) pairs of an article, as ids."""
    return [(denial, allegation) for denial, allegation in library.query(_OF_ARTICLE, article)]


def pairs_of_claims(library: Library, claims: Iterable[str]) -> list[tuple[str, str]]:
    """The (denial, allegation) pairs that any of the claims is an end of, as ids."""
    return [(d, a) for d, a in library.query(_OF_CLAIMS, json.dumps(sorted(claims)))]


def links(
    library: Library, claims: str, revision: str, me: str, reviewers: dict[str, str]
) -> dict[str, list[LinkView]]:
    """For each claim of a JSON list of ids, the claims at the other ends of its links, in text order."""
    found: dict[str, list[LinkView]] = {}
    for statement in (_ALLEGATIONS, _DENIALS):
        for this, other, tag, start, end, quote, author, mine in library.query(
            statement, claims, revision, me
        ):
            view = LinkView(other, Tag(tag), Span(start, end), quote, reviewers.get(author, ""), bool(mine))
            found.setdefault(this, []).append(view)
    return found
