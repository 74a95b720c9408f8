from hypothesis import given

from annotator.formats.review_file.reader import read
from annotator.formats.review_file.writer import write
from annotator.model.deliveries import Delivery
from tests.formats.review_file.deliveries import deliveries


@given(deliveries())
def test_what_is_written_is_read(delivery: Delivery) -> None:
    assert read(b"".join(write(delivery)), "a.redpencil.json") == delivery
