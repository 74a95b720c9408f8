"""The order in which the lines of a page are read: column by column, headings before what they stand over."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from statistics import median

from annotator.formats.readers.pdf.lines import Line, rows

#: A gutter is at least so wide, in sizes of type.
_GUTTER = 0.4
#: Columns have lines at least so wide, in sizes of type (a table's have not), and at least so many.
_COLUMN = 6.0
_LINES = 3
#: So large a part of a page's lines may run across its gutter.
_ACROSS = 0.3
#: Type so much larger than the body's is that of a heading.
_HEADING = 1.25
#: A gutter is at most so wide, in sizes of type.
_APART = 2.5
#: Wider pages than this many points are looked at more coarsely.
_CELLS = 2_000


def regions(lines: Sequence[Line], body: float, *, leftward: bool) -> list[list[Line]]:
    """The lines of a page by the columns they stand in, the columns in the order in which they are read.

    `body` is the size of most type; `leftward` where the first column is the one at the right.
    """
    return [region for region in _ordered(list(lines), body, leftward) if region]


def _ordered(lines: list[Line], body: float, leftward: bool) -> Iterator[list[Line]]:
    gutter = _gutter(lines, body)
    if gutter is None:
        yield lines
        return
    wide = _extended(lines, body)
    from_top = sorted(wide, key=lambda each: each[0].top)
    for across, band in groupby(from_top, key=lambda each: each[0].left < gutter < each[1]):
        band_lines = [line for line, _ in band]
        if across:
            yield from _ordered(band_lines, body, leftward)
            continue
        sides = ([line for line in band_lines if line.right <= gutter],
                 [line for line in band_lines if line.right > gutter])  # fmt: skip
        for side in reversed(sides) if leftward else sides:
            yield from _ordered(side, body, leftward)


def _extended(lines: Sequence[Line], body: float) -> list[tuple[Line, float]]:
    """Lines with the place up to which they reach: a short heading as far as its columns do."""
    edge = max((line.right for line in lines), default=0.0)
    found = []
    for line in lines:
        reach = line.right
        if line.size > _HEADING * body:
            beside = (
                other.left
                for other in lines
                if other.left > line.right and other.top < line.baseline and other.baseline > line.top
            )
            reach = max(reach, min((left - _APART * body for left in beside), default=edge))
        found.append((line, reach))
    return found


def _gutter(lines: Sequence[Line], body: float) -> float | None:
    """The middle of the gap that parts the lines into columns; None where they are one column."""
    if len(lines) < 2 * _LINES:
        return None
    start = min(line.left for line in lines)
    scale = max((max(line.right for line in lines) - start) / _CELLS, 1.0)
    wide = _extended(lines, body)
    across, ended, begun = _profile(wide, start, scale)
    possible = [
        cell for cell in range(len(across)) if ended[cell] >= _LINES and begun[cell] >= _LINES
        and across[cell] <= _ACROSS * len(lines)
    ]  # fmt: skip
    if not possible:
        return None
    least = min(across[cell] for cell in possible)
    gaps = _runs([cell for cell in possible if across[cell] == least])
    first, last = max(gaps, key=lambda gap: gap[1] - gap[0])
    middle = start + (first + last + 1) / 2 * scale
    wide_enough = (last - first + 1) * scale >= _GUTTER * body
    return middle if wide_enough and _are_columns(wide, middle, body) else None


def _profile(
    lines: Sequence[tuple[Line, float]], start: float, scale: float
) -> tuple[list[int], list[int], list[int]]:
    """For each point across the page how many lines cover it, have ended before it and begin after it."""
    count = int((max(reach for _, reach in lines) - start) / scale) + 2
    begins, ends = [0] * (count + 1), [0] * (count + 1)
    for line, reach in lines:
        begins[int((line.left - start) / scale)] += 1
        ends[int((reach - start) / scale) + 1] += 1
    begun, ended = list(accumulate(begins)), list(accumulate(ends))
    across = [begun[cell] - ended[cell] for cell in range(count)]
    return across, ended[:count], [len(lines) - begun[cell] for cell in range(count)]


def _runs(cells: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of numbers that follow one another."""
    found: list[tuple[int, int]] = []
    for cell in cells:
        if found and cell == found[-1][1] + 1:
            found[-1] = (found[-1][0], cell)
        else:
            found.append((cell, cell))
    return found


def _are_columns(lines: Sequence[tuple[Line, float]], gutter: float, body: float) -> bool:
    """Whether what stands on both sides of a gap is running text, side by side."""
    left = [line for line, reach in lines if reach <= gutter]
    right = [line for line, _ in lines if line.left >= gutter]
    if min(len(left), len(right)) < _LINES:
        return False
    wide = all(_usual_width(side) >= _COLUMN * body for side in (left, right))
    top = max(min(line.top for line in side) for side in (left, right))
    bottom = min(max(line.baseline for line in side) for side in (left, right))
    return wide and bottom - top >= body


def _usual_width(lines: Sequence[Line]) -> float:
    return median(max(line.right for line in row) - row[0].left for row in rows(lines))
