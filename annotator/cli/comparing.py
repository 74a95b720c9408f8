"""The command that compares what people marked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from annotator.cli.group import (
    desk_on,
    json_option,
    library_option,
    one_line,
    put,
    redpencil,
    reviewer_option,
)
from annotator.desk.queries.articles import article_named
from annotator.words import say

if TYPE_CHECKING:
    from annotator.desk.queries.comparing_report import Report


@redpencil.command()
@click.argument("article")
@click.option("--people", multiple=True, metavar="NAME")
@library_option
@reviewer_option
@json_option
def compare(article: str, people: tuple[str, ...], library: str, reviewer: str, as_json: bool) -> None:
    """Compare what people marked in an article: differences, how far they agree, what is settled."""
    # Not loaded by other commands: opening a window goes through here too.
    from annotator.desk.queries.comparing_report import report, report_object

    with desk_on(library, reviewer) as desk:
        found = report(desk, article_named(desk, article), people)
    if as_json:
        put(report_object(found), as_json, "")
    else:
        _tell(found)


def _tell(report: "Report") -> None:
    """The differences by kind, the figures, and how much is settled."""
    from annotator.desk.figures import figure_lines
    from annotator.desk.queries.comparing_report import kind_rows

    if len(report.comparison.people) > 1:
        _table([(name, str(n)) for name, n in kind_rows(report)])
        click.echo()
    if len(report.agreement.people) > 1:
        head = tuple(say(f"agreement.head.{column}") for column in ("name", "value", "n", "coverage"))
        lines = figure_lines(report.agreement)
        _table([head, *((line.name, line.value, line.n, line.coverage) for line in lines)])
    else:
        click.echo(say("compare.alone"))
    click.echo()
    found = report.settlement
    numbers = {"settled": len(found.settled), "open": len(found.unsettled), "dropped": len(found.dropped)}
    click.echo(say("compare.settlement", **numbers))


def _table(rows: Sequence[Sequence[str]]) -> None:
    """Rows with their columns one under the other, what is not a name to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *cells in rows:
        line = [one_line(name).ljust(widths[0]), *map(str.rjust, cells, widths[1:])]
        click.echo("  ".join(line).rstrip())
