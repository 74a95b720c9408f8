"""A reading child with one more format, whose files say what its reader shall do wrong."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from annotator.formats import child, registry
from annotator.formats.kinds import Content, Format, Group
from annotator.model.errors import BadInput
from annotator.words import say


def read(data: bytes, name: str, _encoding: str | None) -> Content:
    """Does what the file says."""
    word, _, rest = data.decode().partition(" ")
    found = _DEEDS[word](rest) if word in _DEEDS else None
    return Content(str(found or f"{say('format.text')}: {data.decode()} {os.getpid()}"))


def _spin(_: str) -> NoReturn:
    while True:
        pass


def _break(words: str) -> NoReturn:
    raise KeyError(words)


def _refuse(path: str) -> NoReturn:
    raise BadInput("article.binary", name="a.mean", where=Path(path))


def _hidden(path: str) -> str:
    with suppress(OSError):
        Path(path).write_text("x")
    return "as if nothing had been"


_DEEDS: dict[str, Callable[[str], object]] = {
    "spin": _spin,
    "sleep": lambda _: time.sleep(60),
    "memory": lambda _: len(bytes(600_000_000)),
    "crash": lambda _: os.abort(),
    "raise": _break,
    "refuse": _refuse,
    "print": lambda _: print("x" * 100_000, flush=True),  # noqa: T201
    "open": lambda path: Path(path).read_text(),
    "write": lambda path: Path(path).write_text("x"),
    "connect": lambda port: socket.create_connection(("127.0.0.1", int(port)), 1),
    "start": lambda _: subprocess.run(["/bin/true"], check=False),
    "hidden": _hidden,
}


def main() -> None:
    registry._OURS = (*registry._OURS, Format("mean", (".mean",), Group.ARTICLES, read=read, label="Mean"))
    child.PROCESSOR_SECONDS = 0.5
    child.serve()


if __name__ == "__main__":
    sys.exit(main())
