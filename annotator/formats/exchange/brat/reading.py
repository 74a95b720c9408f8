"""brat's standoff files: spans, whole and in pieces, with relations, attributes and notes.

Format: the description of the standoff format, version 1.3, on brat's own pages. Events, normalisations and
equivalences are kept in words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotator.formats.exchange.archives import visible
from annotator.formats.exchange.brat.writing import LINE_ENDS
from annotator.formats.exchange.loading import decoded
from annotator.formats.exchange.marks import Additions, Tally, mark, ours, quoted, received, remark, status_of
from annotator.formats.readers.zips import SafeZip, parts_of
from annotator.model.enums import StatusValue
from annotator.model.errors import BadInput
from annotator.model.received import Mark, Received, ReceivedText
from annotator.model.spans import Span
from annotator.text.canonical import kept

#: The most lines of one file of annotations.
LINES_LIMIT = 500_000

_TEXT, _ANNOTATIONS = ".txt", ".ann"

_PLACES = re.compile(r"(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)\Z")
_ARGUMENT = re.compile(r"(\w+):([TE]\d+)\Z")
_SPANS = re.compile(rb"(?m)^T\d+\t\S+ \d+ \d+[;\d ]*\t")
_STATUSES = {status.value.replace(" ", "_"): status for status in StatusValue}


def knows(data: bytes) -> bool:
    """Whether the beginning of the bytes has a line of a span as brat writes them."""
    return _SPANS.search(data[:65_536]) is not None


def knows_zip(data: bytes) -> bool:
    """Whether the bytes are a ZIP file with annotation files in it."""
    return any(part.lower().endswith(_ANNOTATIONS) for part in parts_of(data))


def read(data: bytes, name: str, beside: Mapping[str, bytes]) -> Received:
    """The annotations of a file and the text beside it; raises BadInput where the text is not there."""
    if _TEXT not in beside:
        text_name = re.sub(r"\.ann\Z", _TEXT, name, flags=re.IGNORECASE)
        raise BadInput("exchange.needs_text", name=name, beside=text_name)
    tally = Tally(name)
    text = _Standoff(decoded(beside[_TEXT], name), tally).read(decoded(data, name))
    return received("brat ann", name, [text], tally)


def read_zip(data: bytes, name: str, _beside: Mapping[str, bytes]) -> Received:
    """The annotations of each text in an archive; raises BadInput for damaged ones and those without any."""
    archive = SafeZip(data, name)
    tally = Tally(name)
    texts = []
    for part in visible(archive):
        if not part.lower().endswith(_ANNOTATIONS):
            continue
        stem = part[: -len(_ANNOTATIONS)]
        text = archive.read(stem + _TEXT)
        if text is None:
            tally.leave(part)
            continue
        found = _Standoff(decoded(text, part), tally).read(decoded(archive.read(part) or b"", part))
        texts.append(replace(found, title=_title(stem)))
    return received("brat", name, texts, tally)


def _title(stem: str) -> str:
    """What the name of a file says of the article, without the number that `archives.stems` gives."""
    return kept(re.sub(r"^\d{3}-", "", stem.rpartition("/")[2]).replace("-", " ").replace("_", " "))


class _Standoff:
    """One text with its lines."""

    def __init__(self, text: str, tally: Tally) -> None:
        self._text = text
        self._tally = tally
        self._marks: dict[str, Mark] = {}
        self._additions: Additions[str] = Additions()
        self._notes: dict[str, list[str]] = defaultdict(list)
        self._statuses: dict[str, StatusValue] = {}
        self._withdrawn: set[str] = set()
        self._events: dict[str, str] = {}

    def read(self, annotations: str) -> ReceivedText:
        """What the lines say; those of no known kind are counted."""
        if annotations.count("\n") > LINES_LIMIT:
            raise BadInput("exchange.too_much", name=self._tally.name)
        lines = [line.rstrip("\r") for line in annotations.split("\n") if line.strip()]
        for take, letters in ((self._take_span, "T"), (self._take_event, "E"), (self._take_rest, "RAMN*#")):
            for line in lines:
                if line[0] in letters:
                    take(line)
        for line in lines:
            if line[0] not in "TERAMN*#":
                self._tally.unread += 1
        marks = tuple(self._finished(name, found) for name, found in self._marks.items())
        loose = self._additions.loose(self._marks)
        return ReceivedText(self._text, marks, remarks=tuple(loose))

    def _take_span(self, line: str) -> None:
        name, _, rest = line.partition("\t")
        said, _, _quote = rest.partition("\t")
        places = _PLACES.match(said)
        span, in_pieces = self._span(places[2]) if places else (None, False)
        remarks = (remark(said),) if in_pieces else ()
        label = ours(places[1]) if places else ""
        for found in self._tally.take(mark(label, self._text, span, remarks=remarks, id=name)):
            self._marks[name] = found

    def _span(self, places: str) -> tuple[Span | None, bool]:
        """The passage from the first piece to the last, and whether words are left out between them."""
        pieces = [tuple(map(int, piece.split())) for piece in places.split(";")]
        start, end = min(piece[0] for piece in pieces), max(piece[1] for piece in pieces)
        if start >= end or end > len(self._text):
            return None, False
        ordered = sorted(pieces)
        gaps = (self._text[before[1] : after[0]] for before, after in zip(ordered, ordered[1:], strict=False))
        return Span(start, end), any(LINE_ENDS.sub("", gap) for gap in gaps)

    def _take_event(self, line: str) -> None:
        """An event is known by its trigger; who takes part stands in a remark."""
        name, _, rest = line.partition("\t")
        parts = [part for part in map(_ARGUMENT.match, rest.split()) if part]
        if parts:
            self._events[name] = parts[0][2]
            self._additions.remark(parts[0][2], remark(parts[0][1], self._told(parts[1:])))

    def _take_rest(self, line: str) -> None:
        name, _, rest = line.partition("\t")
        words = rest.partition("\t")[0].split()
        if line[0] == "#":
            kind, about = (*words, "", "")[:2]
            note = kept(rest.partition("\t")[2])
            if kind == "AnnotatorNotes" and about in self._marks:
                self._notes[about].append(note)
            else:
                self._additions.remark(about, remark(kind, note))
        elif line[0] == "R" and len(words) == 3:
            self._take_relation(words)
        elif line[0] == "*" and len(words) >= 2:
            self._additions.remark(self._trigger(words[1]), remark(words[0], self._quoted(words[2:])))
        elif len(words) >= 2:
            self._take_attribute(line[0], words, rest)

    def _take_relation(self, words: list[str]) -> None:
        kind, *arguments = words
        found = [argument for argument in map(_ARGUMENT.match, arguments) if argument]
        if len(found) != 2:
            self._tally.unread += 1
            return
        first, second = (self._trigger(argument[2]) for argument in found)
        if first in self._marks and second in self._marks:
            self._additions.link(first, self._marks[first], kind, self._marks[second])
        else:
            self._additions.remark(first, remark(kind, self._quoted([second])))

    def _take_attribute(self, letter: str, words: list[str], rest: str) -> None:
        kind, about, *values = words
        about = self._trigger(about)
        value = " ".join(values)
        if letter != "N" and kind == "Status" and value in _STATUSES:
            self._statuses[about] = _STATUSES[value]
        elif letter != "N" and kind == "Withdrawn":
            self._withdrawn.add(about)
        else:
            shown = f"{value} {rest.partition(chr(9))[2]}".strip() if letter == "N" else value
            self._additions.remark(about, remark(kind, kept(shown)))

    def _trigger(self, name: str) -> str:
        return self._events.get(name, name)

    def _told(self, parts: Iterable[re.Match[str]]) -> str:
        return ", ".join(f"{part[1]} {self._quoted([part[2]])}" for part in parts)

    def _quoted(self, names: Iterable[str]) -> str:
        found = (self._marks.get(self._trigger(name)) for name in names)
        return quoted(one.claim.quote for one in found if one)

    def _finished(self, name: str, found: Mark) -> Mark:
        """The mark with what other lines said of it."""
        claim = replace(
            found.claim,
            note="\n".join(self._notes.get(name, ())),
            withdrawn=name in self._withdrawn,
            **status_of(self._statuses.get(name, StatusValue.UNCHECKED)),
        )
        return self._additions.put(name, replace(found, claim=claim))
