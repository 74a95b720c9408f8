"""The PDF, read again by pdfium and by our own reader."""

import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from time import monotonic, process_time

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QEventLoop, QThread, QTimer

from annotator.formats import registry
from annotator.formats.redact import Disclosure, redact
from annotator.host.paths import resource
from annotator.model.enums import Tag
from annotator.model.errors import BadInput
from annotator.model.points import Level
from annotator.model.spans import Span
from annotator.model.views import ArticleExport
from annotator.window.paper import pdf
from annotator.window.paper.pages import printed
from annotator.words import speak
from tests.formats.documents import POINTS, WHOLE, WITH_UNWORDED
from tests.formats.exported import ARTICLE, INNER, claim

SENTENCE = "The mayor said that nobody had asked for money in the spring, and the clerk wrote it down. "


@pytest.fixture(autouse=True)
def _application(qapp):
    """Qt's fonts."""


def written(*articles: ArticleExport) -> bytes:
    """As the child process does it."""
    return printed(articles)


@pytest.fixture
def no_child():
    """None that a test before this one left at rest, and none left for the next."""
    pdf.children.close()
    yield
    pdf.children.close()


def words_of(data: bytes) -> str:
    """All words in the order in which they stand, white space made one blank."""
    document = pdfium.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return " ".join(" ".join(pages).split())


def test_it_is_a_format_that_the_registry_finds():
    assert registry.writer_for("ferry.pdf") is pdf.FORMAT


def test_the_article_its_notes_and_its_lists_are_found_again():
    words = words_of(written(*redact((WITH_UNWORDED,), Disclosure())))
    for found in (
        "who paid?",
        "19 November 2026",
        "1 allegation, 1 denial, 2 reported facts",
        "Her aide said",
        "D1 Denial Said by: Ada | Møller [1]",
        "supports: Harbour ledger [3]",
        "Corrections",
        "Claim 1: “selling the list” → “=lending the *list*”",
        "Must be settled",
        "[3] Harbour ledger – document",
        "Signed off by Lin",
        "1 of 2",
    ):
        assert found in words
    assert "Jo Secret" not in words
    assert words.index("The mayor") < words.index("D1 Denial") < words.index("Corrections")


def test_our_own_reader_finds_the_paragraphs():
    text = "\n\n".join(f"Paragraph {n}. {SENTENCE * 3}".strip() for n in range(3))
    content = pdf.FORMAT.read(written(replace(ARTICLE, title="A title", text=text, claims=())), "a.pdf", None)
    found = [block.text for block in content.blocks]
    for paragraph in text.split("\n\n"):
        assert paragraph in found


def test_it_says_of_itself_what_it_is():
    document = pdfium.PdfDocument(written(ARTICLE))
    told = document.get_metadata_dict()
    document.close()
    assert told["Title"] == "Ferry *repairs* | who paid? 🚢"
    assert told["Author"] == "Rosa, ليلى"
    assert told["Creator"] == "Red Pencil"


def test_each_article_begins_a_page_and_notes_stand_to_the_side():
    document = pdfium.PdfDocument(written(WHOLE, replace(ARTICLE, title="Another title")))
    pages = [page.get_textpage() for page in document]
    first = next(n for n, page in enumerate(pages) if "Another title" in page.get_text_bounded())
    assert pages[first].get_text_bounded().startswith("Another title")
    assert first > 0
    left = {}
    for words in ("The mayor", "Evidence"):
        finder = pages[0].search(words)
        left[words] = pages[0].get_charbox(finder.get_next()[0])[0]
        finder.close()
    assert 12 < left["Evidence"] - left["The mayor"] < 24  # points
    for page in pages:
        page.close()
    document.close()


def ending_at_all_heights() -> list[ArticleExport]:
    """Articles of more and more lines, so that every heading below them comes to the foot of some page."""
    point = replace(POINTS[1], values={"word": "flew"}, quote="", span=None)
    return [
        replace(
            ARTICLE,
            title=f"title {lines}",
            text="\n".join(f"line {n} of {lines}" for n in range(lines)),
            appearances=ARTICLE.appearances[:1] * (lines % 4),  # lines lower than those of the text
            claims=(),
            points=(point,),
            remarks=(f"remark {lines} a", f"remark {lines} b"),
        )
        for lines in range(28, 58)
    ]


