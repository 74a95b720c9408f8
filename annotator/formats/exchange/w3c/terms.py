"""How claims, people and texts are named in a file of Web Annotations, and what our own terms mean."""

from urllib.parse import quote, unquote

from annotator.formats.review_file.terms import ANNO, VOCABULARY, prefix
from annotator.host.ids import is_uuid
from annotator.model.rows import Article, Claim, Text

_CLAIM = "urn:redpencil:claim:"

TEXT = prefix(Text)
ARTICLE = prefix(Article)

#: Fields of a claim for which the W3C has no word; what they hold stands there as JSON.
AS_JSON = ("attributions", "evidence", "responses", "statuses", "reviews", "comments")

#: Fields that name other claims.
NAMING = ("answers", "version_of")

#: Fields that hold words, or yes and no.
PLAIN = ("plain_words", "private_note", "answers_nothing", "origin", "withdrawn")

CONTEXT: list[object] = [
    ANNO,
    {
        "@vocab": VOCABULARY,
        **{name: VOCABULARY + name for name in PLAIN},
        **{name: {"@id": VOCABULARY + name, "@type": "@json"} for name in (*AS_JSON, "articles")},
        **{name: {"@id": VOCABULARY + name, "@type": "@id"} for name in NAMING},
    },
]


def claim_iri(id_: str) -> str:
    """What a claim of that id is called."""
    return prefix(Claim) + id_ if is_uuid(id_) else _CLAIM + quote(id_, safe="")


def bare(iri: str) -> str:
    """The id in a name of ours; any other name as it is."""
    if iri.startswith(_CLAIM):
        return unquote(iri.removeprefix(_CLAIM))
    return iri.removeprefix(prefix(Claim)) if is_uuid(iri.removeprefix(prefix(Claim))) else iri
