"""What readers of documents leave out or decide by themselves, and the sentences that tell of it."""

from collections.abc import Mapping

from annotator.model.drafts import Note

TABLES = "article.tables_left_out"
BOXES = "article.boxes_left_out"
FOOTNOTES = "article.notes_left_out"
COMMENTS = "article.comments_left_out"
HIDDEN = "article.hidden_left_out"
PARTS = "article.parts_left_out"
MISSING = "article.parts_missing"
CHANGES = "article.changes_accepted"

_IN_ORDER = (TABLES, BOXES, FOOTNOTES, COMMENTS, HIDDEN, PARTS, MISSING, CHANGES)


def told(counts: Mapping[str, int]) -> tuple[Note, ...]:
    """The notes for what was counted, by the keys of this module; what was not met is not spoken of."""
    return tuple((key, {"count": counts[key]}) for key in _IN_ORDER if counts.get(key))
