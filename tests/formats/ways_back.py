"""How the words in each written file are read again, by readers nobody here wrote; one line for each format.

A `Way` says what strings stand in a file and what its bones are (elements, keys, kinds of tokens): words of
people may change the strings, never the bones.
"""

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from annotator.formats.writers.csv_ import guarded

Bones = frozenset[object]

#: Control characters but tab and newlines, which no XML holds and no terminal may see.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Way:
    """`read` gives all strings in a file and its bones.

    `holds` says how the format writes some words; `times` in how many of the fields of an article with one
    claim (quote, note, title, source, reviewer, comment) they stand there. Where `flowing`, words are looked
    for anywhere in the file's text, with white space of any kind and number between them; else a string
    must be equal. `for_eyes` are files that people look at in a terminal. A file holds one article alone if
    `alone`. Only words that are `asked` for are written.
    """

    read: Callable[[bytes], tuple[Iterable[str], Bones]]
    times: int
    holds: Callable[[str], str] = str
    flowing: bool = False
    for_eyes: bool = False
    alone: bool = False
    asked: Callable[[str], bool] = bool

    def counts(self, strings: Iterable[str], all_words: Iterable[str]) -> dict[str, int]:
        """How often each of some words stand in what was read."""
        if not self.flowing:
            found = Counter(strings)
            return {words: found[self.holds(words)] for words in all_words}
        text = spaced("\n".join(strings))
        return {words: text.count(spaced(self.holds(words))) for words in all_words}


def spaced(words: str) -> str:
    """Words with single blanks between them; the picture of a carriage return is one."""
    return " ".join(words.replace("\u240d", " ").split())


def pictured(words: str) -> str:
    """Control characters as Unicode's pictures of them, where it has one."""
    shown = CONTROLS.sub(lambda found: _picture(ord(found[0])), words)
    return re.sub("[\ufffe\uffff]", "\ufffd", shown)


def as_xml(words: str) -> str:
    """The same, but what XML 1.0 does hold: DEL and the newer control characters."""
    shown = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", lambda found: _picture(ord(found[0])), words)
    return re.sub("[\ufffe\uffff]", "\ufffd", shown)


def _picture(code: int) -> str:
    return "\u2421" if code == 0x7F else chr(0x2400 + code) if code < 0x20 else "\ufffd"


def from_csv(data: bytes) -> tuple[Iterable[str], Bones]:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return [cell for row in rows for cell in row], frozenset(map(len, rows))


def from_json(data: bytes) -> tuple[Iterable[str], Bones]:
    return _of_json(json.loads(data))


def from_json_lines(data: bytes) -> tuple[Iterable[str], Bones]:
    return _of_json([json.loads(line) for line in data.decode().split("\n") if line])


def _of_json(document: object) -> tuple[Iterable[str], Bones]:
    strings: list[str] = []
    bones: set[object] = set()

    def walk(value: object, path: str) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, f"{path}.{key}")
        elif isinstance(value, list):
            for inner in value:
                walk(inner, f"{path}[]")
        else:
            bones.add((path, type(value).__name__))
            strings.extend([value] if isinstance(value, str) else [])

    walk(document, "")
    return strings, frozenset(bones)


def from_excel(data: bytes) -> tuple[Iterable[str], Bones]:
    """By openpyxl, which leaves what ECMA-376 22.9.2.19 escapes as it is; that is undone here."""
    import openpyxl

    assert b"<f>" not in b"".join(_parts(data, ".xml").values())
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert not any(cell.hyperlink for cell in cells)
    strings = [_unescaped(cell.value) for cell in cells if isinstance(cell.value, str)]
    return strings, frozenset((sheet.title, sheet.max_column) for sheet in book)


def _unescaped(words: str) -> str:
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), words)


def cut(words: str) -> str:
    """As many characters as Excel holds, in UTF-16: of 40,000 the first ones and an ellipsis."""
    if len(words.encode("utf-16-le")) <= 2 * 32_767:
        return words
    return words[: 32_766 if ord(words[0]) < 0x10000 else 16_383] + "…"


def from_markdown(data: bytes) -> tuple[Iterable[str], Bones]:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(data.decode())
    strings = ["".join(_shown(child) for child in token.children or ()) for token in tokens]
    kinds = {token.type for token in tokens}
    return strings, frozenset(kinds | {child.type for token in tokens for child in token.children or ()})


