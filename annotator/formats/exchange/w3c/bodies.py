"""What a Web Annotation says of its target: the label, the note, and whatever else.

Format: Web Annotation Data Model, W3C Recommendation of 23 February 2017, sections 3.2 and 3.3.
"""

from dataclasses import dataclass

from annotator.formats.exchange.loading import Object, a_list, an_object, words
from annotator.formats.exchange.marks import remark

_LABELS = ("classifying", "tagging")
_WORDS = ("commenting", "describing", "")


@dataclass(frozen=True, slots=True)
class Said:
    """What the bodies of an annotation say; `named` are the IRIs they are."""

    label: str = ""
    note: str = ""
    remarks: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def said(annotation: Object) -> Said:
    """The bodies of an annotation: the first label counts, words become the note, the rest remarks."""
    labels: list[tuple[int, str]] = []
    notes: list[str] = []
    remarks: list[str] = []
    named: list[str] = []
    for body in (*a_list(annotation.get("body")), *a_list(annotation.get("bodyValue"))):
        purpose, value, iri = _body(body, annotation)
        if purpose in _LABELS and (value or iri):
            labels.append((_LABELS.index(purpose), value or iri))
        elif value and purpose in _WORDS:
            notes.append(value)
        elif value:
            remarks.append(remark(purpose, value))
        if iri and purpose not in _LABELS:
            named.append(iri)
    first, *others = [label for _, label in sorted(labels, key=lambda found: found[0])] or [""]
    return Said(first, "\n".join(notes), (*others, *remarks), tuple(named))


def motivation(annotation: Object) -> str:
    """Why the annotation was made, the first reason if there are several."""
    return next(filter(None, map(words, a_list(annotation.get("motivation")))), "").removeprefix("oa:")


def _body(body: object, annotation: Object) -> tuple[str, str, str]:
    """Purpose, words and IRI of one body."""
    if isinstance(body, str):
        is_value = body in a_list(annotation.get("bodyValue"))
        return "", words(body) if is_value else "", "" if is_value else words(body)
    found = an_object(body)
    purpose = next(filter(None, map(words, a_list(found.get("purpose")))), "").removeprefix("oa:")
    value = words(found.get("value"))
    source = found.get("source")
    source = source if isinstance(source, str) else an_object(source).get("id", found.get("id"))
    return purpose, value, "" if value else words(source)
