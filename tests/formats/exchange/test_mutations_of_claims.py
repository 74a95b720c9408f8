"""However a file of claims is spoilt, its reader gives annotations or a sentence."""

import pytest

from annotator.formats import wire
from annotator.formats.kinds import Format
from annotator.model.errors import BadInput
from annotator.words import say_all
from tests.formats.exchange.mutations import outcome, spoilt, two_way


@pytest.mark.parametrize("form", two_way(), ids=lambda form: form.name)
def test_a_spoilt_file_is_read_or_refused(form: Format) -> None:
    refused = 0
    for seed in range(15):
        found = outcome(form, spoilt(form, seed))
        if isinstance(found, BadInput):
            refused += 1
            assert say_all(found.key, found.values)
        else:
            wire.to_bytes(found)
            assert all(
                mark.claim.span.start <= mark.claim.span.end for text in found.texts for mark in text.marks
            )
    assert refused < 15
