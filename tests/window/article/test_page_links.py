"""Where the curves of links run: in the margin, side by side, off the edge to what is out of sight."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from annotator.model.enums import Tag
from annotator.window.article.claims import PageClaims
from annotator.window.article.geometry import Geometry
from annotator.window.article.letters import letters
from annotator.window.article.links import Curve, PageLinks, Sight, curves, linked
from annotator.window.article.positions import Positions
from annotator.window.article.typesetting import Measures, typeset
from tests.window.article.conftest import claim

MEASURES = Measures()
WORDS = ("alpha", "beta", "gamma", "delta", "omega", "theta")
TEXT = "Who paid?\n\n" + "\n\n".join(f"Here {word} is said of it. " * 3 for word in WORDS)
ARABIC = "عنوان\n\nقال الوزير إن الخبر كاذب.\n\nلم يرد أحد."
Draw = Callable[..., list[Curve]]


def sight(text: str, claims: PageClaims, top: float, bottom: float) -> Sight:
    positions = Positions(text)
    document = typeset(text, positions, MEASURES)
    document.setTextWidth(MEASURES.page)
    geometry = Geometry(document, text, positions)
    lines = geometry.lines(top, bottom)
    seen = Sight(lines, letters(lines, claims, None, MEASURES), QRectF(0, top, MEASURES.page, bottom - top))
    KEPT.append(document)
    return seen


KEPT: list[object] = []  # lines point into documents


@pytest.fixture
def draw(qapp: object) -> Draw:
    claims = PageClaims([claim(word, TEXT, f"Here {word}", Tag.ALLEGATION) for word in WORDS])

    def curves_of(picked: str, *pairs: tuple[str, str], top: float = 0, bottom: float = 800) -> list[Curve]:
        return list(curves(PageLinks(pairs), picked, claims, sight(TEXT, claims, top, bottom), MEASURES))

    yield curves_of  # type: ignore[misc]
    KEPT.clear()


def test_links_are_found_from_both_ends_and_once() -> None:
    links = PageLinks([("d", "a"), ("d", "b"), ("e", "a"), ("d", "a")])
    assert list(links.of("d")) == [("d", "a"), ("d", "b")]
    assert list(links.of("a")) == [("d", "a"), ("e", "a")]
    assert list(links.of("x")) == []
    assert linked(links, "a") == {"d", "e"}
    assert linked(links, None) == set()


def test_nothing_is_drawn_unless_an_end_is_picked(draw: Draw) -> None:
    assert draw("gamma", ("alpha", "beta")) == []
    assert len(draw("alpha", ("alpha", "beta"))) == 1
    assert len(draw("beta", ("alpha", "beta"))) == 1


def test_the_arrow_points_at_the_allegation_from_beside_its_letter(draw: Draw) -> None:
    for pair, downward in ((("beta", "delta"), True), (("delta", "beta"), False)):
        (curve,) = draw("beta", pair)
        ((tip, origin),) = curve.arrows
        assert tip == curve.path.currentPosition()
        begun = curve.path.pointAtPercent(0)
        assert (tip.y() > begun.y()) == downward
        assert origin.x() < tip.x() == begun.x()


def test_curves_stay_in_the_margin_left_of_the_letters(draw: Draw) -> None:
    outer = MEASURES.margin - MEASURES.beside(16) - MEASURES.beside(20)
    for curve in draw("alpha", *(("alpha", word) for word in WORDS[1:])):
        box = curve.path.boundingRect()
        assert box.left() >= 0
        assert box.right() < outer


def test_several_curves_fan_out_the_longer_ones_farther(draw: Draw) -> None:
    drawn = draw("alpha", *(("alpha", word) for word in WORDS[1:]))
    boxes = [curve.path.boundingRect() for curve in drawn]
    heights = [box.height() for box in boxes]
    assert heights == sorted(heights)
    assert all(before.left() - after.left() >= 1.5 for before, after in pairwise(boxes))


@pytest.mark.parametrize("pair", [("theta", "alpha"), ("alpha", "theta")])
def test_an_end_out_of_sight_lies_on_the_edge_with_an_arrow(draw: Draw, pair: tuple[str, str]) -> None:
    """The upper half of the page is in sight, then the lower one."""
    for top, bottom, edge in ((0, 300, 296), (300, 900, 304)):
        (curve,) = draw("alpha", pair, top=top, bottom=bottom)
        on_edge = [(tip, origin) for tip, origin in curve.arrows if tip.y() == edge]
        assert len(on_edge) == 1
        tip, origin = on_edge[0]
        assert tip.x() == origin.x()
        assert top <= curve.path.boundingRect().top()
        assert curve.path.boundingRect().bottom() <= bottom
        # One arrow at the edge, one at the allegation; they are the same where that is out of sight.
        assert curve.arrows[0][0] == curve.path.currentPosition()
        in_sight = (pair[1] == "alpha") == (top == 0)
        assert len(curve.arrows) == (2 if in_sight else 1)


def test_where_both_ends_are_out_of_sight_nothing_is_drawn(draw: Draw) -> None:
    assert draw("alpha", ("alpha", "beta"), top=600, bottom=900) == []


def test_two_letters_of_one_row_are_joined_by_a_loop(qapp: object) -> None:
    claims = PageClaims([claim("a", TEXT, "Here alpha"), claim("d", TEXT, "alpha is", Tag.DENIAL)])
    seen = sight(TEXT, claims, 0, 500)
    (curve,) = curves(PageLinks([("d", "a")]), "d", claims, seen, MEASURES)
    assert curve.path.boundingRect().height() >= 5
    assert curve.path.boundingRect().width() >= 5
    KEPT.clear()


def test_beside_right_to_left_text_curves_run_on_the_right(qapp: object) -> None:
    claims = PageClaims([claim("a", ARABIC, "قال الوزير"), claim("d", ARABIC, "لم يرد", Tag.DENIAL)])
    seen = sight(ARABIC, claims, 0, 500)
    (curve,) = curves(PageLinks([("d", "a")]), "a", claims, seen, MEASURES)
    box = curve.path.boundingRect()
    assert box.left() > MEASURES.page - MEASURES.margin + MEASURES.beside(36)
    assert box.right() <= MEASURES.page
    KEPT.clear()
