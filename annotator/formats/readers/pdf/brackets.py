"""Brackets in words from right to left: files give some as they look, others as they are written."""

from collections import Counter
from collections.abc import Sequence

_PAIRS = ("()", "[]", "{}", "«»", "‹›")
_PAIR_OF = {sign: pair for pair in _PAIRS for sign in pair}
_OPENING = frozenset(pair[0] for pair in _PAIRS)
#: What stands before an opening bracket and after a closing one, but for spaces.
_BEFORE = frozenset("\"'“”„‘’-–—")
_AFTER = frozenset("\"'“”„‘’-–—.,;:!?…،؛؟۔׃")


def turned(letters: Sequence[str]) -> list[str]:
    """Letters as they are read, their brackets turned to open and close as the spaces beside them tell."""
    found = list(letters)
    open_: Counter[str] = Counter()
    for number, letter in enumerate(letters):
        pair = _PAIR_OF.get(letter)
        if pair is None:
            continue
        before = found[number - 1] if number else " "
        after = letters[number + 1] if number + 1 < len(letters) else " "
        if _opens(before, after, open_[pair] > 0):
            open_[pair] += 1
            found[number] = pair[0]
        else:
            open_[pair] -= 1
            found[number] = pair[1]
    return found


def _opens(before: str, after: str, is_open: bool) -> bool:
    begins = before.isspace() or before in _BEFORE or before in _OPENING
    ends = after.isspace() or after in _AFTER or after in _PAIR_OF
    if begins != ends:
        return begins
    return not is_open