def _shown(token: object) -> str:
    kind, content = token.type, token.content  # type: ignore[attr-defined]
    return "\n" if kind in {"softbreak", "hardbreak"} else content


def from_html(data: bytes) -> tuple[Iterable[str], Bones]:
    import lxml.html

    tree = lxml.html.fromstring(data.decode(), parser=lxml.html.HTMLParser(huge_tree=True))
    bones: set[tuple[str, str]] = set()
    for element in tree.iter():
        if not isinstance(element.tag, str):
            bones.add(("a comment", ""))
            continue
        bones |= {(element.tag, name) for name in ("", *element.attrib)}
        for name in ("href", "src"):
            assert re.match(r"#|https?:|mailto:|$", element.get(name, "")), element.get(name)
    assert not {bone for bone in bones if bone[0] == "script" or bone[1].startswith("on")}
    for element in tree.xpath("//style"):
        element.clear()
    return ["".join(tree.itertext())], frozenset(bones)


def from_word(data: bytes) -> tuple[Iterable[str], Bones]:
    import docx

    document = docx.Document(io.BytesIO(data))
    strings = [paragraph.text for paragraph in document.element.body.iter() if _is(paragraph, "p")]
    strings += [comment.text for comment in document.comments]
    strings += [comment.author for comment in document.comments]
    return strings, bones_of_zip(data)


def _is(element: object, name: str) -> bool:
    return str(getattr(element, "tag", "")).endswith("}" + name)


def _parts(data: bytes, ending: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist() if name.endswith(ending)}


def bones_of_zip(data: bytes) -> Bones:
    """The elements in the parts of a zip of XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    trees = [etree.fromstring(part, parser) for part in _parts(data, ".xml").values()]
    return frozenset(str(element.tag) for tree in trees for element in tree.iter())


#: Signs of LaTeX 2e (its user's guide, section 3.8) that pylatexenc does not know, or takes for accents.
_LATEX = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textasciicircum": "^",
}


def from_bibtex(data: bytes) -> tuple[Iterable[str], Bones]:
    import bibtexparser
    from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

    library = bibtexparser.parse_string(data.decode())
    assert not library.failed_blocks
    assert not library.comments
    known = get_default_latex_context_db()
    signs = [MacroTextSpec(name, sign) for name, sign in _LATEX.items()]
    known.add_context_category("signs", macros=signs, prepend=True)
    decode = LatexNodes2Text(known, strict_latex_spaces=True, keep_comments=True)
    strings, bones = [], set()
    for entry in library.entries:
        bones |= {(entry.entry_type, field.key) for field in entry.fields}
        strings += [decode.latex_to_text(str(field.value)) for field in entry.fields if field.key != "url"]
    return strings, frozenset(bones)


def from_ris(data: bytes) -> tuple[Iterable[str], Bones]:
    import rispy

    entries = rispy.loads(data.decode())
    strings = [word for entry in entries for value in entry.values() for word in _each(value)]
    return strings, frozenset(key for entry in entries for key in entry)


def _each(value: object) -> Iterable[str]:
    return [value] if isinstance(value, str) else [str(word) for word in value]  # type: ignore[attr-defined]


def from_conll(data: bytes) -> tuple[Iterable[str], Bones]:
    """Quotes and titles: a reader of columns that puts tokens back to their places."""
    strings: list[str] = []
    spans: list[list[tuple[str, int]]] = []
    columns: set[object] = set()
    for line in data.decode().split("\n"):
        cells = line.split("\t")
        if len(cells) == 1:
            strings += [line.removeprefix("# title = ")] if line.startswith("# title = ") else []
            continue
        columns |= {len(cells), cells[3]}
        assert int(cells[2]) - int(cells[1]) == len(cells[0])
        if cells[3].startswith("B-"):
            spans.append([])
        if cells[3] != "O":
            spans[-1].append((cells[0], int(cells[1])))
    strings += ["".join(_placed(span)) for span in spans]
    return strings, frozenset(columns)


def _placed(tokens: list[tuple[str, int]]) -> Iterable[str]:
    at = tokens[0][1]
    for word, start in tokens:
        yield " " * (start - at) + word
        at = start + len(word)


def from_zip(data: bytes) -> tuple[Iterable[str], Bones]:
    """Attributes and words of all XML in a zip, by lxml, and all texts."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    strings: list[str] = []
    bones: set[object] = set()
    for name, part in _parts(data, "").items():
        if name.endswith(".txt"):
            strings.append(part.decode())
            continue
        for element in etree.fromstring(part, parser).iter():
            bones |= {(element.tag, key) for key in ("", *element.attrib)}
            strings += [*element.attrib.values(), element.text or "", element.tail or ""]
    return strings, frozenset(bones)


