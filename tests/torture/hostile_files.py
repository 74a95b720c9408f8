"""Every file made to do harm, and documents as large as they may be: each costs a sentence at most."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.torture.bars import Bar, Outcome, chooser, outcome, share


def run(amount: float, seed: int) -> Outcome:
    """Reads a share of them by the real child; the control reads one with no time to spend."""
    # Imported here: the runner looks at every module of rows.
    from unittest import mock

    from tests.formats import hostile_cases
    from tests.formats.hostile_cases import Cost, cases, families
    from tests.torture.large_documents import costs_of_large

    chosen = [(family, case) for family in families() for case in sorted(cases(family))]
    some = chooser(seed, "hostile").sample(chosen, share(len(chosen), amount, 3))

    def costs(these: list[tuple[str, str]]) -> Iterator[Cost]:
        for family, case in these:
            with TemporaryDirectory() as folder:
                yield from hostile_cases.run(family, [case], Path(folder))

    found = [*costs(some), *costs_of_large(amount, seed)]
    broken = [f"{one.case}: {'; '.join(one.complaints)}" for one in found if one.complaints]
    with mock.patch.object(hostile_cases, "SECONDS", 0.0):
        control = any(one.complaints for one in costs(some[:3]))
    figures = (
        f"{len(found)} files, the slowest {max(one.seconds for one in found):.1f} s, the largest"
        f" {max(one.peak for one in found) / 1e6:.0f} MB; {len(broken)} too costly;"
        f" the control {'fails' if control else 'passes'}"
    )
    return outcome(figures, broken, control)


BAR = Bar(
    "hostile files",
    "every file made to do harm, and the largest there may be: a sentence within 5 s and 512 MB",
    run,
)
