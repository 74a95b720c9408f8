"""Thousands of spoilt files for every reader of what comes from outside: none crashes it, none hangs it."""

from itertools import islice

from tests.torture.bars import Bar, Outcome, chooser, outcome, share

OF_EACH = 10_000


def run(amount: float, seed: int) -> Outcome:
    """Sends each reader its share; the controls are readers that break, hang and die."""
    # Imported here: the runner looks at every module of rows.
    from tests.torture import fuzz_here
    from tests.torture.fuzz_asking import Asking
    from tests.torture.fuzz_inputs import readers

    many = share(OF_EACH, amount, 2)
    with Asking() as asking:
        controls = [bool(asking.wrong("control", how, b"")) for how in ("break", "hang", "die")]
        for reader in readers():
            inputs = reader.inputs(chooser(seed, reader.name))
            for number, data in enumerate(islice(inputs, many)):
                asking.try_one(reader, f"{reader.name} {number}", data)
    here = fuzz_here.try_all(many, seed)
    broken = [*asking.broken, *here.broken]
    figures = (
        f"{asking.count.total() + here.inputs:,} inputs for {len(readers()) + here.readers} readers:"
        f" {asking.count['found']:,} read, {asking.count['refused']:,} refused,"
        f" {asking.count['large']} too large, {asking.count['died']} ended the child in pdfium (a sentence);"
        f" {len(broken)} crashes or hangs; {sum(controls)} of {len(controls)} controls caught"
    )
    return outcome(figures, broken, all(controls))


BAR = Bar("fuzz", "10,000 inputs per reader of an outside file: 0 crashes, 0 hangs", run)
