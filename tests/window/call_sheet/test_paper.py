"""The call sheet on paper: everything on it, nothing cut, room to write, black on white."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from annotator.formats.writers.call_sheet import EntryOutline, LineOutline
from annotator.window.call_sheet.paper import Paper
from annotator.window.call_sheet.printing import prepare, print_on

WIDTH, HEIGHT = 499.0, 746.0  # points: A4 without margins
FOOT = 24.0


def line(quote: str = "took money", *facts: str, ticked: bool | None = False) -> LineOutline:
    return LineOutline("A", quote, "Claim 1 · says it", ticked, facts)


def entry(*lines: LineOutline, name: str = "Ines Rask") -> EntryOutline:
    return EntryOutline(name, "Harbour ferry", ("mayor",), "1 to confirm", (("Attributed", lines),))


def written(paper: Paper, page: int) -> str:
    """The words on a page, each laid out piece once."""
    layouts = {id(strip.layout): strip.layout.text() for _, strip in paper.pages[page] if strip.layout}
    return "\n".join(layouts.values())


def painted(paper: Paper, page: int) -> QImage:
    image = QImage(round(WIDTH), round(HEIGHT), QImage.Format.Format_RGB32)
    image.fill("white")
    with QPainter(image) as painter:
        paper.paint(painter, page)
    return image


def ink(image: QImage, top: float, bottom: float) -> int:
    """How many pixels between two heights are not white."""
    rows = range(round(top), round(bottom))
    return sum(image.pixel(x, y) != 0xFFFFFFFF for y in rows for x in range(image.width()))


@pytest.fixture(autouse=True)
def _application(qapp):
    """Fonts need one."""


def test_each_source_begins_a_page():
    paper = Paper([entry(line()), entry(line(), name="Bo Lind")], WIDTH, HEIGHT)
    assert [written(paper, page).split("\n")[0] for page in range(2)] == ["Ines Rask", "Bo Lind"]


def test_a_claim_is_not_parted_where_it_fits_on_a_page():
    quotes = [f"claim number {n} of many" for n in range(30)]
    paper = Paper([entry(*map(line, quotes))], WIDTH, HEIGHT)
    assert len(paper.pages) > 2
    for page in range(len(paper.pages)):
        words = written(paper, page)
        lines_to_write = sum(strip.line < 0 for _, strip in paper.pages[page])
        assert lines_to_write == 3 * words.count("claim number")
    assert "Attributed" in written(paper, 0)


@given(
    st.lists(st.text(min_size=1, max_size=900).filter(str.strip), min_size=1, max_size=4),
    st.lists(st.text(min_size=1, max_size=300).filter(str.strip), max_size=3),
    st.floats(80, 900),
)
def test_everything_stands_on_some_page_and_none_runs_over(quotes, facts, height):
    paper = Paper([entry(*(line(quote, *facts) for quote in quotes))], WIDTH, height)
    for page in paper.pages:
        ends = [0.0]
        for top, strip in page:
            assert top == pytest.approx(ends[-1])
            ends.append(top + strip.height)
        assert ends[-1] <= height - FOOT + 0.01 or len(page) == 1
    strips = [strip for page in paper.pages for _, strip in page if strip.layout]
    for quote in quotes:
        wanted = " ".join(quote.split())
        parts = [strip for strip in strips if strip.piece.words == wanted]
        for layout in {id(part.layout): part.layout for part in parts}.values():
            lines = [part.line for part in parts if part.layout is layout]
            assert lines == list(range(layout.lineCount()))
        assert parts


def test_room_to_write_follows_each_claim():
    paper = Paper([entry(line("took money", "Not asked yet"))], WIDTH, HEIGHT)
    kinds = [strip.piece.words if strip.layout else strip.line for _, strip in paper.pages[0]]
    assert kinds[-4:] == ["Not asked yet", -1, -1, -1]


def test_a_ticked_box_has_more_ink_and_a_reply_has_none():
    boxes = []
    for ticked in (True, False, None):
        paper = Paper([entry(line(ticked=ticked))], WIDTH, HEIGHT)
        image = painted(paper, 0).copy(0, 0, 12, round(HEIGHT))
        (top,) = (top for top, strip in paper.pages[0] if strip.layout and strip.piece.words == "took money")
        boxes.append(ink(image, top, top + 18))
    assert boxes[0] > boxes[1] > boxes[2] == 0


def test_a_page_says_which_it_is_and_is_black_on_white():
    paper = Paper([entry(line()), entry(line())], WIDTH, HEIGHT)
    image = painted(paper, 1)
    assert ink(image, HEIGHT - FOOT, HEIGHT) > 20  # Page 2 of 2
    pixels = (image.pixelColor(x, y) for y in range(0, 200, 3) for x in range(0, image.width(), 3))
    assert all(abs(c.red() - c.green()) <= 1 and abs(c.green() - c.blue()) <= 1 for c in pixels)


def test_right_to_left_words_begin_on_the_right():
    paper = Paper([entry(line("السجل كامل"))], WIDTH, HEIGHT)
    (top,) = (top for top, strip in paper.pages[0] if strip.layout and "السجل" in strip.piece.words)
    image = painted(paper, 0)
    middle = image.width() // 2
    assert ink(image.copy(middle, 0, middle, image.height()), top, top + 18)
    assert not ink(image.copy(60, 0, middle - 60, image.height()), top, top + 18)


def test_a_pdf_has_its_pages(tmp_path: Path):
    file = tmp_path / "sheet.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    prepare(printer)
    pages = print_on(printer, [entry(*(line(f"claim {n}") for n in range(20))), entry(line())])
    assert pages > 2
    content = file.read_bytes()
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == pages
