import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.host.pipes import receive, send


@given(messages=st.lists(st.lists(st.binary(max_size=40), max_size=4), max_size=4))
def test_messages_come_through_one_after_the_other(messages: list[list[bytes]]) -> None:
    stream = BytesIO()
    for message in messages:
        send(stream, message)
    stream.seek(0)
    assert [receive(stream, 1_000) for _ in messages] == messages
    assert receive(stream, 1_000) is None


def test_a_message_may_be_as_long_as_the_limit() -> None:
    stream = BytesIO()
    send(stream, [b"12345", b"67890"])
    assert receive(BytesIO(stream.getvalue()), 10) == [b"12345", b"67890"]
    with pytest.raises(ValueError, match="too long"):
        receive(BytesIO(stream.getvalue()), 9)


def test_what_is_cut_off_is_no_message() -> None:
    stream = BytesIO()
    send(stream, [b"word", b"s"])
    whole = stream.getvalue()
    for end in range(1, len(whole)):
        with pytest.raises(ValueError, match="cut off"):
            receive(BytesIO(whole[:end]), 1_000)


def test_a_made_up_count_is_refused() -> None:
    with pytest.raises(ValueError, match="pieces"):
        receive(BytesIO(b"\xff\xff\xff\xff"), 1_000)


def test_a_child_that_hangs_ends_when_nobody_asks_any_more() -> None:
    script = (
        "import sys, time; sys.path[:] = sys.argv[1:]; from annotator.host.pipes import asked\n"
        "for _ in asked(sys.stdin.buffer, 100): print(flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", script, str(Path(__file__).parents[2]), *filter(None, sys.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        send(child.stdin, [b"word"])
        child.stdout.readline()  # it is at work
        child.stdin.close()
        try:
            assert child.wait(10) == 0
        finally:
            child.kill()
