"""What the page shows beside its claims, looked at pixel by pixel."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.host.paths import resource
from annotator.model.enums import Tag
from annotator.model.spans import Span
from annotator.text.sentences import sentences
from annotator.window.article.strokes import GROUND
from annotator.window.article.typesetting import Measures
from annotator.window.theme import Theme, load_theme
from tests.window.article.conftest import Hand, claim

Show = Callable[..., Hand]
THEMES = sorted(file.stem for file in resource("themes").iterdir() if file.name.endswith(".json"))
TEXT = "Who paid?\n\nThe company denied it. She said so twice.\n\nNobody answered her calls at all.\n\nNo."
FOUND = sentences(TEXT)


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def image(hand: Hand) -> QImage:
    return hand.view.viewport().grab().toImage()


def around(hand: Hand, span: Span) -> QRect:
    """The words of a span on one line."""
    start, end = hand.at(span.start), hand.at(span.end)
    return QRect(start - QPoint(0, 12), end + QPoint(0, 8))


def colours(seen: QImage, rect: QRect) -> set[str]:
    return {
        seen.pixelColor(x, y).name()
        for x in range(max(rect.left(), 0), min(rect.right() + 1, seen.width()))
        for y in range(max(rect.top(), 0), min(rect.bottom() + 1, seen.height()))
    }


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def over(top: QColor, share: float, below: QColor) -> QColor:
    """A colour laid over another with an opacity."""
    mixed = [
        share * above + (1 - share) * under
        for above, under in zip(top.getRgbF()[:3], below.getRgbF()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor.fromRgbF(*mixed)


def darkest(seen: QImage, rect: QRect, page: QColor) -> float:
    """The strongest contrast to the page among the pixels of some words."""
    return max(contrast(QColor(name), page) for name in colours(seen, rect))


@pytest.mark.parametrize("name", THEMES)
def test_ticked_words_stay_readable_on_every_ground(name: str) -> None:
    """Ink and ground lie under the same veil of the page's colour."""
    theme = load_theme(name)
    page, ink, veil = QColor(theme.page), QColor(theme.ink), 1 - theme.pale
    light_ground = over(QColor(theme.cursor), GROUND, page)
    for ground in (page, light_ground, QColor(theme.selection)):
        assert contrast(over(page, veil, ink), over(page, veil, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_words_stay_readable_on_the_cursors_ground_and_on_places_found(name: str) -> None:
    theme = load_theme(name)
    ink, page = QColor(theme.ink), QColor(theme.page)
    light_ground = over(QColor(theme.cursor), GROUND, page)
    for ground in (light_ground, QColor(theme.hit), QColor(theme.hit_current)):
        assert contrast(ink, ground) >= 4.5
        for tag in Tag:
            tinted = over(QColor(theme.tags[tag].tint), theme.tint, ground)
            assert contrast(ink, tinted) >= 4.5
    assert contrast(QColor(theme.cursor), page) >= 3
    assert contrast(QColor(theme.secondary), page) >= 3


def test_places_found_in_a_ticked_sentence_keep_their_strength(hand: Show) -> None:
    made = hand(TEXT)
    theme = load_theme("light")
    made.view.set_theme(theme)
    made.view.go_to(FOUND[-1])
    rect, page = around(made, span_of("company")), QColor(theme.page)
    strong = darkest(image(made), rect, page)
    made.view.set_read([FOUND[1]])
    assert darkest(image(made), rect, page) < strong
    made.view.set_hits([span_of("company")], None)
    assert darkest(image(made), rect, page) == pytest.approx(strong)


@pytest.mark.parametrize("name", THEMES)
def test_a_ticked_sentence_is_paler_and_the_claim_in_it_is_not(hand: Show, name: str) -> None:
    made = hand(TEXT, claim("c", TEXT, "said so"))
    theme = load_theme(name)
    made.view.set_theme(theme)
    made.view.go_to(FOUND[-1])
    page = QColor(theme.page)
    places = {
        words: around(made, span_of(words)) for words in ("company denied", "said so", "twice", "Nobody")
    }
    before = {words: darkest(image(made), rect, page) for words, rect in places.items()}
    made.view.set_read([FOUND[1], FOUND[2]])
    after = {words: darkest(image(made), rect, page) for words, rect in places.items()}
    for words in ("company denied", "twice"):
        assert 4.4 < after[words] < before[words] * 0.8
    for words in ("said so", "Nobody"):
        assert after[words] == pytest.approx(before[words])


def test_a_tick_stands_beside_the_first_line_of_a_ticked_sentence_alone(hand: Show) -> None:
    made = hand(TEXT)
    made.view.set_theme(load_theme("light"))
    ticks = {}
    for read in ([], [FOUND[3]]):
        made.view.set_read(read)
        seen = image(made)
        beside = seen.width() - round(made.view._measures.margin)
        for words in ("The company", "Nobody"):
            y = made.at(span_of(words).start).y()
            ticks[words, bool(read)] = len(colours(seen, QRect(beside, y - 12, 60, 24))) > 1
    assert ticks == {
        ("The company", False): False,
        ("The company", True): False,
        ("Nobody", False): False,
        ("Nobody", True): True,
    }


def bar(hand: Hand, words: str) -> set[str]:
    """The colours in the strip between the letters and the words."""
    start = hand.at(span_of(words).start)
    return colours(image(hand), QRect(start.x() - 12, start.y() - 3, 6, 6))


@pytest.mark.parametrize("name", THEMES)
def test_the_cursors_sentence_has_a_bar_and_a_ground_stronger_with_the_focus(hand: Show, name: str) -> None:
    made = hand(TEXT)
    theme = load_theme(name)
    made.view.set_theme(theme)
    made.view.go_to(FOUND[3])
    made.focus()
    stop = made.at(FOUND[3].end) - QPoint(2, 8)  # above the full stop nothing is drawn but the ground
    page = QColor(theme.page)
    assert theme.cursor.lower() in bar(made, "Nobody")
    assert bar(made, "The company") == {theme.page.lower()}
    strong = contrast(image(made).pixelColor(stop), page)
    made.view.clearFocus()
    assert theme.border.lower() in bar(made, "Nobody")
    assert 1 < contrast(image(made).pixelColor(stop), page) < strong


def test_the_sheet_is_framed_while_the_keys_go_there(hand: Show) -> None:
    made = hand(TEXT)
    theme = load_theme("light")
    made.view.set_theme(theme)
    framed = {}
    for focused in (True, False):
        made.focus() if focused else made.view.clearFocus()
        seen = made.view.grab().toImage()
        framed[focused] = seen.pixelColor(300, 0).name() == theme.secondary.lower()
    assert framed == {True: True, False: False}


def test_a_sentence_is_not_marked_where_words_are_selected_or_a_claim_is_picked(hand: Show) -> None:
    made = hand(TEXT, claim("c", TEXT, "Nobody"))
    made.view.go_to(FOUND[3])
    page = load_theme("light").page.lower()
    made.view.set_theme(load_theme("light"))
    made.view.pick("c")
    assert bar(made, "Nobody") == {page}
    made.view.pick(None)
    assert bar(made, "Nobody") != {page}
    made.view.select(span_of("answered"))
    assert bar(made, "Nobody") == {page}


@pytest.mark.parametrize("name", THEMES)
def test_places_found_have_a_ground_and_the_one_in_turn_another_with_a_line_round_it(
    hand: Show, name: str
) -> None:
    made = hand(TEXT)
    theme = load_theme(name)
    made.view.set_theme(theme)
    hits = [span_of("company"), span_of("Nobody")]
    made.view.set_hits(hits, hits[1])
    seen = image(made)
    assert theme.hit.lower() in colours(seen, around(made, hits[0]))
    assert theme.hit_current.lower() not in colours(seen, around(made, hits[0]))
    assert theme.hit_current.lower() in colours(seen, around(made, hits[1]))
    made.view.clear_hits()
    assert theme.hit.lower() not in colours(image(made), around(made, hits[0]))


def reds(seen: QImage, theme: Theme) -> set[int]:
    """The columns in which something is drawn in the accent, or nearly so as thin lines are."""
    accent = QColor(theme.accent)
    more_than_green, more_than_blue = accent.red() - accent.green(), accent.red() - accent.blue()
    plain = seen.convertToFormat(QImage.Format.Format_RGB888)  # kept, for its bits go with it
    raw = bytes(plain.constBits())
    stride = len(raw) // seen.height()
    return {
        x
        for y in range(seen.height())
        for x in range(seen.width())
        if raw[y * stride + 3 * x] - raw[y * stride + 3 * x + 1] > 0.7 * more_than_green
        and raw[y * stride + 3 * x] - raw[y * stride + 3 * x + 2] > 0.7 * more_than_blue
    }


def test_a_link_is_drawn_in_the_margin_when_an_end_is_picked(hand: Show) -> None:
    made = hand(TEXT, claim("a", TEXT, "The company"), claim("d", TEXT, "Nobody", Tag.DENIAL))
    theme = load_theme("light")
    made.view.set_theme(theme)
    made.view.pick("d")
    margin = round(made.view._measures.margin)
    letter = margin - 36 - 6  # the ring's outer side
    alone = {x for x in reds(image(made), theme) if x < margin}
    assert min(alone) >= letter
    made.view.set_links([("d", "a")])
    both = reds(image(made), theme)
    assert min(both) < letter - 8
    # Beyond the margin nothing is added: the outline of the picked words is as it was.
    made.view.set_links([])
    assert {x for x in both if x >= margin} == {x for x in reds(image(made), theme) if x >= margin}
    made.view.set_links([("d", "a")])
    made.view.pick(None)
    assert reds(image(made), theme) == set()


def test_links_are_not_drawn_while_another_is_chosen(hand: Show) -> None:
    """The letters at their other ends do not stand then: a curve would run to the sheet's edge."""
    made = hand(TEXT, *(claim(name, TEXT, words) for name, words in (("a", "The company"), ("b", "Nobody"))))
    made.view.update_claims([claim("d", TEXT, "denied it", Tag.DENIAL)])
    theme = load_theme("light")
    made.view.set_theme(theme)
    made.view.pick("d")
    made.view.begin_choice(["b"])
    alone = reds(image(made), theme)
    made.view.end_choice()
    made.view.set_links([("d", "a")])
    assert reds(image(made), theme) != alone
    made.view.begin_choice(["b"])
    assert reds(image(made), theme) == alone


class Paints(QObject):
    """Notes what parts of a widget are painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.rects: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(QRect(event.rect()))
        return False


def test_a_link_to_what_is_out_of_sight_is_drawn_anew_as_the_page_scrolls(hand: Show) -> None:
    """Its arrow stays at the edge, while Qt would move the rest and paint a strip."""
    text = TEXT + "\n\n" + "Many more words follow here. " * 300
    made = hand(text, claim("a", text, "The company"), claim("d", text, text[6000:6020], Tag.DENIAL))
    paints = Paints(made.view.viewport())
    whole = {}
    for picked in (None, "a"):
        made.view.set_links([("d", "a")])
        made.view.pick(picked)
        QApplication.processEvents()
        paints.rects.clear()
        made.view.verticalScrollBar().setValue(made.view.verticalScrollBar().value() + 9)
        QApplication.processEvents()
        whole[picked] = made.view.viewport().rect() in paints.rects
    assert whole == {None: False, "a": True}


def test_candidates_are_numbered_in_the_margin_and_the_current_one_is_outlined(hand: Show) -> None:
    made = hand(TEXT, claim("a", TEXT, "company denied"), claim("b", TEXT, "Nobody"))
    theme = load_theme("light")
    made.view.set_theme(theme)
    ink = theme.ink.lower()
    letters = [
        QRect(made.at(span_of(each).start).x() - 36, made.at(span_of(each).start).y() - 10, 20, 20)
        for each in ("The company", "Nobody")
    ]
    assert not any(ink in colours(image(made), rect) for rect in letters)
    outside = around(made, span_of("company denied"))
    edge = QRect(outside.left() - 4, outside.top() + 6, 3, 10)
    made.view.begin_choice(["a", "b"])
    assert all(ink in colours(image(made), rect) for rect in letters)
    assert len(colours(image(made), edge)) > 1
    made.view.end_choice()
    assert not any(ink in colours(image(made), rect) for rect in letters)


@pytest.mark.parametrize("tag", Tag)
def test_a_pending_claim_looks_as_the_claim_will_but_for_its_letter(hand: Show, tag: Tag) -> None:
    made = hand(TEXT, claim("a", TEXT, "The company denied it", Tag.DENIAL))
    theme = load_theme("light")
    made.view.set_theme(theme)
    words = claim("c", TEXT, "company", tag)
    rect = around(made, words.span).adjusted(0, 0, 0, 8)
    beside = QRect(made.at(span_of("The company").start).x() - 62, rect.top(), 22, 24)
    made.view.select(words.span)
    made.view.show_pending(words.span, tag)
    pending = image(made)
    assert colours(pending, beside) == {theme.page.lower()}
    made.view.clear_selection()
    made.view.update_claims([words])
    made.view.pick(None)
    made.view.go_to(FOUND[-1])
    kept = image(made)
    assert colours(kept, beside) != {theme.page.lower()}
    assert kept.copy(rect) == pending.copy(rect)
    made.view.update_claims([], ["c"])
    made.view.show_pending(words.span, tag)
    made.view.clear_pending()
    assert theme.tags[tag].mark.lower() not in colours(image(made), rect) or tag is Tag.DENIAL


@pytest.mark.parametrize("zoom", [100, 200])
def test_underlines_of_claims_that_overlap_do_not_merge(hand: Show, zoom: int) -> None:
    """Below one word three claims have their rows, with page between them."""
    made = hand(
        TEXT, *(claim(words, TEXT, words) for words in ("company", "company denied", "company denied it"))
    )
    theme = load_theme("light")
    made.view.set_theme(theme)
    made.view.set_zoom(zoom)
    measures = Measures(zoom)
    mark = theme.tags[Tag.ALLEGATION].mark.lower()
    seen, start = image(made), made.at(TEXT.index("company")) + QPoint(round(measures.scaled(10)), 0)
    below = range(start.y(), start.y() + round(measures.scaled(24)))
    column = "".join("x" if seen.pixelColor(start.x(), y).name() == mark else " " for y in below)
    assert [len(run) for run in column.split()] == [measures.stroke] * 3
    assert column.strip().count(" ") == 2 * measures.between
    assert measures.between >= zoom // 100
