"""Random histories of people who send one another their work: all libraries end equal, nothing is lost."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from tests.torture.bars import Bar, Outcome, outcome, share

HISTORIES, OF_TWO_MACHINES = 1_000, 300
#: How much is done in each.
_MOVES = 60


def run(amount: float, seed: int) -> Outcome:
    """Plays histories; the control joins two copies of a row by who came first."""
    # Imported here: the runner looks at every module of rows.
    from annotator.review import merge
    from tests.desk.merging import machines
    from tests.desk.merging.histories import make_bases

    did: Counter[str] = Counter()
    with TemporaryDirectory() as name:
        bases = make_bases(Path(name))
        several = range(seed * HISTORIES, seed * HISTORIES + share(HISTORIES, amount, 2))
        broken = [*_played(several, lambda folder, number: _history(folder, bases, number), did)]
        two = range(seed * HISTORIES, seed * HISTORIES + share(OF_TWO_MACHINES, amount, 1))
        broken += _played(two, lambda folder, number: machines.play(folder, bases, number, _MOVES), did)
        with mock.patch.object(merge, "join", lambda one, other: one):
            control = _played(several, lambda folder, number: _history(folder, bases, number), Counter())
            caught = bool(next(control, ""))  # the first is enough: with rows that never join some never end
    figures = (
        f"{len(several)} histories and {len(two)} of two machines: {did['steps']:,} steps,"
        f" {did['files taken in']:,} files taken in, {did['merges undone']:,} merges undone;"
        f" {len(broken)} ended unequal; the control {'fails' if caught else 'passes'}"
    )
    return outcome(figures, broken, caught)


def _history(folder: Path, bases: Path, number: int) -> Counter[str]:
    from tests.desk.merging.histories import History

    with History(folder, bases, number) as history:
        history.play(_MOVES)
        history.finish()
        history.check()
    return history.did


def _played(
    numbers: Iterable[int], play: Callable[[Path, int], Counter[str]], did: Counter[str]
) -> Iterator[str]:
    """Plays each in a folder of its own; what did not hold."""
    for number in numbers:
        with TemporaryDirectory() as folder:
            try:
                did.update(play(Path(folder), number))
            except AssertionError as error:
                yield f"history {number}: {error}"[:300]


BAR = Bar(
    "merges", "1,300 histories of several people: libraries end equal, nobody's work is lost or doubled", run
)
