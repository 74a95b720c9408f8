"""Open points after a change, in an article with a thousand claims."""

import statistics
import time
from pathlib import Path

from annotator.desk.commands.claims import Retag
from annotator.desk.desk import Desk
from annotator.desk.queries.points import PointsMemory, open_points
from annotator.host.pace import collect_seldom
from annotator.model.enums import Tag
from annotator.window.points.panel import PointsPanel
from annotator.window.theme import load_theme
from tests.benchmarks.big import build_big_library

CHANGES = 25
TAGS = list(Tag)


def recomputed(desk: Desk, article: str, benchmark) -> list[float]:
    """Milliseconds for all open points after each of some changes."""
    collect_seldom()  # as the program does
    memory = PointsMemory()
    open_points(desk, article, memory)
    claims = iter([f"claim-{n * 7:06}" for n in range(1, CHANGES + 10)])
    times: list[float] = []

    def change() -> None:
        desk.run(Retag(next(claims), TAGS[len(times) % 3]))

    def ask() -> None:
        begun = time.perf_counter()
        open_points(desk, article, memory)
        times.append((time.perf_counter() - begun) * 1000)

    benchmark.pedantic(ask, setup=change, rounds=CHANGES)
    return times


def test_open_points_at_a_thousand_claims(tmp_path: Path, benchmark, bar) -> None:
    article = build_big_library(tmp_path / "library.sqlite", characters=100_000, claims=1_000)
    with Desk(tmp_path / "library.sqlite") as desk:
        begun = time.perf_counter()
        open_points(desk, article)
        first = (time.perf_counter() - begun) * 1000
        times = recomputed(desk, article, benchmark)
    bar("open points after a change at 1,000 claims", statistics.median(times), 50, "ms")
    bar("  and the first time, with the verbs of 100 KB to be found", first, 400, "ms")


def test_the_panel_shows_them(qtbot, tmp_path: Path, benchmark, bar) -> None:
    article = build_big_library(tmp_path / "library.sqlite", characters=100_000, claims=1_000)
    with Desk(tmp_path / "library.sqlite") as desk:
        points = open_points(desk, article).points
    panel = PointsPanel(load_theme("light"))
    qtbot.addWidget(panel)
    panel.resize(345, 700)
    panel.show()
    panel.set_points(points)
    panel.next()
    turns = iter(range(CHANGES))
    times: list[float] = []

    def show() -> None:
        begun = time.perf_counter()
        panel.set_points(points[next(turns) % 2 :])
        panel.grab()
        times.append((time.perf_counter() - begun) * 1000)

    benchmark.pedantic(show, rounds=CHANGES)
    bar("  and in the panel, with the paint", statistics.median(times), 100, "ms")
