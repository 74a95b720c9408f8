"""What the call sheet needs besides whole claims: which articles have somebody to call."""

from annotator.store.library import Library

#: Samples stay out of what is read over the whole library.
_TO_CALL = """
SELECT a.id FROM articles a WHERE NOT a.deleted AND NOT a.sample AND EXISTS (
    SELECT 1 FROM seen_with_twins c WHERE c.article = a.id AND NOT c.withdrawn AND (
        EXISTS (SELECT 1 FROM seen_attributions t WHERE t.claim = c.id AND NOT t.checked)
        OR c.tag = 'allegation'
            AND NOT EXISTS (SELECT 1 FROM seen_responses r WHERE r.claim = c.id
                AND r.kind IN ('declined', 'no reply'))
            AND NOT EXISTS (SELECT 1 FROM seen_answers w JOIN seen_with_twins d ON d.id = w.denial
                WHERE w.allegation = c.id AND NOT d.withdrawn AND d.tag = 'denial')))
ORDER BY a.created, a.n
"""


def articles_to_call(library: Library) -> tuple[str, ...]:
    """The ids of articles in which an attribution is unchecked or an allegation waits, the oldest first."""
    return tuple(row["id"] for row in library.query(_TO_CALL))
