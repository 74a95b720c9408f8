"""Lines of print as they stand on a page: their words, where they are and how large."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

#: Round a number or sign that is set raised, as the mark of a footnote is; gone before anybody sees the text.
RAISED = re.compile("\x0e([^\x0f]*)\x0f")
#: Ends a line on which a word was divided, where the file does not say with which sign.
DIVIDED = "\x02"

#: Letters of scripts that are written from right to left.
LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of words on one baseline; all sizes are points, heights are counted from the page's top.

    `size` is what typesetters call so: the distance at which lines of this type would nearly touch; `unsure`
    where its words may be read in another order.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    unsure: bool = False

    @property
    def width(self) -> float:
        """How long the stretch is."""
        return self.right - self.left

    @property
    def top(self) -> float:
        """Where its tallest letters end."""
        return self.baseline - 0.8 * self.size


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines in the order of the file, with its label and height; `picture` where it shows one."""

    label: str
    height: float
    lines: tuple[Line, ...]
    picture: bool = False


def body_size(lines: Iterable[Line]) -> float:
    """The size in which most letters are set, 0 where there are none."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size * 4) / 4] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def runs_leftward(lines: Iterable[Line]) -> bool:
    """Whether most letters are of a script that is written from right to left."""
    letters = leftward = 0
    for line in lines:
        letters += len(_LETTER.findall(line.text))
        leftward += len(LEFTWARD.findall(line.text))
    return leftward * 2 > letters


def rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Stretches that stand on one baseline, from the top of the page, each row from left to right."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.baseline):
        if found and line.baseline - found[-1][-1].baseline <= 0.35 * min(line.size, found[-1][-1].size):
            found[-1].append(line)
        else:
            found.append([line])
    return [sorted(row, key=lambda line: line.left) for row in found]


def in_one(row: Sequence[Line], *, leftward: bool) -> Line:
    """The stretches of a row, given from left to right, as one line."""
    if len(row) == 1:
        return row[0]
    longest = max(row, key=lambda line: len(line.text))
    return replace(
        longest,
        text=" ".join(line.text for line in (reversed(row) if leftward else row)),
        left=row[0].left,
        right=max(line.right for line in row),
        bold=all(line.bold for line in row),
        unsure=any(line.unsure for line in row),
    )
