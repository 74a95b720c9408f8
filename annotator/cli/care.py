"""Commands that care for the library."""

import sys

import click

from annotator.cli.group import json_option, library_option, path_of, put, redpencil
from annotator.desk.care import examine
from annotator.words import say_all


@redpencil.command()
@library_option
@click.option("--reviewer", expose_value=False, hidden=True)  # every command takes it; this one asks nobody
@json_option
def doctor(library: str, as_json: bool) -> None:
    """Check the library: the file, the texts, the quotes, the journal. Changes nothing."""
    report = examine(path_of(library))
    findings = [{"finding": one.key, **one.values} for one in report.findings]
    if as_json:
        put({"sound": not findings, "checked": report.checked, "findings": findings}, as_json, "")
    else:
        for one in report.findings:
            click.echo(say_all(one.key, one.values))
        if not findings:
            click.echo(say_all("doctor.sound", report.checked))
    sys.exit(1 if findings else 0)
