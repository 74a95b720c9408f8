"""The page at work in an article of 1 MB with 10,000 claims: opened, scrolled, marked."""

import statistics
import time

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.window.hands import wait_until

OPENINGS, STEPS, MARKS = 7, 200, 40
PATIENCE = 20  # seconds


class Painted(QObject):
    """Notes when the page was painted last, and how many claims the window knew then."""

    def __init__(self, window) -> None:
        super().__init__()
        self.at, self.claims = 0.0, 0
        self._reading = window.reading
        window.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            watched.installEventFilter(self)
            self.at, self.claims = time.perf_counter(), self._reading.count
            return True
        return False

    def wait(self, after: float, claims: int) -> float:
        """Milliseconds from `after` until a page with so many claims was painted."""
        while not (self.at > after and self.claims >= claims):
            # Waits as an idle event loop does; a busy one would keep the writer from its turn.
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            assert time.perf_counter() - after < PATIENCE, "nothing was painted"
        return (self.at - after) * 1000


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def opened(window, article: str) -> float:
    """Milliseconds from asking for the article to its words and claims on the page."""
    painted = Painted(window)
    begun = time.perf_counter()
    window.reading.open(article)
    return painted.wait(begun, 10_000)


def test_opening(big_window, big_library, benchmark, bar) -> None:
    window, article = big_window.window, big_library[1]
    times: list[float] = []

    def open_it() -> None:
        times.append(opened(window, article))

    def close_it() -> None:
        window.reading.close()
        wait_until(lambda: window.session.idle)

    benchmark.pedantic(open_it, setup=close_it, rounds=OPENINGS)
    bar("open 1 MB with 10,000 claims: asked to painted, median", statistics.median(times), 300, "ms")


def test_scrolling(big_window, big_library, benchmark, bar) -> None:
    window = big_window.window
    opened(window, big_library[1])
    QTest.qWait(1500)  # Qt lays out the rest in idle moments
    wait_until(lambda: window.session.idle)
    times: list[float] = []
    scroll = window.view.verticalScrollBar()

    def step() -> None:
        begun = time.perf_counter()
        scroll.setValue(scroll.value() + 90)
        QApplication.processEvents()
        times.append((time.perf_counter() - begun) * 1000)

    benchmark.pedantic(step, rounds=STEPS)
    bar("scroll a step of three lines there, 95th percentile", p95(times), 17, "ms")


def test_release_to_saved_and_painted(big_window, big_library, benchmark, bar) -> None:
    """From the key that tags a selection, or the release on the bar's button, to the disk and the page."""
    window = big_window.window
    opened(window, big_library[1])
    QTest.qWait(1500)
    wait_until(lambda: window.session.idle)
    view, page = window.view, window.reading.page
    sentences = iter(page.sentences[200 :: len(page.sentences) // (MARKS + 10)])
    painted = Painted(window)
    times: list[float] = []

    def select() -> None:
        span = next(sentences)
        view.scroll_to(span)
        view.finish_selection(span)
        wait_until(lambda: window.session.idle)
        QTest.qWait(400)  # what the mark before left to do in idle moments

    def release() -> None:
        button = next(b for b in view._bar._buttons if "Denial" in b.text() or "denial" in b.accessibleName())
        QTest.mousePress(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        claims = window.reading.count
        begun = time.perf_counter()
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
        times.append(painted.wait(begun, claims + 1))

    benchmark.pedantic(release, setup=select, rounds=MARKS)
    bar("mouse release to saved and painted there, 95th percentile", p95(times), 33, "ms")
