"""REFI-QDA projects: coded passages of plain texts; what is of other kinds is named.

Format: REFI-QDA project exchange 1.5, schema `urn:QDA-XML:project:1.0`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from annotator.formats.exchange.archives import visible
from annotator.formats.exchange.loading import decoded
from annotator.formats.exchange.marks import Additions, Tally, mark, moment, received, span_of
from annotator.formats.exchange.refi_qda.names import INTERNAL, NAMESPACE
from annotator.formats.readers.zips import SafeZip, parts_of
from annotator.formats.xml import Element, document, local
from annotator.model.errors import BadInput
from annotator.model.received import Mark, Received, ReceivedText
from annotator.model.spans import Span
from annotator.text.canonical import kept

_PROJECT_ENDING = ".qde"
_DIGITS = 9
_SOURCE, _PASSAGE = "TextSource", "PlainTextSelection"


def knows(data: bytes) -> bool:
    """Whether the bytes are a ZIP file with a project in it."""
    return any(part.lower().endswith(_PROJECT_ENDING) for part in parts_of(data))


def read(data: bytes, name: str, _beside: Mapping[str, bytes]) -> Received:
    """The coded passages of each plain text; raises BadInput for damaged files and those of another kind."""
    archive = SafeZip(data, name)
    parts = visible(archive)
    main = next((part for part in parts if part.lower().endswith(_PROJECT_ENDING)), "")
    project = document(archive.read(main) or b"", name) if main else None
    if project is None or local(project.tag) != "Project":
        raise BadInput("exchange.foreign", name=name)
    reading = _Project(project, archive, parts, Tally(name))
    return received("refi-qda", name, reading.texts(), reading.tally)


@dataclass
class _Said:
    """What of a project is said once and named by id."""

    people: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


class _Project:
    def __init__(self, project: Element, archive: SafeZip, parts: list[str], tally: Tally) -> None:
        self.tally = tally
        self._project = project
        self._archive = archive
        self._parts = {part.rpartition("/")[2].lower(): part for part in parts}
        self._said = _Said()
        self._places: dict[str, tuple[int, int]] = {}

    def texts(self) -> list[ReceivedText]:
        """Each text with its passages, and the links between them."""
        for user in _each(self._project, "Users", "User"):
            self._said.people[_id(user)] = _words(user, "name")
        for code in self._project.iter(f"{{{NAMESPACE}}}Code"):
            self._said.codes[_id(code)] = _words(code, "name")
        for note in _each(self._project, "Notes", "Note"):
            self._said.notes[_id(note)] = self._content(note)
        found: list[ReceivedText] = []
        marks: list[list[Mark]] = []
        for source in _children(self._project, "Sources"):
            if local(source.tag) == _SOURCE:
                found.append(self._text(source))
                marks.append(self._passages(source, found[-1].text, len(marks)))
            else:
                self.tally.leave(local(source.tag))
        linked = self._linked(marks)
        return [replace(text, marks=tuple(ones)) for text, ones in zip(found, linked, strict=True)]

    def _text(self, source: Element) -> ReceivedText:
        """A text with all but its passages."""
        codes = (code for coding in _children(source, own="Coding") for code in self._codes(coding))
        about = (_child_words(source, "Description"), *codes, *self._notes(source))
        remarks = tuple(filter(None, about))
        return ReceivedText(self._content(source), title=_words(source, "name"), remarks=remarks)

    def _passages(self, source: Element, text: str, number: int) -> list[Mark]:
        marks: list[Mark] = []
        for passage in _children(source):
            kind = local(passage.tag)
            if kind == _PASSAGE:
                for one in self._marks(passage, text):
                    self._places.setdefault(one.claim.id, (number, len(marks)))
                    marks.append(one)
            elif kind.endswith("Selection"):
                self.tally.leave(kind)
        return marks

    def _content(self, source: Element) -> str:
        """The words of a text or a note: in the project itself, or in a part of the archive."""
        inside = _child_words(source, "PlainTextContent")
        path = _words(source, "plainTextPath")
        if inside or not path.startswith(INTERNAL):
            return inside
        part = self._parts.get(path.removeprefix(INTERNAL).rpartition("/")[2].lower())
        data = self._archive.read(part) if part else None
        return "" if data is None else decoded(data, self.tally.name).removeprefix("\ufeff")

    def _marks(self, passage: Element, text: str) -> Iterator[Mark]:
        """A mark for each code of a passage, or one without a label."""
        span = _span(passage)
        author = _id(passage, "creatingUser")
        created = moment(_words(passage, "creationDateTime"))
        remarks = self._notes(passage)
        codings = [code for coding in _children(passage, own="Coding") for code in self._codes(coding)]
        for n, label in enumerate(codings or [""]):
            made = mark(
                label,
                text,
                span,
                remarks=remarks,
                id="" if n else _id(passage),
                note=_child_words(passage, "Description"),
                plain_words=_words(passage, "name"),
                reviewer=self._said.people.get(author, ""),
                author=author,
                created=created,
                modified=moment(_words(passage, "modifiedDateTime")) or created,
            )
            yield from self.tally.take(made)

    def _codes(self, coding: Element) -> Iterator[str]:
        for reference in _children(coding, own="CodeRef"):
            yield self._said.codes.get(_id(reference, "targetGUID"), "")

    def _notes(self, element: Element) -> list[str]:
        references = _children(element, own="NoteRef")
        return [self._said.notes.get(_id(reference, "targetGUID"), "") for reference in references]

    def _linked(self, marks: list[list[Mark]]) -> list[list[Mark]]:
        """The marks with the links between them: answers, or in words any other."""
        additions: Additions[tuple[int, int]] = Additions()
        for link in _each(self._project, "Links", "Link"):
            origin, target = (self._places.get(_id(link, key)) for key in ("originGUID", "targetGUID"))
            if origin is None or target is None:
                self.tally.leave("Link")
                continue
            one, other = (marks[source][n] for source, n in (origin, target))
            additions.link(origin, one, _words(link, "name"), other)
        return [
            [additions.put((source, n), one) for n, one in enumerate(ones)]
            for source, ones in enumerate(marks)
        ]


def _span(passage: Element) -> Span | None:
    places = [_words(passage, key) for key in ("startPosition", "endPosition")]
    if not all(place.isascii() and place.isdecimal() and len(place) <= _DIGITS for place in places):
        return None
    return span_of(*map(int, places))


def _children(element: Element, section: str = "", own: str = "") -> list[Element]:
    """The elements in an element, or in its part of a name; only those that are called `own`."""
    inside = element.find(f"{{{NAMESPACE}}}{section}") if section else element
    found = [] if inside is None else list(inside)
    return [child for child in found if not own or local(child.tag) == own]


def _each(project: Element, section: str, own: str) -> list[Element]:
    return _children(project, section, own)


def _words(element: Element, key: str) -> str:
    return kept(element.get(key) or "")


def _id(element: Element, key: str = "guid") -> str:
    """An id, without the braces that some programs put round it."""
    return _words(element, key).strip("{}").lower()


def _child_words(element: Element, name: str) -> str:
    return kept(element.findtext(f"{{{NAMESPACE}}}{name}") or "")
