"""Which lines of a page run from right to left."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple


class Direction(NamedTuple):
    """How a line runs: `leftward`, among `arabic` letters, and whether that is `sure`."""

    leftward: bool
    arabic: bool
    sure: bool


def directions(rows: Sequence[str]) -> list[Direction | None]:
    """How the rows of a page run, each as most letters in it and in its neighbours do.

    None for rows with no letter from right to left, unless they hold only numbers and signs among such rows.
    """
    counts = [Counter(unicodedata.bidirectional(letter) for letter in row) for row in rows]
    page = _excess(counts) >= 0
    found: list[Direction | None] = []
    for number, count in enumerate(counts):
        near = counts[max(number - 1, 0) : number + 2]
        excess = _excess(near)
        leftward = excess >= 0
        if count["R"] + count["AL"] or (excess > 0 and not count["L"]):
            arabic = sum(each["AL"] for each in near) > sum(each["R"] for each in near)
            found.append(Direction(leftward, arabic, leftward == page or not count["L"]))
        else:
            found.append(None)
    return found


def _excess(counts: Sequence[Counter[str]]) -> int:
    """How many more letters run to the left than to the right."""
    return sum(count["R"] + count["AL"] - count["L"] for count in counts)