def test_no_heading_is_the_last_thing_on_a_page_nor_are_two():
    document = pdfium.PdfDocument(written(*ending_at_all_heights()))
    pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    for heading, below in (("Open points", "Worth a look – “flew”"), ("Remarks", "– remark")):
        for page in pages:
            assert page.count(heading) == page.count(f"{heading} {below}")


def test_nothing_is_lost_where_headings_move_to_the_next_page():
    words = words_of(written(*ending_at_all_heights()))
    for article in ending_at_all_heights():
        for line in (article.title, *article.text.split("\n"), *article.remarks):
            assert f" {line} " in f" {words} "


@pytest.mark.parametrize("which", [0, 18, 20])
def test_nothing_is_lost_behind_a_heading_that_moved(which: int):
    article = ending_at_all_heights()[which]
    points = tuple(
        replace(article.points[0], level=level)
        for level in Level
        for _ in range(article.text.count("\n") % 7 * 9 + 1)
    )
    remarks = tuple(f"remark {n} {'x ' * (n % 90)}".strip() for n in range(150))
    words = words_of(written(replace(article, points=points, remarks=remarks)))
    assert [line for line in remarks if f" {line} " not in f" {words} "] == []


def test_words_from_outside_are_no_markup(tmp_path):
    (tmp_path / "a.png").write_bytes(b"no picture")
    note = f'<img src="{(tmp_path / "a.png").as_uri()}"><b>bold</b>&amp;'
    words = words_of(written(replace(ARTICLE, claims=(replace(INNER, note=note),))))
    assert note.replace(" ", "") in words.replace(" ", "")  # but for where lines end


def test_the_window_goes_on_while_qt_is_busy(qapp):
    """Two hundred emoji keep Qt busy for a second, in which it lets no other Python run."""
    made, ticks = [], []
    article = replace(ARTICLE, text="😀" * 200, claims=())

    class Worker(QThread):
        def run(self) -> None:
            made.append(b"".join(pdf.write((article,))))

    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(monotonic()))
    timer.start(10)
    worker, loop = Worker(), QEventLoop()
    worker.finished.connect(loop.quit)
    worker.start()
    loop.exec()
    assert worker.wait(20_000)
    assert made[0].startswith(b"%PDF")
    assert max(after - before for before, after in pairwise(ticks)) < 0.4  # 0.8 s and more without a child


def test_who_takes_it_may_stop_at_any_time_and_the_child_stops_too(no_child):
    article = replace(ARTICLE, text="😀" * 20_000, claims=())  # half a minute
    pieces = pdf.write((article,))
    assert next(pieces) == b""
    (child,) = pdf.children._all
    pieces.close()
    assert not child.lives


def test_a_child_that_ends_costs_a_sentence(no_child):
    pieces = pdf.write((replace(ARTICLE, text="😀" * 20_000, claims=()),))
    next(pieces)
    (child,) = pdf.children._all
    child.end()
    with pytest.raises(BadInput, match=r"printing\.stopped"):
        list(pieces)


def test_the_child_speaks_as_its_parent_does():
    speak("de", resource("translations"))
    try:
        assert "Keine Aussagen" in words_of(b"".join(pdf.write((replace(ARTICLE, claims=()),))))
    finally:
        speak("en", resource("translations"))


def test_three_hundred_paragraphs_are_quick():
    text = "\n\n".join(f"{n} {SENTENCE * 3}" for n in range(300))
    plain = replace(ARTICLE, text=text, claims=())
    written(plain)
    began = process_time()
    data = written(plain)
    assert process_time() - began < 2  # 0.2 s; the bar is 0.5 s, and other tests run beside this one
    assert "299 The mayor" in words_of(data)


def test_without_a_window_it_is_written_without_a_screen():
    """The command line: no application, no display; and Qt is not loaded before something is written."""
    program = (
        "import sys\n"
        "from annotator.window.paper.pdf import FORMAT\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)\n"
        "from tests.formats.exported import ARTICLE\n"
        "sys.stdout.buffer.write(b''.join(FORMAT.write((ARTICLE,))))"
    )
    bare = {name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "DISPLAY"}}
    done = subprocess.run([sys.executable, "-c", program], env=bare, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Harbour ledger" in words_of(done.stdout)


def test_claims_that_begin_where_no_word_is():
    empty = replace(claim("c", Tag.FACT, "Ferry"), span=Span(0, 0), quote="")
    assert "F1 Reported fact" in words_of(written(replace(ARTICLE, claims=(empty,))))
    assert words_of(written(replace(ARTICLE, text="", title="x", claims=()))).startswith("x")
