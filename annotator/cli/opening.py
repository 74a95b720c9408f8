"""Commands that open the window."""

import os
import sys
from collections.abc import Callable

import click

from annotator.cli.group import library_option, redpencil, reviewer_option
from annotator.host.machine import has_screen
from annotator.words import say

Show = Callable[[tuple[str, ...], str, str, bool], int]
Tour = Callable[[str], int]


@redpencil.command("open")
@click.argument("files", nargs=-1, type=click.Path())
@library_option
@reviewer_option
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
