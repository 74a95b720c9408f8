"""Commands that keep copies of the library and go back to them."""

import sys
from pathlib import Path
from typing import Any

import click

from annotator.cli.group import json_option, library_option, may_replace, one_line, path_of, put, redpencil
from annotator.model.backups import Backup
from annotator.model.errors import NothingFound
from annotator.words import megabytes, say
from annotator.words.dates import local_day, local_time


@redpencil.command()
@click.option("--to", "copy", required=True, metavar="FILE")
@click.option("--force", is_flag=True)
@library_option
@click.option("--reviewer", expose_value=False, hidden=True)  # every command takes it; this one asks nobody
@json_option
def backup(copy: str, force: bool, library: str, as_json: bool) -> None:
    """Write a checked copy of the library to a file; it works while a window is open."""
    from annotator.desk.backups import back_up_to

    path = Path(copy)
    if path.exists() and not force and not may_replace(path):
        click.echo(say("export.exists", name=path.name), err=True)
        sys.exit(1)
    written = back_up_to(path_of(library), path, replace=True)
    found = {"file": str(written.path), "size": written.size, "checked": written.checked}
    put(found, as_json, one_line(say("backup.done", name=written.path.name, **written.checked)))


@redpencil.command()
@click.argument("file", required=False)
@library_option
@click.option("--reviewer", expose_value=False, hidden=True)
@json_option
def restore(file: str | None, library: str, as_json: bool) -> None:
    """Go back to an earlier version: FILE is a copy of the library, or the number of a backup.

    Without it, list the backups.
    """
    from annotator.desk.backups import restore, shelf

    path = path_of(library)
    if file is None:
        _list(shelf(path), as_json=as_json)
        return
    source = _meant(file, shelf(path))
    restored = restore(path, source)
    kept = None if restored.kept is None else str(restored.kept)
    lines = [say("restore.done", name=source.name)]
    if restored.owner:
        lines.append(say("restore.another", owner=restored.owner))
    if kept is not None:
        lines.append(say("restore.kept", path=kept))
    found = {"file": str(source), "kept": kept, "another": restored.owner or None}
    put(found, as_json, "\n".join(map(one_line, lines)))


def _list(backups: tuple[Backup, ...], *, as_json: bool) -> None:
    if as_json or backups:
        lines = map(_object if as_json else _told, backups)
        put(list(lines), as_json, "{number:>6}  {made}  {size:>9}  {occasion}")
    else:
        click.echo(say("backup.none"))


def _told(one: Backup) -> dict[str, Any]:
    """What a person reads of a backup."""
    return {
        "number": one.number,
        "made": f"{local_day(one.made)} {local_time(one.made)}",
        "size": megabytes(one.size),
        "occasion": say(f"occasion.{one.occasion.value}"),
    }


def _object(one: Backup) -> dict[str, Any]:
    """A backup for programs; `size` in bytes."""
    return {
        "number": one.number,
        "made": one.made,
        "occasion": one.occasion.value,
        "size": one.size,
        "file": str(one.path),
    }


def _meant(file: str, backups: tuple[Backup, ...]) -> Path:
    """The file of that name, else the backup of that number. Raises NothingFound for a number of none."""
    path = Path(file)
    if path.exists() or not file.isdecimal():
        return path
    found = next((one.path for one in backups if one.number == int(file)), None)
    if found is None:
        raise NothingFound("backup.unknown", number=file)
    return found
