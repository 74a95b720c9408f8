"""Claims as tasks of Label Studio: a region for each claim, with its status, note and links.

Format: the task format on Label Studio's own pages, version 1. Positions are code points, as the editor
writes them since its version 1.6. All of an article stands in one annotation, for only regions of the same
one can be linked; who marked what stands in the region's remarks.
"""

import json
from collections.abc import Iterable, Mapping

from annotator.formats.exchange.contents import address, links
from annotator.formats.exchange.label_studio.interface import (
    ANSWERS,
    LABEL,
    NOTE,
    PLAIN_WORDS,
    STATUS,
    TEXT,
    interface,
)
from annotator.formats.writers.outline import ClaimOutline, outline
from annotator.model.enums import StatusValue
from annotator.model.views import ArticleExport, ClaimView

Object = dict[str, object]


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """A list of tasks in UTF-8, one for each article."""
    for n, article in enumerate(articles):
        yield (",\n" if n else "[\n").encode()
        yield json.dumps(_task(article), ensure_ascii=False, indent=1).encode()
    yield b"\n]\n" if articles else b"[]\n"


def write_beside(_articles: tuple[ArticleExport, ...]) -> Mapping[str, bytes]:
    """The labelling interface, which a project needs before it takes the tasks."""
    return {".labelstudio.xml": interface().encode()}


def _task(article: ArticleExport) -> Object:
    told = zip(article.claims, outline(article).claims, strict=True)
    results = [result for claim, line in told for result in _results(claim, line)]
    relations = [_relation(*link) for link in links(article.claims)]
    data = {TEXT: article.text, "title": article.title, "url": address(article)}
    return {"data": data, "annotations": [{"result": results + relations}]}


def _results(claim: ClaimView, line: ClaimOutline) -> Iterable[Object]:
    """The region, and what is said of it."""
    facts = [fact.line for fact in line.facts]
    region = _result(claim, LABEL, "labels", {"text": claim.quote, "labels": [claim.tag.value]})
    yield region | {"meta": {"text": facts}}
    if claim.status is not StatusValue.UNCHECKED:
        yield _result(claim, STATUS, "choices", {"choices": [claim.status.value]})
    for part, words in ((NOTE, claim.note), (PLAIN_WORDS, claim.plain_words)):
        if words:
            yield _result(claim, part, "textarea", {"text": [words]})


def _result(claim: ClaimView, part: str, kind: str, value: Object) -> Object:
    place: Object = {"start": claim.span.start, "end": claim.span.end}
    return {"id": claim.id, "from_name": part, "to_name": TEXT, "type": kind, "value": place | value}


def _relation(denial: str, to: str) -> Object:
    return {"type": "relation", "from_id": denial, "to_id": to, "direction": "right", "labels": [ANSWERS]}
