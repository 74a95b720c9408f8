"""Small things that must be seen: the ring of the focus, quiet words on the ground of a chosen row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QWidget

from annotator.window.claims.pill import Pill, Run
from annotator.window.theme import THEMES, load_theme, palette, stylesheet
from annotator.window.ticks import Pick, Slider, Tick
from tests.window.test_theme import channels, contrast


def flat(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setFlat(True)
    return button


MAKERS = {
    "tick": lambda: Tick("Whole words"),
    "pick": lambda: Pick("Light"),
    "slider": lambda: Slider(Qt.Orientation.Horizontal),
    "button": lambda: QPushButton("Export"),
    "flat button": lambda: flat("None"),
}


@pytest.fixture(params=THEMES)
def theme(request, qapp):
    """The application in a theme, and back in what it had."""
    before = qapp.palette(), qapp.styleSheet()
    chosen = load_theme(request.param)
    qapp.setPalette(palette(chosen))
    qapp.setStyleSheet(stylesheet(chosen))
    yield chosen
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


def changed(one: QImage, other: QImage) -> list[str]:
    """The colours of the first picture where it is not as the second."""
    width, height = one.width(), one.height()
    places = [(x, y) for x in range(width) for y in range(height)]
    return [one.pixelColor(*at).name() for at in places if one.pixel(*at) != other.pixel(*at)]


@pytest.mark.parametrize("kind", MAKERS)
def test_the_focus_is_a_ring_that_stands_out(qtbot, theme, kind) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(220, 60)
    widget, other = MAKERS[kind](), QPushButton(page)
    widget.setParent(page)
    widget.setGeometry(10, 10, 180, 36)
    other.move(-100, -100)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    other.setFocus()
    QApplication.processEvents()
    without = page.grab().toImage()
    widget.setFocus()
    QApplication.processEvents()
    ring = changed(page.grab().toImage(), without)
    strong = [colour for colour in ring if contrast(channels(colour), channels(theme.panel)) >= 3]
    assert len(strong) > 2 * 30  # two long sides at least, in pixels, however short the words


def test_quiet_words_are_readable_on_the_ground_of_a_chosen_row(qtbot, theme) -> None:
    """The stylesheet chooses that ground for lists, so it is asked of a real one."""
    view = QListView()
    qtbot.addWidget(view)
    view.show()
    QApplication.processEvents()
    ground = view.palette().color(QPalette.ColorRole.Highlight).name()
    quiet = view.palette().color(QPalette.ColorRole.PlaceholderText).name()
    assert contrast(channels(quiet), channels(ground)) >= 4.5


def test_the_words_of_a_pressed_pill_are_readable(qtbot, theme) -> None:
    pill = Pill([Run("person", quiet=True)])
    qtbot.addWidget(pill)
    pill.show()
    pill.setDown(True)
    QApplication.processEvents()
    shown = pill.grab().toImage()
    middle = shown.height() // 2
    row = [shown.pixelColor(x, y).name() for x in range(9, shown.width() - 9) for y in (middle, middle + 2)]
    assert max(contrast(channels(each), channels(theme.selection)) for each in row) >= 4.5
