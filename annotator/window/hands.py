"""Hands that use the window as a person does, by mouse and key events: for tour and journeys."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.spans import Span
from annotator.window.article.view import ArticleView

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier

#: How long a wait may take, in milliseconds, before something is wrong.
_PATIENCE = 20_000

#: So often, in milliseconds, it is asked again whether something holds, though nothing has happened.
_BEAT = 10


def wait_until(holds: Callable[[], bool]) -> None:
    """Lets the window work until something holds; asked again at once when anything happens.

    Raises TimeoutError.
    """
    if holds():
        return
    waiting, beat, loop = QElapsedTimer(), QTimer(), QEventLoop()
    waiting.start()
    beat.start(_BEAT)
    while not holds():
        if waiting.hasExpired(_PATIENCE):
            raise TimeoutError("the window did not get there")
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def span_of(text: str, words: str, occurrence: int = 1) -> Span:
    """Where words stand in a text, the first time or a later one."""
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def drag(view: ArticleView, span: Span, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Drags the mouse over words of the article, from the first to the last."""
    view.scroll_to(span)
    QApplication.processEvents()
    start, end = _point(view, span.start), _point(view, span.end - 1, after=True)
    QTest.mousePress(view.viewport(), _LEFT, modifiers, start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), _LEFT, modifiers, end)


def click(view: ArticleView, offset: int) -> None:
    """Clicks a character of the article."""
    view.scroll_to(Span(offset, offset + 1))
    QApplication.processEvents()
    QTest.mouseClick(view.viewport(), _LEFT, _NONE, _point(view, offset) + QPoint(2, 0))


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Presses a key where the focus is put first."""
    widget.setFocus()
    QTest.keyClick(widget, key, modifiers)


def type_words(widget: QWidget, words: str) -> None:
    """Types words into the widget that takes them."""
    widget.setFocus()
    QTest.keyClicks(widget, words)


def _point(view: ArticleView, offset: int, *, after: bool = False) -> QPoint:
    place = view.place_of(offset, after=after)
    if place is None:
        raise ValueError(f"nothing to point at where character {offset} stands")
    return place.toPoint()
