"""The schema compiled to code, as fast as a file of ten thousand claims needs it."""

from collections.abc import Callable
from functools import cache
from typing import Any

from annotator.formats.review_file.schema import Schema, schema_by_table
from annotator.formats.review_file.terms import TIME_PATTERN


@cache
def validator(*, telling: bool = False) -> Callable[[Schema], Schema]:
    """Checks what `schema_by_table` is the schema of.

    It raises fastjsonschema's JsonSchemaValueException, which says what and where only if it is `telling`:
    that takes twice as long to make.
    """
    import fastjsonschema  # most of the time nobody reads a review file

    whole = schema_by_table()
    definitions = {**whole.pop("definitions"), "stamps": {"type": "object"}}
    compiled: Callable[[Schema], Schema] = fastjsonschema.compile(
        _lean(whole, definitions), use_default=False, detailed_exceptions=telling
    )
    return compiled


def _lean(part: Any, definitions: Schema) -> Any:
    """The same for speed: every definition in its place, and no patterns of ids and times.

    `rows` looks at each id, `soundness` at stamps and once at each time, which many rows share.
    """
    if isinstance(part, list):
        return [_lean(one, definitions) for one in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _lean(definitions[part["$ref"].rpartition("/")[2]], definitions)
    return {
        key: _lean(value, definitions)
        for key, value in part.items()
        if key != "pattern" or not ("urn:" in value or TIME_PATTERN in value)
    }
