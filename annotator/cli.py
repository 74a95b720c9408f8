"""The command line: what the window does, for scripts. Errors are one line on stderr, exit 1; misuse 2."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any, NoReturn

import click

from annotator import __version__
from annotator.desk import transfer
from annotator.desk.care import examine
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.desk import Desk
from annotator.desk.language import speak_as_chosen
from annotator.desk.queries.articles import article_export, article_lines, article_named
from annotator.desk.settings import Settings
from annotator.desk.transfer import Choice
from annotator.formats.redact import Disclosure
from annotator.formats.writers.json_ import claim_object
from annotator.formats.writers.phrases import source_name
from annotator.host.machine import has_screen, languages
from annotator.host.paths import library_path
from annotator.model.errors import RedPencilError
from annotator.model.views import ClaimView
from annotator.words import for_programs, say, say_all

Show = Callable[[tuple[str, ...], str, str, bool], int]
Tour = Callable[[str], int]

_library = click.option("--library", default="", metavar="FILE")
_reviewer = click.option("--reviewer", default="", metavar="NAME")
_json = click.option("--json", "as_json", is_flag=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="redpencil")
def redpencil() -> None:
    """Mark the claims of an article, say who makes them and what supports them, and hand the result on."""


def run(show: Show, tour: Tour, arguments: list[str]) -> NoReturn:
    """Runs a command; `show` opens the window and `tour` plays it, each giving an exit code."""
    for stream in (sys.stdout, sys.stderr):  # valid UTF-8 whatever the terminal says it takes
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    speak_as_chosen(Settings(), languages(os.environ))
    _speak_help()
    try:
        redpencil.main(
            _with_command(arguments), prog_name="redpencil", obj=(show, tour), standalone_mode=True
        )
    except RedPencilError as error:
        _fail(error)
    sys.exit(0)


@redpencil.command("open")
@click.argument("files", nargs=-1, type=click.Path())
@_library
@_reviewer
@click.option("--sample", is_flag=True, hidden=True)  # for `make run`: a first library is not empty
@click.pass_obj
def open_(
    windows: tuple[Show, Tour], files: tuple[str, ...], library: str, reviewer: str, sample: bool
) -> None:
    """Open the window; files are imported (once) and shown."""
    if not has_screen(os.environ):
        click.echo(say("cli.no_screen"), err=True)
        sys.exit(1)
    sys.exit(windows[0](files, library, reviewer, sample))


@redpencil.command(hidden=True)
@click.option("--to", "folder", default="tour", metavar="FOLDER")
@click.pass_obj
def tour(windows: tuple[Show, Tour], folder: str) -> None:
    """Play the tour: the window at work on a sample, with pictures and an export."""
    sys.exit(windows[1](folder))


@redpencil.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path())
@_library
@_reviewer
@_json
def import_(files: tuple[str, ...], library: str, reviewer: str, as_json: bool) -> None:
    """Import articles; prints one line per article. What cannot be read is said, the rest comes in."""
    lines, failed = [], False
    with _desk(library, reviewer, reading=False) as desk:
        for file in files:
            try:
                draft = transfer.read_file(Path(file))
                changes = desk.run(ImportArticle(draft))
            except RedPencilError as error:
                _complain(error)
                failed = True
                continue
            known = {"id": changes.made[0], "title": draft.title, "file": draft.file}
            lines.append({**known, "new": not changes.notice, "encoding": draft.encoding, "sure": draft.sure})
    _print(lines, as_json, "{id}  {title}")
    sys.exit(1 if failed else 0)


@redpencil.command()
@_library
@_reviewer
@_json
def articles(library: str, reviewer: str, as_json: bool) -> None:
    """List the articles."""
    with _desk(library, reviewer) as desk:
        lines = [
            {**asdict(line), "covered": {tag.value: share for tag, share in line.covered.items()}}
            for line in article_lines(desk)
        ]
    _print(lines, as_json, "{id}  {claims:>4}  {title}")


@redpencil.command()
@click.argument("article", required=False)
@_library
@_reviewer
@_json
def claims(article: str | None, library: str, reviewer: str, as_json: bool) -> None:
    """List the claims of an article, or of all."""
    with _desk(library, reviewer) as desk:
        found = [article_named(desk, article)] if article else [line.id for line in article_lines(desk)]
        marked = [claim for one in found for claim in article_export(desk, one).claims]
    if as_json:
        _print([claim_object(claim) for claim in marked], as_json, "")
    else:
        _print(
            [_told(claim) for claim in marked],
            as_json,
            "{id}  {start:>6}-{end:<6} {tag:<15} {said_by}: {quote}",
        )


@redpencil.command()
@click.argument("articles", nargs=-1)
@click.option("--to", "target", required=True, metavar="FILE")
@click.option("--format", "format_name", metavar="NAME")
@click.option("--whose", default=transfer.ALL, metavar="mine|NAME|all|final", show_default=True)
@click.option("--with-confidential", is_flag=True)
@click.option("--with-private-notes", is_flag=True)
@click.option("--force", is_flag=True)
@_library
@_reviewer
@_json
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
    with _desk(library, reviewer) as desk:
        chosen = tuple(article_named(desk, name) for name in articles) if articles else None
        disclosure = Disclosure(with_confidential, with_private_notes)
        if path.exists() and not force and not _may_replace(path):
            click.echo(say("export.exists", name=path.name), err=True)
            sys.exit(1)
        report = transfer.export_to(desk, path, Choice(chosen, None, whose, disclosure), format_name)
    shown = {"file": str(path), "format": report.format, "articles": report.articles, "claims": report.claims}
    if report.samples_left_out:
        click.echo(say("export.samples_left_out", count=report.samples_left_out), err=True)
    _print(shown, as_json, say("export.done", count=report.claims, name=path.name))


@redpencil.command()
@click.argument("article", required=False)
@click.option("--strict", is_flag=True)
@_library
@_reviewer
@_json
def check(article: str | None, strict: bool, library: str, reviewer: str, as_json: bool) -> None:
    """Print what is open in an article, or in all but samples. Ends with 1 if a point must be settled."""
    # The rules are not loaded by other commands: opening a window goes through here too.
    from annotator.desk.queries.points import open_points, point_object

    with _desk(library, reviewer) as desk:
        named = article_named(desk, article) if article else None
        chosen = [line for line in article_lines(desk) if line.id == named or not named and not line.sample]
        pages = [(line, open_points(desk, line.id)) for line in chosen]
    with for_programs() if as_json else nullcontext():
        lines = [point_object(line.id, point) for line, page in pages for point in page.points]
    for line, page in pages:
        if page.language_note:
            click.echo(_one_line(say("cli.check_language", title=line.title)), err=True)
    titles = {line.id: line.title for line in chosen}
    open_ones = [one for one in lines if not one["waived"]]
    if as_json:
        _print(lines, as_json, "")
    else:
        _print_points(titles, open_ones)
    sys.exit(1 if any(strict or one["level"] == "must" for one in open_ones) else 0)


@redpencil.command()
@_library
@click.option("--reviewer", expose_value=False, hidden=True)  # every command takes it; this one asks nobody
@_json
def doctor(library: str, as_json: bool) -> None:
    """Check the library: the file, the texts, the quotes, the journal. Changes nothing."""
    report = examine(_path(library))
    findings = [{"finding": one.key, **one.values} for one in report.findings]
    if as_json:
        _print({"sound": not findings, "checked": report.checked, "findings": findings}, as_json, "")
    else:
        for one in report.findings:
            click.echo(say_all(one.key, one.values))
        if not findings:
            click.echo(say_all("doctor.sound", report.checked))
    sys.exit(1 if findings else 0)


def _speak_help() -> None:
    """Has commands and options explain themselves in the language that was chosen."""
    redpencil.help = say("cli.help.redpencil")
    for name, command in redpencil.commands.items():
        if command.hidden:
            continue
        command.help = say(f"cli.help.{name}")
        for option in command.params:
            if isinstance(option, click.Option) and not option.hidden:
                option.help = say(f"cli.option.{option.name}")


def _with_command(arguments: list[str]) -> list[str]:
    """Without a command, options such as `--library` are those of `open`."""
    named = arguments[:1] and arguments[0].split("=")[0] in ("--library", "--reviewer")
    return ["open", *arguments] if named or not arguments else arguments


def _may_replace(path: Path) -> bool:
    """Asks where somebody can answer; a script gets a no."""
    return sys.stdin.isatty() and click.confirm(say("export.replace", name=path.name), err=True)


@contextmanager
def _desk(library: str, reviewer: str, *, reading: bool = True) -> Iterator[Desk]:
    path = _path(library)
    desk = Desk(path, reviewer=reviewer, reading=reading)
    try:
        yield desk
    finally:
        desk.close()


def _path(library: str) -> Path:
    return Path(library) if library else library_path()


def _print(found: Any, as_json: bool, line: str) -> None:
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    elif isinstance(found, list):
        for entry in found:
            click.echo(line.format_map({key: _one_line(value) for key, value in entry.items()}))
    else:
        click.echo(line)


def _told(claim: ClaimView) -> dict[str, Any]:
    """What a person reads of a claim, in the person's language."""
    return {
        "id": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "tag": say(f"named.tag.{claim.tag.value}"),
        "said_by": " ← ".join(source_name(said.source) for said in claim.attributions),
        "quote": claim.quote,
    }


def _print_points(titles: dict[str, str], lines: list[dict[str, Any]]) -> None:
    """A line for each open point, under the title of its article."""
    for article, entries in groupby(lines, lambda one: one["article"]):
        click.echo(_one_line(titles[article]))
        for entry in entries:
            quote = say("points.spoken_words", quote=entry["quote"])
            words = _one_line(f"{entry['rule']}: {entry['message']} {quote}")
            click.echo(f"{entry['level']:<4}  {entry['claim'] or '-'}  {words}")
    if not lines:
        click.echo(say("cli.check_nothing"))


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _fail(error: RedPencilError) -> NoReturn:
    _complain(error)
    sys.exit(1)


def _complain(error: RedPencilError) -> None:
    click.echo(_one_line(say_all(error.key, error.values)), err=True)
