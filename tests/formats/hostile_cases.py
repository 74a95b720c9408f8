"""Runs files made to do harm through the real child, and says what each cost."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from annotator.formats import asking
from annotator.formats.incoming import never
from annotator.formats.registry import claim_readers, fitting, readers
from annotator.host.children import ChildEnded
from tests.formats import bait

FOLDER = Path(__file__).parent / "hostile"

#: What one file may cost: seconds of processor time, bytes.
SECONDS, MEMORY = 5.0, 512_000_000

Make = Callable[[], tuple[str, bytes]]


@dataclass(frozen=True)
class Cost:
    """What became of one case; `outcome` is the child's word for it, or why the child ended."""

    case: str
    outcome: str
    seconds: float
    peak: int
    told: str
    complaints: tuple[str, ...]


def families() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__"))


def cases(family: str) -> dict[str, Make]:
    """The cases of a family; `CONTAINED` in its module names those that only the limits of the child end."""
    found: dict[str, Make] = import_module(f"tests.formats.hostile.{family}").CASES
    return found


def contained(family: str) -> frozenset[str]:
    return frozenset(getattr(import_module(f"tests.formats.hostile.{family}"), "CONTAINED", ()))


def run(family: str, chosen: Iterable[str], folder: Path) -> Iterator[Cost]:
    """Reads the chosen cases one after the other, with the bait laid out in a folder."""
    with bait.Bait(folder) as laid:
        for case in chosen:
            yield _run(family, case, laid)


def _run(family: str, case: str, laid: bait.Bait) -> Cost:
    name, data = cases(family)[case]()
    article = bool(fitting(readers(), name)) or not fitting(claim_readers(), name)
    values = {"name": name, "encoding": None, "form": "", "beside": []}
    begun = time.monotonic()
    complaints = []
    outcome, told, seconds, peak = "", "", 0.0, 0
    try:
        report, answer = asking.exchange("article" if article else "claims", values, (data,), never)
    except ChildEnded as ended:
        outcome, seconds = ended.reason.value, time.monotonic() - begun
        if case not in contained(family):
            complaints.append(f"the child ended: {outcome}")
    else:
        outcome, told, seconds, peak = (
            report.outcome.value,
            report.key or report.error,
            report.seconds,
            report.peak,
        )
        if report.outcome in (asking.Outcome.BROKE, asking.Outcome.LARGE) and case not in contained(family):
            complaints.append(f"the reader broke: {report.outcome} {report.error}")
        complaints += [f"tried: {one}" for one in report.tried]
        if bait.WORDS.encode() in answer:
            complaints.append("it read the bait file")
        if seconds >= SECONDS:
            complaints.append(f"it took {seconds:.1f} s")
        if peak >= MEMORY:
            complaints.append(f"it took {peak / 1e6:.0f} MB")
    if laid.taken:
        complaints.append("it connected to the bait's address")
    return Cost(f"{family}: {case}", outcome, seconds, peak, told, tuple(complaints))
