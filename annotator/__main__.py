"""Starts the window or the command line."""

import os
import sys

from annotator.host.machine import has_screen
from annotator.host.pace import collect_seldom, take_turns_often


def main() -> None:
    """The command `redpencil`: without arguments the window, at once; else what the arguments say."""
    collect_seldom()
    take_turns_often()
    if len(sys.argv) == 1 and has_screen(os.environ):
        sys.exit(_show())
    from annotator.cli import run

    run(_show, _tour, sys.argv[1:])


def _show(files: tuple[str, ...] = (), library: str = "", reviewer: str = "", sample: bool = False) -> int:
    from annotator.window.app import show

    return show(files, library, reviewer, sample)


def _tour(folder: str) -> int:
    from annotator.window.tour import play

    return play(folder)


if __name__ == "__main__":
    main()
