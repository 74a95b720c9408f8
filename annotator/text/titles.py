"""What an article is called when nobody has said: its first line."""

import re

from annotator.model.spans import Span
from annotator.text.graphemes import to_graphemes
from annotator.text.snap import move_end

_RULE = re.compile(r"[\W_]*")
_HEADING = re.compile(r"#{1,6}\s+(?P<words>.*?)(?:\s+#+)?")
_EMPHASIS = re.compile(r"(?P<mark>[*_]{1,3})(?P<words>[^*_]+)(?P=mark)")
_CUT = "…"


def title_of(text: str, limit: int = 120) -> str:
    """The first line that says something, without Markdown's marks; empty where the text has none.

    A line of more than `limit` code points is shortened at the edge of a word and ends in an ellipsis.
    """
    lines = (" ".join(line.split()) for line in text.split("\n"))
    first = next((line for line in lines if not _is_rule(line)), "")
    return _shortened(_without_marks(first), limit)


def _is_rule(line: str) -> bool:
    """Whether a line is empty or only draws something, such as `---` or `***`."""
    return line.isascii() and _RULE.fullmatch(line) is not None


def _without_marks(line: str) -> str:
    for pattern in (_HEADING, _EMPHASIS):
        if found := pattern.fullmatch(line):
            line = found["words"].strip()
    return line


def _shortened(line: str, limit: int) -> str:
    if len(line) <= limit:
        return line
    room = Span(0, limit)
    kept = move_end(line, room, forward=False)
    if kept == room:
        # One endless word: cut it, but between two characters a reader sees.
        kept = Span(0, to_graphemes(line, Span(limit - 1, limit - 1)).start)
    return kept.cut(line) + _CUT
