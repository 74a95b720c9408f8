import gc
import subprocess
import sys
import threading
import weakref

from annotator.host.pace import collect_what_is_due


class Ring:
    def __init__(self) -> None:
        self.self = self


def test_rings_are_still_found_only_less_often() -> None:
    program = """
import gc, weakref
from annotator.host.pace import collect_seldom
class Ring: pass
def ring():
    one = Ring(); one.self = one
    return weakref.ref(one)
collect_seldom()
kept = [ring() for _ in range(5_000)]
print(all(found() is not None for found in kept))
rings = [ring() for _ in range(60_000)]
print(any(found() is None for found in rings))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]


def test_by_hand_no_other_thread_finds_a_ring() -> None:
    """Tests run so, as the window does."""
    found_by: list[int] = []
    kept: list[list] = []

    def allocate() -> None:
        weakref.finalize(Ring(), lambda: found_by.append(threading.get_ident()))
        kept.extend([] for _ in range(20 * gc.get_threshold()[0]))

    other = threading.Thread(target=allocate)
    other.start()
    other.join()
    assert found_by == []
    collect_what_is_due()
    assert found_by == [threading.get_ident()]


def test_threads_take_turns_after_a_millisecond() -> None:
    program = """
import sys
from annotator.host.pace import take_turns_often
take_turns_often()
print(sys.getswitchinterval())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert float(done.stdout) == 0.001
