"""Large first letters that reach down over several lines."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.formats.readers.pdf.hyphens import Words
from annotator.formats.readers.pdf.lines import Line

#: A drop cap is so much larger than the body, and stands no farther from its lines than that many sizes.
_LARGER, _NEAR = 1.8, 2.0
#: An opening quotation mark may stand before the letter.
_SIGNS = 2


def with_drop_caps(lines: Sequence[Line], body: float, words: Words) -> list[Line]:
    """The lines of a column, each drop cap put before the first line beside it."""
    caps = [line for line in lines if line.size > _LARGER * body and len(line.text) <= _SIGNS]
    found = [line for line in lines if line not in caps]
    for cap in caps:
        beside = [number for number, line in enumerate(found) if _is_beside(line, cap, body)]
        if not beside:
            found.append(cap)
            continue
        first = min(beside, key=lambda number: found[number].baseline)
        for number in beside:
            line = found[number]
            text = words.drop_cap(cap.text, line.text) if number == first else line.text
            found[number] = replace(line, text=text, left=cap.left)
    return found


def _is_beside(line: Line, cap: Line, body: float) -> bool:
    near = -0.5 * body < line.left - cap.right < _NEAR * body
    return near and line.baseline > cap.top and line.baseline <= cap.baseline + 0.3 * body
