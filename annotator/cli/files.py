"""The command that writes files."""

import sys
from pathlib import Path
from typing import Any

import click

from annotator.cli.group import (
    desk_on,
    json_option,
    library_option,
    may_replace,
    one_line,
    put,
    redpencil,
    reviewer_option,
)
from annotator.desk import transfer
from annotator.desk.queries.articles import article_named
from annotator.desk.transfer import Choice, ExportReport
from annotator.formats.redact import Disclosure
from annotator.words import for_programs, say, say_all


@redpencil.command()
@click.argument("articles", nargs=-1)
@click.option("--to", "target", required=True, metavar="FILE")
@click.option("--format", "format_name", metavar="NAME")
@click.option("--whose", default=transfer.ALL, metavar="mine|NAME|all|final", show_default=True)
@click.option("--with-confidential", is_flag=True)
@click.option("--with-private-notes", is_flag=True)
@click.option("--force", is_flag=True)
@library_option
@reviewer_option
@json_option
def export(
    articles: tuple[str, ...],
    target: str,
    format_name: str | None,
    whose: str,
    with_confidential: bool,
    with_private_notes: bool,
    force: bool,
    library: str,
    reviewer: str,
    as_json: bool,
) -> None:
    """Write claims to a file: of the named articles, or of all but samples."""
    path = Path(target)
    with desk_on(library, reviewer) as desk:
        chosen = tuple(article_named(desk, name) for name in articles) if articles else None
        disclosure = Disclosure(with_confidential, with_private_notes)
        if path.exists() and not force and not may_replace(path):
            click.echo(say("export.exists", name=path.name), err=True)
            sys.exit(1)
        choice = Choice(chosen, None, whose, disclosure)
        report = transfer.export_to(desk, path, choice, format_name, replace_beside=force)
    if report.samples_left_out:
        click.echo(say("export.samples_left_out", count=report.samples_left_out), err=True)
    for key, values in report.left_out:
        click.echo(one_line(say_all(key, values)), err=True)
    put(_object(report), as_json, say("export.done", count=report.claims, name=path.name))


def _object(report: ExportReport) -> dict[str, Any]:
    """What was written, for programs; `left_out` says what the file cannot hold."""
    with for_programs():
        left_out = [
            {"what": key, "count": values.get("count"), "message": say_all(key, values)}
            for key, values in report.left_out
        ]
    return {
        "file": str(report.path),
        "format": report.format,
        "articles": report.articles,
        "claims": report.claims,
        "beside": list(report.beside),
        "left_out": left_out,
    }
