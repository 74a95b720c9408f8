"""Web Annotations, ours and those of other tools: collections, pages, lists, and what Hypothesis exports.

Format: Web Annotation Data Model, W3C Recommendation of 23 February 2017. Positions are code points of the
source's text. Annotations on annotations are answers, or comments on the claim.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from annotator.formats.exchange.loading import Object, a_list, an_object, objects, parsed, raw, words
from annotator.formats.exchange.marks import Additions, Tally, mark, moment, received, remark, seen_at
from annotator.formats.exchange.own_json import about_text, said_of_claim
from annotator.formats.exchange.w3c.bodies import Said, motivation, said
from annotator.formats.exchange.w3c.hypothesis import as_annotation, is_hypothesis
from annotator.formats.exchange.w3c.selectors import Pointed, pointed
from annotator.formats.exchange.w3c.terms import TEXT, bare
from annotator.model.errors import BadInput
from annotator.model.received import Mark, Received, ReceivedText
from annotator.model.views import CommentView

_SHOWN_AT = ("http://", "https://")


def read(data: bytes, name: str, _beside: Mapping[str, bytes]) -> Received:
    """The annotations of a file by the text they are on; raises BadInput for a file without any."""
    document = parsed(data, name)
    annotations = list(_annotations(document))
    articles = objects(an_object(document).get("articles"))
    if not annotations and not articles:
        raise BadInput("exchange.foreign", name=name)
    reading = _Reading(articles, name)
    for annotation in annotations:
        reading.take(annotation)
    return received("w3c", name, reading.texts(), reading.tally)


def _annotations(document: Any) -> Iterator[Object]:
    """The annotations of a collection, a page, a list, or the one that stands alone."""
    waiting: list[Any] = [document]
    while waiting:
        found = waiting.pop()
        if isinstance(found, list):
            waiting.extend(reversed(found))
        elif isinstance(found, dict):
            if is_hypothesis(found):
                yield as_annotation(found)
            elif "Annotation" in a_list(found.get("type")) or "target" in found:
                yield found
            else:
                parts = (found.get(key) for key in ("first", "items", "annotations", "rows", "@graph"))
                waiting.extend(part for part in reversed(list(parts)) if part is not None)


class _Reading:
    """Gathers marks by the text they are on."""

    def __init__(self, articles: list[Object], name: str) -> None:
        self.tally = Tally(name)
        self._articles = {TEXT + words(article.get("sha256")): article for article in articles}
        self._texts = {source: raw(article.get("text")) for source, article in self._articles.items()}
        self._marks: dict[str, list[Mark]] = {source: [] for source in self._articles}
        self._by_id: dict[str, Mark] = {}
        self._additions: Additions[str] = Additions()
        self._titles: dict[str, str] = {}
        self._on_others: list[tuple[Object, Said, str]] = []

    def take(self, annotation: Object) -> None:
        """Put an annotation where it belongs: to its passages, its texts, or to wait for another one."""
        about = said(annotation)
        for n, target in enumerate(a_list(annotation.get("target"))):
            found = pointed(target, self.tally)
            if title := words(annotation.get("title")):
                self._titles.setdefault(found.source, title)
            if found.whole:
                self._on_others.append((annotation, about, found.source))
            else:
                self._passage(annotation, about, found, first=not n)

    def _passage(self, annotation: Object, about: Said, found: Pointed, *, first: bool) -> None:
        where = {"prefix": found.prefix, "suffix": found.suffix} if found.quote else {}
        fields = _fields(annotation, about) | where | ({} if first else {"id": ""})
        label = about.label or motivation(annotation)
        remarks = (*about.remarks, *about.named)
        text = self._texts.get(found.source, "")
        for one in self.tally.take(mark(label, text, found.span, found.quote, remarks=remarks, **fields)):
            self._by_id.setdefault(one.claim.id, one)
            self._marks.setdefault(found.source, []).append(one)

    def texts(self) -> Iterator[ReceivedText]:
        """What was found, text by text."""
        self._by_id.pop("", None)
        for annotation, about, source in self._on_others:
            self._settle(annotation, about, source)
        for source in dict.fromkeys((*self._marks, *(source for *_, source in self._on_others))):
            if bare(source) in self._by_id:
                continue
            marks = tuple(map(self._whole, self._marks.get(source, ())))
            remarks = self._additions.of(source)
            if article := self._articles.get(source):
                known = about_text(article, self._texts[source])
                known["remarks"] += remarks
                yield ReceivedText(self._texts[source], marks, **known)
            else:
                yield ReceivedText("", marks, remarks=remarks, **self._named(source))

    def _whole(self, one: Mark) -> Mark:
        """A mark with what annotations on it say."""
        return self._additions.put(one.claim.id, one) if one.claim.id else one

    def _named(self, source: str) -> dict[str, Any]:
        """What an IRI alone says of a text."""
        sha256 = source.removeprefix(TEXT) if source.startswith(TEXT) else ""
        url = source if source.startswith(_SHOWN_AT) else ""
        return {"title": self._titles.get(source, ""), "sha256": sha256, "appearances": seen_at(url)}

    def _settle(self, annotation: Object, about: Said, source: str) -> None:
        """An annotation on the whole of something: a claim is answered or commented, a text remarked."""
        body = "\n".join(filter(None, (about.label, about.note)))
        claim = bare(source)
        if claim in self._by_id:
            for denial in map(bare, about.named):
                if denial in self._by_id:
                    self._additions.answer(denial, claim)
            if body:
                self._additions.comment(claim, _comment(annotation, body))
            return
        who = _fields(annotation, about)["reviewer"]
        self._additions.remark(source, remark(who or motivation(annotation), body) if body else "")
        for line in (*about.remarks, *about.named):
            self._additions.remark(source, line)


def _fields(annotation: Object, about: Said) -> dict[str, Any]:
    """The fields of `ClaimView` that an annotation has, ours among them."""
    creator = next(iter(a_list(annotation.get("creator"))), None)
    person = an_object(creator)
    author = bare(words(person.get("id")) or words(creator))
    created = moment(annotation.get("created"))
    fields = said_of_claim(annotation) | {
        "id": bare(words(annotation.get("id"))),
        "reviewer": words(person.get("name")) or words(person.get("nickname")) or author,
        "author": author,
        "created": created,
        "modified": moment(annotation.get("modified")) or created,
        "note": about.note,
    }
    fields["answers"] = tuple(map(bare, fields["answers"]))
    fields["version_of"] = bare(fields["version_of"] or "") or None
    return fields


def _comment(annotation: Object, body: str) -> CommentView:
    fields = _fields(annotation, Said())
    return CommentView("", body, fields["author"], fields["reviewer"], mine=False, at=fields["created"])
