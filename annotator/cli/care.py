"""Commands that care for the library."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from annotator.cli.group import json_option, library_option, one_line, path_of, put, redpencil
from annotator.desk.care import Report, examine, named, salvage, told
from annotator.model.damage import Hurt, Salvage
from annotator.words import say, say_all


@redpencil.command()
@library_option
@click.option("--reviewer", expose_value=False, hidden=True)  # every command takes it; this one asks nobody
@click.option("--salvage", "to", default="", metavar="FILE")
@json_option
def doctor(library: str, to: str, as_json: bool) -> None:
    """Check the library: the file, the texts, the quotes, the journal. Changes nothing.

    With --salvage everything that can be read of a damaged library is brought into a new file.
    """
    if to:
        _say_salvage(salvage(path_of(library), Path(to)), as_json)
        return
    report = examine(path_of(library))
    _say_report(report, as_json)
    sys.exit(0 if report.sound else 1)


def _say_report(report: Report, as_json: bool) -> None:
    if as_json:
        findings = [{"finding": one.key, **one.values} for one in report.findings]
        hurt = _listed(report.hurt)
        put({"sound": report.sound, "checked": report.checked, "findings": findings, "hurt": hurt}, True, "")
        return
    if report.sound:
        click.echo(say_all("doctor.sound", report.checked))
        return
    for one in report.findings:
        click.echo(say_all(one.key, one.values))
    _say_things("damage.hurt", report.hurt)
    click.echo(say("hurt.help"))


def _say_salvage(done: Salvage, as_json: bool) -> None:
    if as_json:
        things = {"named": _listed(done.named), "mended": _listed(done.mended)}
        counted = {"saved": done.saved, "lost": done.lost, "complete": done.complete}
        put({"path": str(done.path), **counted, **things}, True, "")
        return
    for sentence in told(done):
        click.echo(sentence)
    _say_things("salvage.named", done.named)
    _say_things("salvage.mended", done.mended)


def _say_things(heading: str, things: Iterable[Hurt]) -> None:
    lines = [f"  {one_line(named(one))}" for one in things]
    if lines:
        click.echo("\n".join((say(heading), *lines)))


def _listed(things: Iterable[Hurt]) -> list[dict[str, str]]:
    """Things for programs; the name of a confidential source is left out, for a list may be sent on."""
    return [
        {"kind": one.kind, "id": one.id, "name": "" if one.confidential else one.name, "article": one.article}
        for one in things
    ]
