"""Process start to first paint, as a ratio to a bare window started in the same run."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from annotator.desk.desk import Desk
from annotator.desk.samples import AddSample

ROOT = Path(__file__).parents[2]
STARTS = 9

BARE = """
import os, time
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print(time.time(), flush=True)
        os._exit(0)
app = QApplication([])
window = Window()
window.resize(1400, 880)
window.show()
app.exec()
"""

OURS = """
import os, time
from annotator.host.pace import collect_seldom, take_turns_often  # as the program's first lines do
collect_seldom()
take_turns_often()
from annotator.window.article import view
paint = view.ArticleView.paintEvent
def painted(self, event):
    paint(self, event)
    if self.text:
        print(time.time(), flush=True)
        os._exit(0)
view.ArticleView.paintEvent = painted
from annotator.window.app import show
show()
"""


def started(program: str, environ: dict[str, str]) -> float:
    """Milliseconds from starting a process to its first paint."""
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environ, cwd=ROOT, timeout=60
    )
    assert done.stdout, done.stderr
    return (float(done.stdout) - begun) * 1000


def test_start_to_first_paint(tmp_path: Path, home: Path, benchmark, bar) -> None:
    path = tmp_path / "library.sqlite"
    with Desk(path) as desk:
        desk.run(AddSample("01-harbour-ferry.txt"))
    environ = {**os.environ, "REDPENCIL_LIBRARY": str(path)}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # people's machines keep compiled modules
    bare, ours = [], []
    for program in (BARE, OURS):
        started(program, environ)

    def both() -> None:
        bare.append(started(BARE, environ))
        ours.append(started(OURS, environ))

    benchmark.pedantic(both, rounds=STARTS)
    bar("a bare window: process start to first paint, median", statistics.median(bare), 10_000, "ms")
    bar("the article in our window, median", statistics.median(ours), 10_000, "ms")
    ratio = statistics.median(ours) / statistics.median(bare)
    bar("start to first paint, ours to bare", ratio, 3, "times")
