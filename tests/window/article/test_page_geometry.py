"""Where characters stand, in lines of either direction and of both."""

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextDocument

from annotator.model.spans import Span
from annotator.window.article.geometry import Geometry
from annotator.window.article.positions import Positions
from annotator.window.article.typesetting import HEADING_SCALE, Measures, typeset
from tests.strategies import texts

MEASURES = Measures()


def laid_out(text: str) -> tuple[QTextDocument, Geometry]:
    positions = Positions(text)
    document = typeset(text, positions, MEASURES)
    document.setTextWidth(MEASURES.page)
    return document, Geometry(document, text, positions)


@given(text=texts())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lines_hold_every_character_but_white_space_once_and_in_order(qapp: object, text: str) -> None:
    document, geometry = laid_out(text)
    lines = geometry.lines(0, document.size().height())
    held = [offset for line in lines for offset in range(line.start, line.end)]
    assert held == sorted(set(held))
    missing = set(range(len(text))) - set(held)
    assert all(text[offset].isspace() for offset in missing)


@pytest.mark.parametrize(
    "text",
    [
        "H\nקצת עברית with English 123 ושוב עברית",
        "H\nHe said لا (no) and ش 5 x",
        "H\nقال لا إله بلا شك (ABC 12) السلام عليكم 7 ن",
        "H\nقال 7",
        "H\nHe said ن",
        "H\nقال وزير النقل",
    ],
)
def test_in_mixed_lines_the_characters_tile_the_line(qapp: object, text: str) -> None:
    _, geometry = laid_out(text)
    line = geometry.lines(0, 500)[1]
    whole = line.laid.naturalTextRect()
    assert line.edges is not None
    assert min(left for left, _ in line.edges) == pytest.approx(whole.left(), abs=1)
    assert max(right for _, right in line.edges) == pytest.approx(whole.right(), abs=1)
    # A ligature's letters may lie on each other, but nothing is missed and every letter has room.
    assert len(geometry.extents(line, line.span)) == 1
    assert all(right > left for left, right in line.edges)


def test_a_span_over_a_turn_of_direction_has_two_stretches(qapp: object) -> None:
    text = "H\nאבגדה hello ושוב"
    _, geometry = laid_out(text)
    line = geometry.lines(0, 500)[1]
    start = text.index("דה")
    stretches = geometry.extents(line, Span(start, text.index("llo")))
    # From the right: "אבג", "דה ", then "hello" from the left; "he" is its left half.
    assert len(stretches) == 2
    hello = geometry.extents(line, Span(text.index("hello"), text.index("hello") + 5))[0]
    assert stretches[0].left == pytest.approx(hello.left)
    assert stretches[0].right < hello.right
    assert stretches[1].left == pytest.approx(hello.right)
    assert line.leftward


def test_the_character_under_a_point_is_the_one_whose_stretch_holds_it(qapp: object) -> None:
    text = "Heading\nplain words 🚢 and عربي هنا end"
    _, geometry = laid_out(text)
    line = geometry.lines(0, 500)[1]
    for offset in (10, 14, 25, 36):
        stretch = geometry.extents(line, Span(offset, offset + 1))[0]
        point = QPointF((stretch.left + stretch.right) / 2, line.middle)
        assert geometry.character_at(point) == offset
    assert geometry.character_at(QPointF(line.left + line.width + 5, line.middle)) is None


def test_in_the_gap_under_the_heading_the_caret_goes_to_a_line_beside_it(qapp: object) -> None:
    text = "Heading\n\n" + "First paragraph of it.\n\n" * 300
    document, geometry = laid_out(text)
    heading, _, first = geometry.lines(0, 160)[:3]
    assert heading.scale == HEADING_SCALE
    assert geometry.caret_at(QPointF(0, heading.baseline + 20)) == 0
    assert geometry.caret_at(QPointF(0, first.baseline - 14)) <= first.start
    assert geometry.caret_at(QPointF(10_000, document.size().height())) == len(text)
    assert geometry.caret_at(QPointF(0, 0)) == 0


def test_a_caret_right_of_a_wrapped_line_stays_on_it(qapp: object) -> None:
    text = "H\n" + "some words that run on " * 20
    _, geometry = laid_out(text)
    line = geometry.lines(0, 500)[1]
    assert geometry.caret_at(QPointF(10_000, line.middle)) == line.end


def test_blank_lines_add_nearly_nothing_between_paragraphs(qapp: object) -> None:
    _, close = laid_out("H\n\none\ntwo")
    _, apart = laid_out("H\n\none\n\ntwo")
    gaps = []
    for geometry in (close, apart):
        baselines = [line.baseline for line in geometry.lines(0, 500) if line.end > line.start]
        gaps.append(baselines[2] - baselines[1])
    assert gaps[0] > MEASURES.leading + 10
    assert 0 <= gaps[1] - gaps[0] <= 2


def test_lines_of_other_scripts_are_no_farther_apart(qapp: object) -> None:
    _, geometry = laid_out("H\nplain\nقال 市长 🚢\nplain")
    baselines = [line.baseline for line in geometry.lines(0, 500)][1:]
    assert baselines[1] - baselines[0] == pytest.approx(baselines[2] - baselines[1], abs=0.6)


def test_looking_at_the_beginning_does_not_lay_out_the_whole_text(qapp: object) -> None:
    document, geometry = laid_out("Heading\n\n" + "First paragraph of it.\n\n" * 20_000)
    for height in range(0, 300, 7):
        geometry.lines(height, height + 400)
        geometry.caret_at(QPointF(200, height))
        geometry.character_at(QPointF(200, height))
    assert document.lastBlock().layout().lineCount() == 0


def test_the_first_line_with_words_is_the_heading(qapp: object) -> None:
    _, geometry = laid_out("\n\nWho paid?\n\nNobody knows.")
    scales = {line.start: line.scale for line in geometry.lines(0, 500) if line.end > line.start}
    assert scales == {2: HEADING_SCALE, 13: 1}
    first = next(line for line in geometry.lines(0, 500) if line.end > line.start)
    _, usual = laid_out("Who paid?\n\nNobody knows.")
    assert first.baseline < usual.lines(0, 100)[0].baseline + 5  # blank lines above take nearly no room


def test_large_type_leaves_its_column_more_than_half_of_a_small_page(qapp: object) -> None:
    large = Measures(250)
    page = 640  # pixels: what a window of 1024 leaves beside the panel
    assert page - 2 * large.margin > page / 2
    assert Measures(80).margin == pytest.approx(80 / 100 * Measures(100).margin, abs=1)


@pytest.mark.parametrize(
    "letter", ["e\u0301", "e\u0301\u0329", "a1\u0359", "Z\u0351\u036b\u0343", "👍🏽", "👩‍👩‍👧"]
)
def test_the_caret_goes_on_as_the_hand_does(qapp: object, letter: str) -> None:
    _, geometry = laid_out(f"H\nx{letter}| and more")
    line = geometry.lines(0, 500)[1]
    hand = [QPointF(line.left + x / 4, line.middle) for x in range(4 * 90)]
    carets = [geometry.caret_at(point) for point in hand]
    assert carets == sorted(carets)
    assert {2, 3, 3 + len(letter), 4 + len(letter)} <= set(carets)
