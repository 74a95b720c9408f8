"""What stands on every page and is no part of the article: running heads and feet, page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.formats.readers.pdf.lines import Line, Page, rows

#: So many rows at the head and at the foot of a page are looked at.
_DEEP = 3
#: Heights that differ by no more points are the same.
_SAME = 4.0
#: Running heads stand in the outer parts of the page, this much of its height.
_OUTER = 0.17
#: What stands on so large a part of all pages runs; heads of left and right pages take turns.
_OFTEN = 0.3

_NUMBER = re.compile(r"\d+")
_WORDS = r"(?:page|seite|página|pág\.|p\.|s\.|صفحة|第)?"
_PAGE_NUMBER = re.compile(
    rf"[-–—|\s]*{_WORDS}\s*(?P<number>\d{{1,4}}|[ivxlc]{{1,7}})\s*(?:(?:/|of|von|de|من)\s*\d+|页)?[-–—|\s]*",
    re.IGNORECASE,
)
_WITH_NUMBER = re.compile(r"(?:(?P<first>\d{1,4})\s*[–—|·•-].*|.*[–—|·•-]\s*(?P<last>\d{1,4}))")
_PRINTED_FROM = re.compile(r"(?:https?|file)://\S+\s+\d+/\d+")
_PRINTED_ON = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}\b.*")


@dataclass(frozen=True, slots=True)
class _Edge:
    """A row of words near the head or the foot of a page; `last` where nothing stands beyond it."""

    page: int
    row: tuple[Line, ...]
    words: str
    last: bool

    @property
    def height(self) -> float:
        return self.row[0].baseline


def without_furniture(pages: Sequence[Page]) -> tuple[list[Page], int]:
    """The pages without what runs along their edges, and how many running heads and feet there were."""
    edges = [edge for number, page in enumerate(pages) for edge in _edges(number, page)]
    left_out = [
        *_repeated(edges, len(pages)),
        *_numbered(edges, pages),
        *(edge for edge in edges if _is_label(edge, pages)),
    ]
    lines: dict[int, set[int]] = defaultdict(set)
    for edge in left_out:
        lines[edge.page] |= {id(line) for line in edge.row}
    kept = [
        replace(page, lines=tuple(line for line in page.lines if id(line) not in lines[number]))
        for number, page in enumerate(pages)
    ]
    return kept, len({(edge.page, edge.height) for edge in left_out})


def _edges(number: int, page: Page) -> Iterator[_Edge]:
    """The outermost rows of a page, where they stand in its outer parts."""
    all_rows = rows(page.lines)
    outer = _OUTER * page.height
    for row in {id(row): row for row in (*all_rows[:_DEEP], *all_rows[-_DEEP:])}.values():
        if row[0].baseline < outer or row[0].baseline > page.height - outer:
            last = row is all_rows[0] or row is all_rows[-1]
            yield _Edge(number, tuple(row), " ".join(line.text for line in row), last)


def _repeated(edges: Iterable[_Edge], pages: int) -> Iterator[_Edge]:
    """The rows whose words, but for numbers, stand at nearly the same height of several pages."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    placed = [(_NUMBER.sub("#", edge.words).casefold(), round(edge.height / _SAME), edge) for edge in edges]
    for words, height, edge in placed:
        seen[words, height].add(edge.page)
    for words, height, edge in placed:
        near = (seen.get((words, height + by), set()) for by in (-1, 0, 1))
        if len(set().union(*near)) >= max(2, _OFTEN * pages):
            yield edge


def _numbered(edges: Iterable[_Edge], pages: Sequence[Page]) -> Iterator[_Edge]:
    """The outermost rows that hold their page's number, where they stand at one height of many pages.

    Heads that name the chapter stand on its pages only, with other words on others.
    """
    by_height: dict[int, list[_Edge]] = defaultdict(list)
    for edge in edges:
        tokens = edge.words.lower().split()
        if edge.last and not {tokens[0], tokens[-1]}.isdisjoint(_numbers(edge, pages)):
            by_height[round(edge.height / _SAME)].append(edge)
    for found in by_height.values():
        if len(found) >= max(3, _OFTEN * len(pages)):
            yield from found


def _numbers(edge: _Edge, pages: Sequence[Page]) -> set[str]:
    """How the number of a row's page may be written."""
    return {str(edge.page + 1), pages[edge.page].label.lower()}


def _is_label(edge: _Edge, pages: Sequence[Page]) -> bool:
    """Whether a row is nothing but its page's number, or what a browser prints round a page."""
    if _PRINTED_FROM.fullmatch(edge.words) or (edge.height < 60 and _PRINTED_ON.fullmatch(edge.words)):
        return True
    numbers = _numbers(edge, pages)
    if found := _PAGE_NUMBER.fullmatch(edge.words):
        return found["number"].lower() in numbers
    found = _WITH_NUMBER.fullmatch(edge.words)
    return found is not None and edge.last and (found["first"] or found["last"]) in numbers
