"""The paragraphs in the body of an OpenDocument text.

Format: ISO/IEC 26300-1 (OpenDocument 1.2), chapters 5, 6 and 9. Only local names are looked at, but for
drawings, which have a namespace of their own.
"""

import re
from collections import Counter
from collections.abc import Iterator

from annotator.formats.readers.left_out import BOXES, CHANGES, COMMENTS, FOOTNOTES, HIDDEN, TABLES
from annotator.formats.xml import Element, local

_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_REPEATED = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}number-columns-repeated"

#: White space that OpenDocument folds into one space (section 6.1.2); what is meant stands as an element.
_FOLDED = re.compile("[ \t\n\r]+")

_NUMBER = re.compile("[0-9]{1,9}")

#: The most spaces that one element is taken to stand for.
_SPACES_LIMIT = 100

#: What holds no words of the article itself, and is worth saying.
_COUNTED = {
    "annotation": COMMENTS,
    "note": FOOTNOTES,
    "hidden-text": HIDDEN,
    "hidden-paragraph": HIDDEN,
    "changed-region": CHANGES,
}

#: What holds no words of the article itself: rendered numbers, readings beside characters, declarations.
_SILENT = {"number", "ruby-text", "forms", "sequence-decls", "variable-decls", "user-field-decls"}

_CELLS = {"table-cell", "covered-table-cell"}
_ROW_GROUPS = {"table-header-rows", "table-rows", "table-row-group"}


class OdtText:
    """Collects paragraphs (without white space around them, none empty); `counts` says what was left out."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.counts: Counter[str] = Counter()
        self._line: list[str] = []
        self._after_space = True

    def take(self, element: Element) -> None:
        """Read the paragraphs below an element; the parser has seen to it that it is not deep."""
        for child in element:
            name = local(child.tag)
            if self._is_left_out(child, name):
                continue
            if name in ("p", "h"):
                self._take_words(child)
                self._end_paragraph()
            elif name != "table" or not self._leaves_out_table(child):
                self.take(child)

    def _is_left_out(self, element: Element, name: str) -> bool:
        if name in _COUNTED:
            self.counts[_COUNTED[name]] += 1
            return True
        if element.tag.startswith(_DRAWN):
            self.counts[BOXES] += any(local(part.tag) == "p" for part in element.iter())
            return True
        if name == "section" and element.get(f"{_TEXT}display") == "none":
            self.counts[HIDDEN] += 1
            return True
        return name in _SILENT or name.endswith("-index") or name == "table-of-content"

    def _leaves_out_table(self, table: Element) -> bool:
        """A table of one column sets paragraphs in a frame; any other is left out and counted."""
        several = any(len(row) > 1 for row in _rows(table))
        self.counts[TABLES] += several
        return several

    def _take_words(self, element: Element) -> None:
        self._add(element.text)
        for child in element:
            name = local(child.tag)
            if name == "s":
                self._add_mark(" " * _count(child.get(f"{_TEXT}c", "1")))
            elif name == "tab":
                self._add_mark("\t")
            elif name == "line-break":
                self._add_mark("\n")
            elif not self._is_left_out(child, name):
                self._take_words(child)
            self._add(child.tail)

    def _add(self, words: str | None) -> None:
        folded = _FOLDED.sub(" ", words or "")
        if self._after_space:
            folded = folded.removeprefix(" ")
        if folded:
            self._line.append(folded)
            self._after_space = folded.endswith(" ")

    def _add_mark(self, words: str) -> None:
        self._line.append(words)
        self._after_space = False

    def _end_paragraph(self) -> None:
        if paragraph := "".join(self._line).strip():
            self.paragraphs.append(paragraph)
        self._line.clear()
        self._after_space = True


def _rows(table: Element) -> Iterator[list[Element]]:
    """The cells of each row of a table, not of tables in it; a repeated cell stands there twice."""
    for child in table:
        name = local(child.tag)
        if name == "table-row":
            cells = [cell for cell in child if local(cell.tag) in _CELLS]
            yield cells + [cell for cell in cells if cell.get(_REPEATED, "1") != "1"]
        elif name in _ROW_GROUPS:
            yield from _rows(child)


def _count(written: str) -> int:
    return min(int(written), _SPACES_LIMIT) if _NUMBER.fullmatch(written) else 1
