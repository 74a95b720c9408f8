"""What hostile files reach for: a file with words in it, and an address where somebody listens.

The harness lays both out before it asks for the cases, and looks afterwards whether anybody came.
"""

import socket
from pathlib import Path

#: Stands in the bait file, and may stand in nothing that was read.
WORDS = "the-words-of-the-bait-file"

_laid = {"file": "/etc/passwd", "url": "http://127.0.0.1:9/bait"}


def file() -> str:
    """The path of a file that no reader may open."""
    return _laid["file"]


def url() -> str:
    """An address to which no reader may connect."""
    return _laid["url"]


class Bait:
    """Lays the bait out in a folder; a context manager."""

    def __init__(self, folder: Path) -> None:
        self._before = dict(_laid)
        path = folder / "bait.txt"
        path.write_text(WORDS, encoding="utf-8")
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.setblocking(False)
        _laid.update(file=str(path), url=f"http://127.0.0.1:{self._listener.getsockname()[1]}/bait")

    def __enter__(self) -> "Bait":
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        _laid.update(self._before)

    @property
    def taken(self) -> bool:
        """Whether somebody connected."""
        try:
            self._listener.accept()[0].close()
        except BlockingIOError:
            return False
        return True