def from_brat(data: bytes) -> tuple[Iterable[str], Bones]:
    """Every document of a zip, by a parser of standoff that splits lines and columns and nothing else."""
    strings: list[str] = []
    bones: set[object] = set()
    for name, part in _parts(data, "").items():
        if name.endswith(".ann"):
            found, kinds = from_brat_document(part)
            strings += found
            bones |= kinds
        elif name.endswith(".txt"):
            strings.append(part.decode())
    return strings, frozenset(bones)


def from_brat_document(data: bytes) -> tuple[Iterable[str], Bones]:
    rows = [line.split("\t", 2) for line in data.decode().split("\n") if line]
    return [row[-1] for row in rows], frozenset((row[0][0], row[1].split(" ")[0]) for row in rows)


def from_pdf(data: bytes) -> tuple[Iterable[str], Bones]:
    """By pdfium; lines end where the page does, so words are taken without any white space."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    strings = ["".join(page.get_textpage().get_text_range() for page in document)]
    document.close()
    assert b"/JavaScript" not in data
    return ["".join(words.split()) for words in strings], frozenset()


def unspaced(words: str) -> str:
    return "".join(pictured(words).split())


def drawn_one_by_one(words: str) -> bool:
    """Whether one page shows a sign for each character, from left to right."""
    return short(words) and words.isascii() and words.isprintable() and words == words.strip()


def short(words: str) -> bool:
    """Whether the words are soon read again; a reader may take long over 40,000 characters."""
    return len(words) < 1_000


def one_of_four(words: str) -> bool:
    """For a file of one article alone, made by what writes several at once in a format beside it."""
    return len(words) % 4 == 0


def without_controls(words: str) -> str:
    """As `spaced` takes it, control characters being no token."""
    return "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in words)


def in_one_line(words: str) -> str:
    """Words of which every control character and break is a blank."""
    return spaced(CONTROLS.sub(" ", words))


#: Of the six fields, references hold title and source.
_REFERENCE = 2

WAYS_BACK: dict[str, Way] = {
    "csv": Way(from_csv, 4, guarded),
    "excel": Way(from_excel, 6, cut),
    "json": Way(from_json, 6),
    "json lines": Way(from_json_lines, 6),
    "conll": Way(from_conll, 1, without_controls, flowing=True, for_eyes=True),
    "claimreview": Way(from_json, 4),
    "csl": Way(from_json, _REFERENCE, in_one_line),
    "bibtex": Way(from_bibtex, _REFERENCE, in_one_line, flowing=True, for_eyes=True, asked=short),
    "ris": Way(from_ris, _REFERENCE, in_one_line, for_eyes=True),
    "markdown": Way(from_markdown, 6, pictured, flowing=True, for_eyes=True),
    "call sheet": Way(from_markdown, 3, lambda words: pictured(spaced(words)), flowing=True, for_eyes=True),
    "html": Way(from_html, 6, pictured, flowing=True),
    "word": Way(from_word, 6, pictured, flowing=True),
    "pdf": Way(from_pdf, 6, unspaced, flowing=True, asked=drawn_one_by_one),
    "w3c": Way(from_json, 6),
    "brat": Way(from_brat, 5, flowing=True),
    "brat ann": Way(from_brat_document, 5, flowing=True, alone=True, asked=one_of_four),
    "doccano": Way(from_json_lines, 2),
    "label studio": Way(from_json, 3),
    "inception": Way(from_zip, 4, as_xml),
    "inception json": Way(from_json, 4, as_xml, alone=True, asked=one_of_four),
    "refi-qda": Way(from_zip, 6, as_xml, flowing=True),
}
