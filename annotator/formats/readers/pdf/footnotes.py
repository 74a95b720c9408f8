"""Footnotes: small type at the foot of a page, with a mark that stands raised in the text above."""

import re
from collections.abc import Sequence

from annotator.formats.readers.pdf.lines import RAISED, Line

_BEGINS = re.compile(r"(?:\x0e([^\x0f]*)\x0f|([\d]{1,3}|[*†‡§]{1,3}))\s*\S")
#: Footnotes are set at least so much smaller than the text.
_SMALLER = 0.92


def footnotes(lines: Sequence[Line], body: float) -> list[list[Line]]:
    """The footnotes of a page, each with its lines, which are the last of those given in reading order.

    Only where a note's mark stands in the text above, so that no table or caption is taken for one.
    """
    first = len(lines)
    while first and lines[first - 1].size < _SMALLER * body:
        first -= 1
    marks = {mark for line in lines[:first] for mark in RAISED.findall(line.text)}
    notes: list[list[Line]] = []
    for line in lines[first:]:
        begins = _BEGINS.match(line.text)
        if begins and (begins[1] or begins[2]) in marks:
            notes.append([line])
        elif notes:
            notes[-1].append(line)
        else:
            return []
    return notes
