"""doccano: a line of JSON for each article, with its text and its labelled spans.

Format: JSONL for sequence labelling as doccano's own pages have it, and its newer shape with entities and
relations, which is read too. Positions are code points.
"""

import json
import re
from collections.abc import Iterable, Mapping

from annotator.formats.exchange.contents import address
from annotator.formats.exchange.loading import Object, a_list, lines, objects, parsed, raw, words
from annotator.formats.exchange.marks import Additions, Tally, mark, received, span_of
from annotator.formats.kinds import CLAIMS_LIMIT, Format, Group
from annotator.model.errors import BadInput
from annotator.model.features import Feature
from annotator.model.received import Mark, Received, ReceivedText
from annotator.model.views import ArticleExport

#: Spans stand under the first of these; all three have been its names.
_SPANS = ("label", "labels", "annotations")

_KNOWN = re.compile(rb'\{\s*(?:"id"\s*:\s*\d+\s*,\s*)?"(?:text|data)"\s*:')
_LABELS = re.compile(rb'"(?:labels?|annotations|entities)"\s*:\s*\[')


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """UTF-8, a line for each article; doccano shows title and address beside the text."""
    for article in articles:
        spans = [[claim.span.start, claim.span.end, claim.tag.value] for claim in article.claims]
        line = {"text": article.text, "label": spans, "title": article.title, "url": address(article)}
        yield (json.dumps(line, ensure_ascii=False) + "\n").encode()


def knows(data: bytes) -> bool:
    """Whether the first line has a text and labels."""
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    first = head[: head.find(b"\n") if b"\n" in head else len(head)]
    return _KNOWN.match(first) is not None and _LABELS.search(first) is not None


def read(data: bytes, name: str, _beside: Mapping[str, bytes]) -> Received:
    """The labelled spans of each text; raises BadInput for a file without any text."""
    whole = data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")
    found = objects(parsed(data, name)) if whole else [line for _, line in lines(data, name)]
    tally = Tally(name)
    texts = [_text(line, tally) for line in found if isinstance(line, dict)]
    if not any(text.text for text in texts):
        raise BadInput("exchange.foreign", name=name)
    return received("doccano", name, texts, tally)


def _text(line: Object, tally: Tally) -> ReceivedText:
    text = raw(line.get("text", line.get("data")))
    spans: list[object] = next((line[key] for key in _SPANS if isinstance(line.get(key), list)), [])
    labels = [one for one in spans if isinstance(one, str)]
    marks = [one for span in spans if isinstance(span, list) for one in tally.take(_listed(text, span))]
    entities = [one for key in ("entities", *_SPANS) for one in objects(line.get(key))]
    marks += [one for entity in entities for one in tally.take(_entity(text, entity))]
    comments = [words(one) for key in ("Comments", "comments") for one in a_list(line.get(key))]
    return ReceivedText(
        text,
        tuple(_linked(marks, objects(line.get("relations")), tally)),
        words(line.get("title")),
        remarks=tuple(filter(None, (*labels, *comments))),
    )


def _listed(text: str, span: list[object]) -> Mark | None:
    """A span as `[start, end, label]`."""
    return mark(words(span[2]), text, span_of(span[0], span[1])) if len(span) == 3 else None


def _entity(text: str, entity: Object) -> Mark | None:
    """A span as an object."""
    start, end = (entity.get(f"{key}_offset", entity.get(key)) for key in ("start", "end"))
    label = words(entity.get("label")) or words(entity.get("type"))
    return mark(label, text, span_of(start, end), id=words(entity.get("id")))


def _linked(marks: list[Mark], relations: Iterable[Object], tally: Tally) -> list[Mark]:
    places = {one.claim.id: n for n, one in enumerate(marks) if one.claim.id}
    additions: Additions[int] = Additions()
    for relation in relations:
        start, end = (places.get(words(relation.get(key))) for key in ("from_id", "to_id"))
        if start is None or end is None:
            tally.unread += 1
        else:
            additions.link(start, marks[start], words(relation.get("type")), marks[end])
    return [additions.put(n, one) for n, one in enumerate(marks)]


FORMAT = Format(
    "doccano",
    (".doccano.jsonl", ".jsonl", ".json"),
    Group.TOOLS,
    read_claims=read,
    write=write,
    knows=knows,
    limit=CLAIMS_LIMIT,
    for_programs=True,
    default_for=(".doccano.jsonl",),
    carries=frozenset({Feature.TEXT, Feature.ARTICLES, Feature.OVERLAPS}),
)
