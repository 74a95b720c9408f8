"""The colours of all themes against the contrast WCAG asks for, and what Qt gets of them."""

import json
from itertools import combinations

import pytest
from PySide6.QtCore import Qt

from annotator.host.paths import resource
from annotator.model.enums import Tag
from annotator.window.article import painter
from annotator.window.theme import THEMES, Theme, current_theme, load_theme, palette, stylesheet

#: How much contrast words and marks need: WCAG 2.2, AA, and AAA with high contrast, marks as words else.
NEEDS = {"light": (4.5, 3.0), "dark": (4.5, 3.0), "contrast": (7.0, 4.5), "contrast_dark": (7.0, 4.5)}


def channels(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def luminance(colour: list[float]) -> float:
    """Relative luminance, WCAG 2.2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[float], other: list[float]) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def grey(colour: list[float]) -> list[float]:
    """What a screen without colours shows (Rec. 601 weights)."""
    value = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]
    return [value] * 3


def over(base: list[float], tint: str, alpha: float) -> list[float]:
    return [alpha * top + (1 - alpha) * below for top, below in zip(channels(tint), base, strict=True)]


def grounds(theme: Theme) -> list[list[float]]:
    """Every ground that words of the article can stand on: tints of up to three tags, selected or not."""
    found = []
    for base in (theme.page, theme.selection):
        for count in range(4):
            for tags in combinations(Tag, count):
                ground = channels(base)
                for tag in tags:
                    ground = over(ground, theme.tags[tag].tint, theme.tint)
                found.append(ground)
    return found


def test_every_theme_is_looked_at() -> None:
    files = {entry.name for entry in resource("themes").iterdir() if entry.name.endswith(".json")}
    assert files == {f"{name}.json" for name in THEMES} == {f"{name}.json" for name in NEEDS}


@pytest.mark.parametrize("name", THEMES)
def test_words_are_readable_on_every_tint(name: str) -> None:
    theme = load_theme(name)
    ink, (words, _) = channels(theme.ink), NEEDS[name]
    assert len(grounds(theme)) == 16
    for ground in grounds(theme):
        assert contrast(ink, ground) >= words
        assert contrast(grey(ink), grey(ground)) >= words


@pytest.mark.parametrize("name", THEMES)
def test_quiet_words_and_the_accent_are_readable_on_all_grounds_of_the_window(name: str) -> None:
    theme, (words, _) = load_theme(name), NEEDS[name]
    for ground in (theme.page, theme.panel, theme.card, theme.hover):
        assert contrast(channels(theme.ink), channels(ground)) >= words
        assert contrast(channels(theme.secondary), channels(ground)) >= words
        assert contrast(channels(theme.accent), channels(ground)) >= words


@pytest.mark.parametrize("name", THEMES)
def test_words_that_were_found_are_readable(name: str) -> None:
    theme, (words, _) = load_theme(name), NEEDS[name]
    for found in (theme.hit, theme.hit_current):
        assert contrast(channels(theme.ink), channels(found)) >= words
        for tag in Tag:
            tinted = over(channels(found), theme.tags[tag].tint, theme.tint)
            assert contrast(channels(theme.ink), tinted) >= words
    assert theme.hit != theme.hit_current


@pytest.mark.parametrize("name", THEMES)
def test_a_sentence_ticked_as_read_is_paler_and_readable(name: str) -> None:
    """Words and ground lie under the page's colour, of which `1 - pale` is seen."""
    theme = load_theme(name)
    for below in (theme.page, theme.selection, theme.hit, theme.hit_current):
        ink, ground = (over(channels(each), theme.page, 1 - theme.pale) for each in (theme.ink, below))
        assert contrast(ink, ground) >= 4.5
    page = channels(theme.page)
    assert contrast(over(channels(theme.ink), theme.page, 1 - theme.pale), page) < 0.7 * contrast(
        channels(theme.ink), page
    )


@pytest.mark.parametrize("name", THEMES)
def test_thin_lines_on_the_page_can_be_seen(name: str) -> None:
    """Under the names of sources and through withdrawn words (quiet), round what is picked (accent)."""
    theme, (_, marks) = load_theme(name), NEEDS[name]
    one_tint = [over(channels(theme.page), theme.tags[tag].tint, theme.tint) for tag in Tag]
    for ground in (*map(channels, (theme.page, theme.selection, theme.hit)), *one_tint):
        assert contrast(channels(theme.secondary), ground) >= 3
        assert contrast(channels(theme.accent), ground) >= 3
    assert contrast(channels(theme.accent), channels(theme.page)) >= marks


@pytest.mark.parametrize("name", THEMES)
def test_the_letter_of_a_withdrawn_claim_is_readable(name: str) -> None:
    """It stands in its tag's colour on the bare page."""
    theme, (words, _) = load_theme(name), NEEDS[name]
    for tag in Tag:
        assert contrast(channels(theme.tags[tag].mark), channels(theme.page)) >= words


@pytest.mark.parametrize("name", THEMES)
def test_meters_show_how_full_they_are(name: str) -> None:
    """The share of what is done on its bar, the shares of the tags on theirs."""
    theme = load_theme(name)
    assert contrast(channels(theme.ink), channels(theme.border)) >= 3
    for tag in Tag:
        assert contrast(channels(theme.tags[tag].mark), channels(theme.selection)) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_chosen_segments_and_rows_are_readable(name: str) -> None:
    theme, (words, _) = load_theme(name), NEEDS[name]
    tinted = [over(channels(theme.card), theme.tags[tag].tint, theme.tint) for tag in Tag]
    for ground in (*tinted, channels(theme.selection)):
        assert contrast(channels(theme.ink), ground) >= words


@pytest.mark.parametrize("tag", Tag)
@pytest.mark.parametrize("name", THEMES)
def test_marks_stand_out_with_and_without_colour(name: str, tag: Tag) -> None:
    theme, (words, marks) = load_theme(name), NEEDS[name]
    mark = channels(theme.tags[tag].mark)
    own_tint = over(channels(theme.page), theme.tags[tag].tint, theme.tint)
    found = (theme.hit, theme.hit_current)
    bare = (theme.page, theme.card, theme.panel, theme.hover, theme.selection, *found)
    for ground in (*map(channels, bare), own_tint):
        assert contrast(mark, ground) >= marks
        assert contrast(grey(mark), grey(ground)) >= marks
    letter = channels(theme.tags[tag].letter)
    assert contrast(letter, mark) >= words
    assert contrast(grey(letter), grey(mark)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_the_cursors_mark_stands_out(name: str) -> None:
    theme, (_, marks) = load_theme(name), NEEDS[name]
    for ground in (theme.page, theme.selection):
        assert contrast(channels(theme.cursor), channels(ground)) >= marks


@pytest.mark.parametrize("name", ["contrast", "contrast_dark"])
def test_with_high_contrast_the_edges_of_fields_can_be_seen(name: str) -> None:
    theme = load_theme(name)
    for ground in (theme.page, theme.panel, theme.card):
        assert contrast(channels(theme.border), channels(ground)) >= 4.5
    assert contrast(channels(theme.ink), channels(theme.border)) >= 3  # the focus is an edge in ink


def test_tags_are_told_apart_without_colour_by_the_pattern_of_their_lines() -> None:
    """Their marks are nearly the same grey, hence a solid line, dashes and dots."""
    patterns = [tuple(painter._DASHES[tag]) for tag in Tag]
    assert patterns[0] == ()
    assert len(set(patterns)) == len(Tag)
    assert max(patterns[1]) > 1.5 * max(patterns[2])


@pytest.mark.parametrize("name", THEMES)
def test_nothing_but_the_accent_is_red_and_the_selection_is_grey(name: str) -> None:
    theme = load_theme(name)
    red, green, blue = channels(theme.accent)
    assert red > 1.5 * green
    assert red > 1.5 * blue
    selection = channels(theme.selection)
    assert max(selection) - min(selection) < 0.06


def test_the_scheme_of_the_system_chooses_the_theme(qapp: object) -> None:
    assert current_theme(Qt.ColorScheme.Dark).name == "dark"
    assert current_theme(Qt.ColorScheme.Light).name == "light"
    assert current_theme(Qt.ColorScheme.Unknown).name == "light"
    assert current_theme().name in THEMES


@pytest.mark.parametrize(
    ("scheme", "name"),
    [
        (Qt.ColorScheme.Light, "contrast"),
        (Qt.ColorScheme.Unknown, "contrast"),
        (Qt.ColorScheme.Dark, "contrast_dark"),
    ],
)
def test_a_wish_of_the_system_for_contrast_is_granted(
    qapp: object, scheme: Qt.ColorScheme, name: str
) -> None:
    assert current_theme(scheme, Qt.ContrastPreference.HighContrast).name == name


@pytest.mark.parametrize("name", THEMES)
def test_palette_and_stylesheet_carry_the_themes_colours(qapp: object, name: str) -> None:
    theme = load_theme(name)
    assert palette(theme).windowText().color().name().upper() == theme.ink
    sheet = stylesheet(theme)
    assert "@" not in sheet
    assert theme.accent in sheet
    assert "QMenu" not in sheet.replace("QMenuBar", "")


def test_all_themes_name_the_same_colours() -> None:
    files = [json.loads(resource(f"themes/{name}.json").read_text("utf-8")) for name in THEMES]
    assert [file["name"] for file in files] == list(THEMES)
    assert all(file.keys() == files[0].keys() for file in files)


def test_quiet_words_of_fields_and_lists_are_not_half_ink(qapp: object) -> None:
    """A stylesheet that names a colour makes hints half of it, unless it names theirs too."""
    theme = load_theme("light")
    for rule in ("QLineEdit, QPlainTextEdit", "QListView, QTreeView"):
        block = stylesheet(theme).split(rule, 1)[1].split("}", 1)[0]
        assert f"placeholder-text-color: {theme.secondary}" in block
