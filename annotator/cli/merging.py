"""The command that takes colleagues' review files in."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.group import (
    complain,
    desk_on,
    json_option,
    library_option,
    one_line,
    put,
    redpencil,
    reviewer_option,
)
from annotator.model.errors import LibraryRefused, RedPencilError, WriteFailed
from annotator.words import say

if TYPE_CHECKING:
    from annotator.desk.desk import Desk
    from annotator.model.deliveries import Arrival, Summary

_COUNTED = ("claims", "changed", "removed", "reviews", "comments")


@redpencil.command()
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--trust", is_flag=True)
@library_option
@reviewer_option
@json_option
def merge(files: tuple[str, ...], trust: bool, library: str, reviewer: str, as_json: bool) -> None:
    """Take in colleagues' review files. A file that cannot be taken is said, the others come in."""
    # Not loaded by other commands: opening a window goes through here too.
    from annotator.desk.deliveries import read_review
    from annotator.desk.merging import TakeIn, look
    from annotator.model.deliveries import MergeOptions

    found: list[dict[str, Any]] = []
    failed = False
    with desk_on(library, reviewer, reading=False) as desk:
        _back_up(desk)
        for file in files:
            try:
                delivery = read_review(Path(file))
                options = MergeOptions(trust=trust)
                summary = look(desk, delivery, options)
                desk.run(TakeIn(delivery, options))
            except RedPencilError as error:
                complain(error)
                failed = True
                continue
            if as_json:
                found.append(_object(file, summary))
            else:
                _tell(file, summary)
    if as_json:
        put(found, as_json, "")
    sys.exit(1 if failed else 0)


def _back_up(desk: "Desk") -> None:
    """Makes a backup before anything comes in. Raises LibraryRefused for a damaged library."""
    from annotator.desk.backups import back_up
    from annotator.model.backups import Occasion

    try:
        kept = back_up(desk, Occasion.MERGE)
    except WriteFailed as error:  # what comes in can be undone all the same
        complain(error)
        return
    if not kept.report.whole:
        raise LibraryRefused("merge.cli_damaged")


def _object(file: str, summary: "Summary") -> dict[str, Any]:
    """What came in from one file, for programs."""
    return {
        "file": file,
        "sender": summary.sender,
        "articles": len(summary.arrivals),
        **{name: sum(getattr(arrival, name) for arrival in summary.arrivals) for name in _COUNTED},
        "set_aside": [asdict(aside) for aside in summary.set_aside],
        "matches": [asdict(match) for match in summary.matches],
    }


def _tell(file: str, summary: "Summary") -> None:
    """What came in from one file, for a person."""
    lines = [say("merge.cli_from", file=Path(file).name, sender=summary.sender)]
    lines += [_arrived(arrival) for arrival in summary.arrivals]
    lines += [say("merge.cli_set_aside", count=aside.rows, name=aside.name) for aside in summary.set_aside]
    lines += [say("merge.cli_match", name=match.name) for match in summary.matches]
    if summary.is_empty:
        lines.append(say("merge.nothing_new"))
    for line in lines:
        click.echo(one_line(line))


def _arrived(arrival: "Arrival") -> str:
    if arrival.hidden:
        return say("merge.cli_hidden", title=arrival.title)
    figures = {name: getattr(arrival, name) for name in (*_COUNTED, "other")}
    return say("merge.cli_article", title=arrival.title, **figures)
