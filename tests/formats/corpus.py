"""Files as newsrooms get them, with the paragraphs that a person would take from them beside each."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from annotator.formats import incoming
from annotator.model.drafts import Draft
from annotator.model.errors import RedPencilError

FOLDER = Path(__file__).parents[1] / "corpus"
EXPECTED = ".expected.json"
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
DETAILS = ("title", "byline", "published", "publisher", "url", "language")


@dataclass(frozen=True)
class Read:
    """One file: how many of its paragraphs came in right, of how many, and what did not."""

    file: Path
    right: int
    of: int
    wrong: tuple[str, ...]
    wrong_details: tuple[str, ...]

    @property
    def family(self) -> str:
        return self.file.parent.name


def files() -> Iterator[tuple[Path, Path]]:
    """Each file of the corpus with the one that says what is expected."""
    for expected in sorted(FOLDER.glob(f"*/*{EXPECTED}")):
        named = expected.with_name(expected.name.removesuffix(EXPECTED))
        if not named.is_file():
            (named,) = (one for one in expected.parent.glob(f"{named.name}.*") if one != expected)
        yield named, expected


@cache
def read_all() -> tuple[Read, ...]:
    """All of them, through the child that reads whatever comes in."""
    return tuple(read(file, expected) for file, expected in files())


def read(file: Path, expected: Path) -> Read:
    """What came of one file; paragraphs count in their order, one too many as much as one too few."""
    wanted = json.loads(expected.read_text(encoding="utf-8"))
    try:
        draft = incoming.read(file)
    except RedPencilError as error:
        return Read(file, 0, len(wanted["paragraphs"]), (str(error),), ())
    found = [words.strip("\n") for words in _BLANK_LINES.split(draft.text) if words.strip()]
    right, wrong = _compared(wanted["paragraphs"], found)
    return Read(file, right, max(len(found), len(wanted["paragraphs"])), wrong, _details(wanted, draft))


def shares(read: Iterable[Read]) -> dict[str, float]:
    """The share of paragraphs that came in right, by family."""
    right: dict[str, int] = {}
    of: dict[str, int] = {}
    for one in read:
        right[one.family] = right.get(one.family, 0) + one.right
        of[one.family] = of.get(one.family, 0) + one.of
    return {family: right[family] / of[family] for family in of}


def _details(wanted: dict[str, Any], draft: Draft) -> tuple[str, ...]:
    pairs = ((name, wanted[name], getattr(draft, name)) for name in DETAILS if name in wanted)
    return tuple(f"{name}: {want!r}, not {got!r}" for name, want, got in pairs if want != got)


def _compared(wanted: list[str], found: list[str]) -> tuple[int, tuple[str, ...]]:
    """How many paragraphs are right, by the longest common subsequence, and the others, marked - and +."""
    lengths = [[0] * (len(found) + 1) for _ in range(len(wanted) + 1)]
    for i in reversed(range(len(wanted))):
        for j in reversed(range(len(found))):
            same = lengths[i + 1][j + 1] + 1 if wanted[i] == found[j] else 0
            lengths[i][j] = max(same, lengths[i + 1][j], lengths[i][j + 1])
    wrong, i, j = [], 0, 0
    while i < len(wanted) or j < len(found):
        if i < len(wanted) and j < len(found) and wanted[i] == found[j]:
            i, j = i + 1, j + 1
        elif j == len(found) or (i < len(wanted) and lengths[i + 1][j] >= lengths[i][j + 1]):
            wrong.append(f"- {wanted[i]}")
            i += 1
        else:
            wrong.append(f"+ {found[j]}")
            j += 1
    return lengths[0][0], tuple(wrong)
