"""Starts the window or the command line."""

import os
import sys

from annotator.host.machine import has_screen
from annotator.host.pace import collect_seldom, take_turns_often
from annotator.host.pipes import PRINTER, PROVER, READER


def main() -> None:
    """The command `redpencil`: without arguments the window, at once; else what the arguments say."""
    if sys.argv[1:] == [READER]:
        _read_for_parent()
        return
    if sys.argv[1:] == [PRINTER]:
        _print_for_parent()
        return
    if sys.argv[1:] == [PROVER]:
        _prove_for_parent()
        return
    collect_seldom()
    take_turns_often()
    if len(sys.argv) == 1 and has_screen(os.environ):
        sys.exit(_show())
    from annotator.cli import run

    run(_show, _tour, sys.argv[1:])


def _read_for_parent() -> None:
    """Is the child that reads files, where an application in one piece has no other way to start one."""
    from annotator.formats.child import serve

    serve()


def _print_for_parent() -> None:
    """Is the child that makes PDF files, likewise."""
    from annotator.window.paper.printer import serve

    serve()


def _prove_for_parent() -> None:
    """Is the child that looks libraries over, likewise."""
    from annotator.desk.prover import serve

    serve()


def _show(files: tuple[str, ...] = (), library: str = "", reviewer: str = "", sample: bool = False) -> int:
    from annotator.window.starting.handing_over import handed_over

    if handed_over(files, library):
        return 0
    from annotator.window.app import show

    return show(files, library, reviewer, sample)


def _tour(folder: str) -> int:
    from annotator.window.tour import play

    return play(folder)


if __name__ == "__main__":
    main()
