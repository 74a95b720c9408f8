"""Finding a quote again whose position is not known, or does not fit."""

from collections.abc import Iterator
from itertools import islice, takewhile

from annotator.model.spans import Span

#: So many occurrences of one quote are looked at where their surroundings are not all that is said of them.
_MOST = 200


def find_quote(text: str, quote: str, prefix: str = "", suffix: str = "", near: int = 0) -> Span | None:
    """Where exactly these words stand; None where they do not.

    Of several places that one is taken around which most of `prefix` and `suffix` stands, of equal ones the
    nearest to `near` (a code point).
    """
    if not quote:
        return None
    whole = _nearest(text, prefix + quote + suffix, max(0, near - len(prefix)))
    if whole is not None:
        start: int | None = whole + len(prefix)
    elif prefix or suffix:
        start = _most_alike(text, quote, prefix, suffix, near)
    else:
        start = None
    return None if start is None else Span(start, start + len(quote))


def _nearest(text: str, words: str, near: int) -> int | None:
    """Where the words begin that begin nearest to a place; of two equally near the earlier."""
    before = text.rfind(words, 0, near + len(words))
    end = len(text) if before < 0 else 2 * near - before + len(words)
    after = text.find(words, near, end)
    if before < 0:
        return after if after >= 0 else None
    return after if after >= 0 and after - near < near - before else before


def _most_alike(text: str, quote: str, prefix: str, suffix: str, near: int) -> int | None:
    """Where the surroundings are most like those said, of the first occurrences."""

    def rank(start: int) -> tuple[int, int]:
        end = start + len(quote)
        around = _alike(text[max(0, start - len(prefix)) : start][::-1], prefix[::-1])
        around += _alike(text[end : end + len(suffix)], suffix)
        return -around, abs(start - near)

    return min(islice(_places(text, quote), _MOST), key=rank, default=None)


def _places(text: str, quote: str) -> Iterator[int]:
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _alike(one: str, other: str) -> int:
    """How many characters two strings share from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
