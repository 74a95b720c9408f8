"""Nasty strings as words of articles and as what people write, read back from the file and from exports."""

import random
import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim, TagMany, WriteNote, WritePlainWords
from annotator.desk.commands.comments import AddComment
from annotator.desk.commands.sources import NewSource
from annotator.desk.commands.sourcing import AddEvidence, EvidenceFields, SayBy
from annotator.desk.commands.statuses import SetStatus, StatusFields
from annotator.desk.desk import Desk
from annotator.desk.work import Command
from annotator.formats import reading
from annotator.formats.kinds import Content
from annotator.model.drafts import Draft
from annotator.model.enums import StatusValue, Tag
from annotator.model.errors import BadInput
from annotator.model.spans import Span
from annotator.store import doctor
from tests.desk.content import quick_desk
from tests.torture.nasty import as_kept, storable, strings
from tests.torture.strings_written import Slice, Written, differences

#: The field a string is written to, as (command, what the file says afterwards); each claim gets one.
_FIELDS: tuple[tuple[Callable[[str, str], Command], str], ...] = (
    (lambda claim, words: WriteNote(claim, words), "SELECT note FROM claims WHERE id = ?"),
    (lambda claim, words: WritePlainWords(claim, words), "SELECT plain_words FROM claims WHERE id = ?"),
    (lambda claim, words: AddComment(claim, words), "SELECT body FROM comments WHERE claim = ?"),
    (
        lambda claim, words: AddEvidence(claim, NewSource("Ledger"), EvidenceFields(quote=words)),
        "SELECT quote FROM evidence WHERE claim = ?",
    ),
    (
        lambda claim, words: SayBy(claim, NewSource(words)),
        "SELECT s.name FROM attributions a JOIN sources s ON s.id = a.source WHERE a.claim = ?",
    ),
    (
        lambda claim, words: SetStatus(claim, StatusFields(StatusValue.CONFIRMED, words)),
        "SELECT reason FROM statuses WHERE claim = ?",
    ),
)


@dataclass
class Laid:
    """An article of nasty strings: as it comes in, as it must be kept, and where each string stands."""

    raw: str
    text: str
    slices: list[Slice]


def laid(pieces: list[str], of_line: int = 9) -> Laid:
    """Strings with marks between them that none of them can eat; the first stands at the very beginning.

    So many stand in a line.
    """
    raw, text, slices = [], "", []
    for number, piece in enumerate(pieces):
        words = as_kept(piece, first=not number)
        slices.append((words, len(text), len(text) + len(words)))
        mark = f"|{number}|{' ' if (number + 1) % of_line else chr(10)}"
        raw += [piece, mark]
        text += words + mark
    return Laid("".join(raw), text, slices)


@dataclass
class Stored:
    """Counts what was tried, and keeps what broke; `in_utf16` is the control, which counts as Qt does."""

    in_utf16: bool = False
    strings: int = 0
    quotes: int = 0
    fields: int = 0
    refused: int = 0
    written: Written = field(default_factory=Written)
    broken: list[str] = field(default_factory=list)

    def try_all(self, path: Path, choose: random.Random, count: int, of_article: int) -> None:
        """Sends so many strings through a new library."""
        made = islice(strings(choose), count)
        with quick_desk(path, "Me") as desk, closing(sqlite3.connect(path)) as file:
            while pieces := list(islice(made, of_article)):
                as_file = choose.random() < 0.3
                article = laid([written(words) for words in pieces] if as_file else pieces)
                self._article(desk, file, article, pieces, as_file)
                self.strings += len(pieces)
            self.broken += [f"the doctor: {found}" for found in doctor.findings(desk.library)]

    def _article(
        self, desk: Desk, file: sqlite3.Connection, article: Laid, pieces: list[str], as_file: bool
    ) -> None:
        """One article: marked, written on, read back from the file, and out in many formats."""
        id_ = desk.run(ImportArticle(_draft(article, as_file))).made[0]
        body = _one(file, "SELECT body FROM texts t JOIN revisions r ON r.text = t.id WHERE article = ?", id_)
        if body != article.text:
            self.broken.append(f"an article came in as {body!a:.200}, not as {article.text!a:.200}")
            return
        wanted = {one for one in article.slices if one[0].strip()}
        self._marks_no_blanks(desk, id_, [one for one in article.slices if not one[0].strip()])
        try:
            desk.run(TagMany(id_, tuple(map(self._span(article.text), sorted(wanted))), Tag.FACT))
        except BadInput as error:
            self.broken.append(f"marking was refused: {error}")
        statement = "SELECT quote, start_char, end_char, claim_id FROM annotated_claims WHERE article_id = ?"
        found = {(row[0], row[1], row[2]): str(row[3]) for row in file.execute(statement, (id_,))}
        self.quotes += len(found)
        self.broken += differences("the library", set(found), wanted, body)
        fields = self._write_fields(desk, file, list(found.values()), pieces)
        self.broken += self.written.everywhere(desk, id_, body, set(found), fields)

    def _span(self, text: str) -> Callable[[Slice], Span]:
        def units(place: int) -> int:
            return len(text[:place].encode("utf-16-le")) // 2 if self.in_utf16 else place

        return lambda one: Span(units(one[1]), units(one[2]))

    def _marks_no_blanks(self, desk: Desk, article: str, blanks: list[Slice]) -> None:
        """A claim without words is refused."""
        for _, start, end in blanks:
            try:
                desk.run(TagClaim(article, Span(start, end), Tag.FACT))
            except BadInput:
                self.refused += 1
            else:
                self.broken.append(f"nothing but blanks was marked: {start} to {end}")

    def _write_fields(
        self, desk: Desk, file: sqlite3.Connection, claims: list[str], pieces: list[str]
    ) -> set[str]:
        """Writes a string into a field of each claim; what must stand in them afterwards."""
        written = set()
        for number, (claim, piece) in enumerate(zip(claims, pieces, strict=False)):
            words = f"{number} {piece}"  # no source is called so yet
            command, statement = _FIELDS[number % len(_FIELDS)]
            try:
                desk.run(command(claim, words))
            except BadInput as error:
                self.refused += 1
                if storable(words):
                    self.broken.append(f"{words!a} was refused: {error}")
                continue
            self.fields += 1
            written.add(words.strip())
            if (there := _one(file, statement, claim)) != words.strip():
                self.broken.append(f"{words!a} became {there!a} by {statement}")
        return written


def written(words: str) -> str:
    """The words without control characters, with which a file of text would be taken for none."""
    return "".join(sign for sign in words if sign in "\t\n\r" or unicodedata.category(sign) != "Cc")


def _draft(article: Laid, as_file: bool) -> Draft:
    """The article as a file in UTF-8, which has no halves of pairs, or as other readers give it."""
    if as_file:
        return reading.article(article.raw.encode("utf-8", "ignore"), "nasty.txt", "utf-8")
    return reading.draft(Content(article.raw), "nasty.docx")


def _one(file: sqlite3.Connection, statement: str, value: str) -> str:
    """The only field of the only row."""
    ((found,),) = file.execute(statement, (value,)).fetchall()
    return str(found)
