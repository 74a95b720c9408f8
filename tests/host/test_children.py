import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.host.children import Child, ChildEnded, Children, Reason
from annotator.model.errors import Cancelled

COMMAND = (
    sys.executable,
    "-c",
    "import sys; sys.path[:] = sys.argv[1:]; from tests.host.talker import main; main()",
)
TOP = str(Path(__file__).parents[2])
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the system keeps no such limits there")


def command() -> list[str]:
    return [*COMMAND, TOP, *filter(None, sys.path)]


@pytest.fixture
def children() -> Iterator[Children]:
    made = Children(command)
    yield made
    made.close()


def test_a_child_answers_one_question_after_the_other_without_being_started_anew(children) -> None:
    seen = set()
    for word in (b"one", b"two", b"three"):
        with children.one() as child:
            assert child.ask([word, b"\x00\xff"], 10) == [word, b"\x00\xff"]
            seen.add(child.pid)
    assert len(seen) == 1


def test_a_large_message_does_not_block(children) -> None:
    large = bytes(900_000)
    with children.one() as child:
        assert child.ask([b"large", large], 10) == [b"large", large]


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        pytest.param("spin", Reason.SLOW, marks=POSIX),
        pytest.param("kill", Reason.LARGE, marks=POSIX),
        ("exit", Reason.STOPPED),
        ("nonsense", Reason.STOPPED),
    ],
)
def test_a_child_that_ends_says_why_and_the_next_one_is_fresh(children, word: str, reason: Reason) -> None:
    with pytest.raises(ChildEnded) as ended, children.one() as child:
        child.ask([word.encode()], 10)
    assert ended.value.reason is reason
    assert not child.lives
    with children.one() as other:
        assert other.ask([b"word"], 10) == [b"word"]
    assert other.pid != child.pid


def test_one_that_hangs_is_ended_when_its_time_is_over(children) -> None:
    begun = time.monotonic()
    with pytest.raises(ChildEnded) as ended, children.one() as child:
        child.ask([b"sleep"], 0.2)
    assert ended.value.reason is Reason.SLOW
    assert not child.lives
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("started", ["no/such/program", __file__])
def test_one_that_cannot_be_started_says_so(started: str) -> None:
    children = Children(lambda: [started])
    with pytest.raises(ChildEnded) as ended, children.one():
        pass
    assert ended.value.reason is Reason.NOT_STARTED
    children.close()


def test_that_they_were_all_ended_is_no_fault_of_the_file(children) -> None:
    threading.Timer(0.3, children.close).start()
    with pytest.raises(ChildEnded) as ended, children.one() as child:
        child.ask([b"sleep"], 30)
    assert ended.value.reason is Reason.STOPPED


def test_a_person_may_stop_it(children) -> None:
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    with pytest.raises(Cancelled), children.one() as child:
        child.ask([b"sleep"], 30, stop.is_set)
    assert not child.lives


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds an address space usefully")
def test_memory_is_limited(children) -> None:
    with children.one() as child:
        assert child.ask([b"memory"], 10) == [b"no room"]


def test_two_work_at_once_and_the_third_waits() -> None:
    children = Children(command, at_once=2)
    order = []

    def third() -> None:
        with children.one() as child:
            order.append(child.pid)

    with children.one() as one, children.one() as other:
        assert one.pid != other.pid
        waiting = threading.Thread(target=third)
        waiting.start()
        waiting.join(0.2)
        assert waiting.is_alive()
        order.append(0)
    waiting.join(10)
    assert order[0] == 0
    assert order[1] in (one.pid, other.pid)
    children.close()
    assert not one.lives
    assert not other.lives


def test_a_child_that_rests_long_enough_is_ended() -> None:
    children = Children(command, rest=0.2)
    with children.one() as child:
        child.ask([b"word"], 10)
    until = time.monotonic() + 10
    while child.lives and time.monotonic() < until:
        time.sleep(0.02)
    assert not child.lives


def test_one_that_was_killed_while_it_rested_is_replaced(children) -> None:
    with children.one() as child:
        child.ask([b"word"], 10)
    child.end()
    with children.one() as other:
        assert other.ask([b"word"], 10) == [b"word"]


def test_a_child_ends_with_its_parent() -> None:
    child = Child(command())
    child.ask([b"word"], 10)
    child._asked.put(None)  # its pipes are closed, as they are when a parent dies
    assert child._process.wait(10) == 0
