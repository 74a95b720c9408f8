"""The command line: what the window does, for scripts. Errors are one line on stderr, exit 1; misuse 2."""

from annotator.cli import backups, care, comparing, files, formats, importing, lists, merging, opening
from annotator.cli.group import redpencil
from annotator.cli.starting import run

__all__ = [
    "backups",
    "care",
    "comparing",
    "files",
    "formats",
    "importing",
    "lists",
    "merging",
    "opening",
    "redpencil",
    "run",
]
