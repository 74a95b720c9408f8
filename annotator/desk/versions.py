"""What this program runs on, as reports of mistakes name it."""

import os
import sys

from annotator import __version__
from annotator.store.engine import engine_version


def versions() -> str:
    """`Red Pencil 1.0, Python 3.12.4, SQLite 3.45.1, linux 6.8.0 x86_64`: nobody is known by it."""
    python = ".".join(map(str, sys.version_info[:3]))
    return f"Red Pencil {__version__}, Python {python}, SQLite {engine_version()}, {sys.platform} {_system()}"


def _system() -> str:
    """Release and processor. Not by `platform`, which asks other programs for what it tells."""
    if sys.platform == "win32":
        return ".".join(map(str, sys.getwindowsversion()[:3]))
    told = os.uname()
    return f"{told.release} {told.machine}"
