"""Ids are UUIDv7 and grow."""

import uuid
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from annotator.host.ids import IdMaker, assemble, is_uuid, new_id

moments = st.integers(min_value=1, max_value=(1 << 48) - 1)


def test_the_example_of_the_rfc():
    # RFC 9562, appendix A.6: unix_ts_ms, rand_a and rand_b, and the UUID they make
    made = assemble(0x017F22E279B0, (0xCC3 << 62) | 0x18C4DC0C0C07398F)
    assert str(made) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(moments)
def test_the_form_is_the_rfcs_and_begins_with_the_time(ms):
    made = IdMaker().make(ms)
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == ms
    assert made.hex.startswith(f"{ms:012x}7")


@given(moments)
def test_two_machines_do_not_make_the_same_id(ms):
    assert IdMaker().make(ms) != IdMaker().make(ms)


@given(st.lists(st.integers(min_value=0, max_value=3), min_size=2, max_size=50))
def test_ids_grow_while_the_clock_stands_or_goes_back(times):
    maker = IdMaker()
    made = [str(maker.make(ms)) for ms in times]
    assert made == sorted(set(made))


def test_many_in_one_millisecond_from_several_threads():
    def some(_: int) -> list[str]:
        return [new_id(1) for _ in range(2_000)]

    with ThreadPoolExecutor(4) as pool:
        batches = list(pool.map(some, range(8)))
    assert all(batch == sorted(batch) for batch in batches)
    assert len({one for batch in batches for one in batch}) == 16_000


def test_a_uuid_is_bare_and_in_small_letters():
    assert is_uuid(new_id(1))
    assert not is_uuid("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")
    assert not is_uuid("urn:uuid:017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    assert not is_uuid("017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n")
