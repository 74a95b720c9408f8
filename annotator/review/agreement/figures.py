"""All figures of agreement for an article, or for several together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.model.agreement import Agreement
from annotator.review.agreement.continuum import family
from annotator.review.agreement.material import Material
from annotator.review.agreement.sentences import on_sentences
from annotator.review.agreement.spans import on_spans


def figures(materials: Iterable[Material], people: Sequence[str]) -> Agreement:
    """How far the people (ids) agree; the units of all articles are pooled.

    What others marked is left out, and so are articles on which fewer than two of the people worked. A figure
    that is undefined is None; docs/comparing.md says what each means.
    """
    people = tuple(dict.fromkeys(people))
    chosen = (_of(material, people) for material in materials)
    compared = [material for material in chosen if len(material.people) > 1]
    spans, confusion = on_spans(compared, people)
    return Agreement(people, (*on_sentences(compared, people), *family(compared), *spans), confusion)


def _of(material: Material, people: Sequence[str]) -> Material:
    """The same article with the work of these people only; claims without words are no claims here."""
    workers = tuple(person for person in people if person in material.people)
    claims = tuple(claim for claim in material.claims if claim.author in workers and len(claim.span))
    return replace(material, people=workers, claims=claims)
