"""CSL-JSON: articles and sources for citation programs.

Format: CSL-JSON as the schema `csl-data.json` of Citation Style Language 1.0.2 has it: a list of items. Names
stand whole as `literal`, for nothing says which part of a name is the family's.
"""

import json
from collections.abc import Iterable

from annotator.formats.kinds import Format, Group
from annotator.formats.writers.references import Reference, date_parts, leaves_out, references
from annotator.model.features import Feature
from annotator.model.views import ArticleExport


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """One document in UTF-8."""
    items = [_item(reference) for reference in references(articles)]
    yield json.dumps(items, ensure_ascii=False, indent=1).encode() + b"\n"


def _item(reference: Reference) -> dict[str, object]:
    item: dict[str, object] = {
        "id": reference.key,
        "type": reference.kind.value,
        "title": reference.title,
        "container-title": reference.container,
        "URL": reference.url,
        "note": reference.note,
        "author": [{"literal": reference.author}] if reference.author else None,
        "issued": _date(reference.issued),
        "accessed": _date(reference.seen),
    }
    return {name: value for name, value in item.items() if value}


def _date(written: str) -> dict[str, object] | None:
    return {"date-parts": [[int(part) for part in date_parts(written)]]} if written else None


FORMAT = Format(
    "csl",
    (".csl.json",),
    Group.SOURCES,
    write=write,
    leaves_out=leaves_out,
    for_programs=True,
    tells=frozenset((Feature.ARTICLES, Feature.DETAILS)),
    limits=(("references.limits", {}),),
)
