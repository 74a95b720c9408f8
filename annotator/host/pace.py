"""How Python shares its time between the window, the writer and its own housekeeping."""

import gc
import sys
import time

_OLDEST = 2

#: Until when what is old is left in peace, on the clock that only grows.
_rest = {"until": 0.0}


def collect_seldom() -> None:
    """Has Python look less often; to be called before anything large is loaded.

    Modules, and the rows of an article with ten thousand claims, hold no rings; looking through them at the
    usual rate takes a tenth of the start, and as long again as reading such an article.
    """
    gc.set_threshold(50_000, 20, 100)


def collect_by_hand() -> None:
    """Has Python look for rings only where `collect_what_is_due` is called.

    By itself it looks on whatever thread is at work. A ring of a closed window found by the writer takes Qt's
    objects with it there, and the next event or timer that the window's thread had for one kills the program.
    """
    gc.disable()


def collect_what_is_due() -> None:
    """Looks for rings on this thread, as far as Python would by now.

    All that is old is looked through so seldom that it takes no more than a fiftieth of the time.
    """
    due = [age for age, count in enumerate(gc.get_count()) if count > gc.get_threshold()[age]]
    begin = time.monotonic()
    if due and (due[-1] < _OLDEST or begin >= _rest["until"]):
        gc.collect(due[-1])
        if due[-1] == _OLDEST:
            end = time.monotonic()
            _rest["until"] = end + 50 * (end - begin)
    elif due[:-1]:
        gc.collect(due[-2])


def take_turns_often() -> None:
    """Has threads take turns after a millisecond, not after five.

    While the window paints, the writer waits for its turn with a change that somebody wants to see saved.
    """
    sys.setswitchinterval(0.001)
