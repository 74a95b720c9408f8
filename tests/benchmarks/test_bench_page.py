"""The page at work in an article of 1 MB with 10,000 claims: opened, scrolled, marked."""

import statistics
import time

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.window.article.bar import BarButton
from annotator.window.hands import wait_until

OPENINGS, STEPS, MARKS = 7, 200, 40
PATIENCE = 20  # seconds


class Painted(QObject):
    """Notes when the page was painted last, and how many claims the window knew then."""

    def __init__(self, window) -> None:
        super().__init__()
        self.at, self.claims = 0.0, 0
        self._wanted = (float("inf"), 0)
        self._loop = QEventLoop(self)
        self._patience = QTimer(self)
        self._patience.setInterval(PATIENCE * 1000)
        self._patience.timeout.connect(self._loop.quit)
        self._reading = window.reading
        window.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            watched.installEventFilter(self)
            self.at, self.claims = time.perf_counter(), self._reading.count
            if self._is_there():
                self._loop.quit()
            return True
        return False

    def wait(self, after: float, claims: int) -> float:
        """Milliseconds from `after` until a page with so many claims was painted.

        An event loop as the program's own: calling `processEvents` over and over would keep the interpreter
        from the writer.
        """
        self._wanted = (after, claims)
        if not self._is_there():
            self._patience.start()
            self._loop.exec()
            self._patience.stop()
        assert self._is_there(), "nothing was painted"
        return (self.at - after) * 1000

    def _is_there(self) -> bool:
        after, claims = self._wanted
        return self.at > after and self.claims >= claims


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def opened(window, article: str) -> tuple[float, float]:
    """Milliseconds from asking for the article to the page with the claims in sight, and with all."""
    painted = Painted(window)
    begun = time.perf_counter()
    window.reading.open(article)
    return painted.wait(begun, 1), painted.wait(begun, 10_000)


def test_opening(big_window, big_library, benchmark, bar) -> None:
    window, article = big_window.window, big_library[1]
    times: list[tuple[float, float]] = []

    def close_it() -> None:
        window.reading.close()
        wait_until(lambda: window.session.idle)
        QTest.qWait(300)

    benchmark.pedantic(lambda: times.append(opened(window, article)), setup=close_it, rounds=OPENINGS)
    in_sight, every = (statistics.median(figures) for figures in zip(*times, strict=True))
    bar("open 1 MB with 10,000 claims: words and claims in sight", in_sight, 300, "ms")
    bar("  and every claim in list and page", every, 1_000, "ms")


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
    QTest.qWait(4000)  # Qt lays out the rest, which moves the page and hides the bar
    wait_until(lambda: window.session.idle)
    view, page = window.view, window.reading.page
    sentences = iter(page.sentences[200 :: len(page.sentences) // (MARKS + 10)])
    painted = Painted(window)
    denial = next(button for button in view.findChildren(BarButton) if "denial" in button.accessibleName())
    times: list[float] = []

    def select() -> None:
        span = next(sentences)
        view.scroll_to(span)
        QTest.qWait(700)  # what the mark before and the scrolling left to do in idle moments
        wait_until(lambda: window.session.idle)
        view.finish_selection(span)
        QApplication.processEvents()
        QTest.mousePress(denial, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def release() -> None:
        claims = window.reading.count
        begun = time.perf_counter()
        QTest.mouseRelease(denial, Qt.MouseButton.LeftButton)
        times.append(painted.wait(begun, claims + 1))

    benchmark.pedantic(release, setup=select, rounds=MARKS)
    bar("mouse release to saved and painted there, 95th percentile", p95(times), 33, "ms")


def test_key_to_paint(big_window, big_library, benchmark, bar) -> None:
    """From a tag's key to the words painted as they will look; the disk is told of beside it."""
    window = big_window.window
    opened(window, big_library[1])
    QTest.qWait(4000)
    wait_until(lambda: window.session.idle)
    view, page = window.view, window.reading.page
    sentences = iter(page.sentences[300 :: len(page.sentences) // (MARKS + 10)])
    painted = Painted(window)
    shown: list[float] = []
    saved: list[float] = []

    def select() -> None:
        span = next(sentences)
        view.scroll_to(span)
        QTest.qWait(700)
        wait_until(lambda: window.session.idle)
        view.setFocus()
        view.finish_selection(span)
        QApplication.processEvents()

    def press() -> None:
        claims = window.reading.count
        begun = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_D)
        shown.append(painted.wait(begun, claims))
        assert view._claims.pending is not None or window.reading.count > claims
        saved.append(painted.wait(begun, claims + 1))

    benchmark.pedantic(press, setup=select, rounds=MARKS)
    bar("key to paint there, 95th percentile", p95(shown), 33, "ms")
    bar("  and to saved and painted with its letter", p95(saved), 100, "ms")


def test_moving_the_cursor(big_window, big_library, benchmark, bar) -> None:
    """From Down or Space to the page with the next sentence marked."""
    window = big_window.window
    opened(window, big_library[1])
    QTest.qWait(1500)
    wait_until(lambda: window.session.idle)
    view = window.view
    view.setFocus()
    painted = Painted(window)
    times: list[float] = []

    def down() -> None:
        begun = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_Down)
        times.append(painted.wait(begun, 0))

    benchmark.pedantic(down, rounds=STEPS)
    bar("Down to the next sentence painted there, 95th percentile", p95(times), 33, "ms")
