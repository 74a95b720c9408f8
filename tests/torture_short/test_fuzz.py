"""A short form of the fuzz; `make torture` has thousands of inputs for each reader."""

from itertools import islice

from tests.torture import fuzz_here
from tests.torture.bars import chooser
from tests.torture.fuzz_asking import Asking
from tests.torture.fuzz_inputs import readers

#: Cheap ones, of bytes, of text, of zips and of JSON.
CHOSEN = {"article rtf", "article word", "claims brat", "claims json", "review file", "what it is"}


def test_spoilt_files_cost_a_sentence():
    with Asking() as asking:
        assert asking.wrong("control", "break", b"")
        assert asking.wrong("control", "die", b"")
        for reader in readers(hostile=False):
            for data in islice(reader.inputs(chooser(reader.name)), 8 if reader.name in CHOSEN else 0):
                asking.try_one(reader, reader.name, data)
    assert asking.broken == []
    assert asking.count["refused"] > 10


def test_what_this_process_reads_itself_costs_a_sentence_too():
    assert fuzz_here.try_all(12, seed=1).broken == []
