"""Keys that keep things in an order and always leave room for one more between two.

A key is read as the digits of a fraction between 0 and 1 in base 62. No key ends in the digit 0, so that
there is a fraction below each.
"""

from itertools import takewhile

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LOWEST, _HIGHEST = _DIGITS[0], _DIGITS[-1]
_MIDDLE = "V"


def between(before: str | None, after: str | None) -> str:
    """A key that sorts by code point after `before` and before `after`; None is either end.

    Raises ValueError for a key that is none, and for two that are not in order.
    """
    for key in (before, after):
        if key is not None and not _is_key(key):
            raise ValueError(f"not a key: {key!r}")
    if before is None:
        return _MIDDLE if after is None else _below(after)
    if after is None:
        return _above(before)
    if before >= after:
        raise ValueError(f"not in order: {before!r}, {after!r}")
    return _amid(before, after)


def _is_key(key: str) -> bool:
    return bool(key) and not key.endswith(_LOWEST) and all(digit in _DIGITS for digit in key)


def _above(key: str) -> str:
    """The next key of at most one digit more: adding at the end is common and must not make keys long."""
    highest = len(list(takewhile(lambda digit: digit == _HIGHEST, key)))
    if highest == len(key):
        return key + _DIGITS[1]
    return key[:highest] + _DIGITS[_DIGITS.index(key[highest]) + 1]


def _below(key: str) -> str:
    lowest = len(list(takewhile(lambda digit: digit == _LOWEST, key)))
    digit = _DIGITS.index(key[lowest])
    return key[:lowest] + (_DIGITS[digit - 1] if digit > 1 else _LOWEST + _HIGHEST)


def _amid(before: str, after: str) -> str:
    shared = next(at for at, digit in enumerate(after) if digit != before[at : at + 1].ljust(1, _LOWEST))
    low = _DIGITS.index(before[shared]) if shared < len(before) else 0
    high = _DIGITS.index(after[shared])
    if high - low > 1:
        return after[:shared] + _DIGITS[(low + high) // 2]
    rest = before[shared + 1 :]
    return after[:shared] + _DIGITS[low] + (_above(rest) if rest else _MIDDLE)
