"""Pages and times stand beside the lines where they begin, outside of letters and curves."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.model.places import Place, PlaceKind
from annotator.model.spans import Span
from annotator.model.views import ClaimLine
from annotator.window.article.labels import PlaceLabel, label_font, place_labels
from annotator.window.article.links import curves
from annotator.window.article.view import ArticleView
from tests.window.article.conftest import Hand, claim, page
from tests.window.article.test_scripts import ARABIC

Show = Callable[..., Hand]
PARAGRAPHS = (
    "Who paid?",
    "The company denied it, and said so more than once this week.",
    "Nobody asked her.",
    "She rang.",
)
TEXT = "\n\n".join(PARAGRAPHS)
PAGES = ("iv", "5", "5", "6")
TIMES = ("00:00:01.000", "00:00:01.900", "00:12:03.000", "10:00:00.000")


def places(text: str, kind: PlaceKind, values: tuple[str, ...]) -> tuple[Place, ...]:
    """A place for each paragraph of a text."""
    found, at = [], 0
    for paragraph, value in zip(text.split("\n\n"), values, strict=False):
        found.append(Place(Span(at, at + len(paragraph)), kind, value))
        at += len(paragraph) + 2
    return tuple(found)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., ArticleView]:
    """Shows a text with places and claims, and links between these."""

    def show(
        kind: PlaceKind,
        values: tuple[str, ...],
        *claims: ClaimLine,
        text: str = TEXT,
        width: int = 960,
        links: tuple[tuple[str, str], ...] = (),
    ) -> ArticleView:
        view = ArticleView()
        qtbot.addWidget(view)
        view.resize(width, 700)
        view.show()
        view.show_page(replace(page(text, *claims), places=places(text, kind, values)))
        view.set_links(links)
        return view

    return show


def labels(view: ArticleView) -> list[PlaceLabel]:
    """The labels as the page paints them."""
    lines = view._lines_in(0, view.viewport().height())
    beside = view._letters(lines)
    links = list(curves(view._links, view.picked, view._claims, view._sight(lines, beside), view._measures))
    font = label_font(view.font(), view._measures)
    return place_labels(lines, view._whereabouts, (beside, links), font, view._measures)


def test_a_page_is_told_where_it_begins_and_not_again(shown) -> None:
    view = shown(PlaceKind.PAGE, PAGES)
    found = labels(view)
    assert [label.words for label in found] == ["iv", "5", "6"]
    for label, words in zip(found, ("Who paid", "The company", "She rang"), strict=True):
        line = view._geometry.line_at(TEXT.index(words))
        assert label.place.y() == line.baseline
        assert 0 <= label.room.left() < label.room.right() < line.left
        assert not label.tick.isNull()


def test_times_stand_beside_their_paragraphs_a_second_once_and_without_a_tick(shown) -> None:
    found = labels(shown(PlaceKind.TIME, TIMES))
    assert [label.words for label in found] == ["0:00:01", "0:12:03", "10:00:00"]
    assert all(label.tick.isNull() for label in found)


def test_lines_from_the_right_have_them_on_the_right(shown) -> None:
    view = shown(PlaceKind.PAGE, ("٣",), text=ARABIC)
    (label,) = labels(view)
    line = view._geometry.line_at(0)
    assert line.left + line.width < label.room.left() < label.room.right() <= view.viewport().width()


@pytest.mark.parametrize("width", [960, 300])
@pytest.mark.parametrize("zoom", [60, 100, 200])
def test_letters_come_first(shown, width: int, zoom: int) -> None:
    words = ("Nobody", "asked", "her")
    claims = (claim("one", TEXT, "The company"), *(claim(each, TEXT, each) for each in words))
    for kind, values in ((PlaceKind.PAGE, ("1", "Supplement 2", "3", "4")), (PlaceKind.TIME, TIMES)):
        view = shown(kind, values, *claims, width=width)
        view.set_zoom(zoom)
        beside = view._letters(view._lines_in(0, view.viewport().height()))
        found = labels(view)
        assert found
        for label in found:
            assert not [letter for letter in beside if letter.rect.intersects(label.room)]
            assert label.room.left() >= 0
            assert label.room.right() <= view.viewport().width()


def test_a_page_is_cut_short_beside_letters_and_a_time_is_whole_or_not_there(shown) -> None:
    two = (claim("a", TEXT, "The"), claim("b", TEXT, "company"))
    cut = labels(shown(PlaceKind.PAGE, ("1", "A-1042", "3", "4"), *two))[1].words
    assert cut.endswith("…")
    assert "A-1042".startswith(cut[:-1])
    view = shown(PlaceKind.TIME, ("00:00:01", "00:00:02"), *two)
    assert [label.words for label in labels(view)] == ["0:00:01"]
    view.set_claims(two[:1])
    assert [label.words for label in labels(view)] == ["0:00:01", "0:00:02"]


def test_curves_come_first(shown) -> None:
    ends = (claim("denial", TEXT, "Who paid"), claim("allegation", TEXT, "She rang"))
    view = shown(
        PlaceKind.TIME,
        ("00:00:01", "00:00:02", "00:00:03", "00:00:04"),
        *ends,
        links=(("denial", "allegation"),),
    )
    assert len(labels(view)) == 4
    view.pick("denial")
    lines = view._lines_in(0, view.viewport().height())
    sight = view._sight(lines, view._letters(lines))
    (curve,) = curves(view._links, "denial", view._claims, sight, view._measures)
    found = labels(view)
    assert len(found) < 4
    assert not [label for label in found if curve.path.intersects(label.room)]


def test_they_are_painted_and_go_with_the_article(shown) -> None:
    view = shown(PlaceKind.TIME, TIMES)
    room = labels(view)[1].room.toAlignedRect()
    paper = QColor(view._theme.page).rgb()

    def inked() -> int:
        seen = view.viewport().grab().toImage()
        ratio = round(seen.devicePixelRatio())
        part = seen.copy(room.x() * ratio, room.y() * ratio, room.width() * ratio, room.height() * ratio)
        return sum(part.pixel(x, y) != paper for x in range(part.width()) for y in range(part.height()))

    assert inked() > 20
    view.show_page(page(TEXT))
    assert inked() == 0
    assert not view._whereabouts


def test_a_claim_is_said_with_its_page(shown, qtbot: QtBot) -> None:
    view = shown(PlaceKind.PAGE, PAGES, claim("a", TEXT, "She rang"), claim("b", TEXT, "week.\n\nNobody"))
    said: list[str] = []
    view.spoken.connect(said.append)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.pick("a")
    assert said[-1].endswith("page 6, claim 2 of 2")
    view.set_whereabouts(type(view._whereabouts)())
    view.pick("b")
    assert "page" not in said[-1]
