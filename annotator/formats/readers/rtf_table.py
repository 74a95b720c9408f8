"""Paragraphs of Rich Text Format, in tables and outside: a table is known only by the ends of its cells."""

from collections import Counter

from annotator.formats.readers.left_out import TABLES


class RtfTable:
    """Collects paragraphs; a table of one column is read as such, any other left out and counted."""

    def __init__(self, counts: Counter[str]) -> None:
        self.paragraphs: list[str] = []
        self._counts = counts
        self._held: list[str] = []
        self._cells = 0
        self._widest = 0

    def add(self, paragraph: str, *, in_table: bool) -> None:
        """Take a paragraph; one outside of tables ends the table before it."""
        if not in_table:
            self.end()
        if paragraph:
            (self._held if in_table else self.paragraphs).append(paragraph)

    def end_cell(self) -> None:
        """Note that a cell ends here."""
        self._cells += 1
        self._widest = max(self._widest, self._cells)

    def end_row(self) -> None:
        """Note that a row ends here."""
        self._cells = 0

    def end(self) -> None:
        """Decide on the table that stands here, if one does."""
        if self._widest > 1:
            self._counts[TABLES] += 1
        else:
            self.paragraphs += self._held
        self._held = []
        self._cells = self._widest = 0
