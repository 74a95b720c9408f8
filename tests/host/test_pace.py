import subprocess
import sys


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


def test_threads_take_turns_after_a_millisecond() -> None:
    program = """
import sys
from annotator.host.pace import take_turns_often
take_turns_often()
print(sys.getswitchinterval())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert float(done.stdout) == 0.001
