"""The words of a Word document's main part, read as a stream so that no tree is built.

Format: ISO/IEC 29500-1 (WordprocessingML), section 17. Only local names are looked at, so that the strict and
the transitional namespaces read alike. expat knows no entities here, since a DOCTYPE ends the reading.
"""

from collections import Counter
from xml.parsers import expat

DEPTH_LIMIT = 1_000

#: What holds no words of the article itself; deleted words are in `delText`, which is not read.
_SKIPPED = {"tbl", "txbxContent", "moveFrom", "Fallback", "pPr", "rPr", "sectPr"}

#: What is left out or decided for the reader, and worth saying.
_COUNTED = {"tbl", "txbxContent", "ins", "del", "moveFrom", "footnoteReference", "endnoteReference"}

_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}


class UnsafeXmlError(Exception):
    """XML with a DOCTYPE (and so perhaps entities) or nested too deep to be a document's."""


class NotWordXmlError(Exception):
    """XML whose root is no Word document."""


class WordText:
    """Collects paragraphs (strings) while `parse` runs; `counts` says how often what stood."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.counts: Counter[str] = Counter()
        self._depth = 0
        self._skipped_at = 0
        self._in_words = False
        self._paragraph: list[str] = []

    def parse(self, xml: bytes) -> None:
        """Read the main part; raises UnsafeXmlError, NotWordXmlError or, for broken XML, ExpatError."""
        parser = safe_parser()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.buffer_text = True
        parser.Parse(xml, True)

    def _start(self, tag: str, _attributes: dict[str, str]) -> None:
        name = local(tag)
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise UnsafeXmlError
        if self._depth == 1 and name != "document":
            raise NotWordXmlError
        if self._skipped_at:
            return
        if name in _COUNTED:
            self.counts[name] += 1
        if name in _SKIPPED:
            self._skipped_at = self._depth
        elif name in _CHARACTERS:
            self._paragraph.append(_CHARACTERS[name])
        self._in_words = name == "t"

    def _end(self, tag: str) -> None:
        if self._skipped_at == self._depth:
            self._skipped_at = 0
        elif not self._skipped_at and local(tag) == "p":
            self.paragraphs.append("".join(self._paragraph))
            self._paragraph.clear()
        self._depth -= 1
        self._in_words = False

    def _words(self, words: str) -> None:
        if self._in_words and not self._skipped_at:
            self._paragraph.append(words)


def main_part(relationships: bytes) -> str:
    """The name of the main part that the package's relationships point to, "" where they name none.

    Raises UnsafeXmlError, or expat.ExpatError for XML that is broken.
    """
    targets: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("Type", "")
        if local(tag) == "Relationship" and kind.endswith("/officeDocument"):
            targets.append(attributes.get("Target", "").lstrip("/"))

    parser = safe_parser()
    parser.StartElementHandler = start
    parser.Parse(relationships, True)
    return targets[0] if targets else ""


def safe_parser() -> expat.XMLParserType:
    """A namespace-aware expat parser that refuses a DOCTYPE with UnsafeXmlError."""

    def refuse(*_declaration: object) -> None:
        raise UnsafeXmlError

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse
    return parser


def local(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition(" ")[2]
