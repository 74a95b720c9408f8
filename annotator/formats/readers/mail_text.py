"""Paragraphs of a mail's plain text: lines that were broken to fit are put together again.

Format: RFC 3676 for `format=flowed`; else a line was broken where the next word would not have fitted.
"""

import re
from dataclasses import dataclass
from itertools import groupby

#: Lines of a mail that was wrapped by a program are about this long; longer ones were not wrapped.
_NARROWEST, _WIDEST = 50, 100

_QUOTED = re.compile(r"((?:> ?)*)(.*)", re.DOTALL)
_SIGNATURE = "-- "
_MARKER = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of a mail; `depth` counts how often they were quoted, `is_mended` where lines were joined."""

    text: str
    depth: int = 0
    is_mended: bool = False


@dataclass(slots=True)
class _Line:
    depth: int
    words: str
    flows_on: bool = False


def paragraphs(text: str, *, is_flowed: bool = False) -> list[Paragraph]:
    """The paragraphs in order, none blank; the signs of quoting are taken off."""
    lines = [_line(line, is_flowed) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    if not is_flowed:
        _mark_broken(lines)
    found = []
    for (depth, is_blank), group in groupby(lines, lambda line: (line.depth, not line.words.strip())):
        if not is_blank:
            found.append(_joined(depth, list(group)))
    return found


def _line(line: str, is_flowed: bool) -> _Line:
    match = _QUOTED.match(line)
    assert match is not None  # it matches anything
    signs, words = match.groups()
    if words == _SIGNATURE:
        return _Line(signs.count(">"), "")
    if is_flowed:
        return _Line(signs.count(">"), words, words.endswith(" "))
    return _Line(signs.count(">"), words.rstrip())


def _mark_broken(lines: list[_Line]) -> None:
    """Find the lines behind which a program broke, by the width that it kept to."""
    widths: dict[int, int] = {}
    for line in lines:
        widths[line.depth] = max(widths.get(line.depth, 0), len(line.words))
    for line, after in zip(lines, lines[1:], strict=False):
        width = widths[line.depth]
        if _NARROWEST <= width <= _WIDEST and after.words.strip():
            first = after.words.split(maxsplit=1)[0]
            fits = len(line.words) + 1 + len(first) <= width
            is_full = 2 * len(line.words) >= width  # a short line before a long address was not broken
            line.flows_on = is_full and not fits and not _MARKER.match(after.words)


def _joined(depth: int, lines: list[_Line]) -> Paragraph:
    pieces: list[str] = []
    for line in lines:
        pieces += [line.words.strip(), " " if line.flows_on else "\n"]
    return Paragraph("".join(pieces).strip(), depth, any(line.flows_on for line in lines[:-1]))
