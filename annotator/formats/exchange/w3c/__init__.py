"""Web Annotation (JSON-LD), the exchange format that carries nearly everything.

Format: Web Annotation Data Model and Vocabulary, W3C Recommendations of 23 February 2017.
"""

import re

from annotator.formats.exchange.contents import WORKED_OUT
from annotator.formats.exchange.w3c.reading import read
from annotator.formats.exchange.w3c.writing import write
from annotator.formats.kinds import CLAIMS_LIMIT, Format, Group
from annotator.formats.review_file.terms import ANNO
from annotator.formats.review_file.terms import FORMAT as REVIEW_FILE
from annotator.model.features import Feature

_BEGINNING = 65_536
_ANNOTATION = re.compile(rb'"type"\s*:\s*(\[\s*)?"Annotation(Collection|Page)?"')


def knows(data: bytes) -> bool:
    """Whether the beginning of the bytes speaks of annotations as the W3C or Hypothesis do."""
    head = data[:_BEGINNING]
    if f'"{REVIEW_FILE}"'.encode() in head or head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
        return False
    if ANNO.encode() in head or _ANNOTATION.search(head):
        return True
    return b'"uri"' in head and b'"target"' in head and b'"user"' in head


FORMAT = Format(
    "w3c",
    (".jsonld", ".json"),
    Group.TOOLS,
    read_claims=read,
    write=write,
    knows=knows,
    limit=CLAIMS_LIMIT,
    for_programs=True,
    default_for=(".jsonld",),
    carries=frozenset(Feature) - WORKED_OUT,
    tells=WORKED_OUT,
)
