"""Letters are asked for by the page, which must give the same as asking for each."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDFText_GetUnicode

from annotator.formats.readers.pdf.pages import page_of

CORPUS = Path(__file__).parents[3] / "corpus" / "pdf"


@pytest.mark.parametrize("name", ["07-arabic.pdf", "10-browser-two-columns.pdf", "12-report-with-lists.pdf"])
def test_the_words_of_a_page_are_those_of_its_letters(name):
    document = PdfDocument((CORPUS / name).read_bytes())
    page = document[0]
    text = page.get_textpage()
    letters = "".join(chr(FPDFText_GetUnicode(text.raw, place)) for place in range(text.count_chars()))
    read = " ".join(line.text for line in page_of(document, 0).lines)
    assert read.replace("\x02", "\x02 ").split() == letters.replace("\x02", "\x02 ").split()
    document.close()
