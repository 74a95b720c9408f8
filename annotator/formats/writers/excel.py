"""Excel: a workbook with a sheet for articles, claims, attributions, evidence and all the rest.

What Excel cannot hold, cells over 32,767 characters and rows over 1,048,576, is cut, and a sheet of its own
says where.
"""

from collections.abc import Iterable
from dataclasses import replace

from annotator.formats.kinds import Format, Group
from annotator.formats.writers.sheets import sheets
from annotator.formats.writers.workbook import (
    CELL_LIMIT,
    ROW_LIMIT,
    Cell,
    Column,
    Sheet,
    units,
    workbook,
)
from annotator.model.drafts import Note
from annotator.model.features import Feature
from annotator.model.views import ArticleExport
from annotator.words import say

_CUT = "…"

#: Rows that a sheet has room for below its heading.
_ROWS = ROW_LIMIT - 1

#: Shorter words, in code points, fit into a cell whatever they are.
_CAN_BE_LONG = CELL_LIMIT // 2


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """The whole workbook in one piece."""
    made = tuple(map(_fitted, sheets(articles)))
    cuts = [cut for _, found in made for cut in found]
    fitted = [sheet for sheet, _ in made]
    yield workbook([*fitted, _said(cuts)] if cuts else fitted)


def leaves_out(articles: tuple[ArticleExport, ...]) -> tuple[Note, ...]:
    """How many cells and rows are cut."""
    cuts = [cut for sheet in sheets(articles) for cut in _fitted(sheet)[1]]
    return (("excel.cut", {"count": len(cuts)}),) if cuts else ()


def _fitted(sheet: Sheet) -> tuple[Sheet, list[tuple[Cell, ...]]]:
    """The sheet as Excel can hold it, and what was cut: sheet, row, heading, characters (rows) there were."""
    cuts: list[tuple[Cell, ...]] = []
    rows = list(sheet.rows[:_ROWS])
    for n, row in enumerate(rows):
        if [cell for cell in row if isinstance(cell, str) and len(cell) > _CAN_BE_LONG]:
            rows[n] = tuple(map(short, row))
            cuts += [
                (sheet.name, n + 2, column.heading, units(str(whole)))
                for column, whole, cell in zip(sheet.columns, row, rows[n], strict=True)
                if cell is not whole
            ]
    if len(sheet.rows) > _ROWS:
        cuts.append((sheet.name, ROW_LIMIT, "", len(sheet.rows)))
    return replace(sheet, rows=rows), cuts


def short(cell: Cell) -> Cell:
    """A cell no longer than Excel holds; what was cut ends in an ellipsis."""
    if isinstance(cell, int) or units(cell) <= CELL_LIMIT:
        return cell
    kept = cell.encode("utf-16-le", "surrogatepass")[: 2 * (CELL_LIMIT - len(_CUT))]
    return kept.decode("utf-16-le", "ignore") + _CUT


def _said(cuts: list[tuple[Cell, ...]]) -> Sheet:
    headings = (("sheet", 16), ("row", 10), ("heading", 28), ("length", 16))
    columns = tuple(Column(say(f"column.{name}"), width) for name, width in headings)
    return Sheet(say("sheet.cut"), columns, cuts)


FORMAT = Format(
    "excel",
    (".xlsx",),
    Group.PEOPLE,
    write=write,
    leaves_out=leaves_out,
    tells=frozenset(Feature) - {Feature.TEXT},
    limits=(("excel.limits", {}),),
)
