"""The meter: two bars and what they say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.model.points import Progress
from annotator.window.points.meter import ProgressMeter
from annotator.window.theme import load_theme

THEME = load_theme("light")


@pytest.fixture
def meter(qtbot):
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(300, 40)
    made = ProgressMeter(THEME, frame)
    frame.show()
    made.frame = frame  # keeps it alive
    return made


def said(meter):
    return meter.accessibleDescription().replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(64, 100, 8, 12), "64 % read · 8 of 12 settled"),
        (Progress(199, 200, 0, 1), "99 % read · 0 of 1 settled"),  # all is read when the last one is
        (Progress(200, 200, 1_200, 1_200), "100 % read · 1,200 of 1,200 settled"),
        (Progress(0, 5), "0 % read · no claims yet"),
    ],
)
def test_what_the_meter_says(meter, progress, words):
    meter.set_progress(progress)
    assert said(meter) == words
    assert meter.accessibleName()
    assert meter.isVisible()


def test_without_an_article_it_is_gone(meter):
    assert not meter.isVisible()
    meter.set_progress(Progress(1, 2))
    meter.set_progress(None)
    assert not meter.isVisible()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_bars_are_as_full_as_they_say(meter, direction):
    meter.setLayoutDirection(direction)
    meter.set_progress(Progress(3, 4, 1, 4))
    meter.resize(meter.sizeHint())
    picture = meter.grab().toImage()
    left = meter.width() - 44 if direction == Qt.LayoutDirection.RightToLeft else 0
    full = [
        sum(picture.pixelColor(left + x, y).name() == THEME.ink.lower() for x in range(44))
        for y in range(meter.height())
    ]
    first, last = (0, 43) if left == 0 else (43, 0)  # from the side the language begins on
    thick = max(range(meter.height()), key=lambda y: full[y])
    shades = [picture.pixelColor(left + x, thick).name() for x in (abs(first - 3), abs(last - 3))]
    assert [shade == THEME.ink.lower() for shade in shades] == [True, False]
    rows = [count for count in full if count > 5]
    middle = len(rows) // 2
    assert max(rows[:middle]) == pytest.approx(33, abs=3)
    assert max(rows[middle:]) == pytest.approx(11, abs=3)


def test_there_is_room_for_the_words(meter):
    meter.set_progress(Progress(64, 100, 8, 12))
    assert meter.sizeHint().width() >= 52 + meter.fontMetrics().horizontalAdvance(said(meter))
