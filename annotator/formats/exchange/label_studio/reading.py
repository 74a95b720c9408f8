"""Tasks of Label Studio with their annotations, as the full export and the short one (JSON_MIN) have them.

Format: the task format on Label Studio's own pages. Positions are code points; editors before version 1.6
counted UTF-16, which shows where the words at the place are not those of the region.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.formats.exchange.label_studio.interface import NOTE, PLAIN_WORDS, STATUS
from annotator.formats.exchange.loading import Object, a_list, an_object, objects, parsed, raw, words
from annotator.formats.exchange.marks import (
    STATUSES,
    Additions,
    Tally,
    mark,
    moment,
    received,
    remark,
    seen_at,
    span_of,
    status_of,
)
from annotator.model.errors import BadInput
from annotator.model.received import Mark, Received, ReceivedText
from annotator.model.spans import Span
from annotator.text.utf16 import Utf16Map

#: What the full export and the short one have near their beginnings, each of these.
_FULL = tuple(map(re.compile, (rb'"data"\s*:\s*\{', rb'"(annotations|completions|predictions)"\s*:\s*\[')))
_SHORT = tuple(map(re.compile, (rb'"start"\s*:\s*\d', rb'"end"\s*:\s*\d', rb'"labels"\s*:\s*\[\s*"')))


def knows(data: bytes) -> bool:
    """Whether the bytes begin as a list of tasks and speak of what tasks have."""
    head = data[:65_536].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] not in (b"[", b"{"):
        return False
    if head.startswith(b"[") and all(part.search(head) for part in _SHORT):
        return True
    return all(part.search(data) for part in _FULL)


def read(data: bytes, name: str, _beside: Mapping[str, bytes]) -> Received:
    """The regions of each task; raises BadInput where there are no tasks."""
    tasks = [task for task in objects(parsed(data, name)) if "data" in task or _short(task)]
    if not tasks:
        raise BadInput("exchange.foreign", name=name)
    tally = Tally(name)
    return received("label studio", name, [_text(task, tally) for task in tasks], tally)


def _text(task: Object, tally: Tally) -> ReceivedText:
    data = an_object(task.get("data", task))
    text = _words_of(data)
    marks: list[Mark] = []
    remarks: list[str] = []
    for annotation in (*_annotations(task), *_short(task)):
        regions = _Regions(text, annotation, tally)
        marks += regions.marks()
        remarks += regions.loose
    return ReceivedText(
        text,
        tuple(marks),
        words(data.get("title")),
        appearances=seen_at(words(data.get("url"))),
        remarks=tuple(remarks),
    )


def _words_of(data: Object) -> str:
    """The text of a task: the field of that name, else the longest of its words."""
    if isinstance(data.get("text"), str):
        return raw(data["text"])
    return raw(max((value for value in data.values() if isinstance(value, str)), key=len, default=""))


def _annotations(task: Object) -> Iterator[Object]:
    """What people made of a task, without what they gave up."""
    found = objects(task.get("annotations", task.get("completions")))
    yield from (one for one in found if one.get("was_cancelled") is not True)


def _short(task: Object) -> list[Object]:
    """The annotation of a task in the short export, whose regions are lists under the names of parts."""
    if "data" in task or "annotations" in task:
        return []
    results = [
        {"from_name": part, "type": "labels", "value": value}
        for part, values in task.items()
        if isinstance(values, list)
        for value in objects(values)
        if "start" in value and "labels" in value
    ]
    who = {"completed_by": task.get("annotator"), "created_at": task.get("created_at")}
    return [who | {"result": results}] if results else []


class _Regions:
    """The results of one annotation, put together by the regions they are of."""

    def __init__(self, text: str, annotation: Object, tally: Tally) -> None:
        self._text = text
        self._tally = tally
        self._reviewer = _person(annotation.get("completed_by"))
        self._created = moment(annotation.get("created_at"))
        self._modified = moment(annotation.get("updated_at")) or self._created
        self._results = objects(annotation.get("result"))
        self._units: Utf16Map | None = None
        self.loose: list[str] = []

    def marks(self) -> list[Mark]:
        """A mark for each label of each region."""
        said: dict[str, dict[str, Any]] = defaultdict(dict)
        remarks: dict[str, list[str]] = defaultdict(list)
        regions: list[tuple[str, Object, list[str]]] = []
        for n, result in enumerate(self._results):
            name = words(result.get("id")) or f"result {n}"
            kind, value = words(result.get("type")), an_object(result.get("value"))
            if kind == "relation":
                continue
            if kind.endswith("labels"):
                regions.append((name, value, [words(one) for one in a_list(value.get(kind))]))
                remarks[name] += map(words, a_list(an_object(result.get("meta")).get("text")))
            else:
                self._part(said[name], remarks[name], result, kind)
        made = [one for region in regions for one in self._made(*region, said, remarks)]
        named = {name for name, _value, _labels in regions}
        self.loose += [line for name, lines in remarks.items() if name not in named for line in lines]
        return self._linked(made)

    def _part(self, said: dict[str, Any], remarks: list[str], result: Object, kind: str) -> None:
        """A status, a note, or whatever else a person chose or typed for a region."""
        part, value = words(result.get("from_name")), an_object(result.get("value"))
        shown = "\n".join(filter(None, map(words, a_list(value.get("text" if kind == "textarea" else kind)))))
        if part == STATUS and shown in STATUSES:
            said.update(status_of(STATUSES[shown], self._reviewer, self._modified))
        elif part in (NOTE, PLAIN_WORDS):
            said[part] = shown
        elif shown:
            remarks.append(remark(part, shown))

    def _made(
        self,
        name: str,
        value: Object,
        labels: list[str],
        said: Mapping[str, dict[str, Any]],
        remarks: Mapping[str, list[str]],
    ) -> Iterable[Mark]:
        quote = raw(value.get("text")).replace("\\n", "\n")
        span = self._span(span_of(value.get("start"), value.get("end")), quote)
        who = {"reviewer": self._reviewer, "created": self._created, "modified": self._modified}
        for n, label in enumerate(labels or [""]):
            fields = who | said.get(name, {}) | {"id": "" if n else name}
            rest = remarks.get(name, ())
            yield from self._tally.take(mark(label, self._text, span, quote, remarks=rest, **fields))

    def _span(self, span: Span | None, quote: str) -> Span | None:
        """The span in code points: as it is said, or counted in UTF-16 where that gives the quote."""
        if span is None or not quote or span.cut(self._text) == quote:
            return span
        self._units = self._units or Utf16Map(self._text)
        if span.end > self._units.length_units:
            return span
        moved = Span(self._units.offset(span.start), self._units.offset(span.end, up=True))
        return moved if moved.cut(self._text) == quote else span

    def _linked(self, marks: list[Mark]) -> list[Mark]:
        """The marks with what relations say: answers, or in words any other."""
        places = {one.claim.id: n for n, one in reversed(list(enumerate(marks)))}
        additions: Additions[int] = Additions()
        for result in self._results:
            if result.get("type") != "relation":
                continue
            start, end = (places.get(words(result.get(key))) for key in ("from_id", "to_id"))
            if result.get("direction") == "left":
                start, end = end, start
            if start is None or end is None:
                self._tally.unread += 1
            else:
                kind = ", ".join(map(words, a_list(result.get("labels"))))
                additions.link(start, marks[start], kind, marks[end])
        return [additions.put(n, one) for n, one in enumerate(marks)]


def _person(said: object) -> str:
    """Who made an annotation: by name, address or number."""
    if isinstance(said, dict):
        name = " ".join(filter(None, (words(said.get("first_name")), words(said.get("last_name")))))
        return name or words(said.get("email")) or words(said.get("username")) or _person(said.get("id"))
    return f"#{said}" if isinstance(said, int) and not isinstance(said, bool) else words(said)
