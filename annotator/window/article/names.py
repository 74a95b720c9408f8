"""The names of people beside the lines where their claims begin."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from annotator.window.article.claims import PageClaims
from annotator.window.article.geometry import Line
from annotator.window.article.typesetting import Measures
from annotator.window.people import People

#: So many names find room beside a line, one above the other; of more people the initials stand in a row.
NAMES = 2
#: Of more people than this the row of initials counts the others.
INITIALS = 3
#: From the end of the line to the names, past the tick of a sentence read, in pixels of the 100 % margin.
_PAST_TICK = 24


@dataclass(frozen=True, slots=True)
class NameBeside:
    """A person's name at the far side of a line where claims of theirs begin; in pixels of the document.

    `person` is empty where only others are counted, which have no dot.
    """

    room: QRectF
    person: str
    words: str
    leftward: bool


def names_beside(
    lines: Iterable[Line], claims: PageClaims, people: People, measures: Measures
) -> list[NameBeside]:
    """Who has claims that begin on some lines, in the order of their claims."""
    found: list[NameBeside] = []
    for line in lines:
        begun = (each for each in claims.within(line.start, line.end) if each.span.start >= line.start)
        authors = {each.author: people.short_name(each.author) or each.reviewer for each in begun}
        if not authors:
            continue
        if len(authors) <= NAMES:
            found += _stacked(line, authors, measures)
        else:
            found += _in_a_row(line, authors, measures)
    return found


def initials(names: Iterable[str]) -> list[str]:
    """The first letter of each name, and the second one too where the first does not tell them apart."""
    every = list(names)
    firsts = Counter(name[:1].casefold() for name in every)
    return [name[: 1 if firsts[name[:1].casefold()] == 1 else 2] for name in every]


def _room(line: Line, measures: Measures) -> QRectF:
    """The margin at the far side of a line, a line high."""
    gap, end = measures.beside(_PAST_TICK), measures.beside(4)
    wide = measures.margin - gap - end
    left = line.left - gap - wide if line.leftward else line.left + line.width + gap
    middle = line.baseline + (measures.below - measures.above) / 2 * line.scale
    return QRectF(left, middle - measures.leading / 2, wide, measures.leading)


def _stacked(line: Line, authors: dict[str, str], measures: Measures) -> list[NameBeside]:
    """Names one below the other, in the middle of the line."""
    room, tall = _room(line, measures), measures.beside(14)
    top = room.center().y() - tall * len(authors) / 2
    return [
        NameBeside(QRectF(room.left(), top + place * tall, room.width(), tall), person, name, line.leftward)
        for place, (person, name) in enumerate(authors.items())
    ]


def _in_a_row(line: Line, authors: dict[str, str], measures: Measures) -> list[NameBeside]:
    """Initials from the text outward; the last place counts those for whom there is no room."""
    entries = list(zip(authors, initials(authors.values()), strict=True))
    if len(entries) > INITIALS:
        entries = [*entries[: INITIALS - 1], ("", f"+{len(entries) - INITIALS + 1}")]
    room = _room(line, measures)
    wide = room.width() / len(entries)
    first, step = (room.right() - wide, -wide) if line.leftward else (room.left(), wide)
    return [
        NameBeside(
            QRectF(first + place * step, room.top(), wide, room.height()), person, words, line.leftward
        )
        for place, (person, words) in enumerate(entries)
    ]
