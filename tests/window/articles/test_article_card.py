"""The painted row of an article: its meter, and the room it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.enums import Tag
from annotator.model.views import ArticleLine
from annotator.window.articles.card import segments
from annotator.window.articles.panel import ArticlesPanel
from annotator.window.theme import load_theme

shares = st.dictionaries(st.sampled_from(list(Tag)), st.floats(0, 3, allow_nan=False), max_size=3)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def line(covered=None, title="A title", publisher="", claims=0):
    return ArticleLine("a", title, publisher, "2025-03-14", "", 100, False, claims, covered or {})


@given(shares, st.integers(40, 400))
def test_segments_lie_side_by_side_on_the_track(covered, width):
    placed = list(segments(line(covered), width).values())
    assert len(placed) == sum(share > 0 for share in covered.values())
    edges = [edge for pair in placed for edge in pair]
    assert edges == sorted(edges)
    assert all(right > left for left, right in placed)
    assert not edges or (edges[0] == 0 and edges[-1] <= width + 0.001)


def test_segments_are_as_long_as_their_share():
    placed = segments(line({Tag.ALLEGATION: 0.25, Tag.FACT: 0.5}), 202)  # 200 and one gap of 2
    assert placed == {Tag.ALLEGATION: (0, 50), Tag.FACT: (52, 152)}


def painted(qtbot, article, theme="light"):
    panel = ArticlesPanel()
    qtbot.addWidget(panel)
    panel.set_theme(load_theme(theme))
    panel.set_articles([article])
    panel.resize(240, 300)
    panel.show()
    panel.search.clearFocus()
    row = panel.list.visualRect(panel.list.model().index(0, 0))
    return panel.list.viewport().grab(row).toImage(), row


def columns_in(image, colour):
    """The x of all pixels that are exactly of a colour."""
    return {
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).name().upper() == colour
    }


def test_the_meter_is_painted_in_the_colours_of_the_tags(qtbot):
    image, _ = painted(qtbot, line({Tag.ALLEGATION: 0.5, Tag.DENIAL: 0.5}))
    theme = load_theme("light")
    amber = columns_in(image, theme.tags[Tag.ALLEGATION].mark)
    blue = columns_in(image, theme.tags[Tag.DENIAL].mark)
    assert len(amber) > 80
    assert len(blue) > 80
    assert max(amber) < min(blue)
    assert not columns_in(image, theme.tags[Tag.FACT].mark)


def test_right_to_left_titles_begin_at_the_right(qtbot):
    ink = load_theme("light").ink.upper()
    left, _ = painted(qtbot, line(title="Bees"))
    right, _ = painted(qtbot, line(title="نفي رسمي"))
    assert max(columns_in(left, ink)) < left.width() / 2
    assert min(columns_in(right, ink)) > right.width() / 2


def test_a_long_title_takes_two_lines_and_no_more(qtbot):
    _, short = painted(qtbot, line(title="Bees"))
    _, long = painted(qtbot, line(title="Two lines of title will " + "be needed for this "))
    _, endless = painted(qtbot, line(title="word " * 200))
    assert short.height() < long.height() == endless.height()


def test_a_narrow_panel_shortens_the_publisher_not_the_count(qtbot):
    from annotator.window.articles.list_model import about

    origin, rest = about(line(publisher="The Very Long Name of a Publisher", claims=3))
    assert origin == "The Very Long Name of a Publisher"
    assert rest == " · 14 Mar 2025 · 3 claims"


def test_markup_in_a_title_stays_text(qtbot):
    plain, _ = painted(qtbot, line(title="<b>Bees</b> &amp; more"))
    assert plain != painted(qtbot, line(title="Bees & more"))[0]
