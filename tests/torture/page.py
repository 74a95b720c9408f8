"""The figures of a run as a table on the screen, and in `docs/trust.md`."""

import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime

from tests.torture.running import ROOT, Ran

PAGE = ROOT / "docs" / "trust.md"
BEGIN, END = "<!-- figures: written by the torture -->", "<!-- end of the figures -->"


def table(done: Iterable[Ran]) -> str:
    """Name, figures, seconds, and whether it holds, one row under the other."""
    lines = [("test", "figures", "time", "holds")]
    lines += [
        (ran.row.bar.name, ran.outcome.figures, f"{ran.seconds:.0f} s", "yes" if ran.outcome.holds else "NO")
        for ran in done
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    lines.insert(1, ("-" * widths[0], "-" * widths[1], "-" * widths[2], "-" * widths[3]))
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def write(done: list[Ran], amount: float, seed: int) -> None:
    """Puts the figures into the page, between the two marks, in place of those before."""
    words = PAGE.read_text(encoding="utf-8")
    before, rest = words.split(BEGIN, 1)
    _, after = rest.split(END, 1)
    PAGE.write_text(f"{before}{BEGIN}\n{figures(done, amount, seed)}\n{END}{after}", encoding="utf-8")


def figures(done: list[Ran], amount: float, seed: int) -> str:
    """When and on what the run was made, its table in Markdown, and how many bars hold."""
    much = "Everything" if amount >= 1 else f"{amount:.0%} of everything"
    when = datetime.now(UTC).strftime("%d %B %Y").lstrip("0")
    machine = f"{platform.system()}, {os.cpu_count()} processor cores, Python {platform.python_version()}"
    holding = sum(ran.outcome.holds for ran in done)
    return "\n".join(
        [
            "",
            f"{much}, on {when}, seed {seed}. {machine}.",
            "",
            "| test | what must hold | what was found | time | holds |",
            "|---|---|---|---:|---|",
            *map(_line, done),
            "",
            f"{holding} of {len(done)} bars hold.",
            "",
        ]
    )


def _line(ran: Ran) -> str:
    cells = (ran.row.bar.name, ran.row.bar.promise, ran.outcome.figures, _minutes(ran.seconds))
    safe = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(safe)} | {'yes' if ran.outcome.holds else '**no**'} |"


def _minutes(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"
