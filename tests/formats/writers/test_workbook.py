import io
import zipfile

import openpyxl
import pytest
from lxml import etree

from annotator.formats.writers.workbook import Column, Sheet, units, workbook


def cells(data: bytes, sheet: int = 0) -> list[list[object]]:
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[sheet]
    return [[cell.value for cell in row] for row in page.iter_rows()]


def one(*rows: tuple[str | int, ...], name: str = "Words") -> bytes:
    columns = tuple(Column(f"c{n}") for n in range(len(rows[0])))
    return workbook([Sheet(name, columns, rows)])


def test_words_and_numbers_come_back() -> None:
    data = one(("a", 1, ""), ('<b> & "c"', 0, "two\nlines\tand a tab"), ("  blanks  ", -5, "سجل 👩‍👩‍👧"))
    assert cells(data) == [
        ["c0", "c1", "c2"],
        ["a", 1, None],
        ['<b> & "c"', 0, "two\nlines\tand a tab"],
        ["  blanks  ", -5, "سجل 👩‍👩‍👧"],
    ]


def test_headings_are_frozen_and_filtered() -> None:
    book = openpyxl.load_workbook(io.BytesIO(one(("a", 1), ("b", 2))))
    page = book.active
    assert (page.freeze_panes, page.sheet_view.pane.state) == ("A2", "frozen")
    assert page.auto_filter.ref == "A1:B3"
    assert page["A1"].font.bold
    assert page["A2"].alignment.wrap_text
    assert page.column_dimensions["A"].width == 16


def test_cells_are_text_even_when_somebody_edits_them() -> None:
    page = openpyxl.load_workbook(io.BytesIO(one(("=1+1", 2)))).active
    assert (page["A2"].data_type, page["A2"].number_format, page["A2"].value) == ("s", "@", "=1+1")
    assert page["B2"].data_type == "n"


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("\x00", "_x0000_"),
        ("a\rb\r\n", "a_x000D_b_x000D_\n"),
        ("\x1b[31m", "_x001B_[31m"),
        ("\ufffe\uffff", "_xFFFE__xFFFF_"),
        ("\ud800", "_xD800_"),
        ("_x0041_", "_x005F_x0041_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        ("_x41_ _X0041_", "_x41_ _X0041_"),
        ("\x7f\x85\u2028", "\x7f\x85\u2028"),
    ],
)
def test_what_xml_cannot_hold_is_escaped_as_the_standard_says(words: str, escaped: str) -> None:
    part = zipfile.ZipFile(io.BytesIO(one((words,)))).read("xl/worksheets/sheet1.xml")
    assert etree.fromstring(part).findtext(".//{*}row[2]//{*}t") == escaped


def test_many_columns_have_their_letters() -> None:
    page = openpyxl.load_workbook(io.BytesIO(one(tuple(range(60))))).active
    assert (page["Z2"].value, page["AA2"].value, page["BH2"].value) == (25, 26, 59)


def test_names_are_as_excel_allows_them_and_differ() -> None:
    names = ("a/b:c[d]?*", "Claims", "claims", "x" * 40, "x" * 40, "'", "d & <e>")
    book = workbook([Sheet(name, (Column("h"),), [("v",)]) for name in names])
    found = openpyxl.load_workbook(io.BytesIO(book)).sheetnames
    assert found == ["a b c d", "Claims", "claims 3", "x" * 31, "x" * 27 + " 5", "6", "d & <e>"]


def test_equal_sheets_are_equal_files() -> None:
    assert one(("a", 1)) == one(("a", 1))


def test_excel_counts_a_sign_beyond_the_first_plane_twice() -> None:
    assert (units("abc"), units("é市"), units("😀a"), units("")) == (3, 2, 3, 0)
