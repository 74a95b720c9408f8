"""What stands in an export, by readers that nobody here wrote: slices with their places, and words."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZipFile

from lxml import etree

from annotator.desk.desk import Desk
from annotator.desk.exports import Choice, chosen
from annotator.formats import outgoing, registry
from annotator.formats.redact import Disclosure
from annotator.model.views import ArticleExport
from tests.formats.ways_back import WAYS_BACK, as_xml, from_json, from_json_lines

#: Words with where they stand: (words, start, end), in code points.
Slice = tuple[str, int, int]


def differences(where: str, found: set[Slice], wanted: set[Slice], text: str) -> Iterator[str]:
    """Slices that are missing or too many, and those that are not what stands in the text."""
    for words, start, end in sorted(found | wanted):
        if text[start:end] != words:
            yield f"{where}: {start} to {end} is {text[start:end]!a:.200}, not {words!a:.200}"
        elif ((words, start, end) in found) != ((words, start, end) in wanted):
            yield f"{where}: {words!a:.200} from {start} to {end} is on one side only"


def _of_json(document: Any) -> Iterator[Slice]:
    for article in document["articles"]:
        yield from ((one["quote"], one["start"], one["end"]) for one in article["claims"])


def _of_json_lines(data: bytes) -> Iterator[Slice]:
    lines = [json.loads(line) for line in data.decode().split("\n") if line]
    return ((one["quote"], one["start"], one["end"]) for one in lines if one["type"] == "claim")


def _of_w3c(document: Any) -> Iterator[Slice]:
    for one in document["first"]["items"]:
        quote, position = one["target"]["selector"]
        yield quote["exact"], position["start"], position["end"]


def _of_csv(data: bytes) -> Iterator[Slice]:
    """Cells that a spreadsheet might take for formulas have an apostrophe before them."""
    for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        quote, start, end = row["quote"], int(row["start"]), int(row["end"])
        yield quote[len(quote) - (end - start) :], start, end


def _of_doccano(data: bytes) -> Iterator[Slice]:
    for line in data.decode().split("\n"):
        document = json.loads(line or '{"label": []}')
        yield from ((document["text"][start:end], start, end) for start, end, _ in document["label"])


def _of_label_studio(document: Any) -> Iterator[Slice]:
    for one in document[0]["annotations"][0]["result"]:
        if one["type"] == "labels":
            yield one["value"]["text"], one["value"]["start"], one["value"]["end"]


def _of_inception(data: bytes) -> Iterator[Slice]:
    """UIMA counts in UTF-16."""
    with ZipFile(io.BytesIO(data)) as file:
        (name,) = (name for name in file.namelist() if name.endswith(".xmi"))
        tree = etree.fromstring(file.read(name), etree.XMLParser(huge_tree=True))
    (text,) = (one.get("sofaString") for one in tree if one.get("sofaString") is not None)
    claims = [one for one in tree if str(one.tag).endswith("}Claim")]
    return _units(text, [(int(one.get("begin")), int(one.get("end"))) for one in claims])


def _of_inception_json(document: Any) -> Iterator[Slice]:
    found = document["%FEATURE_STRUCTURES"]
    text = next(one["sofaString"] for one in found if "sofaString" in one)
    claims = [one for one in found if one["%TYPE"].endswith(".Claim")]
    return _units(text, [(one["begin"], one["end"]) for one in claims])


def _units(text: str, places: list[tuple[int, int]]) -> Iterator[Slice]:
    units = text.encode("utf-16-le")
    for begin, end in places:
        words = units[2 * begin : 2 * end].decode("utf-16-le")
        start = len(units[: 2 * begin].decode("utf-16-le"))
        yield words, start, start + len(words)


def _of_refi_qda(data: bytes) -> Iterator[Slice]:
    with ZipFile(io.BytesIO(data)) as file:
        project = etree.fromstring(file.read("project.qde"), etree.XMLParser(huge_tree=True))
        for source in project.iter("{*}TextSource"):
            path = str(source.get("plainTextPath")).replace("internal://", "sources/")
            text = file.read(path).decode("utf-8-sig")
            for one in source.iter("{*}PlainTextSelection"):
                start, end = int(one.get("startPosition")), int(one.get("endPosition"))
                yield text[start:end], start, end


#: Where slices have their places in the file: what reads them, and what the format makes of words. The first
#: four are asked of every article, the others and those below in turn.
_SLICES: dict[str, tuple[Callable[[bytes], Iterable[Slice]], Callable[[str], str]]] = {
    "json": (lambda data: _of_json(json.loads(data)), str),
    "json lines": (_of_json_lines, str),
    "w3c": (lambda data: _of_w3c(json.loads(data)), str),
    "csv": (_of_csv, str),
    "doccano": (_of_doccano, str),
    "label studio": (lambda data: _of_label_studio(json.loads(data)), str),
    "inception": (_of_inception, as_xml),
    "inception json": (lambda data: _of_inception_json(json.loads(data)), as_xml),
    "refi-qda": (_of_refi_qda, str),
}
#: Where every field stands too, as it is.
_FIELDS = {"json": from_json, "json lines": from_json_lines, "w3c": from_json}
_ALWAYS = tuple(_SLICES)[:4]
#: Where words stand among others; some do not show lines of white space alone.
_WORDS = ("markdown", "html", "word", "excel", "brat", "brat ann", "conll")
_BLANK_LINES = re.compile(r"^\s*\n|\n\s*$|\n\s*(?=\n)")


@dataclass
class Written:
    """Counts the slices, words and fields that were found again, and in which formats."""

    count: int = 0
    turn: int = 0
    formats: set[str] = field(default_factory=set)

    def everywhere(
        self, desk: Desk, article: str, text: str, slices: set[Slice], fields: set[str]
    ) -> Iterator[str]:
        """Writes an article in many formats and reads it back; what is other than it should be."""
        exports, _ = chosen(desk, Choice((article,)), frozenset())
        self.turn += 1
        for name in (*_ALWAYS, (*_SLICES,)[4 + self.turn % (len(_SLICES) - 4)]):
            read, holds = _SLICES[name]
            data = self._file(name, exports)
            self.count += len(slices)
            wanted = {(holds(words), start, end) for words, start, end in slices}
            yield from differences(name, set(read(data)), wanted, holds(text))
            if name in _FIELDS:
                missing = fields.difference(_FIELDS[name](data)[0])
                self.count += len(fields)
                yield from (f"{name}: {words!a:.200} is missing" for words in sorted(missing))
        # The title is a line of its own, with other lines below: words across its ends stand in two places.
        title = next(re.finditer(r"\S[^\n]*", text))
        whole = {
            words for words, start, end in slices if start >= title.start() and not start <= title.end() < end
        }
        yield from self._words(_WORDS[self.turn % len(_WORDS)], exports, whole)

    def _words(self, name: str, exports: tuple[ArticleExport, ...], all_words: set[str]) -> Iterator[str]:
        way = WAYS_BACK[name]
        pairs = {words: _BLANK_LINES.sub("", words) if way.flowing else words for words in all_words}
        counts = way.counts(way.read(self._file(name, exports))[0], [*pairs, *pairs.values()])
        self.count += len(pairs)
        missing = (words for words, lines in pairs.items() if not counts[words] and not counts[lines])
        yield from (f"{name}: {words!a:.200} is missing" for words in missing)

    def _file(self, name: str, exports: tuple[ArticleExport, ...]) -> bytes:
        form = next(form for form in registry.writers() if form.name == name)
        self.formats.add(name)
        return b"".join(outgoing.write(form, exports, Disclosure()))
