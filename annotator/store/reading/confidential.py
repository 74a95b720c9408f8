"""Names that must not leave the house unless somebody ticks that."""

from annotator.store.library import Library

_CONFIDENTIAL_NAMES = """
SELECT name FROM sources WHERE confidential
UNION SELECT json_extract(j.before, '$.name') FROM sources s CROSS JOIN journal j
ON j.row = s.id AND j."table" = 'sources' WHERE s.confidential AND json_extract(j.before, '$.confidential')
"""


def confidential_names(library: Library) -> tuple[str, ...]:
    """Every name that must not leave, those of removed entries too, and those they had before.

    Whoever gives an entry another name, to be safer, has typed the first one into notes.
    """
    return tuple(str(row["name"]) for row in library.query(_CONFIDENTIAL_NAMES))
