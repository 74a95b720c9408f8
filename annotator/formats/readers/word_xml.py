"""The words of a Word document's main part, read as a stream so that no tree is built.

Format: ISO/IEC 29500-1 (WordprocessingML), section 17. Only local names are looked at, so that the strict and
the transitional namespaces read alike. expat knows no entities here, since a DOCTYPE ends the reading.
"""

from collections import Counter
from dataclasses import dataclass

from annotator.formats.readers.left_out import BOXES, CHANGES, COMMENTS, FOOTNOTES, HIDDEN, TABLES
from annotator.formats.xml import UnsafeXmlError, local, safe_parser

DEPTH_LIMIT = 1_000

#: The most tags that are read: some seconds of work, and many times what a book has.
TAGS_LIMIT = 900_000

#: What holds no words of the article itself; deleted words are in `delText`, which is not read.
_SKIPPED = {"txbxContent", "moveFrom", "Fallback", "pPr", "rPr", "sdtPr", "sectPr", "tblPr", "trPr", "tcPr"}

#: What is left out or decided for the reader, and worth saying.
_COUNTED = {
    "txbxContent": BOXES,
    "ins": CHANGES,
    "del": CHANGES,
    "moveFrom": CHANGES,
    "footnoteReference": FOOTNOTES,
    "endnoteReference": FOOTNOTES,
    "commentReference": COMMENTS,
}

_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}

_OFF = {"0", "false", "off"}

#: Styles of the documents that we write ourselves: marks in the text, paragraphs that are no part of it.
_OURS = "RedPencil"


class NotWordXmlError(Exception):
    """XML whose root is no Word document."""


@dataclass(slots=True)
class _Table:
    """A table that is being read: what stood before it, the cells of this row, those of the widest."""

    paragraphs: int
    counts: Counter[str]
    cells: int = 0
    widest: int = 0


class WordText:
    """Collects paragraphs (strings) while `parse` runs; `counts` says how often what was left out."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.counts: Counter[str] = Counter()
        self._depth = 0
        self._skipped = ""
        self._skipped_at = 0
        self._in_words = False
        self._hidden = False
        self._left_out = False
        self._runs_on = False
        self._stands_in = False
        self._paragraph: list[str] = []
        self._tables: list[_Table] = []

    def parse(self, xml: bytes) -> None:
        """Read the main part; raises UnsafeXmlError, NotWordXmlError or, for broken XML, ExpatError."""
        if xml.count(b"<") > TAGS_LIMIT:
            raise UnsafeXmlError
        parser = safe_parser()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.buffer_text = True
        parser.Parse(xml, True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise UnsafeXmlError
        if self._depth == 1 and name != "document":
            raise NotWordXmlError
        self._in_words = name == "t"
        if self._skipped:
            self._heed(name, attributes)
            return
        if name in _COUNTED:
            self.counts[_COUNTED[name]] += 1
        if name in _SKIPPED or (name == "sdtContent" and self._stands_in):
            self._skipped, self._skipped_at, self._stands_in = name, self._depth, False
        elif name in _CHARACTERS:
            self._add(_CHARACTERS[name])
        elif name == "r":
            self._hidden = False
        else:
            self._open_table_part(name)

    def _heed(self, name: str, attributes: dict[str, str]) -> None:
        """What properties say that changes which words are read."""
        value = next((value for key, value in attributes.items() if local(key) == "val"), "")
        if value.startswith(_OURS) and name in {"rStyle", "pStyle"}:
            self._left_out = self._left_out or name == "pStyle"
            self._hidden = True
        elif self._skipped == "rPr" and name == "vanish" and value not in _OFF:
            self._hidden = True
            self.counts[HIDDEN] += 1
        elif self._skipped == "pPr" and name == "del":
            self._runs_on = True
        elif self._skipped == "sdtPr" and (name == "showingPlcHdr" or value == "Table of Contents"):
            self._stands_in = True

    def _open_table_part(self, name: str) -> None:
        if name == "tbl":
            self._tables.append(_Table(len(self.paragraphs), self.counts.copy()))
        elif self._tables and name == "tr":
            self._tables[-1].cells = 0
        elif self._tables and name == "tc":
            table = self._tables[-1]
            table.cells += 1
            table.widest = max(table.widest, table.cells)

    def _end(self, tag: str) -> None:
        if self._skipped:
            if self._skipped_at == self._depth:
                self._skipped = ""
        elif local(tag) == "p":
            self._end_paragraph()
        elif self._tables and local(tag) == "tbl":
            self._end_table(self._tables.pop())
        self._depth -= 1
        self._in_words = False

    def _end_paragraph(self) -> None:
        if self._runs_on:  # its mark was deleted: what follows belongs to it
            self._runs_on = False
            return
        if not self._left_out:
            self.paragraphs.append("".join(self._paragraph))
        self._paragraph.clear()
        self._left_out = False

    def _end_table(self, table: _Table) -> None:
        """A table of one column sets paragraphs in a frame; any other is left out and counted."""
        if table.widest > 1:
            del self.paragraphs[table.paragraphs :]
            self.counts = table.counts
            self.counts[TABLES] += 1

    def _words(self, words: str) -> None:
        if self._in_words and not self._skipped:
            self._add(words)

    def _add(self, words: str) -> None:
        if not self._hidden:
            self._paragraph.append(words)


def target(relationships: bytes, kind: str) -> str:
    """The name of the part that the package's relationships of that kind point to, "" where they name none.

    Raises UnsafeXmlError, or expat.ExpatError for XML that is broken.
    """
    targets: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "Relationship" and attributes.get("Type", "").endswith(f"/{kind}"):
            targets.append(attributes.get("Target", "").lstrip("/"))

    parser = safe_parser()
    parser.StartElementHandler = start
    parser.Parse(relationships, True)
    return targets[0] if targets else ""
