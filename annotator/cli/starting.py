"""Running a command line, with help in the language that was chosen."""

import os
import sys
from typing import NoReturn

import click

from annotator.cli.group import complain, redpencil
from annotator.cli.opening import Show, Tour
from annotator.desk.language import speak_as_chosen
from annotator.desk.settings import Settings
from annotator.host.machine import languages
from annotator.model.errors import RedPencilError
from annotator.words import say


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


def _fail(error: RedPencilError) -> NoReturn:
    complain(error)
    sys.exit(1)
