"""A workbook of sheets with words and whole numbers, and nothing that computes.

Format: Office Open XML, SpreadsheetML (ECMA-376 part 1, 5th edition, clause 18), transitional. It is written
here and not by a library: that takes a tenth of the time, and no library then decides what a cell's words
might mean. Every cell is an inline string or a number, and formatted as text, so that words which begin with
= stay words also when somebody edits the cell.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape, quoteattr

#: Characters in a cell, in UTF-16 code units as Excel counts them; rows in a sheet; letters in its name.
CELL_LIMIT = 32_767
ROW_LIMIT = 1_048_576
NAME_LIMIT = 31

Cell = str | int


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and how wide its cells are, in characters."""

    heading: str
    width: int = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """A named table; no cell may be longer than `CELL_LIMIT`, rows and heading no more than `ROW_LIMIT`."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]


#: XML has no such characters, or reads a carriage return as a newline; and words that look like the escape.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_NOT_AS_IT_IS = re.compile(f"[&<>]|{_NOT_IN_XML.pattern}")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

#: Cell formats by their places: 0 as it comes, 1 a heading, 2 words. Number format 49 is Excel's "text".
_HEADING, _WORDS = 1, 2
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}"><fonts count="2">'
    '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill><fill>'
    '<patternFill patternType="solid"><fgColor rgb="FFE8E8E8"/><bgColor indexed="64"/>'
    '</patternFill></fill></fills><borders count="1">'
    "<border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" '
    'applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The file with these sheets, at least one; the same sheets always give the same bytes."""
    named = tuple(zip(_names(sheets), sheets, strict=True))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        _put(file, "[Content_Types].xml", _content_types(len(sheets)))
        _put(file, "_rels/.rels", _relations([f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"']))
        _put(file, "xl/workbook.xml", _workbook(named))
        targets = [
            f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"'
            for n, _ in enumerate(sheets, start=1)
        ]
        styles = f'Type="{_OFFICE}/styles" Target="styles.xml"'
        _put(file, "xl/_rels/workbook.xml.rels", _relations([*targets, styles]))
        _put(file, "xl/styles.xml", _STYLES)
        for n, sheet in enumerate(sheets, start=1):
            _put(file, f"xl/worksheets/sheet{n}.xml", _sheet(sheet, chosen=n == 1))
    return buffer.getvalue()


def units(words: str) -> int:
    """How many characters Excel counts: UTF-16 code units."""
    return len(words) if words.isascii() else len(words) + sum(map("\uffff".__lt__, words))


def _put(file: zipfile.ZipFile, name: str, words: str) -> None:
    entry = zipfile.ZipInfo(name)  # dated 1980, so that equal workbooks are equal files
    entry.compress_type = zipfile.ZIP_DEFLATED
    file.writestr(entry, words.encode(), compresslevel=3)


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """Names as Excel allows them, no two alike in any case."""
    found: list[str] = []
    for n, sheet in enumerate(sheets, start=1):
        name = _NOT_IN_NAMES.sub(" ", sheet.name)[:NAME_LIMIT].strip(" '") or str(n)
        alike = name.casefold() in map(str.casefold, found)
        found.append(f"{name[: NAME_LIMIT - 4]} {n}" if alike else name)
    return found


def _content_types(count: int) -> str:
    sheets = (f"/xl/worksheets/sheet{n}.xml" for n in range(1, count + 1))
    parts = [("/xl/workbook.xml", "sheet.main+xml"), ("/xl/styles.xml", "styles+xml")]
    parts += [(name, "worksheet+xml") for name in sheets]
    overrides = (f'<Override PartName="{name}" ContentType="{_TYPE}.{kind}"/>' for name, kind in parts)
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    )


def _relations(targets: Sequence[str]) -> str:
    inside = "".join(f'<Relationship Id="rId{n}" {target}/>' for n, target in enumerate(targets, start=1))
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _workbook(named: Sequence[tuple[str, Sheet]]) -> str:
    sheets, filters = [], []
    for n, (name, sheet) in enumerate(named, start=1):
        sheets.append(f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>')
        range_ = _range(sheet, fixed="$")
        place = escape(f"'{name.replace(chr(39), chr(39) * 2)}'!{range_}")
        hidden = f'name="_xlnm._FilterDatabase" localSheetId="{n - 1}" hidden="1"'
        filters.append(f"<definedName {hidden}>{place}</definedName>")
    return (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{''.join(sheets)}</sheets><definedNames>{''.join(filters)}</definedNames></workbook>"
    )


def _sheet(sheet: Sheet, *, chosen: bool) -> str:
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{column.width}" style="{_WORDS}" customWidth="1"/>'
        for n, column in enumerate(sheet.columns, start=1)
    )
    letters = [_letters(n) for n, _ in enumerate(sheet.columns, start=1)]
    inside = cache(_inside)  # titles, names and days stand in many cells
    heading = _row(letters, 1, [inside(column.heading) for column in sheet.columns], _HEADING)
    rows = (_row(letters, n, map(inside, row), _WORDS) for n, row in enumerate(sheet.rows, start=2))
    selected = ' tabSelected="1"' if chosen else ""
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView{selected} workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f'</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols>'
        f'<sheetData>{heading}{"".join(rows)}</sheetData><autoFilter ref="{_range(sheet)}"/></worksheet>'
    )


def _row(letters: Sequence[str], n: int, insides: Iterable[str], style: int) -> str:
    cells = [
        f'<c r="{letter}{n}" s="{style}"{inside}</c>'
        for letter, inside in zip(letters, insides, strict=True)
        if inside
    ]
    return f'<row r="{n}">{"".join(cells)}</row>'


def _inside(cell: Cell) -> str:
    """What follows a cell's place and format; nothing for a cell that is not written."""
    if isinstance(cell, int):
        return f"><v>{cell}</v>"
    return f' t="inlineStr"><is><t xml:space="preserve">{_xml(cell)}</t></is>' if cell else ""


def _xml(words: str) -> str:
    """Words as character data; what XML cannot hold is escaped as ST_Xstring says (clause 22.9.2.19)."""
    if not _NOT_AS_IT_IS.search(words):
        return words
    return escape(_NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", words))


def _range(sheet: Sheet, fixed: str = "") -> str:
    """Heading and rows, as `A1:N9`."""
    last = _letters(len(sheet.columns))
    return f"{fixed}A{fixed}1:{fixed}{last}{fixed}{len(sheet.rows) + 1}"


def _letters(n: int) -> str:
    """The name of a column, counted from 1: A to Z, then AA and on."""
    before, last = divmod(n - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + last)
