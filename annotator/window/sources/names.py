"""How a source is called where it is shown."""

from annotator.model.enums import SourceKind
from annotator.model.views import SourceView
from annotator.words import say

#: The kinds a new source can simply be named as; an anonymous one needs its form.
NAMED_KINDS = (
    SourceKind.PERSON,
    SourceKind.ORGANISATION,
    SourceKind.DOCUMENT,
    SourceKind.DATASET,
    SourceKind.NEWS_REPORT,
)
#: The kinds of the two sources every library has.
BUILT_IN = (SourceKind.ARTICLE, SourceKind.UNNAMED)


def shown_name(source: SourceView) -> str:
    """The name of a source; the two that every library has are called in the person's language."""
    return say(f"source.{source.kind.value}") if source.kind in BUILT_IN else source.name


def shown_kind(kind: SourceKind) -> str:
    """The word for a kind of source."""
    return say(f"kind.{kind.value}")
