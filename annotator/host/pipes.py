"""Messages between two processes: a few pieces of bytes, each with its length before it."""

import os
import struct
import threading
from collections.abc import Iterator, Sequence
from queue import SimpleQueue
from typing import IO

#: The arguments by which an application in one piece knows that it is a child, and which (see `__main__`).
READER, PRINTER, PROVER = "--read-for-parent", "--print-for-parent", "--prove-for-parent"

_COUNT = struct.Struct(">I")
_LENGTH = struct.Struct(">Q")

#: More pieces than any message has.
_MOST = 100


def ends() -> tuple[IO[bytes], IO[bytes]]:
    """A child's two ends of the talk, under numbers of their own: whatever a library prints goes nowhere."""
    source, target = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    return source, target


def send(stream: IO[bytes], pieces: Sequence[bytes]) -> None:
    """Writes one message. Raises OSError where nobody listens any more."""
    stream.write(_COUNT.pack(len(pieces)))
    for piece in pieces:
        stream.write(_LENGTH.pack(len(piece)))
        stream.write(piece)
    stream.flush()


def receive(stream: IO[bytes], limit: int) -> list[bytes] | None:
    """The next message, None where the other side has ended.

    Raises ValueError for one that is cut off or longer than `limit` bytes.
    """
    head = stream.read(_COUNT.size)
    if not head:
        return None
    (count,) = _COUNT.unpack(_whole(head, _COUNT.size))
    if count > _MOST:
        raise ValueError(f"a message of {count} pieces")
    pieces = []
    for _ in range(count):
        (length,) = _LENGTH.unpack(_whole(stream.read(_LENGTH.size), _LENGTH.size))
        limit -= length
        if limit < 0:
            raise ValueError("a message that is too long")
        pieces.append(_whole(stream.read(length), length))
    return pieces


def asked(source: IO[bytes], limit: int) -> Iterator[list[bytes]]:
    """What a child is asked, message by message; once nobody asks any more its process ends.

    It is heard on a thread of its own: what hangs is not left behind by a parent that was killed.
    """
    messages: SimpleQueue[list[bytes]] = SimpleQueue()

    def hear() -> None:
        try:
            while (message := receive(source, limit)) is not None:
                messages.put(message)
        finally:
            os._exit(0)

    threading.Thread(target=hear, name="hearing", daemon=True).start()
    while True:
        yield messages.get()


def _whole(data: bytes, length: int) -> bytes:
    if len(data) != length:
        raise ValueError("a message that was cut off")
    return data
