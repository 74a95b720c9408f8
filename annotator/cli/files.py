"""Commands that take files in and write files."""

import sys
from pathlib import Path

import click

from annotator.cli.group import (
    complain,
    desk_on,
    json_option,
    library_option,
    put,
    redpencil,
    reviewer_option,
)
from annotator.desk import transfer
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.queries.articles import article_named
from annotator.desk.transfer import Choice
from annotator.formats.redact import Disclosure
from annotator.model.errors import RedPencilError
from annotator.words import say


@redpencil.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path())
@library_option
@reviewer_option
@json_option
def import_(files: tuple[str, ...], library: str, reviewer: str, as_json: bool) -> None:
    """Import articles; prints one line per article. What cannot be read is said, the rest comes in."""
    lines, failed = [], False
    with desk_on(library, reviewer, reading=False) as desk:
        for file in files:
            try:
                draft = transfer.read_file(Path(file))
                changes = desk.run(ImportArticle(draft))
            except RedPencilError as error:
                complain(error)
                failed = True
                continue
            known = {"id": changes.made[0], "title": draft.title, "file": draft.file}
            lines.append({**known, "new": not changes.notice, "encoding": draft.encoding, "sure": draft.sure})
    put(lines, as_json, "{id}  {title}")
    sys.exit(1 if failed else 0)


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
        if path.exists() and not force and not _may_replace(path):
            click.echo(say("export.exists", name=path.name), err=True)
            sys.exit(1)
        report = transfer.export_to(desk, path, Choice(chosen, None, whose, disclosure), format_name)
    shown = {"file": str(path), "format": report.format, "articles": report.articles, "claims": report.claims}
    if report.samples_left_out:
        click.echo(say("export.samples_left_out", count=report.samples_left_out), err=True)
    put(shown, as_json, say("export.done", count=report.claims, name=path.name))


def _may_replace(path: Path) -> bool:
    """Asks where somebody can answer; a script gets a no."""
    return sys.stdin.isatty() and click.confirm(say("export.replace", name=path.name), err=True)
