"""The same as the daily test of spoilt files of claims, for thousands of them."""

import pytest

from annotator.formats import wire
from annotator.formats.kinds import Format
from annotator.model.errors import BadInput
from tests.formats.exchange.mutations import outcome, spoilt, two_way


@pytest.mark.parametrize("form", two_way(), ids=lambda form: form.name)
def test_thousands_of_spoilt_files(form: Format) -> None:
    for seed in range(500):
        found = outcome(form, spoilt(form, seed))
        if not isinstance(found, BadInput):
            wire.to_bytes(found)
