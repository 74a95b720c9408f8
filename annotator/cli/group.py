"""The group of commands, the options they all take, and how they print."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from annotator import __version__
from annotator.desk.desk import Desk
from annotator.host.paths import library_path
from annotator.model.errors import RedPencilError
from annotator.text.controls import pictured
from annotator.words import say, say_all

library_option = click.option("--library", default="", metavar="FILE")
reviewer_option = click.option("--reviewer", default="", metavar="NAME")
json_option = click.option("--json", "as_json", is_flag=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="redpencil")
def redpencil() -> None:
    """Mark the claims of an article, say who makes them and what supports them, and hand the result on."""


@contextmanager
def desk_on(library: str, reviewer: str, *, reading: bool = True) -> Iterator[Desk]:
    """A desk on the named library, or on the one that is meant where none is; closed afterwards."""
    path = path_of(library)
    desk = Desk(path, reviewer=reviewer, reading=reading)
    try:
        yield desk
    finally:
        desk.close()


def path_of(library: str) -> Path:
    """The file of the named library; without a name, of the one that is meant."""
    return Path(library) if library else library_path()


def may_replace(path: Path) -> bool:
    """Asks whether a file may be replaced, where somebody can answer; a script gets a no."""
    return sys.stdin.isatty() and click.confirm(say("export.replace", name=path.name), err=True)


def put(found: Any, as_json: bool, line: str) -> None:
    """Prints what was found: as one JSON document, or `line` filled for each entry of a list."""
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    elif isinstance(found, list):
        for entry in found:
            click.echo(line.format_map({key: one_line(value) for key, value in entry.items()}))
    else:
        click.echo(line)


def one_line(value: Any) -> Any:
    """A string without its line breaks and with nothing that moves a terminal; anything else as it is."""
    return pictured(" ".join(value.split())) if isinstance(value, str) else value


def complain(error: RedPencilError) -> None:
    """Says what went wrong, in one line."""
    click.echo(one_line(say_all(error.key, error.values)), err=True)
